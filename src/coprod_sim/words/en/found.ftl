### What is found in many runs and in many models: what matters, when it does not gain enough, what it would take.
### Numbers, ranges, amounts and lists arrive written.

## What matters most

found-matters = We ran the case { $points } times with different inputs. These explain most of the differences in acceptance among those who lose: { $parts }. Where { $first } is in its highest quarter, the result is { $pull } than where it is in its lowest.
found-matters-nothing = No single thing matters much here. The results are close together.
found-matters-part = { $what } ({ $range })

## Effects, alone and together

found-effects = We ran the case { $points } times with different inputs. Differences in { $measure } come mostly from { $parts }. Where "{ $first }" is in its highest quarter, the result is { $pull } than where it is in its lowest. { $together } { $emulator }
found-effects-nothing = Nothing varied here makes much difference to { $measure }.
found-effects-part = "{ $what }" ({ $range } alone)
found-together = { $count ->
    [0] Each works mostly alone: what one adds depends little on the others.
   *[other] How much { $which } can do depends on the other inputs too.
}
found-emulator = { $sound ->
    [no] To save time we used a simplified copy of the model here. It did not pass our test, so please do not rely on this result.
   *[yes] To save time we used a simplified copy of the model here. Tested on new runs, it explained { $share } in 100 of the differences and was off by { $error } in 100.
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
found-threshold-unsure = When we picked results at random again 100 times, there was such a point in { $share } of them.

## When it does not gain enough

found-box-never = In all { $points } results, { $goal } adds at least { $least } in 100 to { $what }.
found-box = In { $cases } of { $points } results, { $goal } does not gain enough. There it adds less than { $least } in 100 to { $what }, or the decision gets worse.
found-box-no_rule = No simple rule tells these apart from the others.
found-box-rule = Most often that is when { $parts }. This rule covers { $covers } in 100 of the results that gain too little. Of all it names, { $right } in 100 gain too little.
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
    [above] false stories are spread strongly
   *[below] few false stories are spread
}

## What would have to be true

found-goal = The cheapest way we found has its dials at: { $needed }, each from 0 to 100.
found-goal-spare = It needs nothing from { $spare }.
found-goal-seats = { $seats ->
    [0] It has no seats: all who come have room.
   *[other] It has { $seats } seats.
}
found-goal-nobody = It tells people and asks nobody.
found-goal-reaches = It reaches { $target } in 100 in { $share } of 100 new runs of the usual model; in other models another way may be the cheapest. One decision then takes about { $weeks } weeks and { $money }.
found-goal-never = No setting of the dials gets { $what } to { $target } in 100 in { $often } of 10 runs. With every dial at its top, at least { $best } in 100 are reached that often.

## How long trust takes

found-repair = "Bad" decisions here involve people in name only, and "good" ones are { $good }. Good decisions until trust is back where it was: { $parts }. Each takes { $each } here.
found-repair-part = { $count ->
    [one] after 1 bad one it takes { $range }
   *[other] after { $count } bad ones it takes { $range }
}
found-repair-late = { $count ->
    [one] After 1 bad one
   *[other] After { $count } bad ones
}, trust is not back within { $within } decisions in { $share } of 100 runs.

## In how many models it gains enough

found-open = It is still open whether these would rise or fall: { $which }.
found-against = { $bad ->
    [0] In all { $all } { $models }, { $way } gains enough here. Acceptance among those who lose is { $least } in 100 or more above { $first }, and the decision is no worse.
   *[other] In { $bad } of { $all } { $models }, { $way } does not gain enough here. Acceptance among those who lose is less than { $least } in 100 above { $first }, or the decision is worse.
}
found-against-rival = It is hardest to do better than telling people just as openly without asking them. That was not compared here.
found-both-title = When it does not gain enough after decision { $decision }, in both sets of models
found-both = Counted among those who lose: in { $plausible } plausible models, and in { $fit } models that fit the findings, { $way } does not gain enough { $over }.
found-both-more = { $whole ->
    [yes] In every model of both sets it does not gain enough { $over }, by the same count.
   *[no] In { $plausible } plausible models, and in { $fit } that fit the findings, it does not gain enough { $over }, by the same count.
}
found-both-share = { $share ->
    [all] all { $all }
   *[some] { $bad } of { $all }
}
# Of the rival, where a duty to ask is likely: it may gain as much and yet not be allowed.
found-both-over_unmet = over { $way } (which would probably not meet the duty to ask)
found-both-over = over { $way }
found-both-meant = A way does not gain enough where less than { $least } in 100 more of those who lose accept it, or the decision is worse.
# Stands behind the counts, wherever they stand.
found-both-caution = The models that fit were chosen mainly by papers in which a shared decision feels fairer, so co-production fails less often in them.
found-both-why = Plausible models keep each number where its sources allow it. Those that fit also meet the published findings.
found-wins_over = In { $count } of { $all } { $models }, { $way } wins over { $others } on all of { $measures }.
found-wins_over-title = Wins over { $others } after decision { $decision }
found-every_other = every other way
found-not_pay-title = When it does not gain enough after decision { $decision }, compared with { $first }
found-wins-title = After decision { $decision }, share of { $all } { $models } in which each way wins, in 100
found-wins-close = Too close to call
found-wins-meant = A way wins where it leads every other way set beside it by more than luck would explain. Any other model is too close to call, and counts for no way.

found-belief-none = In these { $models } models, no single belief makes a clear difference. With more models, one might.
found-belief-line = Among models that put "{ $about }" below { $middle }, { $what ->
    [not_pay] it does not gain enough
   *[not_win] it does not win
} in { $low } of 100; among those that put it higher, in { $high } of 100.
found-belief-schools = If you think: "{ $one }", then { $what ->
    [not_pay] it does not gain enough
   *[not_win] it does not win
} in { $low } of 100 models. If you think: "{ $other }", then in { $high } of 100.
found-belief-corner = Among models that put { $parts }, { $what ->
    [not_pay] it does not gain enough
   *[not_win] it does not win
} in { $density } of 100. They are { $coverage } of every 100 models in which { $what ->
    [not_pay] it does not gain enough
   *[not_win] it does not win
}.
