### The lessons.

## All pages of learners

learner-unknown = I don't know
learner-answer-give = Give this answer

## Ways through the pages

learner-nav-lessons = Lessons
learner-nav-parts = Parts of this page

learner-turn-label = Turn the page
learner-turn-on = Go on
learner-turn-back = Back
learner-turn-here = Page { $here } of { $all }
learner-turn-bet = The next page opens when you have placed your bet.

## Two ways to start

learner-track-which = How do you want to start?
learner-track-example = Show me one first
learner-track-example_help = See one bet worked through step by step, then make your own.
learner-track-straight = Straight to my bet
learner-track-straight_help = Go to your own bet at once.
learner-track-left_out = You chose to go straight to your bet, so the example is left out.
learner-track-show = Show me the example now

## Going on after a break

learner-resume-done = You have been through { $done } of { $all } parts of this lesson.
learner-resume-right = Questions from memory that were right at the first try: { $right } of { $asked }.
learner-resume-whole = That is all of them.
learner-resume-on = Go on with

## Parts of a lesson

learner-part-recall = the questions from before
learner-part-predict = your bet
learner-part-see = what you saw
learner-part-because = your reason
learner-part-change = change one thing
learner-part-idea = your idea
learner-part-place = where you work

## Questions from before

learner-recall-again = From earlier lessons, once more
learner-recall-none = There are no questions from before, because this is where you begin.

## The bet

learner-bet-place = Place my bet and run it
learner-bet-first = What comes after this tells you the result. Place your bet before you read on; "I don't know" is a bet, too.
learner-bet-placed = Your bet is placed. It is in your list of bets and cannot be changed.
learner-bet-elsewhere = You had already placed a bet in another tab, and that bet stands. It is shown here and cannot be changed.
learner-bet-sure = How sure are you that your bet is right?
learner-bet-sure_help = Give a number from 0 to 100. A pure guess would be right about { $guess } times in 100, and 100 means that you are quite certain. You win most points if you say how sure you really are. Only you see this.
learner-bet-not_said = Not said yet
learner-bet-how_sure_first = Say how sure you are of your bet. Move the slider, or write a number from 0 to 100.
learner-bet-mine = My bet, before the run: { $answer }
learner-bet-mine_order = My bet, before the run, was this order:
learner-bet-mine_sure = How sure I was: { $sure } in 100
learner-bet-came = What the models say: { $came }
learner-bet-locked = The run is locked until you have placed a bet. "I don't know" is a bet too.
learner-bet-busy = The model is running this now. It takes a few seconds.
learner-bet-run_again = Show the run again
learner-bet-yes = Your bet came out
learner-bet-not_yet = It came out differently from your bet
learner-bet-open = What you bet on is open: the models do not agree
learner-bet-size = The direction of your bet is settled, the size is open
learner-bet-unknown = You did not know, and now you have seen it
learner-bet-unknown_fine = Saying so is honest. Next time, try a guess: even a wrong one helps you to see more.

learner-after_bet-locked = This opens when you have placed your bet.

## What one saw

learner-read-yes = You read this run rightly
learner-read-no = This run shows something else
learner-see-help = Look at the picture above and open "The numbers as a table" under it. Say what you see, not why.

## The reason

learner-because-help = Write one or two sentences in your own words. They are kept for you alone.
learner-because-locked = Come back here when you have seen the run.
learner-because-first = Write your own reason first. A few words are enough to begin.
learner-because-few = { $count ->
    [0] There are no words in this box yet; signs and single letters do not count as words. Write at least { $least } words.
    [one] There is only one word in this box. Write at least { $least } words.
   *[other] There are only { $count } words in this box. Write at least { $least } words.
}
learner-because-compare = Compare with another answer
learner-because-model = Another answer

## Changing one thing

learner-change-go = Run it again with this change
learner-change-nothing = You have changed nothing yet. Move a slider or tick a box first.
learner-change-locked = Place your bet and see the run first.
learner-change-caption = { $way }: before and after your change
learner-change-row = { $measure }, { $who }
learner-change-row_apart = { $what }: how far above { $other }
learner-change-row_since = { $what }: change since the start
learner-change-what = What
learner-change-before = Before
learner-change-after = After
learner-change-apart = Change
learner-change-moved = Moved most: { $most } ({ $up }). Moved least: { $least } ({ $down }).
learner-change-answer = What did you find? Note your answer to the question.
learner-change-talk = To think about: { $talk }

## Groups of people

learner-group-all = everybody
learner-group-less_heard = less-heard people
learner-group-well_connected = well-connected people
learner-group-winners = people who gain
learner-group-losers = people who lose
learner-group-participants = people in the room
learner-group-non_participants = people outside the room
learner-group-low_trust = the third of people who trusted least
learner-group-middle_trust = the middle third in trust
learner-group-high_trust = the third of people who trusted most

## What the run gave

learner-result-way = Way
learner-result-points =
    { $all ->
        [1] { $what }, after the decision
       *[other] { $what }, after decision { $count }
    }
learner-result-hours = { $what }, for one decision

## The run in print

learner-static-after = { $measure }, after decision { $count }
learner-static-intro =
    { $all ->
        [1] We ran this { $runs } times by the kit's own rules. These are the means after the decision, in points of 100. The range in brackets holds 9 in 10 results, from different towns, with different luck, in { $models } models that fit the findings.
       *[other] We ran this { $runs } times by the kit's own rules. These are the means after decision { $count }, in points of 100. The range in brackets holds 9 in 10 results, from different towns, with different luck, in { $models } models that fit the findings.
    }

## An example solved

learner-example-go = Run it and show how to read it
learner-example-answer = The answer
learner-example-seen = What you can see
learner-example-why = Why

## One's own idea

learner-idea-kept = Your idea is kept. Lesson 5 tells you what became of it.
learner-idea-send = Send my idea
learner-idea-none = Choose one of the ideas first. Then send it.

## What became of the idea

learner-fate-idea = Your idea
learner-fate-fate = What became of it
learner-fate-situation = The situation
learner-fate-objective = What we want to reach
learner-fate-barrier = What stands in the way
learner-fate-next = What is likely, and when you hear next
learner-fate-changed = What changed because of you
learner-fate-work_out = Work out what would likely come of it
learner-fate-likely = What would likely come of it

## The journal

learner-journal-title = Your journal
learner-journal-none = Nothing is written yet.
learner-journal-help = Only you see this. It is kept in your journal.
learner-journal-stays = Only you see this. It is kept in your journal. This stays with you: it is not on the page for others.
learner-journal-on_page = It is kept in your journal, and it is on the page for others when you save that.
learner-journal-short = Write a few words, and this part counts as done.
learner-journal-before = What you wrote here before

## The end of a lesson

learner-finish-points = What to remember
learner-finish-exercises = Exercises that fit
learner-finish-exercise = { $number } { $title }
learner-finish-next = Go on to the next lesson

## Where it is kept

learner-saving-memory = What you do now is kept only while this page is open. Download it before you leave.
learner-saving-download = Download what I have done

## The start page

learner-start-lessons = Lessons
learner-start-line = ({ $minutes } minutes, { $done } of { $all } parts gone through)
learner-start-exercises = Go to the exercises
learner-start-go_on = Go on where you stopped: { $title }

## Notebooks

learner-notebook-page = Run the next cell to work on it. Your answer is kept.
learner-notebook-hand_in = To hand in on a course
learner-notebook-how =
    You need this part only on a course where answers are handed in.
    Press "Copy my answer" above. In the next cell, select what stands there, and paste your answer in its place.
    Do not change the cell after that. Here it says whether your answer can be read. Points are given when it is marked, after you have handed it in.
learner-notebook-text_how =
    You need this part only on a course where texts are handed in.
    Press "Copy my answer" above, and paste your text into the next cell.
    Your teacher marks it by the criteria under it: { $points } points where one is met, 1 where it is partly met.
learner-made-criterion = Criterion
learner-notebook-criterion = Criterion { $number }.
learner-notebook-meets = A line that meets it
learner-notebook-misses = A line that misses it
learner-notebook-case = Your case, to be marked
learner-notebook-case_how = Paste these into the next cell from the page of your case. First come your answers at "Should we ask?". Then say who scored, on which side, where the two sides differ, and what they said about it. Then come the results with their ranges, who loses, and what it costs. Last come the plan, the promise and the note. Your teacher marks them by the questions under it.
learner-notebook-write_here = *Write here.*
learner-notebook-think = To think about
learner-notebook-think_how = Write it in the next cell. On a course it is handed in with the rest, and your teacher reads it.
learner-notebook-own = A person reads this. There is no right or wrong. Look for one real case and one thing to do.
learner-notebook-minutes = This takes about { $minutes } minutes.
learner-notebook-objectives = Afterwards you can:
learner-notebook-code_title = The code behind your bet
learner-notebook-code =
    These cells run your bet once more in Python, and changing them has no effect on the rest of the lesson.
    The first cell names the case and the different ways of involving people, and their comparison appears underneath.
    Results stay hidden until you have placed your bet, so run the cells again afterwards.
    To be quick, they play { $few } of the models that fit the findings. The rest of the lesson plays all { $all }, so its ranges can be a little wider.
    They have luck of their own, so their means can be a few points higher or lower than those of your bet.
    Where they say which way ends best, they go by single results, in which luck counts too: a lead that may be zero there can still be found in nearly every model. What is said of your bet counts models.
learner-notebook-code_try = One line to change
learner-notebook-code_how = Find the first of these two expressions in the cells above, replace it with the second, and run the cells again. Before you do so, decide what you expect to happen.
learner-notebook-code_expect = What to expect
learner-notebook-code_range = In brackets stands where 9 in 10 results lie, over the models that fit the findings.
learner-notebook-code_held = You can see this once you have placed your bet. Place it first, and then run this cell again.
learner-notebook-code_ranges =
    One row for each way and each decision; found.frame holds every single run.
    mean is by the kit's rules as they stand. run_low to run_high holds 9 in 10 results by luck alone,
    and low to high holds 9 in 10 results over the models that fit the findings.
    Shares count from 0 to 1, so that 0.5 means half of the people.
learner-notebook-code_board =
    The board plays every decision in the way its dials stand. It leaves out the decisions that came
    before (before=...), so its numbers are not quite those above.
learner-notebook-room = In a room: { $title } (about { $minutes } minutes)
learner-notebook-sources = Where this comes from
learner-notebook-read_doubt = To read on: those who doubt
learner-notebook-read_on = To read on: what it builds on
learner-notebook-as_text = My answer as text, to hand in
learner-notebook-copy = Copy my answer
learner-notebook-copied = Copied. Now paste it where it is asked for.
learner-notebook-copied_none = Copied, but nothing is answered yet. Change something in the exercise first.
learner-notebook-copied_part = Copied, but your answer is not finished. { $left }
learner-notebook-not_copied = This browser does not let the page copy. Open "My answer as text, to hand in", select it, and copy it.

## What one makes for a decision of one's own

learner-made-title = Make it for your own decision: { $title } (about { $minutes } minutes more)
learner-made-limit = What it cannot do: { $limit }
learner-made-begin = Some beginnings
learner-made-decision = Your decision
learner-made-decision_none = You have not named one yet. All that follows is easier with a real decision in mind.
learner-made-decision_write = Write it here
learner-made-decision_change = Change this decision
learner-made-mark_mine = Mark it yourself
learner-made-mark_mine_help = Look at what is in the boxes, not at what you meant. What is not there does not count.
learner-made-mark_peer = Let somebody else mark it
learner-made-mark_peer_help = Best is somebody from the other side: a citizen if you are staff, and staff if you are a citizen. They mark from the page that you save for others, and from what they saw themselves, if they were there.
learner-made-peer_help = The screen then hides the boxes that stay with you, your note and your own marks, until you go back.
learner-made-peer_back = Go back to all of it
learner-made-must = (This one must be there.)
learner-made-level_2 = There
learner-made-level_1 = Partly
learner-made-level_0 = Not there
learner-made-unmarked = not marked
learner-made-said = Somebody's comments: one strong and one weak point in what it says, and one of each in how it says it
learner-made-said_help = Name the line or the sentence you mean, so that nobody has to guess.
learner-made-by_mine = You
learner-made-by_peer = Somebody else
learner-made-empty = (nothing yet)
learner-made-not_filled = (not filled in)
learner-made-signed = Signed by
learner-made-signed_name = Name
learner-made-signed_whom = For (organisation, group or myself)
learner-made-signed_day = Date
learner-made-signed_hand = Signature
learner-made-is_nothing = Nothing is written yet.
learner-made-is_begun = These boxes are still empty, or nearly so: { $boxes }
learner-made-is_written = All boxes are filled. Now mark it, and let somebody else do so.
learner-made-is_back = Not ready yet: the part that must be there is missing, or only partly there.
learner-made-is_marked = Marked, and the part that must be there is there. You can use it.
learner-made-is_lacking = Marked, and the part that must be there is there. You can use it, but this is not there yet, or only partly: { $parts }
learner-made-bare = { $count ->
    [one] "{ $level }" does not count while this box is empty, or nearly so: { $boxes }
   *[other] "{ $level }" does not count while these boxes are empty, or nearly so: { $boxes }
}
learner-made-must_here = Not ready yet: this one must be there.
learner-made-apart_here = Your two marks are far apart here. Talk before you change anything.
learner-made-apart = Your two marks are far apart here. Talk before you change anything: { $criteria }
learner-made-others = Compare yours with two other answers
learner-made-all = What I have made
learner-made-save_this = Save only this page
learner-made-name = Your name, for the pages you save
learner-made-name_help = Add your team or street if you like. Left empty, the page has a line on which to write it by hand.
learner-made-save_this_help = This is the page for others. It holds your name, the date, your decision and what you wrote in the boxes: no marks, no comments, no reasons for a bet. If it names people, ask them before you print it or send it.
learner-made-save_this_note = What you wrote for your journal stays with you.
learner-made-save_this_kept = This stays with you: { $boxes }
learner-made-stays = This stays with you: it is not on the page for others.
learner-made-writer = Written by: { $name }
learner-made-saved_on = Saved on: { $day }
learner-made-about = The decision: { $decision }
learner-made-save_page = Save all I have written as one page
learner-made-save_text = Save it as plain text
learner-made-save_help = The page can be printed, and Word and LibreOffice open it. It holds everything you have written in lessons and exercises, in full.

## The short test before and after

learner-learnt-title = What have you learnt? A short test before and after
learner-learnt-before_help = Six questions, about four minutes. Take them before lesson 1. You see the results only after the second part, so that you do not learn the test. "I don't know" is a good answer here.
learner-learnt-after_help = The first part is handed in. Take the second after lesson 9: six other questions about the same things.
learner-learnt-before = Take the first part
learner-learnt-after = Take the second part
learner-learnt-hand_in = Hand it in
learner-learnt-left = Questions without an answer: { $left }. "I don't know" is an answer too.
learner-learnt-handed_in = Your answers are handed in.
learner-learnt-came = Right before: { $before } of { $of }. Right after: { $after } of { $of }. With six questions one more or less can be luck.
learner-learnt-question = Question
learner-learnt-yours = Your answer
learner-learnt-answer = The better answer
learner-learnt-save = Save the two numbers for my trainer
learner-learnt-save_help = The file holds two numbers and which part came first: no name, no day, no single answer. Nothing is sent. You decide whether to hand it over.
