### The own-case page: who scores what, and how far apart they are.

## Who scores

own-score-title = Score how you work today
own-score-intro =
    Ask at least two people. Four are better: two members of staff and two citizens.
    If you are alone for now, add yourself only: you get your own view worked out, and can ask others later.
    Each scores alone. Nobody sees another sheet until all of them are in.
    Score what you have seen, not what you hope for.
own-score-round = Round { $count }, begun on { $day }.
own-score-set_up = Set up two members of staff and two citizens
own-score-add = Add a person
own-score-label = A label for this person
own-score-label_help = Such as staff 1. No real name is needed. Leave it empty and we choose one.
own-score-side = This person is
own-score-staff = Staff
own-score-citizen = A citizen
own-score-staff_label = staff { $count }
own-score-citizen_label = citizen { $count }
own-score-who = Who scores now?
own-score-who_help = Give the screen to this person alone. Finished sheets stay closed.
own-score-nobody = nobody just now
own-score-halves = I want half steps as well
own-score-halves_help = For when you stand between two lines.
own-score-between = Between the line above and the line below
own-score-not_seen = I have not seen this, so I give no score
own-score-because = What did you see that made you score like this?
own-score-because_help = One or two lines. They help when you talk it over.
own-score-close = My sheet is finished: close it
own-score-closed = The sheet of { $label } is in. Give the screen to the next person.
own-score-empty = Give at least one score before you close the sheet.
own-score-progress = { $done } of 8 scored.
own-score-people = Who scores
own-score-in = { $label }: the sheet is in, with { $done } of 8 scores
own-score-in_again = { $label }: the sheet is in, with { $done } of 8 scores. It was opened again after all were in.
own-score-open = { $label }: still to score
own-score-mend = Change who scores
own-score-mend_who = Whose sheet?
own-score-reopen = Open this sheet again
own-score-take_out = Take this person out
own-score-full = There are { $most } people on the list, which is the most it can hold.
own-score-wait =
    { $left ->
        [1] One sheet is still open. You see the scores of all when it is in.
       *[other] { $left } sheets are still open. You see the scores of all when the last one is in.
    }
own-score-paper = Sheets for paper
own-score-paper_help = Some like paper better. Print a sheet for each person, and type the scores in later.
own-score-on = Go on: what does it bring?

## The sheets side by side

own-sheets-title = What each of you sees
own-sheets-agree = In { $near } of 100 pairs of scores, the two people are at most one step apart.
own-sheets-widest = You are furthest apart on { $dial }: from { $low } to { $high } in 100.
own-sheets-side_staff = On { $count } of { $all } dials, staff give more points than citizens.
own-sheets-side_citizens = On { $count } of { $all } dials, citizens give more points than staff.
own-sheets-side_mixed = Neither side gives more points on most dials.
own-sheets-gap_none = The widest gap between the sides is on { $dial }: staff { $staff }, citizens { $citizens }. Both see much the same.
own-sheets-gap_small = The widest gap between the sides is on { $dial }: staff { $staff }, citizens { $citizens }. Ask each side what it has seen.
own-sheets-gap_large = The widest gap between the sides is on { $dial }: staff { $staff }, citizens { $citizens }. Talk about this first. You see it very differently.
own-sheets-one_side = Only one side has scored. Ask the other side too: the gap between them tells you most.
own-sheets-nothing = No two people have scored the same dial, so there is nothing to compare.
own-sheets-alone = One person has scored. What follows is that person's view. The range below holds the luck of a town, but no second opinion. Ask somebody from the other side to score before they see this page: the gap between you is a result in itself.
own-sheets-gap = gap { $gap }
own-sheets-staff_mean = Staff, mean
own-sheets-citizen_mean = Citizens, mean
own-sheets-alpha = For readers who know statistics: agreement (Krippendorff's alpha) is { $alpha }. 1 means that all agree, and 0 means no better than chance.
own-sheets-why = What each of you saw
own-sheets-talk = Now talk. Each of you says what you saw on the dial with the widest gap. Nobody has to change a score.

## The sheet to print

own-sheet-title = How do we work today?
own-sheet-intro = Score alone. Do not talk about it yet. For each question, tick the line that fits what you have seen. If you stand between two lines, tick both.
own-sheet-you = You are
own-sheet-because = What did you see that made you score like this?
