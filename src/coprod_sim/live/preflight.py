"""Looks before people arrive whether the room will work: address, port, disk, and a phone."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from coprod_sim.live.control import RoomServer
from coprod_sim.live.places import own_addresses, port_is_free
from coprod_sim.words import Words, words_in

NEEDED = 100 * 1024 * 1024
"""How much disk a session should find free [bytes]."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `fine` is None when only a person can find out."""

    what: str
    fine: bool | None
    sentence: str


def look(
    store: str, port: int, server: RoomServer | None = None, words: Words | None = None
) -> list[Finding]:
    """Look at everything, in the order in which a trainer would mend it.

    Args:
        store: where rooms are kept.
        port: the port a server would use.
        server: the server, if it runs.
        words: the words to say it in.
    """
    w = words or words_in("en")
    return [
        _address(w),
        _port(w, port, server),
        _disk(w, store),
        _phone(w, server),
    ]


def _address(w: Words) -> Finding:
    found = own_addresses()
    if not found:
        return Finding(w("preflight.address"), False, w("preflight.address_none"))
    return Finding(w("preflight.address"), True, w("preflight.address_fine", address=found[0]))


def _port(w: Words, port: int, server: RoomServer | None) -> Finding:
    if server is not None and server.port == port:
        return Finding(w("preflight.port"), True, w("preflight.port_ours", port=port))
    fine = port_is_free(port, lan=True)
    kind = "free" if fine else "taken"
    return Finding(w("preflight.port"), fine, w(f"preflight.port_{kind}", port=port))


def _disk(w: Words, store: str) -> Finding:
    place = Path(store).parent if "://" not in store else Path.home()
    free = shutil.disk_usage(place if place.exists() else Path.home()).free
    fine = free >= NEEDED
    kind = "fine" if fine else "full"
    return Finding(w("preflight.disk"), fine, w(f"preflight.disk_{kind}", free=free // 1024**2))


def _phone(w: Words, server: RoomServer | None) -> Finding:
    what = w("preflight.phone")
    if server is None:
        return Finding(what, None, w("preflight.phone_later"))
    if not server.lan:
        return Finding(what, False, w("preflight.phone_loopback"))
    if server.phone_seen():
        return Finding(what, True, w("preflight.phone_seen"))
    return Finding(what, None, w("preflight.phone_try", address=server.address))
