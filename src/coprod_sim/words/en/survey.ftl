### The import of a survey: the file, what its answers mean, how much each person counts.

survey-title = Your own survey
survey-intro =
    Have you asked people how far they trust you? Then start the town with their answers.
    Take the file as your survey program saved it, one row for each person. We show you the answers and ask what they mean.
survey-read_here = The file is read on this computer. Only totals are kept, which for a small group can tell what single people answered.
survey-read_server = The file is sent to the server that this kit runs on, and read there. Only totals are kept, which for a small group can tell what single people answered.

## The file

survey-file = The survey file
survey-file_help = Excel, SPSS, Stata or CSV, also from Qualtrics, SurveyMonkey or a form. At most 64 MB.
survey-too_large = This file has { $size } MB. A survey may have at most { $most } MB, so save only the columns you need.
survey-reading = Reading the file
survey-stopped = Stopped. Nothing was read.
survey-opened = { $file } is open: { $people } rows and { $columns } columns. It is not used yet. Say below what it means.
survey-as_before = This is the file in use. The answers below are filled in as they were for { $name }. Check each point, or change it.
survey-previews =
    { $count ->
        [one] One row is marked as a preview or a test. It is left out.
       *[other] { $count } rows are marked as previews or tests. They are left out.
    }
survey-still = { $name } is still in use.
survey-where = Is this not the right table?
survey-sheet = Sheet
survey-names_row = Row with the names of the columns
survey-names_row_help = Leave it empty, and we will look for it.
survey-names_row_range = A row from 1 to 1,000.
survey-first_row = Row of the first person
survey-first_row_help = Leave it empty, unless questions below the names were counted as a person.
survey-first_row_range = A row from 2 to 1,000.
survey-encoding = How the letters are saved
survey-encoding_help = Change this only if letters look wrong. Try cp1252 (Western Europe), cp1250 (Central Europe) or utf-16.
survey-again = Read the file again

## What the answers mean

survey-choose = Choose
survey-trust = Which question asks how far people trust you?
survey-answers = The answers to { $question }
survey-head-answer = Answer
survey-head-people = People
survey-head-share = Share
survey-head-taken = Counted as
survey-blank = (blank)
survey-named = { $answer } ({ $people })
survey-more = ... { $count } more ...
survey-taken-none = no answer
survey-taken-open = not said yet
survey-taken-on = counted on the scale
survey-taken-point = { $point } of { $points }
survey-taken-least = { $point } of { $points }, least trust
survey-taken-most = { $point } of { $points }, most trust
survey-meaning = What do the answers mean?
survey-meaning_help = Look at the questions as people saw them. What is filled in already comes from this file, or from what you said of it before.
survey-low = Lowest answer people could give
survey-high = Highest answer people could give
survey-end_range = A whole number from -1,000 to 1,000.
survey-direction = Which end is the most trust?
survey-up = The highest number is the most trust
survey-down = The lowest number is the most trust
survey-hint_up = The file says: "{ $words }". If that is said of this question, the highest number is the most trust.
survey-hint_down = The file says: "{ $words }". If that is said of this question, the lowest number is the most trust.
survey-hint_open = The file says: "{ $words }". Look whether that is said of this question.
survey-doubts = Which way round?
survey-not_plain = This question may ask for the opposite of trust, or for something else, so we do not guess which end is the most trust. Read it once more, and say it.
survey-against = The words of the file say the opposite: "{ $words }".
survey-otherwise = Does that fit the file?
survey-sure = I have looked at the question: it is as I say here, not as these words say.
survey-most = "{ $answer }" is the most trust
survey-ends = What do the answers in words stand for?
survey-ends_help = Words may stand for the lowest or the highest number, such as "No trust at all" for 1. Look at the question as people saw it.
survey-end_low = the lowest number ({ $number })
survey-end_high = the highest number ({ $number })
survey-none = Which of these are no answers?
survey-none_help = Tick those that mean "don't know" or "no reply", such as a code 8 or 99. In brackets: how many people.
survey-none_typed = No answers, with commas between them
survey-points = How many answers could people choose from?
survey-points_help = Leave out "don't know". Count answers that nobody chose as well.
survey-points_range = A whole number from 2 to 21.
survey-order_help = Give each answer its place, with 1 for the least trust. What is filled in already comes from the words themselves.
survey-proposed_help =
    We have put the answers in their usual order, with 1 for the least trust. The survey may mean them otherwise.
    Look at the question, and change what is not so.
survey-turned_help =
    We know the usual order of these answers, but not which end of it is the most trust. Say it above, and each answer gets its place.
survey-in_order = I have looked at the question: this is the order, from the least to the most trust.

## How people count

survey-people = How much does each person count?
survey-weight = Weights (numbers that make some answers count more than others)
survey-no_weight = Every person counts the same
survey-perhaps =
    { $places ->
        [one] The column { $columns } may hold weights. Choose it, or choose that every person counts the same.
       *[other] One of the columns { $columns } may hold weights. Choose it, or choose that every person counts the same.
    }
survey-group = A question that tells groups apart
survey-no_group = None: take the share of the case
survey-group_help = Such as tenure, area or "yes" and "no". What looks like e-mails, postcodes, phone or patient numbers is refused; names cannot always be told from groups.
survey-less = Which of these groups are less heard?
survey-less_help = Those whom you seldom hear. All others count as well-connected.

survey-unfinished = Rows that are marked as { $what }
survey-unfinished_help =
    { $count ->
        [one] The file marks 1 row as { $what }
       *[other] The file marks { $count } rows as { $what }
    } { $places ->
        [one] (column { $columns }).
       *[other] (columns { $columns }).
    } You have to say whether they count.
survey-unfinished_asked = Should they count?
survey-unfinished_out =
    { $count ->
        [one] Leave this row out
       *[other] Leave these { $count } rows out
    }
survey-unfinished_in =
    { $count ->
        [one] Count this row
       *[other] Count these { $count } rows
    }

## Using it

survey-use = Use these answers
survey-leave = Leave this file
survey-left_open = Not yet. The answers can be read in more than one way:
survey-ask-scale = Say what the lowest and the highest answer are, or put the words in order.
survey-ask-direction = Say which end is the most trust.
survey-ask-missing = Say what the answers outside the scale mean: no answer, or words for an end of the scale. They are marked "not said yet".
survey-ask-unfinished =
    { $count ->
        [one] Not yet. Say above whether the row that is marked as { $what } counts.
       *[other] Not yet. Say above whether the { $count } rows that are marked as { $what } count.
    }
survey-ask-weight =
    { $places ->
        [one] Not yet. Say above whether the column { $columns } holds weights: choose it, or choose that every person counts the same.
       *[other] Not yet. Say above whether one of the columns { $columns } holds weights: choose it, or choose that every person counts the same.
    }
survey-ask-sure = Not yet. The words of the file say the opposite of what you say about trust. Look at the question again; then change the answer above, or tick that it is as you say.
survey-ask-in_order = Not yet. Look at the order of the answers above; then tick that it is right, or change it.
survey-taken_over = { $file } is in use now. The file itself was not kept.
survey-in_use = In use: { $name }, { $used } people.
survey-trusting = { $share } in 100 answered above the middle of the scale.
survey-taken_out = The survey is taken out. Nothing of its people is in use any more.
survey-take_out = Take the survey out again
