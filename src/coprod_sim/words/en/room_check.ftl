### Will the room work? The check before people come.

## The check

preflight-title = Will the room work?
preflight-fine = fine
preflight-mend = to fix
preflight-try = try it
preflight-address = Address on the network
preflight-machine = { $place ->
    [server] The server
   *[here] This computer
}
preflight-address_fine = { preflight-machine } is on a network as { $address }.
preflight-address_shown = { $place ->
    [server] The address on the screen, { $address }, is the server's, and it answers.
   *[here] The address on the screen, { $address }, is this computer's, and it answers.
}
preflight-address_moved = The screen shows { $address }, which does not answer. { preflight-machine } is now { $now }. Choose that address under "Room".
preflight-address_none = { $place ->
    [server] The server of this kit is on no network. Tell whoever runs it.
   *[here] This computer is on no network. Join the Wi-Fi, or turn on a hot-spot on it or on a phone.
}
preflight-public_later = The room will be at { $address }. Open it, then look here again.
preflight-public_fine = The room answers at { $address }.
preflight-public_away = The room does not answer at { $address }. Whoever runs the kit must have the web server of that address pass it on to port { $port } of the server.
preflight-port = Port for the phones
preflight-port_free = Port { $port } is free.
preflight-port_next = Another program uses port { $usual }, so the room takes port { $port }, which is free.
preflight-port_ours = Port { $port } is in use by the room itself.
preflight-port_taken = Another program uses port { $port }. Choose another with --port.
preflight-disk = Space on the disk
preflight-disk_fine = There are { $free } MB free for answers.
preflight-disk_full = There are only { $free } MB free. Free some space, or answers may not be saved.
preflight-store = Where rooms are kept
preflight-store_aside = An earlier store was damaged or too old, so it was set aside as { $file }. Its rooms are not shown here. Keep a copy if you need it: it is deleted on the first day that a room in it was to be deleted, and after 30 days if that cannot be read.
preflight-phone = A phone gets through
preflight-phone_later = Open the room to this network, then open its address on a phone.
preflight-phone_loopback = { $place ->
    [server] The room is open to the server alone. Let phones in.
   *[here] The room is open to this computer alone. Let phones on this network in (on the command line: --lan).
}
preflight-phone_seen = { $place ->
    [server] Another device has reached the server.
   *[here] Another device has reached this computer.
}
preflight-phone_try = { $place ->
    [server] Now open { $address } on a phone. Then look here again.
        If the page does not come, the phone cannot reach the server. Ask whoever runs it which network phones must be in.
   *[here] Now open { $address } on a phone in the same network. Then look here again.
        If the page does not come: is the phone in the same Wi-Fi, and not on mobile data?
        Guest networks often keep devices apart. A hot-spot on this computer, or a small router of your own, helps.
        If your computer asks about a firewall, allow Python on the private network.
}
preflight-warning =
    Phones on your network can now open this room.
    What they send can be read by others on the same network, so ask for nothing private.
    Stop with Ctrl-C when you are done.
