### The leaders' page, part by part, and the conditions leaders sign up to.

## The first part

door-honest = This is a thinking tool, consistent with published findings, not a forecast.

## The case

case-title = The case
case-intro = Describe your own case, or choose one like it.
case-knows =
    The numbers follow from these alone: how well the draft plan suits people, and whether one side must lose. Also how hot the decision is, how many months it takes, and how many such decisions follow one another. Then how many people are less heard, whom people talk with, how far they trust the body, and whether somebody spreads false stories. A few cases of the library add a rule of their own. Cases that share all these give the same numbers. How many people a decision affects turns shares into people. All the rest, such as the title and the kind of decision, is for you and your readers.
case-choose = Case
case-filter_sector = From which field
case-filter_about = What kind of decision
case-filter_all = All
case-filter_found = { $count ->
    [one] 1 case is listed.
   *[other] { $count } cases are listed.
}
case-own = Our own case
case-own_titled = Our own case: { $title }
case-real = { $title } (real)
case-didactic = { $title } (made up, to learn from)
case-where = { $place }, { $years }. Who decides: { $who }
case-lasts = Months a decision takes: { $months }. How hot it is: { $heat }, on a scale from 1 (routine) to 3 (hot).
case-facts = The figures
case-assumed = What we assumed
case-criticism = What can be said against this account
case-sources = Sources
case-happened = What happened
case-model = What the model says
case-closest = What was done comes closest to: { $way }.
case-not_forecast = The model runs such decisions in a made-up town. It was not adjusted to this case, so a match proves nothing.
case-to_what = What would happen
case-another = Describe another case
case-another_help = The form then starts empty. This case is put aside, and you can bring it back.
# Said when the case in the form was changed for another: a new one was "begun", one was brought "back", or a file was "opened" in its place. $aside: "yes" where a case waits.
case-another_said = { $kind ->
    [begun] You have begun another case. Nothing of "{ $title }" goes over into it.
    [back] "{ $title }" is here again, as you left it.
   *[opened] The file took the place of "{ $title }".
}{ $aside ->
    [yes] {" "}What was put aside stays until you leave this page. To keep it for longer, bring it back and save it as a file under "Take it away".
   *[no] {""}
}
case-another_back = Bring back "{ $title }"
case-to_now = Score where we are now

## Why

why-title = Why does it come out this way?
why-steps_go = Work out what each step adds
why-outcomes_go = Work out what matters most
why-goal_go = Find the cheapest way there
why-repair = How long does trust take to come back?
why-repair_intro = First we run decisions that involve people in name only. Then we run good ones, and count how many it takes until trust is back.
why-repair_go = Work out how long it takes

## Who loses, and what it costs

cost-challenge = What a lost challenge would cost
cost-even = When does it become the cheaper choice?
cost-even_needs_two = Choose at least two ways under "What would happen" to compare their costs.

## Take it away

take-title = Take it away
take-intro = A link, a file, a page for the board, and the numbers.
take-conditions = Three conditions you sign up to
take-conditions_intro = A result is worth little if nobody acts on it. Choose three conditions. They go on the page, with room for a name and a date.
take-chosen = { $count } of { $most } chosen.
take-briefing = A page for the board
take-briefing_intro = What you worked out under "Why" and "What would happen" is included. What you did not work out is left out.
take-prepared_by = Prepared by
take-prepared_by_help = Your name, so that the board knows whom to ask. It appears on the page, in the link and in the file you save. Left empty, the page gives the day alone.
take-html = Save the page (HTML)
take-pdf = Save the page (PDF)
take-again = Come back to this view
take-again_intro = The link and the file hold everything you entered. On another computer with this kit they give the same numbers.
take-stays_here = The link and the file hold this case alone. What you entered about other cases, such as your own, stays in this browser. To save that as well, choose its case first.
take-link = Link to this view
take-save_view = Save this view as a file
take-open_view = Open a saved view
take-open_view_help = A file that ends in .coprod.json.
take-opened = The saved view is open.
take-too_large = This file has { $size } MB. A saved view has less than { $most } MB, so this is something else.
take-files = Files to hand on
take-files_intro =
    { $pdf ->
        [yes] A page for the board, as a PDF that screen readers can follow or as HTML to send on. What has no room on the first sheet stands on a second.
       *[no] A page for the board, as HTML to send on. What has no room on the first sheet stands on a second. To have it made as a PDF that screen readers can follow, add a package to this kit: python -m pip install typst
    }
    The tables hold every run of every way of involving people, and say how they were made.
take-data = The numbers
take-data_intro = Every run of every way: one row for each decision and group. With it comes a note of how the numbers were made.
take-csv = Save as CSV, for a spreadsheet
take-parquet = Save for programmers (Parquet), with a note of how it was made

## Watch one town

town_part-title = Watch one town
town_part-intro =
    Here is the model itself: 300 made-up people, their contacts, and what each of them thinks.
    Run it decision by decision. Choose a person to read their story.
town_part-go = Run this town

## Conditions to sign up to

conditions-awareness_1 = We will publish the reasons, the options we dropped and the costs before anybody is asked.
conditions-awareness_2 = We will say openly what we do not know.
conditions-buy_in_1 = A named senior person answers for this and comes to the meetings.
conditions-buy_in_2 = We will ask people first whether and how they want to be involved.
conditions-expectations_1 = We will put in writing what is fixed, what is open, and who decides.
conditions-performance_1 = We will pay for people's time, and for travel and care.
conditions-performance_2 = Staff and citizens will be trained together before the first meeting.
conditions-feedback_1 = Everyone hears within four weeks what became of each idea, and why.
conditions-influence_1 = If we do not follow what was agreed, we will say so in public and give the reason.

## The steps of the page, and what is said in them

leaders-title = Explore a case before you decide
leaders-done = done
leaders-read = read
leaders-about = Case: { $title }
leaders-next = Next: { $part }
leaders-print = Print this page, or save it as a PDF
leaders-copy = Copy the link
leaders-copied = The link is copied.
leaders-copy_failed = The browser did not let us copy. Press and hold the link instead.
leaders-only_here = It works on this computer only.
leaders-link_here = This link works on this computer only: no phone and no other computer can reach it. So a file has to be sent: save the view as a file and send it. It opens under "Open a saved view" wherever somebody has this page. A phone needs one page. { $html ->
    [yes] "Save the page (HTML)" above makes the page for the board, which fits a phone. It has the advice, the recommendation and the numbers, but no dials. A page on which the dials can be turned
   *[no] It
} is made of that file: whoever has the kit with Python makes it with "coprod-sim site --one page.html --case { $file }" and sends page.html.{ $html ->
    [yes] {""}
   *[no] {" "}In the kit with Python, this step has a button "Save the page (HTML)", whose page fits a phone, too.
} If these pages are put on a web space ("coprod-sim site DIR" writes them), the link reaches everybody, on phones too.
leaders-link_there = The link holds everything you entered about this case, in the part of the address that stays in the browser. It works for everybody who can open this page, on a phone too: send them the link, and no file is needed.
leaders-the_link = the link
leaders-page-not_forecast = A thinking tool, not a forecast.
leaders-page-kind_own = A case of our own.
leaders-page-kind_real = A real case.
leaders-page-kind_didactic = A case made up for teaching.
leaders-page-what = To be decided
leaders-page-who = Who decides
leaders-page-when = By when
leaders-page-affected = People affected
leaders-page-options = The options
leaders-page-not_said = Not said yet.
leaders-page-risk = Risks
leaders-page-risk_behind = { $often ->
    [none] In none of these made-up results does { $goal } gain less than { $least } in 100 over { $first } ({ leaders-page-risk_counted }).
   *[other] In { $often ->
        [all] all of these
       *[other] { $share } of 100
    } made-up results, { $goal } gains less than { $least } in 100 over { $first }, or loses ({ leaders-page-risk_counted }).
}
# Which measure such a sentence counts by: another may stand further down the page.
leaders-page-risk_counted = by { $measure ->
    [acceptance] acceptance among all people
   *[other] { $label }
}
leaders-page-risk_behind_other = Over { $other }, it gains too little in { $often ->
    [none] none of them
    [all] all of them
   *[other] { $share } of 100
} ({ leaders-page-risk_counted }).
leaders-page-risk_most_lose = With { $way }, most people lose by this decision: { $range } in 100.
leaders-page-risk_many_lose = With { $way }, more people may lose by this decision than gain: { $range } in 100 lose.
leaders-page-risk_late = { $way } does not fit: { $parts }. So it could not be carried out as described.
leaders-page-risk_duty = A duty to ask is likely, and { $way } would probably not meet it: { $parts }.
leaders-page-risk_campaign = A campaign of false stories is counted in.
leaders-page-risk_quiet = No campaign of false stories is counted in; one could change this result.
leaders-page-equality = Equality
leaders-page-equality_text = With { $way }, { $less } in 100 of the less-heard people lose by it, and { $well } in 100 of the well-connected people.{ $built ->
    [yes] {" "}That these two sides stand against each other is built into the case: one side loses what the other gains.
   *[no] {""}
} This is no equality assessment. Before you decide, think through who could be hit harder here.
leaders-page-challenge = If it is challenged
leaders-page-challenge_none = Not worked out. { $missing ->
    [cost] Nobody has entered what a lost challenge would cost.
    [left] Nobody has entered how much of the risk would remain.
   *[both] Nobody has entered what a lost challenge would cost, and how much of the risk would remain.
}
leaders-page-takes_span = What { $span } would take
leaders-page-takes_prices = Staff time is priced at { $staff_hour } an hour, { $staff ->
    [yours] as entered
   *[assumed] which is an assumption
}{ $people ->
    [seats] , and the time of people with a seat at { $citizen_hour }, as entered. Nobody else is paid.
    [all] , and the time of all who take part at { $citizen_hour }, as entered.
   *[no] , and people's own time is not paid.
}
leaders-page-takes_besides = Entered besides hours, for one decision: { $parts }.
leaders-page-takes_besides_way = for { $way } { $costs }
leaders-page-challenge_rests = These sums rest on { $cost } for a lost challenge, and on how much of the risk stays: { $left }. { $saving ->
    [yes] A saving lost while the decision is taken again counts only if it is in that cost.
   *[no] Nothing else is counted for a lost challenge.
}
leaders-page-challenge_duty = A duty to ask is likely, and { $ways } would probably not meet it. Ask your lawyers.
# Under the headline: the next best way beside the one the page is about. $apart is written with its unit; "none" while it is not known.
# $status is whose it is: that of $other, named right before. $least is a way that would meet a likely duty and does not fit; else nothing.
# $say is "details" where in the cheapest way people choose details at most.
leaders-page-beside = { $status ->
    [cheapest] The cheapest way here that would probably meet the duty is { $other }{ $say ->
        [details] , but only if how, not whether, is still open
       *[more] {""}
    }. Compared with it,
    [unmet] Compared with { $other }, which would probably not meet the likely duty to ask,
   *[other] Compared with { $other },
} { $apart ->
    [none] only ranges can be given here.
   *[other] { $label } with { $way } is { $apart }.
}{ $least ->
    [none] {""}
   *[other] {" "}The cheapest way here that would probably meet the duty{ $say ->
        [details] , but only if how, not whether, is still open,
       *[more] {""}
    } does not fit: { $least }.
}
# Beside a headline about the cheapest way that would meet a likely duty; that the first way would not is said above it.
leaders-page-beside_itself = { $way } is the cheapest way here that would probably meet the duty{ $say ->
    [details] , but only if how, not whether, is still open
   *[more] {""}
}.
leaders-page-beside_takes = With { $way } it ends at { $range } { $unit }, against { $other_range }. For { $span }, { $way } takes about { $weeks } weeks and { $money }, against { $other_weeks } weeks and { $other_money }{ board-without_wait }.
# Where a way that a search found is compared and co-production is not; $takes is one of the next two, every difference is written with its unit.
leaders-page-looked_at = { $together ->
    [yes] { $found } does not decide it together, as { $lower } would.{" "}
   *[no] {""}
}{ $way } was looked at{ $takes } With { $lower_found }, compared with { $lower }: of those who lose, { $losing } accept the decision; of all people, { $all } accept it, and { $lose } lose by it.
leaders-page-looked_at_beyond = {" "}and does not fit: { $parts }.
leaders-page-looked_at_takes = : it takes about { $weeks } weeks and { $money }.
leaders-page-challenge_left = { $left } in 100 with { $way }
leaders-page-challenge_left_all = { $left } in 100
leaders-page-counted = How the sums are counted
leaders-page-models = In how many models it does not gain enough
leaders-page-rests = What it rests on
leaders-page-rests_entered = Entered: { $parts }.
leaders-page-rests_usual = Assumed, as nobody entered it: { $parts }.
leaders-page-rests_change = All of it can be changed under "The case".
leaders-page-rests_draft = { $lose ->
    [none] how well the first plan suits people: { $value }
   *[other] how well the first plan suits people: { $value } ({ $lose } in 100 lose by it in the model, before anybody is asked)
}
leaders-page-rests_zero_sum = { $answer ->
    [yes] that one side loses what the other gains
   *[no] that a plan in between can help both sides
}
leaders-page-rests_heat = how hot it is: { $value }
leaders-page-rests_months = months for a decision: { $value }
leaders-page-rests_count = decisions in a row: { $value }
leaders-page-rests_share_less_heard = less-heard people: { $value } in 100
leaders-page-rests_homophily = people talk only with people like themselves: { $value } in 100
# A council is asked about by no survey: its trust is set between two that are.
leaders-page-rests_institution = { $answer ->
    [council] trust at the start is set between that in parliament and that in the courts, nearer to parliament ({ $country }, by survey)
    [halfway] trust at the start is set half way between that in parliament and that in the courts ({ $country }, by survey)
   *[other] trust at the start is that of people in { $value } ({ $country }, by survey)
}
leaders-page-rests_survey = trust from a survey
leaders-page-rests_asked = The survey { $survey } asked: "{ $question }".
leaders-page-rests_scale = Read on the scale { $scale }; { $most ->
    [low] the lowest answer
   *[high] the highest answer
} is the most trust.
leaders-page-rests_order = Read as { $points } answers, from "{ $least }", the least trust, to "{ $most }", the most.
leaders-page-rests_answers = Answers used: { $used }; left out: { $left }.
leaders-page-left_previews = previews and tests: { $count }
leaders-page-left_unfinished = not finished: { $count }
leaders-page-left_no_answer = no answer on trust: { $count }
leaders-page-left_no_weight = no weight, or a weight of 0: { $count }
leaders-page-left_totals = rows of totals: { $count }
leaders-page-left_no_group = in neither group: { $count }
leaders-page-rests_trusting = { $weighted ->
    [yes] Of 100 who answered, by the survey's weights,
   *[no] Of 100 who answered,
} { $share } trust: they answered above the middle of the scale.
leaders-page-rests_trust_otherwise = You answered that trust is { $answer ->
    [low] little
   *[high] much
}; in your survey { $share } in 100 trust.
leaders-page-rests_groups = Trust is counted apart for less-heard people, { $share } in 100 of them all, and for the others.
leaders-page-rests_no_groups = The survey does not count less-heard people apart: the trust of all is taken for both groups.
leaders-page-rests_few = That is fewer than { $few } answers, or weights as if it were, so take what follows from the survey as a rough guide.
leaders-page-rests_campaign = false stories: { $value }
leaders-page-rests_rules = numbers inside the rules that were changed ({ $changed })
# On paper, where one sheet does not hold it all: below the first sheet, and above the second.
leaders-page-overleaf = More on the next sheet: what the answer rests on.
leaders-page-overleaf_of = What the answer rests on: { $title }
leaders-page-sign_about = On: { $title }
leaders-page-sign_name = Name
leaders-page-sign_signature = Signature
leaders-page-sign_date = Date
leaders-page-recommended = We recommend:
leaders-page-none_recommended = { $same ->
    [1] No way is recommended here yet. This page is about { $way }.
   *[0] No way is recommended here yet. This page is about { $way }, compared with { $first }.
}
# What is recorded of a case of the library.
leaders-page-ruling = What a court decided
leaders-page-ruling_text = { $said } Source: { $sources }.
leaders-page-law = The law
leaders-page-law_ask = Ask your lawyers whether you must consult, involve people, or weigh equality.
# On a page about a case of the library.
leaders-page-law_whose = These answers are those of whoever prepared this page: they are not facts about the case, and not what a court found.
leaders-page-law_text = This page cannot say what the law requires here.
leaders-page-gate = Should we ask?
leaders-page-sure = Each range holds 9 in 10 results { $span }, over { $over }, in made-up towns of { $citizens } people; { $entered ->
    [no] people's hours are for such a town
   *[yes] shares are applied to your { $people } people
}. The model was not adjusted to this case.
leaders-page-limits = What this cannot tell
leaders-page-limits_text = Whether people here will act like those in the studies, what a court would decide, or anything about a single person.
# What was typed under $label but is not counted; $before is the number that is counted instead, or "none".
leaders-page-unread = Not counted: "{ $typed }", typed under "{ $label }".{ $before ->
    [none] {""}
   *[other] {" "}{ $before } is counted instead.
}
leaders-page-overlong = Not on this page: the end of what was typed under "{ $label }". { $over ->
    [one] 1 letter is
   *[other] { $written } letters are
} too many.
leaders-page-unread_go = Correct it
leaders-page-do = What we would do
leaders-page-turned = Dials turned
leaders-page-do_dials = Each dial goes from 0 to 100. { $dials }
leaders-page-conditions_against = But with { $way }, { $dial } stands at { $value }: { $caption }
leaders-page-conditions_unpaid = But no pay is in the sums for { $way }: { $why ->
    [seats] only people with a seat are paid, and it has none.
   *[none] nobody entered any under "What it takes".
}
leaders-page-conditions_turn = Turn the dial to match
leaders-page-conditions_turn_which = Turn the dial to match: { $dial }, for "{ $condition }"
leaders-page-duty_unmet = { $way } would probably not meet the duty under "Should we ask?"; "Risks" says why.
leaders-page-duty_unmet_of = { $way } would probably not meet it: { $parts }.
leaders-page-duty_unmet_reasons = no reasons or options before the decision
leaders-page-duty_unmet_say = what people say can change nothing
leaders-page-duty_unmet_facts = the report is not open
leaders-page-duty_unmet_topic = topic and dates are not told
leaders-page-duty_unmet_access = too few ways to take part
leaders-page-duty_unmet_reply = no account of what became of the answers
leaders-page-duty_unmet_seats = too few seats ({ $seats })
leaders-page-duty_details = With { $ways }, people can choose details: too little for a duty to ask if it is still open whether to do it at all.
leaders-page-duty_seats = With { $way }, only { $seats } of { $people } people have a seat; ask your lawyers how all others are heard.
leaders-page-conditions = We sign up to
leaders-page-conditions_with = With { $way }, we sign up to
leaders-page-by = Prepared by { $by } on { $date } with coprod-sim { $version }.
leaders-page-made = Prepared on { $date } with coprod-sim { $version }.
leaders-wrong-link = The link is broken; a part of it may have been cut off on the way. The page starts afresh.
leaders-wrong-file = { $where } is not a saved view; a saved view is a file that ends in .coprod.json. Nothing was changed.
leaders-wrong-format = { $where } was saved in format { $found }; this version reads format { $allowed }. Nothing was taken from it.
leaders-wrong-version = { $where } was made with version { $found } of the kit, and this is version { $allowed }. Numbers can differ.
leaders-wrong-gone = { $where }: { $place } belongs to the first version of the model and was left out.
leaders-wrong-survey = { $where }: the survey in it has been changed and cannot be read. It was left out.
leaders-wrong-few = { $where }: the survey in it holds the answers of { $found } people. At least { $allowed } are needed, so that nobody's own answer can be read off the shares. It was left out.
leaders-wrong-unknown = { $where }: "{ $place }" is not part of a view and was left out.
leaders-wrong-kind = { $where }: { $place } is { $found }, but must be a { $allowed }. It was left out.
leaders-wrong-name = { $where } asks for { $entry ->
    [case] a case
    [ways] a way of asking people
    [recommended_way] a way of asking people
    [measure] a measure
    [over] a kind of range
    [span] a span of time
    [turned] a dial
    [assumptions] a number of the model
   *[other] an entry
} called { $found }, and there is none of that name here.{ $near ->
    [yes] {" "}Did you mean "{ $allowed }"?
   *[no] {""}
} It was left out.
leaders-wrong-range = { $where }: { $place } is { $found }, but must be { $allowed }. It was left out.
take-below = This is the page as it stands. Below it you can say which way you recommend and why, who prepared the page, and what you sign up to.
take-recommended_way = Which way do you recommend?
take-recommended_none = None yet
take-recommended_way_help = The page is then about this way: its headline, its risks, its price, the break-even and the conditions.
take-recommended_gone = You recommended { $way }. It is no longer compared, so the page recommends no way.
take-recommendation_kept = Your reason stays here, and is on the page only with a recommended way.
take-reasons_kept = What you wrote about { $ways } is kept. It comes back when you recommend { $count ->
    [one] that way
   *[other] one of them
} again.
take-recommendation = Why you recommend it
take-recommendation_help = One or two sentences of your own. They appear on the page, under the answer.
leaders-in_100 = in 100
leaders-why_intro = Why does { $label } { $span } come out as it does with { $goal }, compared with { $first }? The model can show how much each of the five steps adds or takes away, and how it works. It runs every mix of steps, which takes a few seconds. The ranges show luck alone.
leaders-why_two = Choose at least two ways under "What would happen" to see why they differ.
leaders-why_steps = What each step adds
leaders-why_channels = How it works
leaders-now_intro = Score how you involve people today. Go by what can be seen, not by what is intended. Ask two members of staff and two citizens, each on their own. The scores are about you, so they stay the same whichever case you look at.
leaders-why_runs = Each range holds 9 in 10 of { $runs } runs with the model as it stands.
leaders-making = One moment. The file is being made.
leaders-saved = { $name } is saved where your browser keeps what it downloads.
leaders-no_answer = The kit does not answer, so the file was not made. Save this view as a file, close the page, and open the kit again.
leaders-surveyed_share = { $share } in 100, as { $survey } says. To enter a share, take the survey out first.
leaders-surveyed_trust = This is not used now: how far people trust comes from { $survey }.
leaders-surveyed_country = Trust at the start comes from { $survey } now, and not from a survey of this country.
leaders-survey_kit = A survey of your own can be read by the kit on a computer: open this page there with the command "coprod-sim open". A view you save there carries the sums of the survey with it.
leaders-export = The leaders' page belongs here. Run this notebook in Jupyter to use it, or make a page for any browser with the command "coprod-sim site DIR".
