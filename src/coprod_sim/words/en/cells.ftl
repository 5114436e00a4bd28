### What stands below a cell of a notebook whose last line is a case, a way, or a result.

cells-comparison = { $case }: { $decision ->
    [1] after the decision
   *[other] after decision { $decision }
}
# $runs: each run is another town with other luck. $over: what the other models are.
cells-played = { $runs } runs of every way with the model as it stands, each in another town and with other luck. A range holds 9 in 10 results, { $over }.
cells-measure = Measure
cells-between = { $mean } ({ $range })
cells-take_care = Take care

cells-sweep = { $points } points were run. At 9 in 10 of them the difference lies in these ranges:
cells-sweep-on = { $points } points were run on the case { $cases }. At 9 in 10 of them the difference after decision { $decision }, measured on { $group }, lies in these ranges:
cells-sweep-failed = { $count ->
    [one] One point could not be run. The table .failed says why.
   *[other] { $count } points could not be run. The table .failed says why.
}
cells-sweep-pair = { $way } instead of { $base }
cells-sweep-none = One way was run, so there is nothing to compare. The table with all points is .frame.

cells-sample-brings = What it brings
cells-sample-none = Nothing was measured at these points. The table with all of them is .frame.
cells-streamed = After decision { $decision }

# $case and $way: the titles of the case and of the way of involving people.
cells-town = { $case }: { $way }
cells-town-so_far = { $citizens } citizens; { $taken } of { $count } decisions are taken.
cells-town-after = After decision { $decision }

cells-case-done = What came of it
cells-case-settings = What the model is told
cells-case-asked = What is decided
cells-case-decisions = Decisions, and months for each
cells-case-count = { $count } ({ $months } months each)
cells-case-citizens = Citizens, and how many of them are less heard
cells-case-people = { $citizens } ({ $less_heard } less heard)
cells-case-ways = Ways that are compared
cells-case-facts = Figures
cells-case-fact = What
cells-case-value = Value
cells-case-assumed = Assumed
cells-case-sources = Sources
cells-case-criticism = Criticism and limits

cells-way-decides = Decides: { $who }
cells-way-dials = Where the dials stand
cells-way-dial = Dial
cells-way-stands = Stands at

cells-found-cheapest = { $reached ->
    [yes] The cheapest way found that reaches the target
   *[no] No way reaches the target
}
cells-found-best = { $fits ->
    [yes] The best way found within the limits
   *[no] Nothing fits into the limits
}
cells-found-in_runs = Reached, in 100 runs
cells-found-most = The most that can be had, in 100
cells-found-mean = { $what }, in 100
cells-found-weeks = Weeks for one decision
cells-found-money = Money for one decision
cells-found-box = When it does not gain enough
cells-found-covers = Of those that gain too little, named by the rule, in 100
cells-found-right = Of those named, gain too little, in 100
cells-found-all = Of all points, gain too little, in 100
cells-found-limit = { $side ->
    [above] { $name } above { $value }
   *[below] { $name } below { $value }
}
cells-found-back = { $limit }: found again in this many of 100 random selections of the results
cells-found-what = What
cells-found-value = Value

cells-asked-cases = Case
cells-asked-compared = Compared
cells-asked-varied = Varied
cells-asked-nothing = nothing
cells-asked-measured = Measured
cells-asked-points = Points
cells-asked-points_of = { $method ->
    [sobol] { $points }, spread evenly between the ends (Sobol)
    [grid] every combination of the values
   *[list] the values side by side
}
cells-asked-runs = Runs at each point
cells-asked-seed = Seed of all luck
