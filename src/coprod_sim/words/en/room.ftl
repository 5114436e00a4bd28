### The live room: phones and the projector.

## Phones and the projector

room-title = Live room
room-skip = Skip to the main part
room-code_title = Join the room
room-code_label = The code on the screen
room-code_hint = Six or eight letters and numbers. Small letters are fine.
room-code_send = Go on
room-code_wrong = There is no room with this code. Look at the screen and try again.
room-join_title = Welcome to the room
room-join_name = Choose a name for today
room-join_own_name = Your name
room-join_own_name_hint = Up to { $longest } letters. Read below who will see it.
room-join_other = Show me other names
room-join_send = Join
room-join_read = Read first what we keep, and who sees it
room-privacy_title = What we keep, and who sees it
room-privacy_made_up =
    We do not ask who you are.
    The trainer sees which made-up names have joined, and what the whole room said.
    The trainer reads each idea before others do, but does not see whose it is.
    If you leave, your made-up name stays on the trainer's list. Else the list would show whose idea has gone.
room-privacy_named =
    Today this group goes by names. Your name is shown with your idea, on the big screen too.
    It is never shown with a vote or a score. If you do not want this, type a made-up name.
    The trainer sees who is here, and what the whole room said, and reads each idea before others do.
room-privacy_floor =
    { $floor ->
        [1] Others see only totals. But today small numbers are shown as well, so a single answer may be seen. Was this not agreed with your group? Then tell the trainer now.
        [3] Others see only totals, and only those made from the answers of three people or more. Was this not agreed with your group? Then tell the trainer now.
       *[5] Others see only totals, and only those made from the answers of five people or more.
    }
room-privacy =
    We keep the name you choose here, your answers and when they came, and your corner of the room. We keep nothing else about you.
    Your phone keeps the key to your seat until the day below.
    What each corner of the room chose is shown, however few people stand there.
    Your answers are kept on the computer that runs the room, without your name in any list. Whoever runs it could look at them there.
room-privacy_sums = The record of today keeps only totals, and each idea without a name. Nobody can use it to piece your answers together.
room-privacy_linked = The record of today keeps your answers together, under a number that does not show who you are, so that sessions can be compared. Each idea stands there without a name or number.
room-privacy_end =
    All of it is deleted on { $day } or sooner. You can leave at any time. Then your answers are deleted, as soon as your phone reaches the room.
    Only what was counted before stays in the totals, without your name. Else a total that changes would show what you said.
    If you come back on this phone, you sit in the same corner again.
    On this network, others could read what you send. So write nothing private.
room-many_seats = Many have joined from this device or network already. Please ask the trainer to let more in.
room-back_title = I was here before
room-back_label = My code to come back
room-back_hint = Seven letters and numbers, at the foot of the page you had.
room-back_send = Take my seat again
room-back_wrong = No seat in this room has that code. Check it, or join again as a new person.
room-seat_taken = The trainer has taken your seat away, and your ideas are deleted. So are your answers, but what was counted before stays in the totals, without your name. Speak to the trainer. If the door is open, you can join again below.
room-seat_idle = Your phone was silent for a while, and you had answered nothing yet, so your seat was cleared. Nothing is lost: just join again below.
room-seat_moved = You have taken your seat again on another device, so this page no longer shows it. Your answers are safe. Go on there, or type your code here to bring the seat back.
room-back_kept = You came back with a new code from the trainer. What you answered before is counted, but not shown here, so that nobody else can read it.
room-back_yours = Your code to come back: { $back }
room-back_note = Your code is { $back }. Write it down: with it you get your seat back if this phone goes flat.
room-away = The connection to the room is lost. It may have moved to another network. Look at the big screen. If another address is shown there, open it and use your code to come back: { $back }. What was saved is safe.
room-ended = The session has ended
room-ended_deleted = The room and all answers in it are deleted. Thank you for coming.
room-by = We go on another day
room-by_code = Keep your code to come back. You see it on your phone.
room-by_away = We go on another day. Keep your code: { $back }
room-you_are = You are { $name }
room-until = All of it is deleted on { $day }, or sooner.
room-promised = People were promised { $day }; you can only make it sooner.
room-door_closed = The door is closed.
room-screen_back = Here before? Use your code.
room-wait_title = You are in
room-wait = Put the phone down and look up. This page will show what comes next.
room-look_again = Look again
room-send = Send my answer
room-send_again = Change my answer
room-send_done = Saved
room-not_sent = This change is not sent yet.
room-saved = Your answer is saved. You can change it until it is closed.
room-not_yet = You have not sent an answer yet.
room-leave_out = You may leave a question out.
room-closed_title = Answers are closed
room-on_wall = This is on the big screen now. Look up.
room-closed = Nobody can answer now. Look up.
room-your_answer = Your answer
room-no_answer = There is no answer from you here.
room-results = What the room said
room-too_few =
    { $floor ->
        [1] Nobody answered.
        [3] Fewer than three people answered, so we show no numbers.
       *[5] Fewer than five people answered, so we show no numbers.
    }
room-all_hidden =
    { $floor ->
        [3] Too few gave any one answer: from three people on, a number is shown.
       *[5] Too few gave any one answer: from five people on, a number is shown.
    }
room-some_hidden =
    { $floor ->
        [3] "Hidden" is 1 or 2, or a number that would give one of these away.
       *[5] "Hidden" is a number from 1 to 4, or one that would give such a number away.
    }
room-fewer =
    { $floor ->
        [1] none
       *[5] fewer than { $floor }
    }
room-crowd_few =
    { $floor ->
        [1] nobody
       *[5] fewer than { $floor } people
    }
room-no_answers = Nobody answered.
room-hidden = hidden
room-people =
    { $count ->
        [one] One person answered.
       *[other] { $count } people answered.
    }
room-mean = The mean is { $mean } on a scale from { $low } to { $high }.
room-scale = From { $low } to { $high }
room-scale_end = { $end } ({ $means })
room-answer_column = Answer
room-people_column = People
room-question_column = Question
room-mean_column = Mean
room-people_short =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
room-right_chose = { $count } of { $all } chose it.
room-right = The right answer: { $answer }
room-too_late = This part is closed, so the answer was not taken.
room-most = Choose up to { $most }.
room-range = A whole number from { $low } to { $high }
room-idea_hint = Up to { $longest } letters. The trainer reads it before others see it. Please do not name anybody.
room-sending = Sending your answer ...
room-kept = No network just now. Your answer waits on this phone, and is sent when the room answers here again.
room-changed = The page has moved on. What you chose here is not sent yet.
room-show_new = Show the new page
room-leave = Leave the room
room-leave_title = Leave the room?
room-leave_text =
    Your answers and your ideas here will be deleted.
    Only what was counted before stays in the totals, without your name. Else a total that changes would show what you said.
room-leave_name = Your made-up name stays on the trainer's list until the room is deleted. It tells nobody that you have left.
room-leave_own_name = Your name will be deleted, too.
room-leave_yes = Yes, delete my answers and leave
room-leave_no = No, stay
room-leave_sending = Leaving ...
room-leave_kept = You have not left yet: the room does not answer now. This phone keeps your wish to leave. It sends it when this page is open and the room answers again. All of it is deleted on { $day } at the latest.
room-leave_later = You can leave when the room answers again.
room-left = You have left. Your answers are deleted, but for what was counted before: it stays in the totals, without your name.
room-gone = This room has ended, or you have left it.
room-no_room = There is no room at this address. Look at the screen and type its code again. If you were in the room before, it has ended.
room-screen_no_room = There is no room at this address. If this screen showed one, it has ended and been deleted.
room-no_activity = This room has no such activity. Load the page again and answer what stands there now.
room-nothing = There is no such page here. Go back to the room and load its page again.
room-other_name = This room does not answer under the name in your browser's address line. Type the address as it stands on the screen.
room-unreadable = What was sent could not be read. Go back, load the page again, and send it once more.
room-slow_down = You have tried too often. Wait a minute, then try again.
room-busy = Too many pages were asked for from here at once. Wait a moment. This page asks again by itself.
room-not_ours = That did not come from this page. Go back, load the page again, and send it once more.
room-full_disk = The answer could not be saved just now. Please send it again in a minute.
room-broken = Something went wrong here. Please load the page again.
room-too_long = That was too long to take in, so nothing was saved. Go back, make it shorter, and send it again.
room-screen_join = Join with your phone
room-screen_go = Go to
room-screen_code = and type the code
room-screen_or = or point your camera here
room-screen_qr = A square code that opens the page of this room
room-screen_here = { $count } here
room-screen_answered = { $count } answered
room-screen_wait = Welcome. We begin soon.
room-screen_open = Answer on your phone now.
room-screen_paper = Write your answer on your paper now.
room-screen_away = The room does not answer at this address any more. Open the view for the projector again from the trainer's page.
room-screen_closed = Answers are closed.

## Leading from a second device

room-lead_join_title = Lead this room from this device
room-lead_invitation = The code of your invitation
room-lead_invitation_hint = Eight letters and numbers, from the trainer's page. It opens once.
room-lead_begin = Begin to lead
room-lead_take_part = I want to take part instead
room-lead_wrong = There is no such invitation. It may have been used already, or be too old. Ask the trainer for a new one.
room-lead_ended = This device no longer leads the room: the trainer has withdrawn it. With a new invitation it can lead again.
room-lead_title = You lead this room
room-lead_part = This part: { $title }
room-lead_open = Open now: { $name }
room-lead_nothing = Nothing is open.
room-lead_all = Start something else
room-lead_shown = shown to all
room-lead_ideas =
    Ideas: { $done ->
        [one] { $done } of { $all } has an answer
       *[other] { $done } of { $all } have an answer
    }
room-lead_stop = Stop leading from this device
room-lead_away = The room does not answer. It may have moved to another network. Ask the trainer for a new invitation there.
room-lead_unknown = This button is not known here. Load the page again.

## Names of the rounds

# $mark is ":", or nothing where the title ends in a mark of its own.
room-round = { $title }{ $mark } { $round }
room-round-answer = Answers
room-round-before_talk = Before the talk
room-round-after_talk = After the talk
room-round-preference = What people wanted
room-round-first = First decision
room-round-first_scores = First decision: how it felt
room-round-second = Second decision
room-round-second_scores = Second decision: how it felt
room-round-scores = How it felt
room-round-talk = Talk to the person next to you. Say what you chose, and why.

## What was decided

room-decided-phones = Your phone says what was decided about your decision.
room-decided-paper = What was decided is read out to each corner.
room-decided-title = What both halves of the room decided
room-decided-once = What was decided
room-decided-twice = Each decision was made twice, by two halves of the room. So it may have ended in two ways.
room-decided-first = First round
room-decided-second = Second round

## The two ways of the experiment

room-arm-tickbox = Tickbox
room-arm-co_production = Co-production

## What became of an idea

room-fate-title = What became of your idea
room-fate-mine = Your idea
room-fate-others = Ideas in the room
room-ideas_more = More ideas
room-fate-none_shown = No idea is shown yet.
room-fate-waiting = The trainer has your idea. It has no answer yet. You will see here what becomes of it.
room-idea_deleted = An idea that was deleted
room-idea_deleted_yours = The trainer has deleted your idea, so nobody can read it any more. Speak to the trainer if you want to know why.
room-fate-taken_up = Taken up
room-fate-in_part = Taken up in part
room-fate-not = Not taken up
room-fate-one_by_one = Answers to ideas, one by one
room-fate-in_turn = What became of an idea ({ $place } of { $all })
room-fate-told = { $place } of { $all } is on the big screen.
room-fate-not_told =
    { $all ->
        [0] No idea that was let through has an answer yet.
        [one] One idea that was let through has an answer. It is not on the big screen now.
       *[other] { $all } ideas that were let through have an answer. None of them is on the big screen now.
    }
room-fate-kept_back =
    { $count ->
        [one] One more has an answer but is not let through, so it is not told.
       *[other] { $count } more have an answer but are not let through, so they are not told.
    }
room-fate-first = Show the first answer on the big screen
room-fate-next = Show the next answer on the big screen
room-fate-before = Show the one before
room-fate-none_told = There is no further answer to show. Ideas that you have let through, and answered, are shown here.
room-fate-why = Why: { $why }

## Questions on coming in

room-start-trust = How much do you trust the people who decide about your town?
room-start-trust_low = not at all
room-start-trust_high = fully
room-start-know = How much do you know about how they decide?
room-start-know_low = nothing
room-start-know_high = a lot
room-start-change = Should things stay as they are, or change?
room-start-change_low = stay as they are
room-start-change_high = change a lot
room-start-count = If you say what you think, how much will it count?
room-start-count_low = not at all
room-start-count_high = a great deal
room-start-heard = Up to now, how often did people like you get a hearing?
room-start-heard_low = never
room-start-heard_high = always
room-start-fair = How fair were past decisions to you?
room-start-fair_low = not fair at all
room-start-fair_high = very fair
room-start-talk = How often do you talk with others about such things?
room-start-talk_low = never
room-start-talk_high = all the time
room-start-come = If they asked you to a meeting, would you come?
room-start-come_low = surely not
room-start-come_high = for sure

## Questions after a decision

room-score-acceptance = Can you live with what was decided?
room-score-acceptance_low = not at all
room-score-acceptance_high = fully
room-score-fairness = How fair was the way it was decided?
room-score-fairness_low = not fair at all
room-score-fairness_high = very fair
room-score-trust = How much do you now trust those who decided?
room-score-trust_low = not at all
room-score-trust_high = fully

## Questions at the end

room-evaluate-before = Before today: { $statement }
room-evaluate-now = Now: { $statement }
room-evaluate-low = not true for me
room-evaluate-high = very true for me

## Names to choose from, parted by |

room-names-first = Blue|Red|Green|Grey|Gold|Silver|Copper|Amber|Rose|Lime|Navy|Coral|Ruby|Jade|Pearl|Slate|Sand|Snow|Sky|Sea|Moss|Fern|Oak|Elm|Ash|Birch|Hazel|Holly|Ivy|Maple|Cedar|Willow|River|Lake|Hill|Dawn|Dusk|Early|Quiet|Bright|Calm|Swift|Merry|Gentle|Bold
room-names-second = Heron|Wren|Robin|Finch|Swan|Owl|Hawk|Kite|Snipe|Lark|Gull|Tern|Crane|Stork|Dove|Jay|Rook|Raven|Linnet|Martin|Plover|Curlew|Teal|Eider|Goose|Duck|Coot|Grebe|Puffin|Falcon|Osprey|Merlin|Thrush|Starling|Sparrow|Swallow|Warbler|Bunting|Siskin|Dipper|Otter|Badger|Hare|Fox|Deer|Seal|Vole|Bee

## What nobody in a room may be called, parted by |

room-names-kept = trainer|co-trainer|facilitator|moderator|presenter|organiser|organizer|administrator|admin|host|system

## Small numbers as words

room-in_words =
    { $count ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $count }
    }
