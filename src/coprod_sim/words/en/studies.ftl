### Questions the model is asked on the leaders' page, and what it answers. Ranges, amounts and lists arrive written.

study-needs_model = This browser cannot run the model, so this question cannot be asked here.
study-how = How we know
study-part = Part

## When it would not gain enough

study-models_title = When would it not gain enough?
study-models_intro = Scholars disagree about some of the numbers in the rules. So we run your case in { $models } models that fit the findings, and in { $models } plausible models. Each model has the same rules, but with other numbers in them.
study-models_least = It gains enough when acceptance among those who lose rises by at least
study-models_least_help = In 100. We begin with 5, which is our choice; set it to what you would call a gain worth having. For any less, we say that it does not gain enough.
study-models_go = Run both sets of models
study-models_going = Being worked out.
study-models_not_run = Not worked out: that takes the model.
study-models_said = Compared with { $first }, { $way } does not gain enough in { $wide ->
    [0] none
   *[other] { $wide }
} of { $all } plausible models, and in { $bad ->
    [0] none
   *[other] { $bad }
} of { $all } models that fit the findings.
study-models_sets = In a plausible model every number lies where our sources allow it. The models that fit are the few of these that also meet the published findings. They were chosen mainly by three papers in which people find a shared decision fairer. So co-production fails less often in them, which is partly what went in.
study-models_rival = That way tells people just as much, but asks nobody. It is usually the hardest one to do better than.
study-models_means = To gain enough, { $way } must raise acceptance among those who lose by { $least } in 100 or more { $span }, and the decision must be no worse.
study-models_money = Money and weeks are not counted here.
study-models_believe = Compared with { $first }, in the models that fit it depends on what you believe:
study-models_lower = Below { $middle }
study-models_upper = Above { $middle }
study-models_share = { $share } in 100
study-models_chart = How often it does not gain enough, by what you believe
study-models_unit = models in which it does not gain enough, in 100
study-models_heads_belief = What you may believe
study-models_heads_lower = Models below the middle value in which it does not gain enough
study-models_heads_upper = Models above it in which it does not gain enough
study-models_know = Each model is run in { $runs } made-up towns of its own, under every way, with the same luck. We name a belief only if luck alone would make so clear a difference less than once in a thousand times.

## The numbers inside the rules

study-assumed_changed = { $count ->
    [one] One number is your own. Everything on this page is worked out with it.
   *[other] { $count } numbers are your own. Everything on this page is worked out with them.
}

## When the dearer way is the cheaper one

study-even_intro = A way that spares you a lost challenge can be the cheaper choice, even if it costs more than { $first } at first. No study gives these numbers, so please enter your own.
study-even_challenge_help = { $mine ->
    [0] Courts, delay, work done twice, money paid back. For this case we assumed { $amount }. It is not counted here until you enter it yourself.
   *[other] Courts, delay, work done twice, money paid back.
} Include what is lost while the decision is taken again{ $week ->
    [none] .
   *[other] : of the saving you entered, { $week } for each week.
}
study-even_saving = What the decision saves a year ({ $currency })
study-even_saving_help = For example by closing or moving something. The saving then begins later with a way that takes longer. Leave it empty if nothing waits for the decision.
study-even_left = How much of that risk remains with another way (in 100)
study-even_left_help = 0 means a challenge is ruled out. 100 means nothing changes. The same for every way but the first, unless you enter another for one of them.
study-even_left_way = How much remains with { $way }, if it is different (in 100)
study-even_left_way_help = Leave it empty to use the number for all.
study-even_chance = Chance that the first way is challenged and lost (in 100)
study-even_chance_help = No study gives it. Ask your lawyers, and look at what happened to others. You may leave it open.
study-even_needs = Enter { $missing ->
    [cost] what a lost challenge would cost
    [left] how much of the risk remains
   *[both] what a lost challenge would cost, and how much of the risk remains
}. Then the answer appears here.
study-even_duty = A duty to ask is likely, and { $way } would probably not meet it: { $parts }. { $place ->
    [first] So a challenge to it is likelier to succeed.
   *[other] More of the risk may stay with it than you entered.
}
study-even_chart_delayed = Cost with the risk of a lost challenge and the wait for the saving
study-even_without = This counts hours of staff for one decision, people's time if you pay for it, and what else you entered. The ways are compared town by town, each time with the same people.

## What matters most

study-three = Three of the answers below can point to different things. "What each step adds" shows where the gain comes from. "What matters most?" shows what could endanger it. "What is the cheapest way to a goal?" shows what you could leave out.
study-matters_title = What matters most?
study-matters_intro = Few things go to plan. So we run the case { $points } times with different inputs. Each time, every dial ends somewhere between { $first } and { $goal }, the first plan suits people better or worse, and false stories may spread.
study-matters_said = What matters most is { $first }. Where it is highest, acceptance among those who lose is { $pull } than where it is lowest.
study-matters_parts = Of all the differences between the { $points } results, these explain most: { $parts }.
study-matters_know = Each of these results is from 8 made-up towns, and is compared with the first way under the same conditions. "Highest" and "lowest" mean the quarter of the results at each end. "How much it explains" is the part of the differences that goes with this one thing. For the ranges we picked results at random, many times. Each range holds 9 in 10 of the answers.
study-matters_heads_input = What may differ
study-matters_heads_explains = How much of the differences it explains
study-matters_heads_adds = Change in acceptance from low to high

## What can be done in the time and the money there are

study-limits_title = What can we do in the time and money we have?
study-limits_dated = Until you enter weeks, the { $weeks } until your date count.
study-limits_intro = Enter your weeks, your money, your staff time, or all three. The model looks for the dials that win the most acceptance among those who lose, within those limits.
study-limits_needs = Enter weeks, money or staff hours to ask this question.
study-limits_go = Find the best within these limits
study-limits_in_weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
study-limits_in_hours = { $hours ->
    [one] 1 staff hour
   *[other] { $hours } staff hours
}
study-limits_said = Within { $limits }, the best we found: over { $over }, { $best } in 100 of those who lose accept it { $span }.
study-limits_compared = Within { $limits }, the best we found is { $way }, one of the ways compared: over { $over }, { $best } in 100 of those who lose accept it { $span }.
study-limits_compared_takes = It takes about { $weeks } weeks and { $money }{ $own ->
    [yes] , by the figures entered for it.
   *[no] .
} No other setting that the search tried is better.
# Stands beside what a search found; $mode is "best" or "cheapest".
study-search_chosen = { $mode ->
    [best] The search chose it by the mean
   *[cheapest] The search chose it by how often the goal is reached
} in { $runs } made-up towns of the usual model, not over { $over }. Over those, another setting may do better.
study-limits_lost = Without limits, { $most } in 100 of those who lose would accept it. Compared town by town, that is { $lost } than within your limits.
study-limits_without = Without limits it takes about { $weeks } weeks and { $money }.
# $more lists what is lacking; $now is "none" where no way that is compared fits yet.
study-limits_next = With about { $more } more than you have, { $way } would fit: over { $over }, of those who lose { $accept } in 100 then accept it { $span }. { $now ->
    [none] None of the ways compared fits now.
   *[other] With { $fits }, which fits now, { $now } in 100 do.
}
# $parts are the sentences at which the dials stand.
study-limits_meets = A duty to ask is likely, and by its dials this way would probably meet it: { $parts }. No dial shows how long people have to answer, or whether the person who decides takes in what they said. See to both, and ask your lawyers.
# Stands beside what a search found, where somebody entered what the decision saves; $week is what is lost in one week.
study-search_wait = Each further week also puts off the saving you entered: about { $week } a week, not counted here.
study-duty_this = this way
study-limits_duty = A duty to ask is likely, and this way would probably not meet it: { $parts }. So it is no way to go before somebody who knows the law has looked at it.
study-limits_takes = It takes about { $weeks } weeks and { $money }.
study-limits_binds = { $which ->
    [one] { $limit } is your limit, not { $other }.
    [more] { $limit } are your limits.
    [alone] { $limit } is your limit.
    [some] { $limit } are your limits, not { $other }.
   *[none] You do not need all you have: none of your limits holds this way back.
}
study-limits_binds-weeks = time
study-limits_binds-money = money
study-limits_binds-staff_hours = staff time
study-dials_said = What you would do, each dial from 0 to 100: { $dials }
study-limits_none = We found no way within { $limits }. Even with every dial at 0, it takes about { $weeks } weeks and { $money }.
study-search_know = The search turns dials one at a time and in pairs, from several starts, and keeps what is better. A better setting far away is possible. It runs { $runs } towns for every setting, and checks the result in towns that it had not used. Hours and weeks are the kit's assumptions. A way compared for which you entered your own keeps those, and is the answer where it fits and nothing better was found. It begins at the same places whatever is compared. It looks once among ways with the seats of co-production, with what you entered besides hours for it, and once among ways with none: there all who come have room, and those costs are not counted. Where nobody need take part, it also looks among ways that tell people and ask nobody. Of these it gives the best, or the cheapest where you set a goal. To be counted as one that would probably meet a duty to ask, a room with seats needs at least { $seats }: that is our own judgement, and no court has set a number. A search with fewer limits also tries what one with more limits has found.
study-limits_none_involving = We found no way within { $limits } in which somebody takes part. Even with every dial at 0, and nobody there, it takes about { $weeks } weeks and { $money }.
study-limits_none_lawful = We found no way within { $limits } that would probably meet the duty to ask. A way with the least that would probably meet it takes about { $weeks } weeks and { $money } in all: find these, or ask your lawyers what the least is. Without the tick at "Only ways that would probably meet the duty to ask" the search takes the others, too.
# Of the least that would meet the duty. $more lists what is lacking; $way is that way itself ("this"), or one named above that would fit with more ("less").
study-limits_least = { $more ->
    [none] {""}
   *[other] For this way you would need about { $more } more than you have.{" "}
}{ $which ->
    [this] It is { $way }.
    [less] It is none of the ways compared, and does less than { $way }.
   *[none] It is none of the ways compared.
}
study-limits_way_lawful = The best way found with reasons, access and { $feedback ->
    [all] a reply
   *[some] an account
}, within { $limits }
study-limits_way = The best way found within { $limits }
study-limits_way_involving = The best way found that involves people, within { $limits }
study-search_involving = Only ways in which somebody takes part
study-search_lawful = Only ways that would probably meet the duty to ask
study-search_involving_law = This is ticked at the start because your answers under "Should we ask?" make a duty to ask likely.
study-search_nobody_do = Tick "Only ways in which somebody takes part" to look among the others.
study-search_besides = { $kind ->
    [seats] That counts { $amount } besides hours, as you entered it for { $way }: what is found has its seats.
    [open] That counts { $amount } besides hours, as you entered it for { $way }: neither has seats.
   *[left] It has no seats, so the { $amount } that you entered besides hours for { $way } is not in it: enter what this way costs besides hours once it is on the board.
}
study-search_take_seats = Over luck alone, { $count } of the { $people } people affected have a seat and take part.
study-search_take_part = Over luck alone, { $share } in 100 people take part.{ $seats ->
    [none] {" "}All who come have room, and staff hours do not grow with them: check what so many would need.
   *[some] {""}
}
study-search_nobody = Nobody takes part. This tells people and asks nobody.
study-search_duty = You may have a duty to ask: see "Should we ask?".
study-search_use = Put these dials on the board
study-search_use_help = It gets a name of its own there: { $title }.
study-search_instead = The board holds three ways, so it takes the place of { $gone }.

## What it takes to reach a goal

study-goal_title = What is the cheapest way to a goal?
study-goal_intro = Set a goal. The model looks for the cheapest setting of the dials that reaches it in 8 out of 10 runs.
study-goal_target = Acceptance to reach among those who lose (in 100)
study-goal_target_help = Measured { $span }.
study-goal_said = { $target } in 100 can be reached in about { $weeks } weeks for { $money } a decision.
study-goal_beyond = This does not fit into your { $limits }.
study-goal_checked = In new runs, which the search had not used, it reaches the goal in { $share } of 100.{ $holds ->
    [no] {" "}That is less than 8 in 10: set the goal a little higher to be surer.
   *[yes] {""}
}
study-goal_way = The cheapest way found to { $target } in 100
study-goal_for = a goal of { $target } in 100
study-goal_never = No setting we tried reaches { $target } in 100 in { $often } out of 10 runs.
# Written by the same message wherever what a search found is said.
study-search_reaches = over { $over }, { $best } in 100 of those who lose accept it { $span }
study-goal_most = The best we found: { $best }.
study-goal_found = With it, { $best }.
study-search_beside = Compared with { $way }: of those who lose, { $losing } accept it; of all people, { $all } accept it, and { $lose } lose by it.

## How long trust takes to come back

study-repair_said = { $count ->
    [one] After 1 decision
   *[other] After { $count } decisions
} in name only, it takes { $range } { $one ->
    [1] good decision
   *[0] good decisions
} until trust is back where it was. Each takes { $each }.
study-repair_parts = Good decisions are those with: { $good }. To bring trust back to where it was: { $parts }. The ranges are over luck alone, in { $runs } towns. This counts trust alone: what people lost by the decisions in name only does not come back with it.
study-repair_each = about { $weeks } weeks
study-repair_heads_bad = Bad decisions
study-repair_heads_takes = Good decisions until trust is back
study-repair_heads_late = Not back in time
