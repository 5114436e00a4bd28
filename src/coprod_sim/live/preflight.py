"""Looks before people arrive whether the room will work: address, port, disk, and a phone."""

import shutil
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

from coprod_sim.kit_place import kit_place, room_address
from coprod_sim.live.control import RoomServer, port_of_last_time, port_to_use
from coprod_sim.live.places import own_addresses, port_is_free
from coprod_sim.live.store_file import set_aside
from coprod_sim.own_places import home_of_person
from coprod_sim.words import Words, words_in

_direct = build_opener(ProxyHandler({}))
NEEDED = 100 * 1024 * 1024
"""How much disk a session should find free [bytes]."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `fine` is None when only a person can find out."""

    what: str
    fine: bool | None
    sentence: str


def look(
    store: str,
    port: int | None = None,
    server: RoomServer | None = None,
    words: Words | None = None,
    *,
    phones: bool = True,
    lan: bool = True,
) -> list[Finding]:
    """Look at everything, in the order in which a trainer would mend it.

    Args:
        store: where rooms are kept.
        port: the port that was asked for; without one a server takes that of last time, or the next free one.
        server: the server, if it runs.
        words: the words to say it in.
        phones: whether phones are to join; without them no network is needed.
        lan: whether the port is to be free on the network as well.

    Raises:
        InputError: no port was asked for, and none is free.
    """
    w = words or words_in("en")
    kept = [_disk(w, store), *look_aside(w, store)]
    if not phones:
        return kept
    if public := room_address():
        return [_public(w, public, server), *kept]
    return [_address(w, server), _port(w, store, port, server, lan=lan), *kept, _phone(w, server)]


def _address(w: Words, server: RoomServer | None) -> Finding:
    """Look at this computer's addresses, and ask the one that is shown whether it answers."""
    what, found = w("preflight-address"), own_addresses()
    if not found:
        return Finding(what, False, w("preflight-address_none", place=kit_place()))
    if server is None or not server.lan:
        return Finding(what, True, w("preflight-address_fine", address=found[0], place=kit_place()))
    shown = server.shown()
    kind = "shown" if urlsplit(shown).hostname in found and answers(shown) else "moved"
    said = {"address": shown, "now": ", ".join(found), "place": kit_place()}
    return Finding(what, kind == "shown", w(f"preflight-address_{kind}", **said))


def _public(w: Words, address: str, server: RoomServer | None) -> Finding:
    """Ask the room behind its https address, as phones will."""
    what = w("preflight-address")
    if server is None:
        return Finding(what, None, w("preflight-public_later", address=address))
    fine = answers(address)
    said = {"address": address, "port": str(server.port)}
    return Finding(what, fine, w(f"preflight-public_{'fine' if fine else 'away'}", **said))


def answers(address: str) -> bool:
    """Say whether a room's page answers at an address."""
    try:
        with _direct.open(f"{address}/", timeout=3.0) as page:
            return page.status == 200
    except (OSError, HTTPException):
        return False


def _port(
    w: Words, store: str, asked: int | None, server: RoomServer | None, *, lan: bool
) -> Finding:
    """Look at the port that was asked for, or say which one a server takes."""
    what = w("preflight-port")
    if server is not None and asked in (None, server.port):
        return Finding(what, True, w("preflight-port_ours", port=str(server.port)))
    if asked is not None and not port_is_free(asked, lan=lan):
        return Finding(what, False, w("preflight-port_taken", port=str(asked)))
    port, usual = asked or port_to_use(store, lan=lan), port_of_last_time(store)
    kind = "free" if port in (asked, usual) else "next"
    return Finding(what, True, w(f"preflight-port_{kind}", port=str(port), usual=str(usual)))


def _disk(w: Words, store: str) -> Finding:
    place = Path(store).parent if "://" not in store else home_of_person()
    free = shutil.disk_usage(place if place.exists() else home_of_person()).free
    fine = free >= NEEDED
    kind = "fine" if fine else "full"
    return Finding(w("preflight-disk"), fine, w(f"preflight-disk_{kind}", free=free // 1024**2))


def look_aside(w: Words, store: str) -> list[Finding]:
    """Name the newest store that had to be set aside, if there is one.

    Args:
        w: the words to say it in.
        store: where rooms are kept.
    """
    found = [] if "://" in store else set_aside(Path(store))
    return [
        Finding(w("preflight-store"), False, w("preflight-store_aside", file=str(file)))
        for file in found[:1]
    ]


def _phone(w: Words, server: RoomServer | None) -> Finding:
    what = w("preflight-phone")
    if server is None:
        return Finding(what, None, w("preflight-phone_later"))
    if not server.lan:
        return Finding(what, False, w("preflight-phone_loopback", place=kit_place()))
    if server.phone_seen():
        return Finding(what, True, w("preflight-phone_seen", place=kit_place()))
    return Finding(what, None, w("preflight-phone_try", address=server.address, place=kit_place()))
