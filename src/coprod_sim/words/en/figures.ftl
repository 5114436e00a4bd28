# Numbers in words. They arrive written, in hundredths; $unit is "in 100" or "points".

figure-nobody = no one
figure-span = { $low } to { $high }
figure-in_unit = { $figure } { $unit }
figure-more = { $range } more
figure-less = { $range } less
figure-either = between { $less } { $unit } less and { $more } { $unit } more
figure-after = { $decision ->
    [0] after the decision
   *[other] after decision { $decision }
}
figure-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
figure-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
figure-pace = { $months ->
    [1] one every month, { $all } in all
    [12] one every year, { $all } in all
   *[other] one every { $each }, { $all } in all
}
figure-list = { $first } and { $last }
# Too little was played to name a winner. $models is "plausible models" or "models that fit the findings".
figure-few_towns = { $runs ->
    [1] One run is one town, and another town could end differently, so we name no winner.
   *[other] { $runs } runs are only { $runs } towns, and others could end differently, so we name no winner.
}
figure-few_sets = We ran only { $sets } of the { $models }, too few to name a winner.

## A number that is typed, also on pages for learners

typed-refused = This was not done, because a number above is not taken as it stands: { $box }
typed-range = Please write a number from { $low } to { $high }. What stands here now is not taken.
typed-whole = Please write a whole number from { $low } to { $high }. What stands here now is not taken.
typed-any = Please write a number. What stands here now is not taken.
typed-two_ways = { $typed } can be read as { $thousands } or as { $decimals }. Please write { $whole } or { $decimals }.
typed-short = Please write it in full: { $whole }.
typed-share_doubt = Do you mean { $meant } in 100? What stands here now counts as { $value } in 100.
typed-unread = This cannot be read as one number. Please write it like 35.50 or 4,200.
typed-part = { $typed } can be read as { $share } in 100 or as { $hundreds } in 100. Please write { $share } or { $hundreds }.
figure-just_over = just over { $amount }
