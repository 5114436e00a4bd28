"""The names that the kit answers to: as they are typed behind --name, and as requests give them."""

import re
from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from coprod_sim.errors import InputError

OURS = ("localhost", "127.0.0.1", "::1")
SHAPE = re.compile(r"(?!-)[a-z0-9_-]+(\.[a-z0-9_-]+)*")


def host_name(given: str) -> str:
    """Give a name as browsers send it.

    Args:
        given: the name, as it was typed behind --name.

    Returns:
        The name in small letters; letters outside the alphabet stand in it as browsers write them.

    Raises:
        InputError: it is more than a name, as with https:// before it or a port or a path behind it.
    """
    name = _usual(given)
    if not name:
        meant = name_in(given.partition("://")[2] or given)
        instead = f"; give --name {meant}" if SHAPE.fullmatch(meant) else ""
        raise InputError(
            f"--name must be a name alone, such as kit.example.org, but is {given[:60]!r}{instead}"
        )
    return name


def name_in(host: str) -> str:
    """Give the name in what a request says it was sent to, without the port; "" where there is none."""
    try:
        return _usual(urlsplit(f"//{host}").hostname or "")
    except ValueError:
        return ""


def is_answered_to(name: str, names: Collection[str]) -> bool:
    """Say whether a name is one of those given, or an address of this computer alone."""
    try:
        return name in names or ip_address(name).is_loopback
    except ValueError:
        return False


def _usual(name: str) -> str:
    """Write a name or an address in the one usual way; "" where it is none."""
    try:
        return str(ip_address(name.strip("[]")))
    except ValueError:
        pass
    try:
        plain = name.rstrip(".").lower().encode("idna").decode()
    except UnicodeError:
        return ""
    return plain if SHAPE.fullmatch(plain) else ""
