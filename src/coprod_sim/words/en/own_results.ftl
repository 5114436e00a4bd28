### The own-case page: what the model gives for the scores, round by round.

## What it brings

own-brings-title = What it brings
own-brings-intro =
    The model takes your case and your scores to a made-up town.
    It runs everything that your scores allow, many times.
    So you get a range, never one number. It is not a forecast.
own-brings-need = First the scores: at least two people, and all score sheets in.
own-brings-to_score = Go to the scores
own-brings-go = Run it
own-brings-on = Go on to your plan

## What people would say

own-band-title = What people would say once it is decided
own-band-who = Who sees it like this
own-band-all = Our way today, all that the scores allow
own-band-staff = Our way, as staff see it
own-band-citizen = Our way, as citizens see it
own-band-tickbox = Tickbox consultation
own-band-co_production = Co-production
own-band-acceptance = How far people accept it: { $range }.
own-band-losers_acceptance = Among those who lose by it: { $range }.
own-band-trust = How far people trust you then: { $range }.
own-band-alone = Only one person has scored so far. The range comes from luck, and from rules nobody is sure of; a second person may see your work quite differently.
own-band-by_raters = Your different scores alone give this range of acceptance: { $range }. The rest of the range comes from luck, and from rules nobody is sure of.
own-band-staff_hope = If staff are right, the middle is { $staff } in 100. If citizens are right, it is { $citizens }.
own-band-citizens_hope = If citizens are right, the middle is { $citizens } in 100. If staff are right, it is { $staff }.
own-band-same = Staff and citizens would get much the same: { $staff } and { $citizens } in 100 in the middle.

## Who loses

own-losers-title = Who loses
own-losers-all = The decision leaves about { $middle } in 100 people worse off. Over all runs it is { $range }.
own-losers-affected = That is about { $range } of your { $people } people. The model ran a made-up town of { $citizens } people; its shares are applied to your number.
own-losers-groups = Among less-heard people it is about { $less } in 100. Among the well-connected it is about { $well }.
own-losers-came = Of the less-heard, { $less } take part. Of the well-connected, { $well } do.
own-losers-gap = The gap between the two groups in how far they accept it: { $range }.

## What one decision takes

own-cost-title = What one decision takes
own-cost-hours = About { $staff } hours of staff time, and { $each } hours of each person who takes part.
own-cost-money = At the usual prices for an hour of work, that is { $money }.
own-cost-in_time = It takes about { $weeks } weeks, and you have { $there }.
own-cost-late = It takes about { $weeks } weeks, but you have only { $there }. Do less, or move the day.

## Which dial first

own-first-title = Which dial first?
own-first-intro =
    We turn up one dial at a time, by one step, from where each of you sees it.
    Then we work out what that brings for the hours it takes. People's own hours count as well.
own-first-measure = What counts most for you?
own-first-measure_losers_acceptance = That those who lose can accept it
own-first-measure_acceptance = That people accept it
own-first-measure_trust = That people trust us
own-first-go = Find the first step
own-first-try = Try { $dial } first. One step up means: { $anchor }.
own-first-brings = For about { $hours } hours it moves { $measure }: { $gain }.
own-first-sure = It helped in { $up } of 100 runs. For the hours it takes, it helped most in { $plays } of 100.
own-first-unclear = We cannot be sure that these steps bring anything on their own: { $dials }. Hollow marks show them.
own-first-none = No single step brings anything we can be sure of. Plan two or more steps together.
own-first-top = Every dial is at the top already.
own-first-single = A step may need another one beside it. Telling people more, when nothing can change, can even make them think worse of it.
own-first-chart = What one step up brings
own-first-panel = { $measure }: gain for 10 hours
own-first-unit = in 100
own-first-gain_low = Gain in 100, low
own-first-gain_high = Gain in 100, high
own-first-hours = Hours more
own-first-per_ten = Gain for 10 hours
own-first-first = Came first, out of 100 runs

## Three months on

own-again-title = Score our case again
own-again-heading = Three months on
own-again-heading_intro =
    Come back in three months and score again, with the same people.
    Do not look at the old scores first. Afterwards you see both, and what has changed.
own-again-due = Your next round is due on { $day }.
own-again-start = Begin a new round today
own-again-need = The sheets of this round must all be in before a new one can begin.
own-again-undo = Take the new round out again
own-again-began = Round { $count } has begun. All sheets are empty. Go to "Score it".
own-again-wait = You see both rounds here when all sheets of the new one are in.
own-again-go = Run both rounds
own-again-kept = What was planned: { $done } of { $all } actions are done.

## The way between two rounds

own-path-title = What has changed since then
own-path-then = First round, { $day }
own-path-now = Last round, { $day }
own-path-no_day = no day given
own-path-what = What
own-path-up = { $dial } went up from { $before } to { $after } in 100.
own-path-down = { $dial } went down from { $before } to { $after } in 100.
own-path-same = No dial moved by as much as 5 points.
own-path-closer = Staff and citizens moved closer: they were { $before } points apart, and are { $after } now.
own-path-further = Staff and citizens moved apart: they were { $before } points apart, and are { $after } now.
own-path-gap_same = Staff and citizens are as far apart as before: { $before } points then, { $after } now.
own-path-band = The model gives this acceptance among those who lose: { $before } at first, { $after } now.
