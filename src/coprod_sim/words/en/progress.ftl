### A learner's progress and bets.

## What one has done

learner-progress-title = Your progress
learner-progress-where_here = It is kept in one file, { $file }, in the folder { $folder } on this computer. Nothing is sent anywhere.
learner-progress-where_server = It is kept in one file, { $file }, in the folder { $folder } on the server that this kit runs on. Whoever runs the server could read it.
learner-progress-where_page = It cannot be kept in a file now, so it is kept only while this page is open. Download a copy before you leave.
learner-progress-draft = What you have just typed is kept in this browser as well, until it is in the file.
learner-progress-save = Download a copy
learner-progress-delete = Delete everything
learner-progress-deleted = Everything is deleted. Until you leave this page you can put it back.
learner-progress-nothing = Nothing is kept now.
learner-progress-undo = Put it back
learner-progress-put_back = It is all back.
learner-progress-open = Open a copy
learner-progress-open_help = Add what is in a file you downloaded before. Where there are two answers, the later one counts. Of two different texts the later stands in its place, and the other goes into your journal.
learner-progress-taken_in = What is in the file has been added.
learner-progress-taken_both =
    { $count ->
        [one] In { $count } place the file has another text than you have here. Both are kept: the later one stands in its place, and the other is in your journal.
       *[other] In { $count } places the file has another text than you have here. Both are kept: the later one stands in its place, and the other is in your journal.
    }
learner-progress-another = When { $file } was opened, two different texts stood in one place. This is the earlier one. Its place: { $place }
learner-progress-other_page = Two pages were open, and two different texts were written in one place. This is the earlier one. Its place: { $place }
learner-progress-other_page_here = In another tab you had written another text in this place, which this tab had not shown yet. Both are kept: this one stands here, and the other is in your journal.
learner-progress-deleted_file = the file of what was deleted

## The list of bets

learner-ledger-title = Your bets
learner-ledger-none = There are no bets yet. The lessons ask for them.
learner-ledger-bet = What you bet on
learner-ledger-sure = How sure you were, in 100
learner-ledger-guess = Chance of a pure guess
learner-ledger-earlier = not kept at that time
learner-ledger-points = Points
learner-ledger-points_mean = On average your bets got { $points } points. Bets counted: { $count }.
learner-ledger-points_how = Somebody who only guesses gets 0 points. If you give your bet a high chance, you win many points when it comes out and lose many when it does not. So the best you can do is to say how sure you really are. (This way of counting is called the Brier score, after the man who made it to judge weather forecasts.)
learner-ledger-came = Did it come out?
learner-ledger-yes = yes
learner-ledger-no = no
learner-ledger-open = open
learner-ledger-unknown = you did not know
