# One citizen's story. Numbers from 0 to 1 arrive written, with two decimals.

story-who = Citizen { $number } is { $group ->
    [less_heard] less-heard
   *[well_connected] well-connected
}
story-start = { $who } and starts with trust { $trust }. Nothing is decided yet.
story-so_far = { $who }. { $came } { $verdict } { $trusting }
story-came = { $decisions ->
    [1] { $heard ->
        [0] They did not hear of the decision.
       *[other] They heard of the decision and { $came ->
            [0] did not take
           *[other] took
        } part.
    }
   *[other] They heard of { $heard } of the { $decisions } decisions, and took part in { $came }.
}
story-verdict = The last plan left them { $better_off ->
    [0] no better off
   *[other] better off
} (its worth to them was { $merit }). They felt { $fairly ->
    [0] unfairly
   *[other] fairly
} treated ({ $fairness } of 1) and { $accepted ->
    [0] did not accept it
   *[other] accepted it
}.
story-trust = { $moved ->
    [stayed] Their trust stayed at { $now }.
    [rose] Since the start their trust rose from { $before } to { $now }.
   *[fell] Since the start their trust fell from { $before } to { $now }.
}
