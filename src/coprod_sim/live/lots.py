"""What is drawn by lot in a room: its code, secret keys, names for seats, and the arm of each seat."""

import secrets
from hashlib import sha256
from random import Random

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""The 32 signs of a code; none is easily taken for another (no I, O, 0, 1)."""
AT_HOME, HOSTED = 6, 8
"""How long a code is on the room's own network (30 bits), and where the internet can try (40 bits)."""
KEY_BYTES = 16
"""The size of a secret key: nobody guesses 128 bits."""


def new_code(*, hosted: bool = False) -> str:
    """Draw a code to join by."""
    return "".join(secrets.choice(LETTERS) for _ in range(HOSTED if hosted else AT_HOME))


def read_code(typed: str) -> str | None:
    """Read a code as people type it: small letters, spaces and dashes are fine; None if it is none."""
    code = "".join(sign for sign in typed[:20].upper() if sign not in " -\t")
    long_enough = len(code) in (AT_HOME, HOSTED)
    return code if long_enough and all(sign in LETTERS for sign in code) else None


def new_key() -> str:
    """Draw a secret key for a trainer or a seat."""
    return secrets.token_hex(KEY_BYTES)


def fingerprint(key: str) -> str:
    """Give what is stored of a key: enough to know it again, not enough to use it."""
    return sha256(key.encode()).hexdigest()


def same_key(key: str, stored: str) -> bool:
    """Compare a key with a stored fingerprint, in a time that tells nothing."""
    return secrets.compare_digest(fingerprint(key), stored)


def cell_of(secret: str, seat: int, count: int) -> int | None:
    """Draw the cell of the seat that comes `seat`-th (from 0): each block of `count` holds each once.

    The same room and seat always give the same cell, also after a restart. None without cells.
    """
    if not count:
        return None
    block, place = divmod(seat, count)
    order = list(range(count))
    Random(f"{secret}:{block}").shuffle(order)
    return order[place]


def person_numbers(secret: str, seats: list[int]) -> dict[int, int]:
    """Number the people of a record in a mixed order, so that nobody is known by when they came."""
    mixed = sorted(seats, key=lambda seat: sha256(f"{secret}:person:{seat}".encode()).digest())
    return {seat: number for number, seat in enumerate(mixed, 1)}


def all_names(first: str, second: str) -> list[str]:
    """Join two lists of words ("Blue|Red", "Heron|Wren") into names for seats."""
    return [f"{one} {other}" for one in first.split("|") for other in second.split("|")]


def offer_names(names: list[str], taken: set[str], count: int = 6) -> list[str]:
    """Offer a few free names, drawn at random."""
    free = [name for name in names if name not in taken]
    return secrets.SystemRandom().sample(free, min(count, len(free)))
