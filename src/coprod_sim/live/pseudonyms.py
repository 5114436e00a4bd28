"""What people are called: names to choose from in the room, and mixed numbers in the record."""

import secrets
from hashlib import sha256

OFFERED = 6
"""How many names are offered at once."""


def person_numbers(secret: str, seats: list[int]) -> dict[int, int]:
    """Number the people of a record in a mixed order, so that nobody is known by when they came."""
    mixed = sorted(seats, key=lambda seat: sha256(f"{secret}:person:{seat}".encode()).digest())
    return {seat: number for number, seat in enumerate(mixed, 1)}


def all_names(first: str, second: str) -> list[str]:
    """Join two lists of words ("Blue|Red", "Heron|Wren") into names for seats."""
    return [f"{one} {other}" for one in first.split("|") for other in second.split("|")]


def offer_names(names: list[str], taken: set[str], count: int = OFFERED) -> list[str]:
    """Offer a few free names, drawn at random; once hardly any is free, the same with a number as well."""
    offered: list[str] = []
    times = 1
    while len(offered) < count and names:
        wanted = names if times == 1 else [f"{name} {times}" for name in names]
        free = [name for name in wanted if name not in taken]
        offered += secrets.SystemRandom().sample(free, min(count - len(offered), len(free)))
        times += 1
    return offered


def is_made_up(name: str, names: list[str], taken: int) -> bool:
    """Say whether a name is one that may be offered: one of these, or one with a number where they run out.

    Args:
        name: the name.
        names: the names without numbers.
        taken: how many are taken.
    """
    plain, _, times = name.rpartition(" ")
    rounds = range(2, (taken + OFFERED) // len(names) + 2)
    return name in names or (plain in names and times in map(str, rounds))
