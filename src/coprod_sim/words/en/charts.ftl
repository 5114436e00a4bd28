### Titles, labels and findings of the charts. Ranges, amounts and lists arrive written.

# $ends: what each way ends at, as a list.
chart-ends = { $what }: { $ends }.
chart-alone = Only one way of involving people was run, so there is nothing to compare it with.

## Where each way ends

chart-dots = { $count ->
    [1] After the decision, measure by measure
   *[other] After decision { $count }, measure by measure
}

## Decision by decision

chart-over_time = { $count ->
    [1] { $what } after the decision
   *[other] { $what } over the decisions
}
chart-over_time-foot = { $count ->
    [1] After the decision ({ $each })
   *[other] Decision ({ $each } each)
}

## Differences to the first way

chart-paired = Differences to { $first }
chart-paired-zero = 0 = the same as { $first }
chart-paired-hollow = Hollow marker: no clear difference
chart-paired-ends = { $what } compared with { $first }: { $ends }.
chart-paired-unclear = { $count ->
    [0] No range includes zero, so all are clear.
   *[other] These ranges include zero, so they are not clear: { $which }.
}

## Both groups

chart-groups = Less-heard and well-connected people compared
chart-groups-name = { $group ->
    [less_heard] Less-heard people
   *[well_connected] Well-connected people
}
chart-groups-key = { $group ->
    [less_heard] Less-heard people: hollow
   *[well_connected] Well-connected people: filled
}
chart-groups-way = { $way } { $less_heard } among less-heard people, { $well_connected } among the well-connected

## What one decision takes

chart-costs = What one decision takes
chart-costs-staff_title = Staff time
chart-costs-people_title = People's time
chart-costs-weeks_title = Calendar time
chart-costs-money_title = Money
chart-costs-hours = hours
chart-costs-hours_all = hours, all together
chart-costs-weeks = weeks
chart-costs-limit = { $weeks } weeks available
chart-costs-limit_money = { $amount } available
chart-costs-way = { $way } about { $weeks } weeks and { $money }
chart-costs-ends = One decision takes: { $ends }.

## What each step or way of working brings

chart-shares = { $kind ->
    [channel] What each way of working brings
   *[step] What each step brings
}
chart-shares-part = Share in { $what }
chart-shares-way = From { $start } to { $goal }
chart-shares-most = From { $start } to { $goal }, { $what } changes most through these: { $parts }.
chart-shares-against = { $parts } works the other way.

## What matters most

chart-matters = What matters most
chart-matters-part = How much of the differences it explains
chart-matters-most = { $what } explains most of the differences between the results: { $part }.

## What false stories cost

chart-resilience = What a campaign of false stories costs
chart-resilience-lost = Acceptance lost
chart-resilience-ends = Acceptance lost to a campaign of false stories: { $ends }.

## What matters, alone and together

chart-effects = What matters, alone and together
chart-effects-how = { $how ->
    [alone] Explained alone
   *[together] Explained together with others
}
chart-effects-most = Alone or with others, { $what } explains { $together } of the differences. Alone it explains { $alone }.

## When it would not gain enough

chart-corner = When it would not gain enough
chart-corner-panel = { $what ->
    [bad] How many gain too little
    [sharp] How often the rule is right
    [wider] Of those a wider or narrower rule names, how many gain too little
   *[back] How often each limit was found again when we picked results at random
}
chart-corner-all = Of all results
chart-corner-covers = Of those that gain too little, named by the rule
chart-corner-right = Of those the rule names, gain too little
chart-corner-base = Of all, gain too little
chart-corner-wide = A rule that names { $covers } in 100
chart-corner-limit = { $what } { $side ->
    [above] above
   *[below] below
} { $value }
chart-corner-said = { $limits ->
    [0] No simple rule tells the results that gain too little from the others.
   *[other] The rule covers { $covers } in 100 of the results that gain too little. Of those it names, { $right } in 100 gain too little; of all results, { $all } in 100.
}

## What is gained, by what is assumed

chart-gains = What is gained, under each set of assumptions
chart-gains-unit = more, in points
chart-gains-said = { $what }: { $fitting } { $fitting_over }; { $usual } { $usual_over }.

## How long trust takes

chart-repair = Good decisions until trust is back
chart-repair-panel = Good decisions ({ $each } each)
chart-repair-after = { $count ->
    [1] After 1 bad decision: { $range }
   *[other] After { $count } bad decisions: { $range }
}
chart-repair-late = not back in that time
chart-repair-said = { $count ->
    [1] After 1 bad decision
   *[other] After { $count } bad decisions
} it takes { $range } { $one ->
    [1] good decision
   *[0] good decisions
} until trust is back where it was. Each takes { $each }.

## How good the simplified copy of the model is

chart-foretold = How good the simplified copy of the model is
chart-foretold-panel = Differences explained on new runs
chart-foretold-least = It does worst on { $what }: there it explains { $share } in 100 of the differences between new runs.

## Cost with the risk of a lost challenge

chart-even = Cost with the risk of a lost challenge
chart-even-unit = { $size ->
    [thousands] { $currency }, thousands, for one decision
   *[ones] { $currency }, for one decision
}
chart-even-foot = Chance of a lost challenge, in 100
chart-even-way = { $way } costs { $money }
chart-even-said = At a chance of { $chance } in 100, { $parts }.
