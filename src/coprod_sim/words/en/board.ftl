# The dial board. Read in Python and in the browser; ranges arrive as text, written by the same rules.

board-loading = Working it out.
board-rough = Rough so far: the figures are still being worked out and may change.
board-rough-unit = { $unit }, rough
board-part_failed = This part cannot be shown. The rest of the page works, and nothing you entered is lost. Change what is shown, or load the page again, to try once more.

## The answer

# $low and $high are already written as figures; $unit is "in 100" or "points".
board-answer-more = { $measure ->
    [acceptance] { $goal }: { $range } more people in 100 accept the decision than with { $first }.
    [losers_acceptance] { $goal }: of 100 people who lose by it, { $range } more accept it than with { $first }.
    [trust] { $goal }: trust ends { $range } points higher, out of 100, than with { $first }.
    [losers] { $goal }: { $range } more people in 100 lose by it than with { $first }.
    [took_part] { $goal }: { $range } more people in 100 take part than with { $first }.
   *[other] { $goal }: { $label } { $range } { $unit } higher than with { $first }.
}
board-answer-less = { $measure ->
    [acceptance] { $goal } does worse here: { $range } fewer people in 100 accept the decision than with { $first }.
    [losers_acceptance] { $goal } does worse here: of 100 people who lose by it, { $range } fewer accept it than with { $first }.
    [trust] { $goal } does worse here: trust ends { $range } points lower, out of 100, than with { $first }.
    [losers] { $goal }: { $range } fewer people in 100 lose by it than with { $first }.
    [took_part] { $goal }: { $range } fewer people in 100 take part than with { $first }.
   *[other] { $goal }: { $label } { $range } { $unit } lower than with { $first }.
}
board-answer-open = { $measure ->
    [acceptance] No clear difference: { $goal } may win { $more } more people in 100 than { $first }{ $none ->
        [less] , or none
       *[other] , or { $less } fewer
    }.
    [losers_acceptance] No clear difference among those who lose by it: { $goal } may win { $more } more in 100 than { $first }{ $none ->
        [less] , or none
       *[other] , or { $less } fewer
    }.
    [trust] No clear difference in trust: { $goal } may end { $more } points above { $first }{ $none ->
        [less] , or level with it
       *[other] , or { $less } below
    }.
   *[other] No clear difference in { $label }: { $goal } may end { $more } { $unit } above { $first }{ $none ->
        [less] , or level with it
       *[other] , or { $less } below
    }.
}
board-answer-mostly_more = { $measure ->
    [acceptance] { $goal } mostly does better, but this is not certain: { $none ->
        [less] none
        [above] { $less }
       *[other] { $less } fewer
    } to { $more } more people in 100 accept it than with { $first }.
    [losers_acceptance] { $goal } mostly does better, but this is not certain: of 100 people who lose by it, { $none ->
        [less] none
        [above] { $less }
       *[other] { $less } fewer
    } to { $more } more accept it than with { $first }.
    [trust] { $goal } mostly does better, but this is not certain: trust ends { $none ->
        [less] 0
        [above] { $less }
       *[other] { $less } points lower
    } to { $more } points higher than with { $first }.
    [losers] { $goal } mostly does worse, but this is not certain: { $none ->
        [less] none
        [above] { $less }
       *[other] { $less } fewer
    } to { $more } more people in 100 lose by it than with { $first }.
    [took_part] With { $goal } mostly more people take part than with { $first }, but this is not certain: { $none ->
        [less] none
        [above] { $less }
       *[other] { $less } fewer
    } to { $more } more in 100.
   *[other] { $goal }: { $label } is mostly higher than with { $first }, but this is not certain: { $none ->
        [less] 0
        [above] { $less }
       *[other] { $less } { $unit } lower
    } to { $more } { $unit } higher.
}
board-answer-mostly_less = { $measure ->
    [acceptance] { $goal } mostly does worse, but this is not certain: { $less } fewer to { $none ->
        [more] none
        [below] { $more } fewer
       *[other] { $more } more
    } people in 100 accept it than with { $first }.
    [losers_acceptance] { $goal } mostly does worse, but this is not certain: of 100 people who lose by it, { $less } fewer to { $none ->
        [more] none
        [below] { $more } fewer
       *[other] { $more } more
    } accept it than with { $first }.
    [trust] { $goal } mostly does worse, but this is not certain: trust ends { $less } points lower to { $none ->
        [more] 0
        [below] { $more } points lower
       *[other] { $more } points higher
    } than with { $first }.
    [losers] { $goal } mostly does better, but this is not certain: { $less } fewer to { $none ->
        [more] none
        [below] { $more } fewer
       *[other] { $more } more
    } people in 100 lose by it than with { $first }.
    [took_part] With { $goal } mostly fewer people take part than with { $first }, but this is not certain: { $less } fewer to { $none ->
        [more] none
        [below] { $more } fewer
       *[other] { $more } more
    } in 100.
   *[other] { $goal }: { $label } is mostly lower than with { $first }, but this is not certain: { $less } { $unit } lower to { $none ->
        [more] 0
        [below] { $more } { $unit } lower
       *[other] { $more } { $unit } higher
    }.
}
# On the better side, but most results gain less than is worth having; then in how many.
board-answer-little = { $goal } mostly { $better ->
    [low] lowers this by less here than is worth having
   *[high] gains less here than is worth having
}: { board-answer-ends }
board-answer-few = { $better ->
    [low] In { $share } of 100 results it lowers this by less than { $least } { $unit }{ $loses ->
        [yes] , or raises it
       *[no] {""}
    }.
   *[high] In { $share } of 100 results it gains less than { $least } { $unit }{ $loses ->
        [yes] , or loses
       *[no] {""}
    }.
}
# Where the model as it stands lies among those that the range is over, by how many of these gain less.
board-usual = { $place ->
    [top] The usual assumptions lie near the top of what { $over ->
        [not_ruled_out] fits the findings
       *[plausible] is plausible
    }: { $share } in 100 { $models } gain less.
    [bottom] The usual assumptions lie near the bottom of what { $over ->
        [not_ruled_out] fits the findings
       *[plausible] is plausible
    }: { $share } in 100 { $models } gain less.
   *[middle] The usual assumptions lie inside what { $over ->
        [not_ruled_out] fits the findings
       *[plausible] is plausible
    }: { $share } in 100 { $models } gain less.
}
# Nearly all results differ by less than the smallest gain worth having.
board-answer-hardly = { $goal } hardly differs from { $first }: { board-answer-ends_level }
# How far a way ends from the first, after a colon; $clear is "more", "less" or "open".
board-answer-ends = { $measure ->
    [acceptance] { board-answer-ends_people } people in 100 accept it than with { $first }.
    [losers_acceptance] of 100 people who lose by it, { board-answer-ends_people } accept it than with { $first }.
    [losers] { board-answer-ends_people } people in 100 lose by it than with { $first }.
   *[other] { $label } is { board-answer-ends_points } than with { $first }.
}
board-answer-ends_level = { $measure ->
    [acceptance] { board-answer-ends_people } people in 100 accept it.
    [losers_acceptance] of 100 people who lose by it, { board-answer-ends_people } accept it.
    [losers] { board-answer-ends_people } people in 100 lose by it.
   *[other] { $label } is { board-answer-ends_points }.
}
board-answer-ends_people = { $clear ->
    [more] { $range } more
    [less] { $range } fewer
   *[open] { $none ->
        [less] none to { $more } more
        [more] { $less } fewer to none more
        [both] as many
       *[no] { $less } fewer to { $more } more
    }
}
board-answer-ends_points = { $clear ->
    [more] { $range } { $unit } higher
    [less] { $range } { $unit } lower
   *[open] { $none ->
        [less] 0 to { $more } { $unit } higher
        [more] { $less } { $unit } lower to 0 higher
        [both] the same
       *[no] { $less } { $unit } lower to { $more } { $unit } higher
    }
}
# Said right after an answer whose way has no clear lead over the first, of another that fits: $kind is "clear" where that one
# has a clear lead, and $apart says how far; else "level": about as well on average, and far cheaper.
board-clearer = { $kind ->
    [clear] { $way } is the clearer choice: { $apart }{ $duty }.
   *[level] { $way } does about as well as { $spoken } on average{ $duty }.
}{ $cheaper ->
    [yes] {" "}It costs less: { $money } against { $other } for { $span }{ board-without_wait }.
   *[no] {""}
}
# Ends a sentence with sums of two ways, where a saving that was entered waits for the decision longer in one than in the other.
board-without_wait = { $waits ->
    [yes] , without what waiting for the saving costs
   *[no] {""}
}
board-answer-alone = { $goal }: { $label } ends at { $range } { $unit }.
board-answer-rough = { $goal }: { $label } at about { $value } { $unit }, { $gap ->
    [same] the same as with { $first }
    [more] about { $apart } more than with { $first }
   *[less] about { $apart } less than with { $first }
}.
board-answer-rough-alone = { $goal }: { $label } at about { $value } { $unit }.

## What is shown

board-case = The case
board-describe_own = Describe my own case
board-choices-now = You see { $label } { $span }. Change this
board-measure = Show
board-span = When
board-span-one = after one decision
board-span-series = { $count ->
    [one] after one decision
   *[other] after { $count } such decisions
}
board-span-told = { $count } decisions like this one: { $pace }.
board-once-told = In the model, one decision takes { $months } { $plural ->
    [1] month
   *[other] months
} from the first word in public, whichever way is chosen. The weeks of work that each way takes are counted apart.{ $count ->
    [1] {""}
   *[other] {" "}A series is { $count } of these, one after another, among the same people.
}
board-over = Range over
board-over-plausible = plausible assumptions
board-over-not_ruled_out = models that fit the findings
board-over-luck = luck alone
board-ways = What is compared
board-ways-now = Choose what is compared
board-way = { $place ->
    [0] First way
    [1] Second way
   *[other] Third way
}
board-remove = Leave { $way } out
board-add = Add a way

## The picture

board-picture = { $label } { $span }: { $rows }.
# What the picture measures, said above it.
board-picture-title = { $measure ->
    [acceptance] Of 100 people, how many accept the decision
    [losers_acceptance] Of 100 people who lose by it, how many accept it
    [losers] Of 100 people, how many lose by the decision
    [took_part] Of 100 people, how many take part
   *[other] { $label }, { $unit }
} ({ $span })
board-picture-row = { $way } { $range } { $unit }
board-picture-key = Pale: 9 in 10 results, over { $over }. Dark: 9 in 10 over luck alone. Line: the model as it stands.
board-picture-key-luck = Bar: 9 in 10 results, over luck alone. Line: the mean. The rules themselves may be wrong, so these bars are too narrow.
board-turned = { $way } as set here: { $dials }.
board-way-set = { $way } as set here
# $limits is what a search was for, such as "10 weeks and £30,000".
board-way-found_earlier = A way found earlier, for { $limits }
# A way that a search found, once a dial of it was turned: it is the best within nothing any more.
board-way-found_turned = The way found, changed by hand
board-found_changed = The way found was sought for { $limits }{ $changed ->
    [limits] , which is not what is entered now
    [case] , before the case was changed
   *[both] , before the case and these limits were changed
}.{ $steps ->
    [yes] {" "}Search again under "Why".
   *[no] {""}
}
board-way-set_how = { $way } as set here ({ $dials })
board-turned-asked = Anybody asked
board-turned-asked-yes = yes
board-turned-asked-no = no
board-turned-more = { $count ->
    [one] one more dial
   *[other] { $count } more dials
}
board-turned-own = Set here: { $dials }. Where every other dial stands is the kit's own starting value, not a finding.
board-turned-dial = { $dial } at { $value } instead of { $was }
board-besides-more = { $range } more than { $first }
board-besides-less = { $range } less than { $first }
board-besides-mostly_more = { board-besides-open }
board-besides-mostly_less = { board-besides-open }
board-besides-little = { board-besides-hardly }
board-besides-hardly = { $clear ->
    [more] { board-besides-more }
    [less] { board-besides-less }
   *[open] { board-besides-open }
}
board-besides-open = { $none ->
    [less] none to { $more } more than { $first }
    [more] { $less } less to none more than { $first }
    [both] the same as { $first }
    [above] { board-besides-more }
    [below] { board-besides-less }
   *[other] { $less } less to { $more } more than { $first }
}
board-first = the others are compared with this one

## The dials

board-dials = Turn the dials
board-dials-of = Dials of { $way }
board-dials-back = Put these dials back
board-dials-steps = The five steps
board-dials-ground = What they stand on
board-dial-box = { $dial }, { $unit }
board-dial-value = { $value } { $unit }: { $caption }

## What a way is, in the dials' own words

board-done-dial = { $dial } ({ $value }): { $caption }
board-done-hardly = Hardly done: { $dials }.
board-done-not = Not done: { $dials }.
board-done-seats = Seats: room for { $seats } people.

## Three numbers

board-facts = Three numbers
board-fact-ahead = { $share } in 100
board-fact-ahead-said = In this many results { $goal } is ahead of { $first } by { $by } { $unit } or more.
board-fact-lose = { $range } in 100
board-fact-lose-said = This many people lose by the decision with { $goal }. With { $first } it is { $other }.
board-fact-lose-said-alone = This many people lose by the decision.
board-fact-weeks = { $weeks ->
    [1] 1 week
   *[other] { $weeks } weeks
}
board-fact-weeks-said = So long is the work for each decision with { $goal }, getting ready included. With { $first } it is { $other }. Staff time for { $span } is { $hours } hours.
board-fact-weeks-said-alone = So long is the work for each decision, getting ready included. Staff time for { $span } is { $hours } hours.
board-one-decision = one decision
board-all-decisions = { $count } decisions

## Who loses

board-losers = Who loses by it
board-losers-share = Lose by the decision
board-losers-accept = Of those who lose, accept it all the same
board-losers-said = With { $way }, { $range } people in 100 lose by { $count ->
    [1] the decision
   *[other] the last of { $count } decisions
}. Of those who lose, { $accept } in 100 accept it all the same.
board-affected-said = Of your { $people } people, about { $lose } lose by it with { $way }. Of all { $people }, winners and losers alike, about { $accept } accept it.
board-affected-lose = With { $way }, about { $lose } of your { $people } people lose.
board-affected-town = The model runs a made-up town of { $citizens } people, and its shares are applied to your number.
board-came-none = With { $way }, nobody takes part.
board-came-all = With { $way }, { $range } people in 100 take part; there is room for all who come.
board-came-full = With { $way }, { $seats } people take part, as there are { $seats } seats. That is { $share } in 100 of a town of { $citizens }.
board-came-often_full = With { $way }, { $people } people take part, as there are { $seats } seats. That is { $share } in 100 of a town of { $citizens }.
board-came-seats = With { $way }, { $range } people in 100 take part; there is room for { $seats } people.
board-losers-none = With { $way }, nobody loses by { $count ->
    [1] the decision
   *[other] the last of { $count } decisions
}.

## Over the decisions

board-series = Decision by decision
board-series-foot = Decision ({ $pace })
board-series-said = { $label } after each of { $count } decisions: { $pace }.
board-series-ends = { $way }: { $from } after the first, { $to } after the last.
board-decision = Decision { $number }

## Cost

board-cost = What it takes
# $own is "none" where no hours or weeks were entered, "some" or "all".
board-cost-intro = For { $span }, like the picture above.{ $own ->
    [none] {" "}Hours and weeks are the kit's assumptions, not a count of your work.
    [some] {" "}Hours and weeks without a * are the kit's assumptions, not a count of your work.
   *[all] {""}
}
# Says for how many people the hours and the sums beside it are; $entered is "yes" where somebody entered how many a decision affects.
board-cost-size = { $entered ->
    [yes] People's own hours, and their pay, are for your { $people } people. Seats and all other figures do not grow with them, and staff hours and weeks are the same for any number of seats.
   *[no] People's own hours, and their pay, are for the made-up town of { $citizens } people. Among more people more would answer, but seats stay as they are. Staff hours and weeks are the same for any number of seats.
}
board-cost-seats = { $way } has { $seats } seats. With all of them taken, its people give { $hours } hours. In some of the made-up towns fewer want a seat.
board-cost-way = Way
board-cost-weeks = Weeks
board-cost-staff = Staff hours{ board-cost-span }
board-cost-people = People's own hours{ board-cost-span }
board-cost-cash = In money{ board-cost-span }
board-cost-span = { $count ->
    [1] {""}
   *[other] , all { $count }
}
board-cost-own = Your prices
board-cost-own-intro = Until you enter your own prices, we use the price of staff time that we assumed for this case. People's own time is then not paid.
board-cost-staff_hour = An hour of staff time
board-cost-citizen_hour = What you pay people for an hour
board-cost-assumed = { $amount }, assumed
board-cost-unpaid = not paid, until you enter what you pay
board-cost-yours = { $amount }, as entered
board-cost-clear = Remove
board-cost-range = Please give a number from { $low } to { $high }.
board-number-whole = Please give a whole number from { $low } to { $high }.
# Names of what a box asks for, as people write them behind a number. They are taken off, and no others.
board-number-units = { $unit ->
    [weeks] weeks, week, wks, wk
    [hours] hours, hour, hrs, hr, h
    [months] months, month
    [people] people, persons, person
    [decisions] decisions, decision
    [rate] an hour, per hour, /hour, /h
   *[share] in 100
}
# Said right below a box with a text in it.
board-text-long = There is room for { $most } letters here: { $over ->
    [one] 1 is
   *[other] { $written } are
} too many. All that you typed stays in the box. The page, a link and a file take the first { $kept } letters and end them with "…".
board-number-kept = Until then { $value } counts, as before.
board-number-of = { $label }, { $way }
board-cost-dear_hour = { $amount } for one hour? Please check. It is counted as you entered it.
board-cost-rounded = Sums that are estimates are rounded to three figures, after adding: parts may differ from their total by rounding.
board-cost-rounded_hours = A range of people's own hours is rounded to two figures.
board-cost-priced = Staff time is priced at { $amount } an hour, { $whose ->
    [yours] as entered
   *[assumed] which is assumed
}. People's own time is { $paid ->
    [no] not paid
    [seats] paid at { $pay } an hour where a way has seats. In a way without seats nobody is paid
   *[all] paid at { $pay } an hour, for everybody who takes part
}.
board-pays = Whom you pay
board-pays-seats = Only people with a seat
board-pays-all = Everybody who takes part
board-pays-help = Those who only answer a questionnaire or come to an open meeting have no seat.
board-limits = What you have for one decision
board-limits-intro = A way that takes more than you have is named beside the answer.{ $steps ->
    [yes] {" "}The search under "Why" looks for what fits.
   *[no] {""}
}
board-limits-weeks = Weeks you have
board-limits-weeks_help = Until the decision. Leave it empty if time is no limit.
board-limits-budget = Money you have ({ $currency })
board-limits-budget_help = For staff time, for people's time if you pay for it, and for what else you entered, such as rooms. Leave it empty if money is no limit.
board-limits-hours = Staff hours you have
board-limits-hours_help = For one decision, of all staff together. Leave it empty if staff time is no limit.
# Said right below a box, of a number that fits but is hardly meant; $said says what looks wrong.
board-check = Please check: { $said }
board-limits-zero = no way fits into 0. If this is no limit, leave it empty.
board-limits-none = no limit, until you enter one
board-efforts = Your own figures for { $way }
board-efforts-intro = For one decision. What you enter here takes the place of what the kit assumes, which is the same for a village and a city. It stays as you entered it when you turn the dials of this way. It changes what this way costs and how long it takes, not what it achieves in the model: that follows from the dials alone.
board-efforts-staff_hours = Staff hours
board-efforts-hours_each = Hours that each person gives
board-efforts-weeks = Weeks it takes
# Said where far less was entered for a way than its dials come to; $parts is a list of the three below.
board-efforts-low = For { $way }: { $parts }. Can it really be done with that? It is counted as entered.
board-efforts-low_staff_hours = { $amount ->
    [one] 1 staff hour
   *[other] { $own } staff hours
} (its dials come to { $usual })
board-efforts-low_hours_each = { $amount ->
    [one] 1 hour of each person
   *[other] { $own } hours of each person
} (its dials come to { $usual })
board-efforts-low_weeks = { $amount ->
    [one] 1 week
   *[other] { $own } weeks
} (its dials come to { $usual })
# Said beside the answer wherever hours or weeks were entered for ways.
board-efforts-only = What was entered for { $ways } changes { $count ->
    [one] what it costs and how long it takes, not what it achieves in the model.
   *[other] what they cost and how long they take, not what they achieve in the model.
}
board-efforts-mark = { $value } *
board-efforts-marked = * Entered, or worked out from what was entered alone.
board-cost-guide = What others have paid: published prices
board-cost-guide-what = What
board-cost-guide-amount = Amount
board-cost-guide-source = Source
board-cost-guide_below = Published prices are below.
board-besides_whose = Which way
board-besides_intro = Costs besides hours: we assume nothing here. What you leave empty is not counted.
board-besides_costs-venue = Rooms, food and equipment
board-besides_costs-recruitment = Finding people by lot
board-besides_costs-facilitation = Those who run the meetings, and experts
board-besides_costs-members = Pay, travel and care of members, unless paid by the hour above
board-besides_short-venue = rooms
board-besides_short-recruitment = finding people by lot
board-besides_short-facilitation = those who run the meetings
board-besides_short-members = { $paid ->
    [no] pay and travel of members
   *[other] travel and care of members
}
board-besides_left = left out until you enter it
board-besides_without = Not in the sum for { $way }: { $what }.
board-besides_all = The costs of { $way } besides hours are in the sum, as entered.
# Beside the published price of the same kind of work: $kind is "jury" or "open".
board-besides_below = { $entered ->
    [all] With what you entered, { $way } costs { $sum }{ $series ->
        [yes] {" "}for one decision
       *[no] {""}
    }. That
    [some] { $large } costs { $sum }{ $series ->
        [yes] {" "}for one decision
       *[no] {""}
    }, by what you entered and by hours that are assumed. That
   *[none] The { $sum } for { $way }{ $series ->
        [yes] , for one decision,
       *[no] {""}
    }
} is less than the { $kind ->
    [jury] { $low } to { $high } published for citizens' juries
   *[open] { $low } or so published for one ordinary open consultation
}.
# What was entered that the decision saves a year, and for each way but the first how much later, or earlier, that begins; $sides says which of the two.
board-delay = As entered, the decision saves { $amount } a year. Compared with { $first }, the saving begins { $ways }. Here each way is taken to be decided as soon as its work is done. The table rounds weeks up, these are not rounded. { $sides ->
    [later] This loss is not in the table of what it takes; the sums with the risk of a lost challenge count it in.
    [earlier] This gain is not in the table of what it takes; the sums with the risk of a lost challenge count it in.
   *[both] These gains and losses are not in the table of what it takes; the sums with the risk of a lost challenge count them in.
}
board-delay-each = This is the loss or gain of one decision, not of all { $count }.
# Stands beside a saving that was entered: it may not come at all.
board-delay-at_risk = Here we take it that the saving comes{ $sides ->
    [later] , only later
    [both] , at another time
   *[other] {""}
}. A decision that people really share may keep what was to be closed or moved: then { $amount } a year is not saved. How likely that is, this model cannot say.
board-delay-way = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
} { $side ->
    [later] later with { $way } ({ $money } lost)
   *[earlier] earlier with { $way } ({ $money } gained)
}
board-cost-there = Weeks available
board-cost-there_each = Available
# Hours or money that there are for each decision, in a column for several: for all of them, and for each.
board-cost-there_all = { $all } ({ $each } each decision)
board-cost-there_whose = { $whose ->
    [yours] { $weeks }
    [date] { $weeks }, from your date
    [months] about { $weeks }, from your months
    [nobody] not entered
   *[assumed] { $weeks }, assumed
}
board-cost-weeks_each = Weeks, each decision
board-weeks-there = { $whose ->
    [yours] You have { $weeks }
    [date] Until your date there are { $weeks }
   *[assumed] We assume you have { $weeks }
} { $weeks ->
    [1] week
   *[other] weeks
}{ $series ->
    [1] {" "}for each decision
   *[0] {""}
}.
# The day entered for a series is that of its last decision: $all weeks are shared among $count.
board-weeks-there_dated = Until your date there are { $all } weeks for { $count } decisions, one after another: { $weeks } for each.
board-weeks-each = { $weeks } for each decision
board-weeks-some = { $count ->
    [one] Only this takes longer: { $ways }.
   *[other] These take longer than that: { $ways }.
}
# Said below a headline that none fits: it has named the weeks there are.
board-weeks-all = The weeks they take: { $ways }.
board-staff-beyond = You have { $there } for one decision. { $count ->
    [one] Only this needs more: { $ways }.
   *[other] These need more than that: { $ways }.
}
board-money-beyond = You have { $there } for one decision. { $count ->
    [one] Only this costs more: { $ways }.
   *[other] These cost more than that: { $ways }.
}
board-fits = { $count ->
    [one] Of the ways compared only { $ways } fits{ $duty }.
   *[other] Of the ways compared these fit: { $ways }{ $duty }.
}
# Ends a sentence that puts ways forward, where a duty to ask is likely: it is $duty there.
board-unmet = { $which ->
    [one] , but it would probably not meet the likely duty to ask
    [all] , but they would probably not meet the likely duty to ask
   *[some] , but { $ways } would probably not meet the likely duty to ask
}
board-none_fits = None of these ways fits into your { $limits }.
board-none_fits-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
board-none_fits-staff_hours = { $count ->
    [one] 1 staff hour
   *[other] { $hours } staff hours
}
# $way is over the limits that were entered, which $limits names.
board-way_beyond = { $way } (beyond your { $limits })
board-recommended_late = The way you recommend does not fit: { $parts }.
board-recommended_late-weeks = it takes { $takes } weeks (you have { $there })
board-recommended_late-staff_hours = it takes { $takes } staff hours (you have { $there })
board-recommended_late-money = it costs { $takes } (you have { $there })
# What has to be said beside the answer, on every paper in the same words.
board-care-title = Take care
board-care-harms = With { $way }, the decision leaves people worse off on average.
# More lose, or the decision is worse, in so many of 100 results that are paired run by run: said where that is most of them.
board-care-more_lose = With { $way }, more people lose than with { $first } in { $share } of 100 results: on average { $mean } in 100, against { $first_mean }.
board-care-worse = With { $way }, the decision serves people less well than with { $first } in { $share } of 100 results.
board-care-misled = With { $way }, more people say yes to what does not serve them than with { $first }.
# $who set them: the "case", or somebody "other".
board-care-outside = { $count ->
    [one] One number of the model is set
   *[other] { $count } numbers of the model are set
} outside the range we think plausible, and used all the same: { $which }.{ $who ->
    [case] {" "}The case itself sets them: one side loses what the other gains.
   *[other] {""}
}
board-care-outside_one = { $label }, { $value } (plausible: { $least } to { $most })
board-size = All this was run in made-up towns of { $citizens } people. { $entered ->
    [no] Hours of people are for such a town; yours may be larger or smaller.
   *[yes] Its shares are applied to your { $people } people.
}
board-way-found = The way found
board-weeks-way = { $way } ({ $weeks })
# $weeks are those of the months entered for one's own case, from the first word in public to the decision; $there those that were entered.
board-weeks-months = { $months } months from the first word in public to the decision are about { $weeks } weeks, but { $whose ->
    [date] until your date there are { $there }{ $count ->
        [1] {""}
       *[other] {" "}for each of { $count } decisions
    }
   *[yours] { $there } weeks were entered for it
}.
# Where weeks were entered, and a day by which to decide that leaves more or fewer; $dated are those until then, and $each those of one decision.
board-weeks-dated = Until "{ $by_when }" there { $dated ->
    [one] is 1 whole week
   *[other] are { $dated } whole weeks
} from today{ $count ->
    [1] {""}
   *[other] , which is { $each } for each of { $count } decisions
}, but { $weeks ->
    [one] 1 week was
   *[other] { $weeks } weeks were
} entered. What counts here is what was entered: { $weeks }.
# Where no weeks were entered and no date could be read, but the months in public were entered.
board-weeks-of_months = No weeks were entered. Your { $months } from the first word in public to the decision are about { $weeks } weeks; getting ready may take as long again.
# Said after that of the ways that take more, getting ready included: $near by less than as long again, $far by more.
board-weeks-beyond_months = { $near_count ->
    [0] {""}
    [one] Getting ready included, this takes more than { $weeks } weeks: { $near }.
   *[other] Getting ready included, these take more than { $weeks } weeks: { $near }.
}{ $far_count ->
    [0] {""}
   *[other] { $near_count ->
        [0] {""}
       *[other] {" "}
    }Even with as long again that is too short for { $far }.
}
# Where the weeks there are follow from words that are no whole date. $earliest is whether they may also mean a later day.
board-weeks-counted = "{ $by_when }" is counted here as { $day }{ $earliest ->
    [yes] , the earliest day it can mean
   *[no] {""}
}.
# $by_when is what was entered, and no day can be read in it, or none after today.
board-weeks-undated = How many weeks there are until "{ $by_when }", nobody entered.
board-weeks-not_entered = Nobody entered how many weeks there are.
board-weeks-fit = All the ways compared here fit into that time.

## The rest

board-table = The numbers as a table
board-table-all = Every measure, as a table
board-table-means = What it says
board-table-of = { $what }: the numbers as a table
board-table-caption = Measured { $span }, from low to high, over { $over }.
board-sure = How sure is this?
board-sure-range = Each range holds 9 in 10 results, over { $over }.
board-sure-runs = There were { $runs } runs with the model as it stands, each in another town and with other luck.
board-sure-sets = Then we ran { $sets } { $models }, each in eight towns of its own.
board-sure-luck = This leaves out that the rules may be wrong, so the ranges are too narrow.
board-sure-same = All ways meet the same people and the same luck, so a difference can be clear although two ranges overlap.
board-honest = A thinking tool, consistent with published findings, not a forecast. It cannot say what the law requires.

## Trouble

board-cannot_run-old = This browser cannot run the model. It is too old, or WebAssembly is switched off: the model needs WebAssembly with SIMD, which browsers have had since 2023. Please open the page in a newer browser.
board-cannot_run-blocked = This browser cannot run the model, because the place this page comes from does not allow it. Those who run the web space can mend it: its Content-Security-Policy must name 'wasm-unsafe-eval' in script-src.
board-cannot_run-failed = This browser cannot run the model: a part of it could not be loaded, or could not be started. Please load the page again, or open it in another browser.
board-cannot_run-beforehand = The numbers you see were worked out beforehand, and the dials cannot be turned.
board-cannot_run-nothing = There are no numbers to show here. Those of the library's cases were worked out beforehand: choose one of them to see its numbers.
board-no_numbers = There are no numbers to show.
board-export = Here is a picture of a board with dials to turn. Run this notebook in Jupyter to turn them. The command "coprod-sim site --one FILE.html" writes a board that needs no Jupyter.
board-stopped = The model stopped and did not start again. What you set is still there. The numbers are the last ones that were worked out.
board-again = Try again

## The page around the board

board-title = what would happen
board-alone = This page holds one part of the kit: what would happen in one case, who loses by it, what it takes, and how sure that is. { $entered ->
    [1] What the answers to "Should we ask?" come to stands with the headline, and so does what is recommended. What is decided, the risks, the law and a challenge stand at the end. The answers themselves, why it comes out this way, what speaks against it and the page for a board
   *[0] Whether you must ask, why it comes out this way, what speaks against it and the page for a board
} are on the leaders' page. Ask whoever sent you this for its link or its pages.
board-no-script = This page runs a model in your browser, which needs JavaScript. Please switch it on for this page.
