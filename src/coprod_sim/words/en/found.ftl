### What is found in many outcomes and in many models: what matters, when it does not pay, what it would take.
### Numbers, ranges, amounts and lists arrive written.

## What matters most

found-matters = We played { $points } ways this could come out. These explain most of the differences in acceptance among those who lose: { $parts }. From its lowest to its highest quarter, { $first } brings { $pull }.
found-matters-nothing = No single thing matters much here. The outcomes lie close together.
found-matters-part = { $what } ({ $range })

## Effects, alone and together

found-effects = We played { $points } ways this could come out. Differences in { $measure } come mostly from { $parts }. From its lowest quarter to its highest, "{ $first }" brings { $pull }. { $together } { $emulator }
found-effects-nothing = Nothing varied here makes much difference to { $measure }.
found-effects-part = "{ $what }" ({ $range } alone)
found-together = { $count ->
    [0] Each works mostly alone: what one adds depends little on the others.
   *[other] How much { $which } can do depends on the other inputs too.
}
found-emulator = { $sound ->
    [no] This rests on a quick copy of the model, and the copy failed its test, so do not lean on it.
   *[yes] This rests on a quick copy of the model. Tested on new points, it explained { $share } in 100 of the differences and was off by { $error } in 100.
}
found-error = { $size ->
    [small] less than 0.1
   *[large] about { $error }
}
found-threshold-never = We tried every value of { $name }. The mean gain in { $measure } stays { $side ->
    [above] above
   *[below] below
} { $least }.
found-threshold = The mean gain in { $measure } is { $side ->
    [above] above
   *[below] below
} { $least } once { $name } is past { $ends }. All other inputs vary freely.
found-threshold-unsure = There is such a point in { $share } of 100 random redraws of the results.

## When it does not pay

found-box-never = In all { $points } ways it could come out, { $goal } adds at least { $least } in 100 to { $what }.
found-box = In { $cases } of { $points } ways it could come out, { $goal } does not pay. There it adds less than { $least } in 100 to { $what }, or the decision gets worse.
found-box-no_rule = No simple rule tells these apart from the others.
found-box-rule = Most often that is when { $parts }. This rule covers { $covers } in 100 of the ways that do not pay. Of all it names, { $right } in 100 do not pay.
found-box-trade_off = A wider rule, for { $wide } in 100 of them, would be right in { $wide_right } in 100. A narrower one, for { $narrow }, would be right in { $narrow_right }.
found-box-doubt = Part of this rule may be chance: it did not hold in every test.
found-belief-limit = "{ $what }" { $side ->
    [above] above
   *[below] below
} { $value }
found-limit = { $what } is { $side ->
    [above] above
   *[below] below
} { $value }
found-limit-draft = { $side ->
    [above] the first plan suits people badly
   *[below] the first plan suits most people
}
found-limit-campaign = { $side ->
    [above] false claims are spread strongly
   *[below] few false claims are spread
}

## What would have to be true

found-goal = The cheapest way we found stands at: { $needed }, each from 0 to 100.
found-goal-spare = It needs nothing from { $spare }.
found-goal-reaches = It reaches { $target } in 100 in { $share } of 100 new runs. One decision then takes about { $weeks } weeks and { $money }.
found-goal-never = No setting of the dials gets { $what } to { $target } in 100 in { $often } of 10 runs. With every dial at its top it reaches { $best } in 100.

## How long trust takes

found-repair = Bad decisions involve people in name only; good ones are { $good }. Good decisions until trust is back where it was: { $parts }. Each takes { $each } here.
found-repair-part = after { $count } it takes { $range }
found-repair-late = { $count ->
    [one] After 1 bad one
   *[other] After { $count } bad ones
}, trust is not back within { $within } decisions in { $share } of 100 runs.

## In how many models it pays

found-open = It is still open whether these would rise or fall: { $which }.
found-against = { $bad ->
    [0] In all { $all } { $models }, { $way } pays here. Acceptance among those who lose is 5 in 100 or more above { $first }, and the decision is no worse.
   *[other] In { $bad } of { $all } { $models }, { $way } does not pay here. Acceptance among those who lose is less than 5 in 100 above { $first }, or the decision is worse.
}
found-against-beside = beside { $first } in { $bad } of { $all }
found-against-others = It does not pay { $parts }.
found-against-rival = Hardest to beat is a decision explained as openly that asks nobody; it was not compared here.
found-ahead = In { $count } of { $all } { $models }, { $way } is ahead of { $others } on all of { $measures }.
found-ahead-title = Ahead of { $others } after decision { $decision }
found-every_other = every other way
found-not_pay-title = When it does not pay, beside { $first }
found-wins-title = After decision { $decision }, share of { $models } in which each way wins, in 100
found-wins-close = Too close to call

found-belief-none = In these { $models } models, no single belief makes a clear difference. With more models, one might.
found-belief-line = Among models that put "{ $about }" below { $middle }, { $what ->
    [not_pay] it does not pay
   *[not_ahead] it is not ahead
} in { $low } of 100; among those that put it higher, in { $high } of 100.
found-belief-schools = If you think: "{ $one }", then { $what ->
    [not_pay] it does not pay
   *[not_ahead] it is not ahead
} in { $low } of 100 models. If you think: "{ $other }", then in { $high } of 100.
found-belief-corner = Among models that put { $parts }, { $what ->
    [not_pay] it does not pay
   *[not_ahead] it is not ahead
} in { $density } of 100. They are { $coverage } of every 100 models in which { $what ->
    [not_pay] it does not pay
   *[not_ahead] it is not ahead
}.
