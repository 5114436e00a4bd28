"""Where the room server keeps its store and its note, and under which addresses phones can reach it."""

import os
import socket
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from coprod_sim.errors import InputError
from coprod_sim.files import private_folder
from coprod_sim.own_places import home_of_person, place_of

USUAL_PORT = 8844
FOLDER = "COPROD_ROOMS"
"""The environment variable that moves the folder of the rooms."""
RECORDS = "COPROD_SESSIONS"
"""The environment variable that moves the folder of the records."""
USUAL_STORE = "rooms.sqlite"
PUT_BY = "put_by"
"""The folder, among the records, with the keys of sessions that were put by for another day."""
PROBES = (
    "192.0.2.1", "192.168.137.2", "10.42.0.2", "192.168.2.2", "172.20.10.2", "192.168.43.2",
    "192.168.1.254", "10.0.0.2",
)  # fmt: skip
"""Addresses to ask the way to (nothing is sent): first any network, then the usual hot-spots."""


def rooms_root() -> Path:
    """Give the folder of the rooms, which need not be there."""
    return Path(os.environ.get(FOLDER) or home_of_person() / ".coprod_sim" / "rooms")


def sessions_root() -> Path:
    """Give the folder with the records of all sessions, which need not be there."""
    return Path(os.environ.get(RECORDS) or home_of_person() / ".coprod_sim" / "sessions")


def folder() -> Path:
    """Give the folder of the rooms; it is made when it is missing, for its owner alone."""
    return private_folder(rooms_root())


def store_at(given: str | None) -> str:
    """Give the store that was asked for, or the usual file."""
    if given is None:
        return str(folder() / USUAL_STORE)
    if "://" in given:
        return given
    file = place_of(given)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return str(file)


def note_of(store: str) -> Path:
    """Give the file in which a running server says where it is."""
    if "://" in store:
        return folder() / "database.server.json"
    return Path(store).with_suffix(".server.json")


def public_address(given: str, option: str) -> str:
    """Give the https address that a reverse proxy shows a room at.

    Args:
        given: the address, as it was typed.
        option: the option it was typed behind.

    Returns:
        The address without a slash at its end.

    Raises:
        InputError: it is not the whole https address of a computer.
    """
    try:
        name = urlsplit(given)
    except ValueError:  # a bracket that is not closed
        name = urlsplit("")
    if name.scheme != "https" or not name.hostname or name.path.strip("/"):
        raise InputError(f"{option} must look like https://rooms.example.org, not {given[:80]!r}")
    return given.rstrip("/")


def own_addresses() -> list[str]:
    """List the addresses of this computer on the networks it is in, the likeliest first."""
    found: list[str] = []
    for probe in PROBES:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
            try:
                way.connect((probe, 9))
                mine = way.getsockname()[0]
            except OSError:
                continue
        if not ip_address(mine).is_loopback and mine not in found:
            found.append(mine)
    return found


def port_is_free(port: int, *, lan: bool = False) -> bool:
    """Say whether a server could listen on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0" if lan else "127.0.0.1", port))  # noqa: S104 - only a probe
        except OSError:
            return False
    return True
