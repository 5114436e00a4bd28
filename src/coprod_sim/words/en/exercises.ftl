### The exercises, and what their checks answer.

## Parts of the page

learner-page-list = All exercises
learner-page-exercise = The exercise
learner-page-progress = Your progress
learner-page-choose = Choose an exercise from the list first.

## The list

learner-catalogue-title = All exercises
learner-catalogue-intro = Take them in any order. Hints cost nothing. You may change any answer except a bet.
learner-catalogue-done = You have done { $done } of { $all }.

## Kinds of exercise

learner-kind-sort = sort
learner-kind-predict = bet
learner-kind-diagnose = find out
learner-kind-repair = repair
learner-kind-write = write
learner-kind-calibrate = guess and check
learner-kind-own = your own case

## The five steps

learner-step-awareness = Awareness
learner-step-buy_in = Buy-in
learner-step-expectations = Expectations
learner-step-performance = Performance
learner-step-feedback = Feedback
learner-step-all = All five steps

## One exercise

learner-exercise-facts = { $minutes } minutes. Step: { $step }.
learner-exercise-why = Why it matters
learner-exercise-example = See one like it, solved aloud
learner-exercise-yours = Your turn
learner-exercise-check = Check my answer
learner-exercise-again = Check again
learner-exercise-changed = You have changed your answer, so the old result is gone. Check it again.
learner-exercise-hint = Show a hint ({ $next } of { $all })
learner-exercise-show = Show an answer
learner-exercise-after_two = You can see an answer after two tries.
learner-exercise-try_first = Try it yourself first. Tries left: { $left }.
learner-exercise-model = One good answer
learner-exercise-sources = Where this comes from
learner-exercise-last_time = Last time you were here: { $state }.

## What a check found

learner-outcome-not_tried = Not tried yet
learner-outcome-not_yet = Not quite.
learner-outcome-nearly = Nearly.
learner-outcome-unmarked = You have not marked it yet.
learner-outcome-open = This question is open.
learner-outcome-yes = That is right.
learner-outcome-marked = You have marked every part.

## Putting in order

learner-order-choose = Choose one
learner-order-emptied = Place { $place } is empty now, because "{ $name }" stands in place { $now }.
learner-order-place = Place { $place } of { $all }

## Guessing a range

learner-range-low = Surely more than
learner-range-high = Surely less than

## Trying in the model

learner-lab-go = Try it in the model ({ $left } left)
learner-lab-runs = What you have tried
learner-lab-as_it_is = as it is
learner-lab-tried = Tried

## How a number is read off

learner-rule-difference = compared with the first way
learner-rule-gap = gap between the groups
learner-rule-gap_difference = gap, compared with the first way
learner-rule-change = change over time

## Repairing a plan

learner-repair-goals = What must be reached
learner-repair-what = { $rule ->
    [gap] The gap in "{ $measure }" between the groups
    [gap_difference] The gap in "{ $measure }" between the groups, compared with the first way,
    [difference] "{ $measure }", compared with the first way,
    [change] The change over time in "{ $measure }"
   *[value] "{ $measure }"
}
learner-repair-at_least = { $what } must come to { $mark } or more, in at least { $need } of 100 runs.
learner-repair-at_most = { $what } must come to { $mark } or less, in at least { $need } of 100 runs.
learner-repair-goal_at_least = { $mark } or more
learner-repair-goal_at_most = { $mark } or less
learner-repair-limits = What you have for one decision
learner-repair-takes = What this takes
learner-repair-within = { $name }: { $spent } used of { $limit }
learner-repair-too_much = { $name }: { $spent } used of { $limit }. That is too much.
learner-repair-back = Put the dials back

## Writing a text

learner-write-yours = Your text
learner-write-help = Between { $low } and { $high } words, in words and sentences that a pupil after { $grade } years of school can read (that is reading grade { $grade }). It is kept as you write.
learner-write-run = Make my own run
learner-write-mark = Mark your own text
learner-write-mark_how = Take one part at a time. Which of your sentences does it? If you change your text, marks on sentences that are gone are taken away.
learner-write-met = This does it: { $example }
learner-write-missed = This does not: { $example }
learner-write-choose = Choose
learner-write-own_words = Mine has it, in my own words or in several sentences
learner-write-missing = Mine does not have it yet
learner-write-hints = What a computer can count
learner-write-hints_how = These are hints, not marks. A computer counts; it does not understand what you wrote.
learner-write-weaker = A weaker answer
learner-write-weaker_which = Which parts does this one have?
learner-write-weaker_has = A teacher found these parts: { $parts }
learner-write-compare = Which of the two is nearer to yours? Change your marks if you now see it differently.

## One's own case

learner-own-open = Open the worksheet for your own case
learner-own-rubric = How others mark it

## How far one is

learner-state-not_tried = Not tried yet
learner-state-not_yet = Not yet
learner-state-open = The question is open
learner-state-yes = Yes
learner-state-marked = Marked by you

## What a plan may take

learner-budget-staff_hours = Staff hours
learner-budget-hours_each = Hours of each person who takes part
learner-budget-weeks = Weeks
learner-budget-money = Money
learner-budget-points = Hours of support

## What checks answer

learner-check-no_bet = Say first what you think will come out. "I don't know" is an answer too.
learner-check-bet = Your bet is not marked, because nobody can know the result before the run. Marked is what you say that you saw: it is right if this run shows it, and not wrong where other models show it.
learner-check-say_now = Say also what you see in the run: choose an answer to the question under its picture. Until then nothing is checked.
learner-check-answer_is = The answer is "{ $answer }".
learner-check-answer_most = The question is open. The answer that more models give than any other is "{ $answer }".
learner-check-answer_size = The direction is settled, and the size is open. The answer that more models give than any other is "{ $answer }".
learner-check-run_yes = In this run the numbers show this.
learner-check-run_no = In this run: not so. Its numbers show "{ $answer }".
learner-check-came_out_change = It began at { $start } and ended at { $end }. The change, taken before rounding, was { $value } { $unit }. The range in brackets holds 9 in 10 results, over the models that fit the findings.
learner-check-came_out_apart = The difference, taken before rounding, was { $value } { $unit }. The range in brackets holds 9 in 10 results, over the models that fit the findings.
learner-check-came_out = The result was { $value } { $unit }. The range in brackets holds 9 in 10 results, over the models that fit the findings.
learner-check-came_out_ways = The results ({ $unit }) were these: { $values }. The range in brackets holds 9 in 10 results, over the models that fit the findings.
learner-check-came_out_when = It was decision { $when }. The range in brackets holds 9 in 10 results, over the models that fit the findings.
learner-check-never = In the model as it stands it did not get there at all.
learner-check-models = In other models that fit the findings: { $count } of 100 give the answer { $answer }.
learner-check-models_open = In other models that fit the findings: of 100, { $answers }. No answer has 80 or more, so the question is open.
learner-check-models_not_yet = In other models that fit the findings: of 100, { $answers }. So hardly any give your answer; which of the others it is, they leave open.
learner-check-models_size = In other models that fit the findings: of 100, { $answers }. { $which ->
    [other] So { $agree } agree on another direction than this; the size is open.
    [few] So { $agree } agree on this direction, but hardly any on this size; the size is open.
   *[same] So { $agree } agree on this direction; the size is open.
}
learner-check-agreeing = { $much ->
    [all] all of them
    [nearly] nearly all of them ({ $count })
   *[most] most of them ({ $count }, and we call a direction settled from 80 on)
}
learner-check-models_each = { $count } give { $answer }
learner-check-order_open = In other models that fit the findings: { $count } of 100 give the order of this run. That is fewer than 80, so the question is open.
learner-check-order_held = In other models that fit the findings: { $count } of 100 give the order of this run.
learner-claims-about = The numbers in brackets count models and not people: in how many of 100 models that fit the findings the sentence is true. They do not say how large a difference is. Your run shows that.
learner-claims-held = in { $count } of 100 models
learner-claims-open = not settled: true in { $count } of 100 models
learner-claims-number = { $value } ({ $low } to { $high })
learner-check-order_right = In this run that is the order.
learner-check-order_wrong = In this run: not so. { $second } came out above { $first }.
learner-check-sort_none = Choose a place for at least one { $each } first.
learner-check-sort_count = { $right } of { $all } are where they belong.
learner-check-sort_again = { $count ->
    [one] Look at this one again: { $cards }
   *[other] Look at these again: { $cards }
}
learner-check-sort_left = Still to place: { $left }.
learner-check-sort_yes = Yes. { $why }
learner-check-sort_near = Near, and it counts half. { $why }
learner-check-sort_no = Not there. { $why }
learner-check-diagnose_none = Choose an answer first.
learner-check-part_yes = Yes. { $text }: { $why }
learner-check-part_no = Not this one. { $text }: { $why }
learner-check-count = { $right } of { $all } are right.
learner-check-open = There is no answer here yet.
learner-check-more = There is more to find: { $left }.
learner-check-repair_none = Turn a dial first.
learner-check-repair_yes = In this run it works, and it stays within what you have.
learner-check-over = { $name }: this takes { $spent }, and you have { $limit }.
learner-check-over_first = First bring this down to what you have. Goals count only within it.
learner-check-repair_number = { $name }: { $given } cannot be read. In the answer a dial stands as a number from { $low } to { $high }, such as { $half } for { $shown } on the page.
learner-check-missed = { $what } came to { $value } on average in this run, and the goal is { $goal }. It was met { $share } times in 100, and { $need } are needed. In other models that fit the findings: { $models } of 100 come to the goal on average.
learner-check-held = { $what } came to { $value } on average in this run, and the goal is { $goal }. It was met { $share } times in 100, and { $need } are needed. In other models that fit the findings: { $models } of 100 come to the goal on average.
learner-check-order_none = Put everything in order first.
learner-check-ranges_none = Give a low and a high number for each.
learner-check-rank_yes = In this run your order is near enough. It scores { $rank }, and { $need } is enough; 1 would be a perfect match.
learner-check-rank_no = In this run: not near enough. Your order scores { $rank }, and { $need } would be enough; 1 would be a perfect match.
learner-check-rank_order = The run gave this order: { $order }. The range in brackets holds 9 in 10 results, over the models that fit the findings.
learner-check-models_rank = In other models that fit the findings: your order scores { $need } or more in { $count } of 100. { $state ->
    [yes] So nearly all of them agree with it.
    [open] So some models agree with it and others do not.
   *[not_yet] An order drawn by lot would do so in about { $guess }.
}
learner-check-first = { $name } comes first in { $count } of 100 models that fit the findings.
learner-check-first_open = { $name } comes first in { $count } of 100 models that fit the findings and another in the others. So what comes first is not settled.
learner-check-range_in = In this run your range holds the result, { $value }. The range in brackets is over the models that fit the findings. In other models that fit the findings: it holds the result of { $count } of 100.
learner-check-range_out = In this run: not so. The result was { $value }, outside your range. The range in brackets is over the models that fit the findings. In other models that fit the findings: it holds the result of { $count } of 100.
learner-check-own_none = Nothing is done yet.
learner-check-own_done = Done: { $name }.
learner-check-write_none = Write your text first.
learner-check-write_signs = There are no words in your text yet; signs and single letters do not count as words.
learner-check-marked = You marked { $right } of { $all } parts as there.
learner-check-marked_how = Choose for each part the sentence that does it. Where none does, say so, and read what to add.
learner-check-marked_short = You have marked every part, but { $count } words are too few to be of use. Write at least { $low }, and then check again.
learner-check-marked_all = This is your own judgement; nobody has checked it. Now compare your text with two others, and change a mark if you see it differently.
learner-check-mark_open = Not marked yet.
learner-check-mark_there = You point at: "{ $sentence }"
learner-check-mark_own = You say that yours has it, in your own words.
learner-check-mark_missing = You say that it is missing. { $part }
learner-check-same_sentence = For { $count } of the { $all } parts you point at one and the same line: "{ $sentence }" Does it really do all of that? Read it once more beside each of these parts.
learner-check-short = Your text has { $count } words. Write at least { $low }.
learner-check-long = Your text has { $count } words. Keep to { $high } at most.
learner-check-banned = "{ $word }" keeps people out. Try "{ $instead }".
learner-check-long_sentence = This sentence is too long to hold in mind: { $sentence }
learner-check-grade = This reads at about grade { $grade }; the aim is { $limit }. Shorter words and sentences help.
learner-check-amount = We did not find { $amount } in your text. If you left it out on purpose, or wrote it in words, that is fine.
learner-check-figure = We did not find { $value } in your text. It is what your run gave ({ $name }).
learner-check-date = We did not find the date { $date } in your text. Is it there in another form? Then that is fine.
learner-check-no_sum = We could not add up your costs. We look for { $lines } lines or more with £ before a price, and one line with the word { $word }.
learner-check-sum = We took the last price of each line. Together they make { $sum }; your text says { $total }.

## What was handed in on a course

learner-marked-points = { $points } of { $most } points.
learner-marked-guess = A guess would get { $guess } of { $all } right, so points are given for what is right beyond that.
learner-marked-given = Your answer: { $given }
learner-marked-unread = What stands in the answer cannot be read as a whole answer: { $there } Copy your answer on the exercise's page, and paste it whole over what stands here.
learner-marked-nothing = No answer has been handed in. Copy your answer from the exercise and put it into the cell above, in place of what stands there.
learner-marked-begins = The cell above holds something, but no answer that can be read: { $there } An answer begins with "answer =", in small letters, and goes on with what is between curly brackets, in straight quotation marks. Copy your answer from the exercise with its button, and put all of it into the cell in place of what stands there.
learner-marked-readable = Your answer can be read. It is marked when you have handed it in.
learner-marked-order_left = The order is not finished: { $left } of { $all } have no place in it yet. Put everything in order on the exercise's page, and then copy your answer again.
learner-marked-left = Parts without an answer: { $left } of { $all }.
learner-marked-the_bet = Your bet, which is not marked: { $question }
learner-marked-no_table = The cell above holds no answer that can be read. Copy your answer from the exercise with its button, and put all of it into the cell in place of what stands there: it begins with "answer =" and has no quotation marks around it.
