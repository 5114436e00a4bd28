"""What people are called: names to choose from in the room, and mixed numbers in the record."""

import secrets
from hashlib import sha256


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
