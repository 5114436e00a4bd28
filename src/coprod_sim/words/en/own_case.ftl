### The own-case page: its frame, the case, the stop signs.

## Around the parts

own-title = My own case
own-parts = The parts of your worksheet
own-kept_here = Everything you write is kept in { $place }, on this computer.
own-kept_server = Everything you write is kept in { $place }, on the server that this kit runs on.
own-other_page_here = In another tab you had written another text in this place, which this tab had not shown yet. Both are kept: this one stands here, and the other is under "Your progress" on the page of exercises.
own-kept_open = Everything you write is kept while this page is open. Save it as a file before you leave.
own-not_kept = Your work could not be kept: { $why }. Go to "Take it away" and save it as a file now.

## Names of the parts

own-part-case = Your case
own-part-gate = Should we ask?
own-part-score = Score it
own-part-brings = What it brings
own-part-plan = Your plan
own-part-note = Your note
own-part-journal = Your journal
own-part-again = Three months on
own-part-take = Take it away

## Your case

own-case-title = Your case
own-case-intro =
    Take a real project of your own: a plan that affects people and is not yet decided.
    Write in plain words. Nobody else sees this page unless you show it to them.
own-case-weeks_available = How many weeks are left until the decision?
own-case-weeks_help = Count from today. A guess is fine.
own-case-weeks_range = Please give a number of weeks from { $low } to { $high }.
own-case-kind_help = It is kept with your case, so that others can find it. The model itself treats all kinds alike.
own-case-sector_help = This is kept with your case as well. The model treats all fields alike, too.
own-case-currency_help = The model puts a price on hours in this money.
own-case-guess = Is there something you do not know? Leave it as it is. The usual value is used.
own-case-on = Go on: should we ask?

## Stop signs

own-signs-title = Stop signs
own-signs-intro =
    Some things do more harm the longer you go on.
    Tick what you see today. What you see counts, not what is intended.
own-signs-today = What we see today
own-signs-none = No stop sign is ticked.
own-signs-seen = Stop and put this right first:

## The stop signs: what one sees, and what to do (_do)

own-signs-sign-awareness_1 = The choice is made, and we would only tell people.
own-signs-sign-awareness_1_do = Do not ask. Say what was decided, by whom and why.
own-signs-sign-awareness_2 = Some got the papers weeks before others.
own-signs-sign-awareness_2_do = Give all the same papers on one day. Count the time for answers from that day.
own-signs-sign-buy_in_1 = No senior person has put their name to it.
own-signs-sign-buy_in_1_do = Find that person first. Ask what they will do with the answer.
own-signs-sign-buy_in_2 = Only the keenest people are in the room.
own-signs-sign-buy_in_2_do = Ask those who are missing what would bring them, and do that.
own-signs-sign-expectations_1 = We say that all is open, and it is not.
own-signs-sign-expectations_1_do = List what is fixed and why. Send the list out today.
own-signs-sign-expectations_2 = The last day comes before people can read the papers.
own-signs-sign-expectations_2_do = Move the day, or ask for less.
own-signs-sign-performance_1 = People lose money by coming.
own-signs-sign-performance_1_do = Stop until pay, travel and care are settled.
own-signs-sign-performance_2 = The same few people do all the talking.
own-signs-sign-performance_2_do = Change how you meet: small groups, turns to speak, chairing by turns.
own-signs-sign-feedback_1 = People have heard nothing from us for three months.
own-signs-sign-feedback_1_do = Write to them now, even if there is no news.
own-signs-sign-feedback_2 = We show only what went well.
own-signs-sign-feedback_2_do = Tell them what was not done. Give a reason that can be checked.
own-signs-sign-influence_1 = What people say can change nothing any more.
own-signs-sign-influence_1_do = Stop asking. Say so openly, and say sorry.
