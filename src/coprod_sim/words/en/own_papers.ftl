### The own-case page: what is taken away, printed and read by others.

## Take it away

own-take-title = Take it away
own-take-intro = One page to print, one file to keep, and the files for the model.
own-take-there = What is there, and what is still missing
own-take-all_there = All parts are there.
own-take-state = State
own-take-done = There
own-take-missing = Missing
own-take-print = Save the page to print
own-take-print_help = Open the file and print it. It is made for A4, and reads well in black and white.
own-take-save = Save all my work as one file
own-take-open = Open a saved case
own-take-open_help = A file that ends in .owncase.json. It takes the place of what is here now.
own-take-opened = The saved case is open.
own-take-too_large = This file has { $size } MB. A saved case has less than { $most } MB, so this is something else.
own-take-files = Save the files for the model
own-take-files_help = The zip file holds your case and three ways of working: by the middle, the lowest and the highest scores.
own-take-calendar = Save the days for my calendar
own-take-look = Look again at my worksheet
own-take-back = Put back what was here before
own-take-was_put_back = What was here before is back.

## What should be there

own-piece-case = The case has a name, a place and a question
own-piece-gate = All questions under "Should we ask?" are answered
own-piece-raters = Two people or more have scored, and all sheets are in
own-piece-both_sides = Staff and citizens have both scored
own-piece-plan = Each of the five steps has an action with a name and a day
own-piece-promise = The promise has its three parts
own-piece-note = The note has its four parts
own-piece-journal = The journal has a page

## For two readers

own-reader-title = For two readers
own-reader-intro = Give this page to a colleague and to your trainer. Each of them ticks what they find, and writes one line on what is missing.
own-reader-peer = Colleague
own-reader-trainer = Trainer
own-reader-line = What is missing:

## What readers look for

own-reader-marks-reason = I can say why this decision is needed, and what is still open.
own-reader-marks-honest = Both sides have scored, and the gap between them is talked about.
own-reader-marks-losers = It says who loses, and what is done for them.
own-reader-marks-kept = Each action can be done by the named person by the day.
own-reader-marks-promise = The promise says what happens if it is broken.
own-reader-marks-note = The note gives a barrier that I could check, and odds.

## The page to print

own-print-made = Made with coprod-sim { $version }. A thinking tool, consistent with published findings, not a forecast.
own-print-scores = Where we stand
own-print-scores_none = Not scored yet, or some sheets are still open.
own-print-middle = Middle
own-print-range = Range
own-print-line = Nearest line of the rubric
own-print-affected = People affected: { $people }.
own-print-people = Scored by { $count } people: { $names }.
own-print-again = Opened again after all were in: { $names }.
own-print-not_played = The model runs your case as soon as all score sheets are in.
own-print-plan_none = No action yet.
own-print-missing = Still missing
own-print-what = What
own-print-who = Who
own-print-when = By when
own-print-done = Done
own-print-no_answer = no answer yet
own-print-due = Score again on
