"""What a way costs besides hours: rooms, finding people, running meetings; entered, never assumed."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.quantities import Quantity, in_digits


class Published(NamedTuple):
    """What something has cost, as published."""

    currency: str
    low: float
    high: float


BESIDES = ("venue", "recruitment", "facilitation", "members")
"""What can be entered for each way, for one decision, in the currency of the case."""
AMOUNT = Quantity(
    label="What a way costs besides hours", high=1e9, unit="money a decision", source="the user"
)
JURY = Published(currency="GBP", low=60_000.0, high=200_000.0)
"""What citizens' juries have cost, as Involve publishes it; the table of published prices has the address."""


def check_besides(given: Mapping[str, Mapping[str, float]], place: str) -> None:
    """Refuse a cost that nobody asks for, and an amount that cannot be.

    Args:
        given: amounts by way and by name.
        place: where they stand, for the message.

    Raises:
        InputError: naming the place and what is allowed.
    """
    for way, amounts in given.items():
        for name, amount in amounts.items():
            if name not in BESIDES:
                raise InputError(
                    f"{place}: besides.{way}.{name} is no cost that can be entered"
                    f"{did_you_mean(name, BESIDES)}"
                )
            if not AMOUNT.low <= amount <= AMOUNT.high:
                raise InputError(
                    f"{place}: besides.{way}.{name} must be between {in_digits(AMOUNT.low)} and "
                    f"{in_digits(AMOUNT.high)}, but is {in_digits(amount)}"
                )


def sums_of(given: Mapping[str, Mapping[str, float]], ways: Collection[str]) -> dict[str, float]:
    """Add up what was entered for the ways compared.

    Args:
        given: amounts by way and by name.
        ways: the names of the ways compared.

    Returns:
        Money for one decision, by way; a way for which nothing was entered is left out.
    """
    return {way: sum(amounts.values()) for way, amounts in given.items() if way in ways and amounts}
