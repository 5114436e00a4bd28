### The trainer's page.

## Around the parts

trainer-intro =
    { $rooms ->
        [no] Choose a plan, change it, and print its cards. From here no room can be opened to lead people through it; under "Room" stands where one can.
       *[yes] Choose a plan, open a room, and lead people through it, on their phones or with cards.
    }
    People live two similar decisions, one told with a tickbox leaflet and one with the full picture, and compare how it felt.
trainer-part_plan = Plan
trainer-part_room = Room
trainer-part_lead = Lead
trainer-part_model = Room beside model
trainer-part_ideas = Ideas
trainer-part_cards = Answers on paper
trainer-part_record = Record
trainer-no_room = No room is open yet. Open one under "Room".
trainer-already_open = The session in room { $code } is still running. End it under "Record" first.
trainer-found_again = Room { $code } was still running, so here it is again. Nothing is lost.
trainer-away = The room does not answer just now. It is being started again; answers already sent are safe.

## Choosing a plan

trainer-plan-title = Choose a plan
trainer-plan-choose = Session plan
trainer-plan-option =
    { $letter }. { $title } ({ $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    })
trainer-plan-facts =
    For { $who }. It takes { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }. Of every 100 minutes, { $talk } are for looking back on what happened, alone or together.
trainer-plan-agenda = Agenda
trainer-plan-from = From
trainer-plan-part = Part
trainer-plan-who = Who
trainer-plan-takes = Minutes
trainer-plan-prepare = Before people come
trainer-plan-notes = Good to know
trainer-plan-own = Your own plan
trainer-plan-own_text = Keep a plan as a file, to open it here again or to hand it on. It is plain text, so any text editor changes it too.
trainer-plan-edit = Change this plan
trainer-plan-edit_help = You can do this while a session is running, too. What the room is asked stays the same then.
trainer-plan-edit_at = Part
trainer-plan-edit_part =
    { $part }. { $title } ({ $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    })
trainer-minutes =
    { $count ->
        [one] one minute
       *[other] { $count } minutes
    }
trainer-plan-edit_title = Title of the part (up to 120 letters)
trainer-plan-edit_talk = In this part people look back on what happened, alone or together
trainer-plan-edit_lines = One sentence a line, of up to 600 letters.
trainer-plan-edit_save = Save the changes to this part
trainer-plan-edit_up = Move this part up
trainer-plan-edit_down = Move this part down
trainer-plan-edit_add = Add a part after this one
trainer-plan-edit_drop = Take this part out
trainer-plan-edit_done =
    "{ $title }" is saved. The plan takes { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } now.
trainer-plan-asked_in_room = People have already been asked something from this part, so you cannot remove it during the session. You can skip it.
trainer-plan-own_decision = A plan for a decision of your own
trainer-plan-own_decision_help = An hour for a real decision: what is open, the whole picture, choose, talk, choose again, ideas and their answers.
trainer-plan-own_title = What the decision is about
trainer-plan-own_title_help = Such as: opening hours of the library in Northfield
trainer-plan-own_question = The question people answer (up to 300 letters)
trainer-plan-own_fixed = What is fixed, and why
trainer-plan-own_make = Make the plan
trainer-plan-own_made = The plan "{ $title }" is made. Read it above, change it below, or go on to the room.
trainer-plan-save = Save this plan as a file
trainer-plan-open = Open your own plan
trainer-plan-open_help = A file that ends in .toml.
trainer-plan-too_large = This file has { $size } MB. A plan is far smaller, so this is something else.
trainer-plan-reading = Reading the file
trainer-plan-pack = The printed pack
trainer-plan-pack_text = Agenda, script, papers, forms and cards: on A4, in black and white, at 14 point.
trainer-plan-pack_html = Save the pack (HTML)
trainer-plan-pack_pdf = Save the pack (PDF)
trainer-plan-pack_no_pdf = To save the pack as a PDF too, add a package to this kit: python -m pip install typst
trainer-plan-on = Go on to the room

## What the script shows on the big screen

trainer-shows-join = How to join: the code, the address and the square code.
trainer-shows-asked = What is asked, and how many have answered. No results.
trainer-shows-results = What the room said, once you have closed it.
trainer-shows-corners = The four corners by colour. No results.
trainer-shows-phones = That each phone says what was decided about its own decision. No results.
trainer-shows-winner = Once both rounds are closed, what each half of the room decided. No scores.
trainer-shows-seal = The seal of the locked guess.
trainer-shows-beside = The room beside the model: those who lost first, with ranges.
trainer-shows-ideas = The ideas you have let through.
trainer-shows-choosing = What the room chooses among these ideas: a vote, then its result.
trainer-shows-made_up = A made-up result in which the leaflet wins, marked as made up.
trainer-shows-words = The words: { $words }
trainer-shows-elsewhere = { $words }

## What the trainer says about names

trainer-say-made_up = We ask for no real names. Choose a made-up one, or take the one your phone offers.
trainer-say-own = Today we go by our own names. If you do not want this, choose a made-up one.

## What the trainer says of what the card on ethics promises

trainer-say-sums = Today we keep totals only. Nobody can use them to piece your answers together.
trainer-say-linked = Today we keep each person's answers together, under a number that does not show who you are.
trainer-say-deleted = All is deleted on { $day }, or sooner.
trainer-say-deleted_open = All is deleted on the day set under "Record". Name it here: ......

## What the trainer says about the code

trainer-say-code = Your phone shows a code of seven letters and numbers. Write it down. If your phone runs flat, you get your seat back with it on any other.

## Opening the room

# In these and in all below, $on is "paper" where a plan has no phones, and else "phones".
trainer-room-title = Open the room
# In these and in the check of the room, $place is "server" where the kit runs on one, and else "here".
trainer-room-intro = { $place ->
    [server] The room runs on the server of this kit. Phones reach it at { $address }. The room goes on when this page or the kit is closed; under "Record" you end it.
   *[here] No internet is needed. Phones and this computer only need the same network, and a phone's hot-spot will do. The room goes on when this page or the kit is closed; under "Record" you end it.
}
trainer-room-check = Check this room and network
trainer-room-check_alone = { $place ->
    [server] Check the server
   *[here] Check this computer
}
trainer-room-off = No room can be opened from here. This kit runs on a server, and a room for phones would be open to the server's whole network, without the log-in. { $way ->
    [jupyter] Install the kit on a laptop and open the room there: coprod-sim open.
   *[proxy] Whoever runs the kit can allow rooms at an https address of their own, with the option --rooms. Or install the kit on a laptop and open the room there: coprod-sim open.
}
trainer-room-where = Who can reach the room
trainer-room-here = This computer alone, to try it out
trainer-room-here_help = Phones cannot join.
trainer-room-network = Phones on this network
trainer-room-network_help = Others on the same network could read what is sent. So ask for nothing private.
trainer-room-no_phones = This plan needs no phones and no network. People draw cards, and you type their answers in under "Answers on paper".
trainer-room-cards = Nobody needs to join. Give out the cards, and type the answers in under "Answers on paper".
trainer-room-typed =
    { $count ->
        [0] No card is typed in yet.
        [one] One card is typed in.
       *[other] { $count } cards are typed in.
    }
trainer-room-keep = What the record keeps of people's answers
trainer-room-sums = Totals only
trainer-room-sums_help = Nobody can use the record to piece a person's answers together. It cannot be pooled with other sessions.
trainer-room-linked = Each person's answers kept together, without names
trainer-room-linked_help = Needed to pool sessions. Everybody is told before they begin, { $on ->
        [paper] on the card on ethics.
       *[phones] on the phone and on the card on ethics.
    }
trainer-room-agreed = Change what people agree to before they join
trainer-room-agreed_help = People read what they agree to before they join. Unless you change it below: totals only, no group below five, made-up names, deleted after 30 days.
trainer-room-floor = The smallest group whose numbers are shown
trainer-room-5 = Five people
trainer-room-5_help = As in official statistics. Nobody can be picked out.
trainer-room-3 = Three people
trainer-room-3_help = For small groups, if they have agreed. { $on ->
        [paper] Say it before people answer.
       *[phones] The phones say it before people join.
    }
trainer-room-1 = Every single answer
trainer-room-1_help = Only if the group has agreed. { $on ->
        [paper] Say it before people answer.
       *[phones] The phones say it before people join.
    } The comparison of the two ways still needs five in each group.
trainer-room-called = Which names people use
trainer-room-made_up = Made-up names
trainer-room-made_up_help = Nobody knows whose idea is whose.
trainer-room-own = Their own names, because the group wants it
trainer-room-own_help = { $on ->
        [paper] Say before people answer: a name is shown with an idea, never with a score.
       *[phones] The phones say before people join: a name is shown with an idea, never with a score.
    }
trainer-room-who = Who has joined
trainer-room-who_help = You see names alone, never what somebody answered. Made-up names stay here when somebody has gone, so that the list does not show whose idea went. Whoever clears their browser and joins under a new name counts as one more person. If somebody tells you so, give them a new code for the name they had first.
trainer-room-who_look = Look who has joined
trainer-room-seat = Seat
trainer-room-seat_first = Choose a name first.
trainer-room-seat_choose = Choose a name
trainer-room-seat_sure = Yes, take this seat away
trainer-room-away = Take the seat away
trainer-room-away_help = Ideas and answers of this seat are deleted. Only answers that you have counted or shown stay in the totals, without a name, so that no total changes.{ $on ->
        [paper] {""}
       *[phones] {" "}The phone leaves the room. It can join again, unless the door is closed.
    }
trainer-room-away_sure_first = Tick the box first. Ideas and answers of the seat are deleted.
trainer-room-away_done = The seat is taken away. Its name stays on the list.
trainer-room-code_anew = Give this person a new code
trainer-room-code_anew_help = For somebody who has lost the code to come back. The code before opens the seat no more. You do not see what was answered there, and neither does whoever comes back with it. Pressed again, the button shows the same code; look again who has joined to give another.
trainer-room-code_anew_done = The new code for { $name }: { $back }. Tell it to this person alone. If it opens no seat, the person has left the room before, and joins as a new one.
trainer-room-idle =
    { $count ->
        [one] Take away the one idle seat
       *[other] Take away all { $count } idle seats
    }
trainer-room-idle_help = A seat is idle when nothing was answered there and its phone has been silent for a minute: its browser is closed, or the phone sleeps. Nothing is lost. Whoever wakes the phone can join again at once, also when the door is closed.
trainer-room-idle_done =
    { $count ->
        [0] Somebody has just come back, so no seat was taken away.
        [one] One idle seat is taken away. Whoever had it can join again.
       *[other] { $count } idle seats are taken away. Whoever had one can join again.
    }
trainer-room-silent =
    { $count ->
        [one] One of the phones has been silent for a minute: asleep, or its browser is closed. Its seat is counted here until its owner leaves the room, or you take it away.
       *[other] { $count } of the phones have been silent for a minute: asleep, or their browsers are closed. Their seats are counted here until their owners leave the room, or you take them away.
    }
trainer-room-second = Lead from a second device
trainer-room-second_help = A phone or a second computer can start, close and show, and give ideas their answers. Each has a key of its own.
trainer-room-second_invite = Invite a device
trainer-room-second_go = On that device open, or point its camera at the square code
trainer-room-second_once = It opens once, within 15 minutes. Show it to nobody else.
trainer-room-second_qr = A square code that opens the page to lead from
trainer-room-second_here = Withdraw device { $number }, which leads now
trainer-room-second_open = Withdraw the open invitation { $number }
trainer-room-put_by = Sessions saved for another day
trainer-room-again = Lead again: plan { $letter }, { $title }. Room { $code }, begun { $begun }, kept until { $day }
trainer-room-start = Open the room
trainer-room-many =
    { $most ->
        [one] One seat was
       *[other] { $most } seats were
    } taken from one address. More were asked for and refused: { $refused }. A class behind one router looks like this; so does one person who joins again and again.
trainer-room-many_yes = Let any number join from one address
trainer-room-many_no = Limit the seats of one address again
trainer-room-code = Code
trainer-room-address = Address
trainer-room-people =
    { $count ->
        [0] Nobody is here yet.
        [one] One person is here.
       *[other] { $count } people are here.
    }
trainer-room-show_address = Show the address { $address } instead
trainer-room-widen = Let phones on this network in
trainer-room-door_lock = Let nobody new in
trainer-room-door_open = Let new people in again
trainer-room-door_locked = The door is closed: nobody new can join.
trainer-room-screen = Open the view for the projector
trainer-room-screen_help = It opens in a new tab. Move that window to the big screen.
trainer-room-qr = A square code that opens the page of this room
trainer-room-on = Go on and lead the session
trainer-room-fine = fine
trainer-room-mend = to fix
trainer-room-try = please try

## Leading the session

trainer-lead-title = Lead the session
trainer-lead-clock =
    { $minutes ->
        [one] One minute
       *[other] { $minutes } minutes
    } since the session began. The plan has this part from { $start } to { $end }.
trainer-lead-not_begun = The time starts when you start something, or go to the next part.
trainer-lead-part = Part { $part } of { $parts }
trainer-lead-left =
    { $left ->
        [one] One minute
       *[other] { $left } minutes
    } left in this part.
trainer-lead-over =
    { $left ->
        [one] One minute
       *[other] { $left } minutes
    } over the time of this part.
trainer-lead-more =
    { $minutes ->
        [one] One minute more
       *[other] { $minutes } minutes more
    }
trainer-lead-anew = Start the time for this part again
trainer-lead-to_part = Go to part
trainer-lead-time = Time, and other parts
trainer-lead-counted = What the room said: { $title }
trainer-lead-spot = Something that is not in the plan
trainer-lead-spot_words = A line of words (up to 120 letters)
trainer-lead-spot_show = Show these words on the big screen
trainer-lead-spot_question = A question to the room (up to 300 letters)
trainer-lead-spot_options = Its answers, with a comma between (2 to 20 of them)
trainer-lead-spot_help = Leave this empty to ask for a score from 0 to 10.
trainer-lead-spot_ask = Ask it now
trainer-lead-spot_title = One more question
trainer-lead-spot_low = not at all
trainer-lead-spot_high = fully
trainer-lead-spot_wrong = Write a question, and two answers or more with a comma between, or none for a score from 0 to 10.
trainer-lead-spot_twice = Two of the answers are the same: { $answer }. Write each only once.
trainer-lead-before = Part before
trainer-lead-next = Next part
trainer-lead-turn_to = Go to "{ $part }"
trainer-lead-seal = Show the seal of the locked guess
trainer-lead-say = Say
trainer-lead-do = Do
trainer-lead-screen = On the screen
trainer-lead-wrong = If it goes wrong
trainer-lead-cards = Without phones
trainer-lead-nothing = This part asks nothing.
trainer-lead-asked = On the phones
trainer-lead-start = Start: { $name }
trainer-lead-again = Open again: { $name }
trainer-lead-close = Close it
trainer-lead-reveal = Show the result to all: { $title }
trainer-lead-reveal_again = Show the result to all again: { $title }
trainer-lead-reveal_note = Once it is shown to all, it cannot be opened again.
trainer-lead-reveal_few =
    { $count ->
        [0] Nobody has answered, so no numbers would be shown.
        [one] Only one person has answered, so no numbers would be shown.
       *[other] Only { $count } have answered, so no numbers would be shown.
    }
trainer-lead-look = Count it for me: { $title }
trainer-lead-open_now =
    Open now: { $name }{ $mark } { $count ->
        [one] { $count } of { $here } has answered.
       *[other] { $count } of { $here } have answered.
    }
trainer-lead-nothing_open =
    Nothing is open. { $here ->
        [0] Nobody is here yet.
        [one] One person is here.
       *[other] { $here } people are here.
    }
trainer-lead-earlier = From other parts
trainer-lead-chosen_note = Say each of these in its own corners alone: the others make the same decision in the other round.
trainer-lead-talk = Show "Talk now"
trainer-lead-talk_title = Talk now
trainer-lead-talk_words = Talk to the person beside you. No chart, no phone.
trainer-lead-choosing = Let the room choose among these ideas
trainer-lead-choosing_title = Which ideas do we choose?
trainer-lead-choosing_question = Which of these ideas do you choose?
trainer-lead-choosing_few = Let two ideas or more through under "{ trainer-part_ideas }" first.
trainer-lead-choosing_many = There { $count ->
    [one] is one idea
   *[other] are { $count } ideas
}, and a phone lists { $most } at most. Make like ones one first, or keep some hidden.
trainer-lead-made_up = Show a made-up result in which the leaflet wins
trainer-lead-made_up_title = Made up: this is not your room
trainer-lead-made_up_note = All of these numbers are made up, to practise with.
trainer-lead-lot = { $decision }: the votes typed in do not settle it. Draw a lot in front of the corner. Which has won?
trainer-lead-lot_choose = Choose what has won
trainer-lead-say_words = Show the words: { $words }
trainer-lead-wait = Show the waiting page
trainer-lead-result = What the room said
trainer-lead-as_table = The numbers as a table
trainer-lead-experiment_later = Results of the two decisions come under "Room beside model", when all have scored.

## The room beside the model

trainer-model-title = The room beside the model
trainer-model-intro = The eight answers of this room say how the people in the model start out. The model's guess is locked before the vote. Its seal is a long number that would change if anybody changed the guess.
trainer-model-lock = Work out and lock the guess
trainer-model-seal = Seal
trainer-model-sealed = The guess is locked. Let two people photograph the first eight characters of its seal, or write them down.
trainer-model-sealed_wall = The seal is on the big screen.
trainer-lead-sealed = The guess is locked. Seal: { $seal } ...
trainer-model-how = To check it afterwards, give somebody who knows computers the file locked_guess.json from the record. Its SHA-256 number must be the same as this seal.
trainer-model-show = Compare the two ways in this room
trainer-model-open = Open the locked guess
trainer-model-project_lost = Show to all: those who lost
trainer-model-project_all = Show to all: everybody
trainer-model-screen_lost = Could those who lost live with it?
trainer-model-screen_all = Could everybody live with it?
trainer-model-seal_title = The model's guess is locked
trainer-model-seal_text = These are the first eight characters of its seal. Photograph them, or write them down. The whole seal is at the foot.
trainer-model-shown = The guess is open. Nothing in it was changed: its text still gives the same seal. These are its ranges as they were sealed, in points of 10:
trainer-model-widened = They leave out the luck of a small room. Beside the room that luck is added, by how many scored and how far they differ. So the ranges there are wider, and they change with the number of people.
trainer-model-notes = How the answers set the model's people
trainer-model-us = This is us in three decisions' time
trainer-model-us_text = The same people, three decisions in a row, in both ways.
trainer-model-us_go = Run our next three decisions
trainer-model-none = This plan has no experiment. Plans B, D, G and H have one.
trainer-model-no_scores = Nobody has scored the decisions yet.
trainer-model-not_locked = No guess has been locked.
trainer-model-locked_before = The guess is locked already. It cannot be changed any more.
trainer-model-none_locked = No guess was locked before the first scores, so there is none to open. The room is compared with itself.
trainer-model-too_late = The first scores are in, so it is too late to lock a guess.
trainer-model-notice = Seal of the locked guess: { $seal }
trainer-model-wrong_way = The leaflet scored higher, and the difference is clear: luck alone would make one so large in fewer than 1 of 20 rooms like this. Use the cards for a result that goes the wrong way: say so first, then ask what people noticed.

## Ideas, and what became of them

trainer-ideas-title = Ideas, and what became of them
trainer-ideas-still_open = The ideas are still open. A phone shows the answer to its idea once they are closed.
trainer-ideas-intro = Nobody sees an idea before you let it through. Every idea gets an answer and a reason that people can check.
trainer-ideas-none = No ideas have come in yet.
trainer-ideas-read = Look for new ideas
trainer-ideas-show = Let it through
trainer-ideas-hide = Keep hidden
trainer-ideas-state_waiting = not read yet
trainer-ideas-state_shown = let through
trainer-ideas-state_hidden = hidden
trainer-ideas-fate = What became of it
trainer-ideas-taken_up = Taken up
trainer-ideas-in_part = Taken up in part
trainer-ideas-not = Not taken up
trainer-ideas-why = Why
trainer-ideas-why_help = A reason people can check. "No money" cannot be checked; "it costs £19,000 more than there is" can.
trainer-ideas-wall = Show this one alone
trainer-ideas-one = An idea from this room
trainer-ideas-fated = { $fate }. Why: { $why }
trainer-ideas-which = Which idea
trainer-ideas-unanswered = no answer yet
trainer-ideas-ready = A reason to start from
trainer-ideas-own = I write my own
trainer-ideas-ready_budget = It costs more than the sum that is fixed.
trainer-ideas-ready_law = The law does not let us.
trainer-ideas-ready_done = It is done already.
trainer-ideas-ready_others = Others decide this. We have passed it on to them.
trainer-ideas-ready_later = It comes too late for this decision. It is on the list for the next one, with its date.
trainer-ideas-together = Put it together with others
trainer-ideas-theme = Heading
trainer-ideas-theme_help = Ideas under one heading are shown together, on the big screen too. Leave it empty to take it out.
trainer-ideas-theme_known = So far: { $known }. Leave it empty to take it out.
trainer-ideas-put = Put it under this heading
trainer-ideas-same = It says the same as
trainer-ideas-same_help = Then it is shown once, and each author gets the one answer.
trainer-ideas-no_other = Choose an idea
trainer-ideas-merge = Make them one
trainer-ideas-apart = Take apart again: { $idea }
trainer-ideas-choose_other = Choose the idea that says the same first.
trainer-ideas-to_read =
    { $count ->
        [one] One idea to read
       *[other] { $count } ideas to read
    }
trainer-ideas-to_read_help =
    { $count ->
        [one] Read it first. Then let it through, or keep it hidden. Nobody else sees it before that.
       *[other] Read each of them first. Then let them through together, or tick some of them. Nobody else sees an idea before that.
    }
trainer-ideas-let_ticked = Let the ticked ideas through
trainer-ideas-hide_ticked =
    { $count ->
        [one] Keep this idea hidden
       *[other] Keep the ticked ideas hidden
    }
trainer-ideas-let_all =
    { $count ->
        [one] Let this idea through
       *[other] Let all { $count } ideas through
    }
trainer-ideas-tick_first = Tick one idea or more first.
trainer-ideas-let_done =
    { $count ->
        [one] One idea is let through.
       *[other] { $count } ideas are let through.
    }
trainer-ideas-hide_done =
    { $count ->
        [one] One idea is kept hidden.
       *[other] { $count } ideas are kept hidden.
    }
trainer-ideas-new_ones =
    { $count ->
        [one] One more idea has come in. It is not in this list.
       *[other] { $count } more ideas have come in. They are not in this list.
    }
trainer-ideas-list_them =
    { $count ->
        [one] Put it in the list
       *[other] Put { $count } more in the list
    }
trainer-ideas-delete = Delete this idea
trainer-ideas-delete_help = What it says is deleted for good: on every screen, in the room, and in the record you have saved. A file you have downloaded or handed on still holds it. The person stays in the room.{ $on ->
        [paper] {""}
       *[phones] {" "}Their phone says that the idea was deleted.
    }
trainer-ideas-delete_sure = Yes, delete what this idea says
trainer-ideas-delete_sure_first = Tick the box first. What the idea says is deleted for good.
trainer-ideas-deleted = The idea is deleted.
trainer-ideas-deleted_record = The idea is deleted, and the saved record was written again without it.
trainer-ideas-hurts = This idea hurts somebody
trainer-ideas-hurts_help = This is about the idea: { $idea }
trainer-ideas-seat_sure = Yes, take away the seat it came from
trainer-ideas-headings = All ideas under one heading
trainer-ideas-heading = Heading
trainer-ideas-choose = Choose a heading
trainer-ideas-choose_heading = Choose a heading first.
trainer-ideas-heading_wall = Show these ideas on the big screen
trainer-ideas-heading_answer = Give them all this answer
trainer-ideas-none_shown = None of these ideas is let through yet. Read them and let them through first.
trainer-ideas-more = And { $count } more.
trainer-ideas-one_of = An idea from { $name }
trainer-ideas-save = { $on ->
        [paper] Save this answer
       *[phones] Save this answer for its phone
    }
trainer-ideas-idea = Idea { $number }
trainer-ideas-answered =
    { $all ->
        [one] { $done } of one idea has an answer.
       *[other] { $done } of { $all } ideas have an answer.
    }
trainer-ideas-made_one =
    { $count ->
        [one] One more is made one with one of these, and shares its answer.
       *[other] { $count } more are made one with some of these, and share their answers.
    }
trainer-ideas-send = Make all answers final
trainer-ideas-sent = Final: { $on ->
        [paper] { $count ->
            [one] one idea has its answer.
           *[other] { $count } ideas have their answers.
        }
       *[phones] { $count ->
            [one] the phone it came from shows the answer to one idea.
           *[other] the phones they came from show the answers to { $count } ideas.
        }
    } The ideas are closed, so "Lead" no longer offers to open the ideas again.
trainer-ideas-no_answer =
    { $count ->
        [one] One idea has no answer yet. Answer it under "{ trainer-part_ideas }" before people look what became of theirs.
       *[other] { $count } ideas have no answer yet. Answer them under "{ trainer-part_ideas }" before people look what became of theirs.
    }
trainer-ideas-missing =
    { $count ->
        [one] One idea has no answer yet. Say first what became of it, and why.
       *[other] { $count } ideas have no answer yet. Say first what became of each, and why.
    }

## Answers on paper

trainer-cards-title = Answers on paper
trainer-cards-intro = Type in one card a line, in the order of the tally sheet, and press Enter. What is typed here is counted with all other answers.
trainer-cards-open_first = Start something under "Lead" first. Then its questions appear here.
trainer-cards-card = Number on the card
trainer-cards-card_help = The same number in every round. It also gives the corner.
trainer-cards-line = Answers of card { $card }{ $corner }
trainer-cards-line_none = Answers of the card (type its number first)
trainer-cards-line_help = 
    { $last ->
        [A] Type the answer.
       *[other] Type the answers from A to { $last } with a space between them, and - where there is none.
    } Enter saves and goes on to the next card.
trainer-cards-words = The words as they stand on the card. Enter saves and goes on to the next card.
trainer-cards-key = What the letters stand for
trainer-cards-save = Save this card
trainer-cards-saved =
    Card { $card } is saved. { $count ->
        [one] One person has answered.
       *[other] { $count } have answered.
    }
trainer-cards-before = Card { $card } was typed in before: { $line }. It is replaced only if you press Enter twice.
trainer-cards-replace = Nothing is changed yet. Card { $card } stands as: { $line }. Press Enter once more, or the button, to replace it with what you typed.
trainer-cards-beyond = Nothing is saved yet. The pack has the cards 1 to { $most }. If card { $card } is really there, press Enter once more, or the button.
trainer-cards-new = Card { $card } is new in this room.
trainer-cards-which = Now open: { $name }
trainer-cards-half =
    "{ $name }" was closed before { $count ->
        [one] this card was
       *[other] these cards were
    } saved: { $lines }. Open it again under "{ trainer-part_lead }": then what you typed stands in its box again.
trainer-cards-half_card = { $card ->
    [0] a card without a number
   *[other] card { $card }
}: { $line }
trainer-cards-throw = Throw away what was typed and not saved
trainer-cards-thrown = Thrown away. No card that was saved has changed.

## The record

trainer-record-title = The record
trainer-record-intro = One folder without names: totals, charts, and a page to print. Linked sessions hold every answer too, and can be pooled.
trainer-record-save = Save the record
trainer-record-saved = Saved in { $folder }
trainer-record-page = Save the page to print (HTML)
trainer-record-excel = Save everything as a workbook (Excel)
trainer-record-counts = Save what the room said (CSV)
trainer-record-counts_none = Nobody has answered anything yet.
trainer-record-ideas = Save all ideas, and what became of them (CSV)
trainer-record-ideas_none = No idea has come in yet, so there is none to save.
trainer-record-answers = Save every answer (CSV)
trainer-record-answers_none = Nobody has answered anything yet.
trainer-record-keep = Delete room and record after
trainer-record-keep_help = { $on ->
        [paper] Choose before people answer, and say the day. Once a card is typed in, you can only make it sooner.
       *[phones] Choose before people join: their phones promise the day. Once somebody has joined, you can only make it sooner. Say it too.
    }
trainer-record-days = days
trainer-record-keep_past =
    The session began too long ago for that. Choose { $least ->
        [one] one day
       *[other] { $least } days
    } or more.
trainer-record-delete_on = Room and record are deleted on { $day }.
trainer-record-changed = What has changed for people
trainer-record-changed_none = Nobody has filled in the evaluation yet.
trainer-record-end_text = Save the record first. To go on another day, save the session for that. "{ trainer-part_room }" lists it until the day it is deleted. { $on ->
        [paper] Keep the cards until then: their numbers keep the answers of a person together.
       *[phones] The phones leave the room, and people come back to their seats.
    }
trainer-record-put_by = The session is saved for another day. You find it under "{ trainer-part_room }" until { $day }.{ $on ->
        [paper] {""}
       *[phones] {" "}The phones tell people that it continues another day.
    }
trainer-record-deleted = The room is deleted, with all answers.
trainer-record-deleted_both = The room is deleted, with all answers, and so is the saved record.
trainer-record-end_go = Save the session for another day
trainer-record-delete = Delete this room now, with all answers
trainer-record-delete_sure = Yes, I am sure: delete it
trainer-record-delete_help = Tick the box first. A record you have saved stays, unless you tick that too.
trainer-record-unanswered =
    { $count ->
        [one] One idea has no answer yet. Once the room is deleted, whoever wrote it hears nothing more of it.
       *[other] { $count } ideas have no answer yet. Once the room is deleted, those who wrote them hear nothing more of them.
    }
trainer-record-delete_also = And the saved record

## Several sessions

trainer-across-lost = Those who lost
trainer-across-all = Everybody
trainer-across-sessions = The sessions
trainer-across-none = Save the record of a session first. The kit looks in { $folder }.
