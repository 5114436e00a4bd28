"""Random allocation of people to the experiment's sequences of treatments, in permuted blocks.

Source: Zelen (1974), doi 10.1016/0021-9681(74)90015-0: blocks keep the groups of one room alike in size.
"""

import hmac
from hashlib import sha256
from random import Random


def allocate(secret: str, seat: int, count: int) -> int | None:
    """Draw the sequence of treatments of a seat; each block of `count` seats holds each sequence once.

    The same room and seat always give the same sequence, also after a restart.

    Args:
        secret: the room's secret, which nobody in the room knows.
        seat: how many took a seat before this one, from 0.
        count: how many sequences there are; 0 without an experiment.

    Returns:
        The number of the sequence, from 0, or None without an experiment.
    """
    if not count:
        return None
    block, place = divmod(seat, count)
    order = list(range(count))
    Random(f"{secret}:{block}").shuffle(order)
    return order[place]


def corner_note(secret: str, sequence: int) -> str:
    """Write down somebody's sequence for their own phone to keep, so that leaving cannot change it.

    Nothing about whoever has left stays with the room.
    """
    return _note(secret, "corner", sequence)


def noted_corner(secret: str, note: str, count: int) -> int | None:
    """Read a sequence back from a phone; None if it is none that this room has written.

    Args:
        secret: the room's secret.
        note: what the phone kept.
        count: how many sequences there are.
    """
    number = _noted(secret, "corner", note)
    return None if number is None or number >= count else number


def seat_note(secret: str, seat: int) -> str:
    """Write down somebody's seat for their own phone to keep, so that who leaves and returns counts once."""
    return _note(secret, "seat", seat)


def noted_seat(secret: str, note: str) -> int | None:
    """Read a seat back from a phone; None if it is none that this room has written.

    Args:
        secret: the room's secret.
        note: what the phone kept.
    """
    return _noted(secret, "seat", note)


def _note(secret: str, of: str, number: int) -> str:
    return f"{number}.{_seal(secret, of, number)}"


def _noted(secret: str, of: str, note: str) -> int | None:
    number, _, seal = note.partition(".")
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        return None
    mine = hmac.compare_digest(seal.encode(), _seal(secret, of, int(number)).encode())
    return int(number) if mine else None


def _seal(secret: str, of: str, number: int) -> str:
    return hmac.new(secret.encode(), f"{of}:{number}".encode(), sha256).hexdigest()
