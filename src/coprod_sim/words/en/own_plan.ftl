### The own-case page: plan, promise, note and journal.

## The plan

own-plan-title = Your plan
own-plan-intro =
    Write at least one action for each of the five steps. Give each a name and a day.
    A small action you are sure of beats a large and vague one.
own-plan-now = Today you stand near this: { $anchor }
own-plan-what = What will you do?
own-plan-who = Who does it?
own-plan-when = By which day?
own-plan-to = Where will you stand then?
own-plan-to_none = The score stays the same
own-plan-done = This is done
own-plan-add = Add an action: { $dial }
own-plan-remove = Take this action out
own-plan-action = { $dial }, action { $count }
own-plan-lacks_none = Each action has a name and a day.
own-plan-lacks_who = Actions with no name: { $count }.
own-plan-lacks_when = Actions with no day: { $count }.
own-plan-lacks_steps = Steps with no action: { $dials }.
own-plan-model = What the plan would bring
own-plan-model_need = Choose for one action or more where you will stand then. Then the model can run your plan.
own-plan-go = Run my plan
own-plan-brings = { $measure }: { $gain }, if all of it is done.
own-plan-half = If only half is done, acceptance among those who lose changes like this: { $gain }.
own-plan-takes = One decision then takes { $staff } more hours of staff time, and { $weeks } more weeks.
own-plan-late = That is { $weeks } weeks in all, and you have only { $there }.

## The promise

own-promise-title = Your promise in one sentence
own-promise-intro = Write what you can keep. Both sides can then hold each other to it.
own-promise-we = We will
own-promise-we_help = Such as: publish what we change, and why, by 1 May.
own-promise-you = You will
own-promise-you_help = What you ask of people in return. Such as: come to three evenings.
own-promise-if_not = If not, we will
own-promise-if_not_help = What you do when you break it. Such as: stop, and start again with you.
own-promise-sentence = We will { $we }, you will { $you }, if not we will { $if_not }.

## The note to people

own-note-title = Your note to people
own-note-intro =
    People want to know where things stand, even when they go badly.
    Write four short parts. Send the note to everyone on the same day, also to those who stayed away.
own-note-situation = Situation
own-note-situation_help = Where does it stand today?
own-note-objective = Objective
own-note-objective_help = What do we want to reach, and by when?
own-note-barrier = Barrier
own-note-barrier_help = What is in the way? Name something that can be checked: a law, a sum, a day.
own-note-likely = Likely outcome
own-note-likely_help = How will it end, as things look now? Give the odds, such as 3 in 10.
own-note-left = Parts that are still empty or too short: { $parts }.
own-note-whole = All four parts are there. Read it aloud to somebody who was not in the room.

## The journal

own-journal-title = Your journal
own-journal-intro =
    A few lines each time you work on this. They are for you.
    In three months, what you expected and what came will be worth most.
own-journal-today = Today, { $day }
own-journal-ask = What surprised you? What would a citizen say about it? What will you do differently next time?
own-journal-earlier = Earlier pages
own-journal-none = There are no earlier pages yet.
