### What stands around every page that the kit serves: its strip, its foot, and what is said when something is lost.

## The strip and the foot

around-skip = Skip to the page
around-honest = A thinking tool, consistent with published findings, not a forecast.
around-foot_here = Everything runs on this computer. Nothing you type is sent to the internet.
around-foot_server = This kit runs on a server. What you type is kept there, where whoever runs it could read it, and is sent nowhere else.
around-room_here = The room runs on this computer. Once you let phones in, what people type is shown on other devices in this network.
around-room_server = The room runs on the server of this kit. What people type is shown on the other devices in the room.

## While a page comes up

around-failed = This page could not be built. That is our fault, not yours.
around-slow = This takes longer than usual: other pages may be opening too. There is nothing you need to do.
around-stuck = This page did not come up. We are trying once more.
around-stopped = This page did not come up, twice. The computer may be very busy.

## When the kit does not answer

around-lost = The kit does not answer. It was stopped, or the connection is down.
around-lost_here = If it was stopped, start it again with the command coprod-sim open. When its page has opened, load this page again.
around-lost_server = Wait a moment. If this stays, tell whoever runs the kit. Then load this page again.
around-restarted = The kit was started again, and has a new key. Load this page again. If it asks for the key, copy the address behind "The kit is open at" from the window in which the kit was started.
around-ended = The kit has ended this page, as it does when a page is out of sight for long. The kit still runs. Load this page again to go on.
around-again = Load this page again

## What is kept then

around-typed = What you type into boxes now is kept in this browser, and comes back when you load this page again.
around-untyped = This browser keeps nothing, so copy what you type into boxes before you load this page again.
around-kept_learn = What was saved stays in the file coprod_progress.json. What you choose or press now is not kept.
around-kept_decide = What you set is kept in this page's address, and comes back when you load this page again.
around-kept_train = A room that is open goes on by itself, with all its answers. What you choose or press here now is not kept.
around-kept_other = What you choose or press now is not kept.
