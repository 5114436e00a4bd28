# Sentences made from the numbers of a comparison. Ranges, differences, prices and lists arrive written.
# Which variant holds is decided in coprod_sim/results/deciding.py.

said-alone = { $way } leaves acceptance at { $range } { $when }. Nothing else was run, so there is nothing to compare it with.
said-lead = { $lead ->
    [first_clear] { $way } ends with the most acceptance: { $range }. Below it: { $others }.
    [first_open] { $way } ends with the most acceptance: { $range }. But its lead over the others may be zero.
    [other_clear] { $way } ends with the most acceptance: { $range }. { $first } ends at { $first_range }. Set side by side, run by run, that is { $apart }.
    [other_clear_little] { $way } mostly gains less over { $first } than is worth having. With the model as it stands, it ends with { $by_luck } acceptance; { $over } the difference is { $apart }.
    [other_little] { $way } mostly gains less over { $first } than is worth having. With the model as it stands, it ends with { $by_luck } acceptance; { $over } the difference is { $apart }.
    [other_hardly] { $way } hardly differs from { $first }. With the model as it stands, it ends with { $by_luck } acceptance; { $over } the difference is { $apart }.
    [other_mostly] { $way } mostly does better, but this is not certain. With the model as it stands, it ends with { $by_luck } acceptance than { $first }. But { $over } the difference is { $apart }.
    [other_mostly_less] { $way } mostly does worse, but this is not certain. With the model as it stands, it ends with { $by_luck } acceptance than { $first }. But { $over } the difference is { $apart }.
   *[other_open] There is no clear winner. With the model as it stands, { $way } ends with { $by_luck } acceptance than { $first }. But { $over } the difference is { $apart }.
}
said-lead-level = There is no clear winner: { $ways } end level, as far as can be told. { $way } ends at { $range }.
said-besides = { $side ->
    [more] It is also ahead of { $first } on { $measures }.
    [open] There is no clear difference on { $measures }.
   *[less] It is behind { $first } on { $measures }.
}
said-misled = Take care: more people say yes to what does not serve them.
said-harms = And the decision leaves people worse off on average.
said-weeks = It takes about { $weeks } weeks, against { $first_weeks } with { $first }.
said-too_slow = But only { $there } weeks are available.
said-not_first = { $way } does not come first here.

said-ends = { $lead ->
    [first_clear] { $way } ends { $best }.
    [first_open] { $way } ends { $best }, but not clearly so.
    [other_clear] { $way } ends { $best }: { $apart } than { $first }.
    [other_clear_little] { $way } ends { $best }: { $apart } than { $first }. That is mostly less than is worth having.
   *[other_open] { $way } ends { $best }, but its lead over { $first } may be zero.
}
said-level = { $whole ->
    [yes] { $ways } end level, as far as can be told.
   *[no] { $ways } end { $best }, and level with each other as far as can be told.
}
said-luck_alone = Over luck alone: { $said }
said-highest = highest
said-lowest = lowest

said-few-more_towns = Make { $runs } runs or more to see who is ahead.
said-few-more_sets = Run { $sets } or more of them to see who is ahead (--draws { $sets }, in Python draws={ $sets }).

## Why it comes out so

said-why-pair = This compares { $start } with { $goal }.
said-why-most = Of the five steps, { $step } brings the most: { $share }.
said-why-next = Then comes { $step }: { $share }.
said-why-none = None of the five steps that this way does brings a gain.
# Steps whose dials stand so low in this way that it hardly does them, or lower than in the first way: what they change is no gain of doing them.
said-why-less = Not named among these, because this way hardly does it, or does less of it than the first way: { $parts }.
said-why-ground = Open information, equal access, real influence and seats, on which the steps stand, bring { $share }.
said-why-channel = The largest part of the change comes about through { $channel }: { $share }.
said-why-against = This works the other way: { $parts }.
said-why-runs = They come from { $runs } runs with the model as it stands.

## How sure it is

said-over = { $words } ({ $sets ->
    [1] 1 model
   *[other] { $sets } models
})
said-sure-range = Each range holds 9 in 10 results, { $over }.
said-sure-runs = { $runs ->
    [1] We made one run with the model as it stands, and that is one town.
   *[other] We made { $runs } runs with the model as it stands, each in another town and with other luck.
}
said-sure-few_towns = So few runs cannot tell who is ahead.
said-sure-few_sets = So few models cannot tell who is ahead, and the ranges over them are too narrow.
said-sure-ends = Other { $over ->
    [luck] towns and other luck
   *[other] { $models }
} would also move the ends of a range: those of acceptance by about { $points } in 100 (standard error).
said-sure-models = { $over ->
    [plausible] Then we drew every free number in the rules from its plausible range. That gave { $draws } { $models }. Each was run in { $towns } towns of its own.
   *[not_ruled_out] Then we took { $draws } { $models }: the same rules, with other numbers in them. Each was run in { $towns } towns of its own.
}
said-sure-luck = The ranges leave out that the rules may be wrong, so they are too narrow.
said-sure-open = All meet the same people and the same luck. So a difference can be clear although two ranges overlap. Of { $all } differences to { $first }, { $open ->
    [0] none is unclear.
    [1] 1 is unclear: it may be zero, or comes nearer to it than { $near }.
   *[other] { $open } are unclear: they may be zero, or come nearer to it than { $near }.
}

## Who loses

said-losers-none = { $way }: nobody loses by the decision.
said-losers = { $way }: { $lose } people lose by the decision. Among less-heard people it is { $less_heard }, among the well-connected { $well_connected }. Of all who lose, { $accept } accept it all the same. { $side ->
    [more] The well-connected are readier to accept it, by { $apart }.
    [less] Less-heard people are readier to accept it, by { $apart }.
   *[open] Neither group is clearly readier to accept it.
}

## Cost

said-prices = In the sums: staff time at { $staff_hour } an hour{ $paid ->
    [no] . People's own time is not paid, so it is not in them.
    [seats] , and people's own time, which is paid at { $citizen_hour } an hour where a way has seats. In a way without seats nobody is paid.
   *[all] , and people's own time, which is paid at { $citizen_hour } an hour for everybody who takes part.
} { $besides ->
    [none] Rooms, travel and finding people are not in them either.
   *[other] Besides hours, what you entered is in them: { $besides }.
} A lost challenge, put at { $challenge }, is not in these sums.
said-law_unknown = The kit cannot say what the law requires here.
said-weeks_there = { $there } weeks are available.
said-efforts = Entered in place of what the kit assumes: { $ways }.
said-efforts-way = { $way } takes { $parts }
said-efforts-staff_hours = { $amount } staff hours
said-efforts-hours_each = { $amount } hours of each person who takes part
said-efforts-weeks = { $amount } weeks
said-late = These take longer than that: { $ways }.
said-in_time = All the ways compared here fit into that time.
said-even-mine = At your chance of { $chance } in 100, with the risk { $saving ->
    [yes] and the wait for the saving counted in
   *[no] counted in
}, { $base } costs { $base_money }; { $others }.
said-even-yours = No study gives this chance, so it is yours to set.
# $gain is "yes" where a saving that begins earlier is worth more than all it costs: $money is then how much more. $wait is what the wait for a saving costs of it, or "none".
said-even-way = { $gain ->
    [yes] { $way } brings in { $money } more than it costs, as its saving begins earlier
   *[no] { $way } costs { $money }{ $wait ->
        [none] {""}
       *[other] {" "}({ $wait } of it for the wait)
    }
}
# Where a saving waits for the decision, and somebody entered a date or weeks. $lost is what the wait from there comes to, "none" where both ways
# fit, and $side whether the other way begins later or earlier. $money is "none" where no chance was entered, or it would be below 0.
said-even-on_date = If a decision falls { $whose ->
    [date] on your date
   *[yours] when your weeks are over
}, or later only where the work takes longer, { $lost ->
    [none] nothing
   *[other] { $lost }
} is { $side ->
    [earlier] gained by being quicker
   *[later] lost by waiting
}: then { $other } { $money ->
    [none] {""}
   *[other] costs { $money } with the risk counted in, and{" "}
}{ $when ->
    [never] is never cheaper than { $base } here
    [anyhow] is cheaper than { $base } even without any challenge
    [below] is cheaper than { $base } only while the chance of a lost challenge is below { $chance } in 100
    [open] may be cheaper or dearer than { $base }, whatever the chance of a lost challenge
    [untold] may be cheaper or dearer than { $base }: these findings cannot tell from which chance of a lost challenge
   *[once] is cheaper than { $base } once the chance of a lost challenge is above { $chance } in 100
}.
# Where a part is missing that a sum needs; $ways are the ways for which it is.
said-even-left_missing = How much of the risk remains with { $ways } is not entered, so no sum with the risk can be given for { $count ->
    [1] it
   *[other] them
}.
# Where several decisions, one after another, are counted.
said-even-each = The risk of a lost challenge{ $saving ->
    [yes] , the wait for the saving
   *[no] {""}
} and the sums with it are those of one decision, not of all { $count }. Who takes part is counted as in the last of them.
said-even-when = { $when ->
    [never] On money alone, { $other } is never cheaper than { $base } here.
    [anyhow] On money alone, { $other } is cheaper than { $base } even without any challenge.
    [below] On money alone, { $other } is cheaper than { $base } only while the chance of a lost challenge is below { $chance } in 100.
    [open] On money alone, { $other } may be cheaper or dearer than { $base }, whatever the chance of a lost challenge.
    [untold] On money alone, it cannot be told from these findings whether, or from which chance of a lost challenge, { $other } is cheaper than { $base }.
   *[once] On money alone, { $other } is cheaper than { $base } once the chance of a lost challenge is above { $chance } in 100.
}
# Beside the next best way. $lawful says whether that is the least dear way compared that would probably meet a likely duty, where $first
# would probably not; $met says whether $other would.
said-even-beside = On money alone, { $when ->
    [never] { $other } is never cheaper here than { $base }
    [anyhow] { $other } is cheaper even without any challenge than { $base }
    [open] { $other } may be cheaper or dearer than { $base }
    [untold] it cannot be told from these findings whether { $other } is cheaper than { $base }
   *[other] { $other } is cheaper than { $base }
}{ $lawful ->
    [yes] , which would probably meet the duty
   *[no] {""}
}{ $when ->
    [below] , but only while the chance that { $first } is challenged and loses is below { $chance } in 100
    [once] , but only once the chance that { $first } is challenged and loses is above { $chance } in 100
   *[other] {""}
}{ $met ->
    [no] ; { $other } would probably not meet it.
   *[yes] .
}

## What this cannot do

said-limits-honest = A thinking tool, consistent with published findings, not a forecast.
said-limits-follows = That co-production tends to win follows from the findings the model is built on. The model cannot prove it.
said-limits-worth = Use it for sizes, costs, who is left out, and the cases where co-production loses.
said-limits-people = The people in it are made up. No number here counts real people.
said-limits-line = There are two groups of people, and one line along which a plan can move. Real life has more of both.
said-limits-assumed = Many numbers in the rules are assumptions. No study settles them.
said-limits-serves = Acceptance alone is not the goal, because people can accept what harms them. Read it next to quality and reasoned judgement.
said-limits-costs = Costs are rough. Ask the people who know your own.
