### The start page.

## Start page

start-title = Should we really involve people in this, and how?
start-text = Plans for a road, a library or a clinic affect many people's lives. This kit helps you think before you ask people, and learn how to do it well.
start-decide = I decide
start-decide_text = Try a case in a made-up town. See who accepts it, who loses, what it costs. Take one page to your board.
start-learn = I learn
start-learn_text = Short lessons on five steps, and exercises you can check yourself.
start-train = I train
# In this and on the trainer's page, $rooms is "no" where no room can be opened from the kit's pages, and else "yes".
start-train_text = { $rooms ->
    [no] Choose and change a plan for a session with a room full of people, and print its cards. To lead it, open the kit on a laptop.
   *[yes] Run a session for a room full of people, on their phones or with cards.
}
start-not_yet = Not built yet.
start-key_title = The kit asks for its key
start-key_text = The kit was started again, or was never opened in this browser. Each time it starts it has a new key. You find the key in the window in which coprod-sim open was typed. It is at the end of the line that begins with "The kit is open at". Copy the address from that line into this box. Then you come to the page you asked for.
start-key_else = Is that window gone, or the line not there? Start the kit again as you did before. When its page has opened in this browser, load this page again: it asks for no key then. If somebody else runs the kit, ask them for its address. What you wrote is kept.
start-key_box = The new address, or the key at its end
start-key_go = Open the kit
start-key_wrong = This is not the key that the kit has now. Copy it from the window in which the kit was started last, from the last line that begins with "The kit is open at".
start-wait_title = Please wait for your turn
start-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
start-wait = { $most ->
    [one] Somebody else is using this kit, and it serves one person at a time. A place whose browser was lost counts for up to { start-minutes }. This page asks again by itself.
   *[other] { $most } people are using this kit now, which is as many as it serves at a time. A place whose browser was lost counts for up to { start-minutes }. This page asks again by itself.
}
start-wait_tab = { $most ->
    [one] The kit is open in another tab of this browser, and it serves one page at a time. Close that tab to go on here, or go on there. This page asks again by itself.
   *[other] The kit is open in another tab of this browser, and that tab keeps its place. All { $most } places are taken now. Close that tab to go on here, or wait for another place. This page asks again by itself.
}
start-moment_title = One moment
start-moment = This page opens as soon as the page before it has closed.
start-wait_again = Ask again now

## What is refused

start-refusal_none_title = This page is not here
start-refusal_none = The address may have been mistyped.
start-refusal_name_title = The kit does not answer to this name
start-refusal_name = It answers only to names it knows, so that no foreign page can reach it. Whoever runs the kit can allow the name in this address with the option --name.
start-refusal_unfit_title = The kit refuses this
start-refusal_unfit = What was asked for cannot be read, or may not be asked for from where you are.
start-refusal_fault_title = Something went wrong inside the kit
start-refusal_fault = That is our fault, not yours. Nothing you saved is lost.
start-refusal_back = Back to the start
