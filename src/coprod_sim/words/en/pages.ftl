### Learners' pages that need no Python: one screen at a time.

pages-lead = Ten short lessons. You read a little, you bet, a made-up town plays it out in this browser, and you think of where you live or work. Nobody gives you a grade, and there is no time limit.
pages-takes =
    { $minutes ->
        [one] It takes about { $minutes } minute. You can stop at any screen and come back.
       *[other] It takes about { $minutes } minutes. You can stop at any screen and come back.
    }
pages-takes_about = About { $minutes } minutes.
pages-minutes =
    { $minutes ->
        [one] { $minutes } minute.
       *[other] { $minutes } minutes.
    }
pages-step = Screen { $step } of { $all }
pages-turn = Turn the page
pages-back = Back
pages-next = Next
pages-next_lesson = Next lesson: { $title }
pages-see_run = See the run
pages-in_100 = { $count } in 100
pages-was = It was { $value } before.
pages-can = Now you can
pages-question = Question { $place } of { $all }
pages-made_written = What you wrote
pages-learnt_came = Your results in the two parts
pages-all = All lessons

## Titles of screens that have no words of their own

pages-screen_recall = From memory
pages-screen_example = One solved first
pages-screen_bet = Your bet
pages-screen_see = What did you see?
pages-screen_because = Because ...
pages-screen_change = Change one thing
pages-screen_idea = One idea of yours
pages-screen_fate = What became of your idea
pages-screen_place = Where you work
pages-screen_make = Make it for your own decision
pages-screen_text = Read on
pages-screen_end = What to remember

## The run

pages-playing = We are running the model. This takes a second or two.
pages-cannot_run = This browser cannot run the model: it is too old, WebAssembly is switched off, or the place this page comes from does not allow it. You can read on; the full kit runs the model without it.
pages-stopped = The model has stopped. Load the page again; what you entered is kept.
pages-played = The run follows.
pages-range = We ran this { $runs } times by the kit's own rules, and also in { $models } models that fit the findings. Each line or dot is the mean by the kit's own rules. The pale band and the thin bar hold 9 in 10 results over those models, with different towns and different luck. The dark band and the thick bar show luck alone, by the kit's own rules. In the table the wide range is in brackets. Numbers are in points of 100, unless hours or weeks are named.
pages-own_luck = Your run has luck of its own. Another page, or another person, gets another run: its means can be a few points higher or lower, and decision quality can differ by more.
pages-range_why = The number before the brackets is by the kit's own rules, so it may lie near one end of the range.
pages-range_table = We ran this { $runs } times by the kit's own rules, and also in { $models } models that fit the findings. The range in brackets holds 9 in 10 results over those models. Numbers are in points of 100, unless hours or weeks are named.
pages-ends =
    { $count ->
        [1] { $what }, after the decision: { $ends }.
       *[other] { $what }, after decision { $count }: { $ends }.
    }
pages-moved_refused = Your idea was not taken up. If it had been, this would be likely in the model.
pages-moved =
    { $same ->
        [yes] { $measure }: { $before } in 100, with your idea and without it.
       *[no] { $measure }: { $before } in 100 without your idea, { $after } with it.
    } In 9 of 10 results the change lay at { $gain } points. We ran { $runs } pairs by the kit's own rules, and more in { $models } models that fit the findings.

## What is kept

pages-keeping = Your progress
pages-kept_here = It is kept in this browser, on this computer, and nowhere else. Save it as a file: the full kit opens it, and so do these pages on another computer.
pages-kept_refused = What this browser holds cannot be read: it is damaged, or a newer version of these pages wrote it. It is left as it is. What you do now is kept only while this page is open. Download it before you leave.
pages-file_taken =
    { $count ->
        [0] Nothing in the file was new here.
        [one] { $count } entry of the file was added.
       *[other] { $count } entries of the file were added.
    }
pages-file_more =
    { $count ->
        [one] { $count } more thing in the file was not taken.
       *[other] { $count } more things in the file were not taken.
    }
pages-file_large = { $file } is too large for a progress file ({ $found } kB). Nothing was changed.
pages-file_broken = { $file } cannot be read: it is damaged, or it is no progress file. Nothing was changed.
pages-file_foreign = { $file } is not a progress file of this kit: it has no "format". Nothing was changed.
pages-file_newer = { $file } was written by a newer version of the kit (format { $found }). Nothing was changed.
pages-file_items = { $file }: "items" must be a list of names, each with a value. Nothing was changed.
pages-file_field = { $file }: "{ $place }" is not part of a progress file.{ $guess ->
    [yes] {" "}Did you mean "{ $near }"?
   *[no] {""}
} It was left out.
pages-file_entry = { $file }: the entry "{ $place }" has no "value". It was left out.
pages-file_name = { $file }: the name "{ $place }" is too long. The entry was left out.
pages-file_time = { $file }: the entry "{ $place }" has the time { $found }; it must look like 2026-05-03T10:00:00+00:00. It was left out.

## Exercises

pages-needs_kit = Needs the full kit.
pages-kit = This exercise runs your answer many times over, or goes through your whole case, so its answers are checked in the full kit. Install it once, then type the command. You can read the task, an example and the hints here.
pages-write_marks = After a check, a computer tells you how long your text is and which amounts it did not find. It adds up a list of costs. In the full kit it looks for dates and long sentences, too.
pages-table_file = Download the table: { $file }
pages-last_time = Last time you were here: { $state }.
