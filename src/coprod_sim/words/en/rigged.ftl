### Is this rigged? The doubts, what speaks against it, what the model cannot say, the rules by family.

## Questions a sceptic asks

rigged-title = Is this rigged?
rigged-usual = Are the usual numbers kind to { $way }, set beside { $first }?
rigged-usual_text = The line in each picture shows the usual assumptions; the pale range and every count beside it show the plausible ones. So go by the range.
rigged-wins = Does co-production always win?
rigged-wins_answer = With the usual numbers, more people accept a decision after co-production than after a tickbox consultation. That follows from the studies the model rests on. It is not always the better choice. It can cost more than it brings, come too late, or be taken over by a few. Try the cases "{ $captured_room }" and "{ $advice_not_adopted }".
rigged-numbers = Where do the numbers come from?
rigged-numbers_answer = Where there are published studies, they mostly give no more than the direction. The size of { $ours } of the { $all } numbers is our own judgement; { $sized } take theirs from a study. Each number below has its source beside it, and you can change it.
rigged-paid = Who paid for this kit, and who gains?
rigged-paid_answer = The kit is free and open under the MIT licence. Everybody may read, run and change all of it. It names no sponsor and sells nothing. Its authors call themselves "the coprod-sim contributors". It does not say who paid for their time, so ask whoever gave it to you. Where its numbers come from is said above, so that you can check them.
rigged-ranges = Why are the ranges so wide?
rigged-ranges_answer = Because scholars disagree. Nearly every number in the rules has a plausible range with its source, and where two schools disagree, the range reaches both. We run the model with all of them and show what still comes out. A narrower range would hide that.
rigged-wrong = How could I show that it is wrong?
rigged-wrong_answer = Compare it with a case you know from the inside. Change the numbers in the rules below and see which results fall. Or find a study whose result it gets wrong, and tell us.
rigged-change = Change what we assumed
rigged-change_intro = Every number in the rules is here, with where it comes from. Change one and everything is worked out again. The change stays in your link.
# $none name no study; $signs name some that give no size; $sized take their size from one; $ours are the first two together.
rigged-no_source = { $none } of these { $all } numbers name no study. For { $signs } more, studies give no more than the direction, or disagree about it. So the size of { $ours } of them is our own judgement; { $sized } take theirs from a study. Below each number stand the studies it names.
rigged-papers = { $papers } studies are named in all. For { $unlinked } of them, books and articles, we give no address.
rigged-papers_of = Studies named for: { $label }
rigged-no_address = no address
rigged-unchanged = All { $count } numbers are as the case has them.
rigged-changed = Numbers you changed: { $count }. Both use the same people and the same luck. The ranges show luck alone.
rigged-effect = { $goal } compared with { $first }, with and without your changes
rigged-measure = Difference in
rigged-before = Without your changes
rigged-after = With your changes
rigged-where = Usual: { $usual }. Plausible: { $least } to { $most }. Allowed: { $low } to { $high }. Source: { $source }.
rigged-disputed = Usual: { $usual }. Plausible: { $least } to { $most }, because scholars disagree. Low: { $lower }. High: { $higher }. Allowed: { $low } to { $high }.
rigged-unit = Counted in: { $unit }.
rigged-fixed = Usual: { $usual }. Allowed: { $low } to { $high }. It is the same in every model. Source: { $source }.
rigged-range = Please give a number between { $low } and { $high }.
rigged-back = Put all numbers back
rigged-against = What speaks against it
rigged-cannot = What the model cannot say

## What speaks against it

against-c1_title = Asked and not heard is worse than not asked
against-c1_text = Where the advice of a citizens' panel was not followed, people accepted the decision less. In Belgium, less than with no panel at all.
against-c1_source = van Dijk and Lefevere 2023, European Journal of Political Research, https://doi.org/10.1111/1475-6765.12523
against-c2_title = People think better of the state, but do not act differently
against-c2_text = In Sierra Leone, letting people set budgets made the state more legitimate in their eyes. On average they paid no more tax. Supporters of the other side became less willing to pay.
against-c2_source = Grieco, Kamara, Meriggi, Michel and Prichard 2025, https://ideas.repec.org/p/csa/wpaper/2025-05.html
against-c3_title = New buildings, but the same people decide
against-c3_text = A trial of village-led projects built things people wanted. Who decides in the village, and who is left out, stayed as before.
against-c3_source = Casey, Glennerster and Miguel 2012, https://doi.org/10.1093/qje/qje027
against-c4_title = Talking can do nothing
against-c4_text = In Finland, 117 people talked for two hours, with a local politician in every group, a year before a vote on a merger. Few things changed, and some went the other way than hoped.
against-c4_source = Strandberg, Backström, Berg and Karv 2021, https://doi.org/10.3390/su13137231
against-c5_title = Many people do not want to decide
against-c5_text = In the US, Ireland and Finland, people were wary of giving power to small groups of citizens. People like such groups as an addition, but not in place of elected bodies.
against-c5_source = Goldberg, Lindell and Bächtiger 2024, https://doi.org/10.1017/S0003055424001163
against-c6_title = Those who come are not the whole town
against-c6_text = Those who come are older, own more, and are more often against. Those who keep coming trust more to begin with. So if you only compare the first day with the last, the gains look too large.
against-c6_source = Einstein, Palmer and Glick 2019, https://doi.org/10.1017/S153759271800215X
against-c7_title = Seven ways it can harm
against-c7_text = Among them: a body pushes its duties onto people, nobody answers for the result, costs rise, those with more time win, and false promises are made.
against-c7_source = Steen, Brandsen and Verschuere 2018, https://doi.org/10.4324/9781315204956-45
against-c8_title = Few have looked at results
against-c8_text = A review of 122 studies found that most describe how it was done. Few measured what came of it.
against-c8_source = Voorberg, Bekkers and Tummers 2015, as summed up by Steen and others 2018, https://doi.org/10.4324/9781315204956-45
against-c9_title = Openness helps little, and can hurt
against-c9_text = Across many studies, more openness barely moved trust. Where a choice puts lives against money, seeing it made people think less of the decision.
against-c9_source = de Fine Licht 2011, Scandinavian Political Studies, https://doi.org/10.1111/j.1467-9477.2011.00268.x
against-c10_title = What is decided counts for more than how
against-c10_text = In four experiments on green taxes, an unfair result hurt more than an unfair way of deciding. No way of asking makes up for a bad plan.
against-c10_source = Bergquist 2025, https://doi.org/10.1007/s13280-024-02074-9

## What the model cannot say

cannot-proof_title = It cannot prove that co-production works
cannot-proof_text = That people accept more when they are well involved follows from the findings the model rests on. So it is no proof. What the model adds is how large the effects are, what they cost, and where co-production loses.
cannot-forecast_title = It is not a forecast
cannot-forecast_text = The town is made up. The numbers show how things depend on each other, not how many people in your town will say yes.
cannot-groups_title = There are two groups only
cannot-groups_text = The town has less-heard and well-connected people. Age, race, disability and class work in more ways than that.
cannot-line_title = A plan can move along one line only
cannot-line_text = Real plans have many sides. A third way that nobody had thought of cannot turn up here.
cannot-acceptance_title = Acceptance is not the goal
cannot-acceptance_text = People can accept what harms them. So read it beside decision quality, and beside how many accept only because they do not know better.
cannot-law_title = It cannot say what the law requires
cannot-law_text = Whether you must consult, and how, is for your lawyers. The model cannot make a bad process lawful.
cannot-politics_title = There are no elections, parties or papers
cannot-politics_text = Leaders do not change, nobody campaigns for office, and no lobby has money. A campaign of false stories is all there is.
cannot-trust_title = Trust at the start comes from questions about the state
cannot-trust_text = The survey asks about parliament, courts, police, politicians and parties. It does not ask about your council.
cannot-hours_title = Hours and weeks are assumptions
cannot-hours_text = They were set so that tickbox consultation takes 12 to 13 weeks, and full co-production 26 to 40. Your own figures are better. Put them in.
cannot-numbers_title = Many numbers in the rules are assumptions
cannot-numbers_text = No study settles them. Each has a plausible range, and the ranges on these pages are taken over all of them. But the form of the rules stays the same.

## Families of assumptions

groups-wishes = What people want, and what a plan is worth to them
groups-wishes_text = People differ in what suits them. The nearer a plan is to what suits someone, the more it is worth to them.
groups-knowing = What people know and hear
groups-knowing_text = Where knowledge and rumours come from, and how they pass from one person to the next.
groups-coming = Who comes
groups-coming_text = What makes people ready to give an evening, and who gets a seat.
groups-say = What a say is worth
groups-say_text = How far words move the plan, and how people learn what to expect.
groups-fairness = What feels fair
groups-fairness_text = What people take as fair or unfair treatment.
groups-accepting = Why people accept
groups-accepting_text = How far acceptance depends on the plan itself, on fair treatment and on trust.
groups-trusting = How trust moves
groups-trusting_text = What moves trust, how fast, and in whom.
groups-body = The public body
groups-body_text = How far it listens, and how it learns to trust the public.
