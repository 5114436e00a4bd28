### The one page for a board. Numbers, ranges, amounts and lists arrive written; every text must be short, because all must fit on one page.

## What stands on every page

briefing-page-title = For the board
# Above a table that is wider than a phone.
briefing-page-slide = This table is wider than the screen. Slide it sideways to see every way.
briefing-page-table = Table: what each way leads to
briefing-page-signing = What we sign up to
briefing-page-prepared = Who prepared it
briefing-page-name = Name
briefing-page-signature = Signature
briefing-page-date = Date
briefing-page-assumed = What is assumed, and what the ranges mean
briefing-page-assumed_alone = What is assumed
briefing-page-cannot = What this cannot tell you
briefing-page-sources = Sources:
briefing-page-made = To repeat these numbers:
briefing-page-about = What it is about
briefing-page-annex = In full
briefing-page-overleaf = The link to this view is on page { $page }.
briefing-page-overleaf_below = The link to this view is at the end, under "In full".
briefing-page-shortened = Page { $page } has in full what was shortened or left out here.
briefing-page-shortened_below = What was shortened or left out here is at the end, under "In full".

briefing-signed_by = Prepared by { $by }.
briefing-signed_on = Prepared on { $date }.

## The head

briefing-kicker = For the board: { $kind ->
    [unplaced] a case of our own.
    [own] { $place }. A case of our own.
    [real] { $place }, { $years }. A real case.
   *[didactic] { $place }, { $years }. A case made up for teaching.
}
briefing-fact-what = The decision:
briefing-fact-who = Who decides:
briefing-fact-by_when = By when:
briefing-fact-affected = People affected:
briefing-fact-recommended = We recommend:
briefing-fact-turned = Dials turned:
briefing-fact-law = The law:
briefing-fact-gate = Should we ask people?

briefing-alone = { $way } leaves acceptance at { $range }. It was run alone, so there is nothing to compare it with.
briefing-price = { $count ->
    [1] It takes
   *[other] { $count } decisions take
} about { $weeks } weeks and { $money }, { $same ->
    [yes] as with { $first }.
   *[no] not { $first_weeks } weeks and { $first_money }{ board-without_wait }.
}
briefing-dials = { $way }, each dial from 0 to 100: { $dials }.{ $rest ->
    [0] {""}
   *[other] {" "}All other dials stand at 0.
}{ $seats ->
    [0] {""}
   *[other] {" "}Seats: room for { $seats } people.
}

## The table

briefing-table-measure = Measure
briefing-table-acceptance = Acceptance
briefing-table-losers_acceptance = Of those who lose, accept it
briefing-table-trust = Trust
briefing-table-reasoned_judgement = Reasoned judgement
briefing-table-quality = Decision quality
briefing-table-gap_acceptance = Gap between groups
briefing-table-losers = People who lose
briefing-table-losers_less_heard = Less-heard people who lose
briefing-table-away = Took no part
briefing-table-weeks = Weeks a decision
briefing-table-weeks_there = Weeks available
briefing-table-staff_hours = Staff hours a decision
briefing-table-staff_hours_there = Staff hours available
briefing-table-money = Money a decision
briefing-table-money_there = Money available
briefing-table-caption = In 100, { $when }. Quality: { $quality } Gap above 0: the well-connected accept more.
briefing-picture = Acceptance { $when }
briefing-picture-said = { $title }, as bands from the low to the high end: { $ends }.

## The parts

briefing-part-clearer = The clearer choice
briefing-part-none_recommended = Recommendation
briefing-part-happened = What really happened
briefing-part-built = What the case is built to show
briefing-part-matters = What matters most
briefing-part-against = In how many models it does not gain enough
briefing-part-rows = The rest of the table
briefing-part-not_pay = When it would not gain enough
briefing-part-would_have = What would have to be true
briefing-part-cost = What it costs
briefing-closest = What was done comes closest to { $way }. In the model, { $all } then accept it, and { $losers } of those who lose.
briefing-closest-absent = What was done comes closest to { $way }, which is not compared here.
briefing-hours = Hours for one decision: { $parts }. { $paid ->
    [no] An hour of staff time is priced at { $staff_hour }; people's own time is not paid.
    [seats] An hour of staff time costs { $staff_hour }; people with a seat are paid { $citizen_hour } an hour, and nobody else is paid.
   *[other] An hour of staff time costs { $staff_hour }, of people's own time { $citizen_hour }.
}
briefing-hours-way = with { $way }, { $staff } of staff and { $people } of people's own

## The foot

briefing-assumed = { $count ->
    [one] 1 thing is assumed about this case.
   *[other] { $count } things are assumed about this case.
} { $text }
briefing-rests_more = and { $count } more things
briefing-rests_usual = Assumed, as nobody entered it: { $parts }.
briefing-rules = { $changed ->
    [0] None of the { $all } numbers in the rules was changed.
   *[other] Numbers changed in the rules: { $which }.
}
briefing-rules-more = { $which } and { $count } more
briefing-reading = { $over ->
    [luck] Ranges hold 9 in 10 of { $runs } runs, { $words }: other towns, other luck. They leave out that the rules may be wrong, so they are too narrow.
   *[other] Ranges hold 9 in 10 results of { $draws } { $words }, each in { $towns } towns, and of the model as it stands in { $runs } towns.
}
briefing-limits-people = The people in it are made up; none of them is real.
briefing-limits-proof = That good involvement mostly wins acceptance follows from studies; it is no proof.
briefing-limits-serves = People can accept what harms them, so look at quality too. { $no_size }
briefing-sources-more = { $count } more, listed with the case
briefing-origin = coprod-sim { $version } (Python { $python }, numpy { $numpy }), seed { $seed }, { $runs } runs, { $draws } other models ({ $over }), inputs { $hash }, { $made }
briefing-again = To open this view again:
briefing-again-address = To open this view again, put this after the address of the page:
briefing-again-long = The link to this view is too long for paper. Save the view as a file to open it again.
