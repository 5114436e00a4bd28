"""Writes the figures of a real case with their units."""

from coprod_sim.charts.words import SIGNS, number, price
from coprod_sim.scenarios import Fact

NO_UNIT = ("none", "date")
"""Units of facts that are not written out."""


def fact_in_words(fact: Fact) -> str:
    """Write what a figure counts, and the figure."""
    return f"{fact.what}: {value_of(fact)}."


def value_of(fact: Fact) -> str:
    """Write the value of a fact with its unit."""
    if isinstance(fact.value, str):
        words = fact.value
    else:
        words = number(fact.value, 0 if fact.value == round(fact.value) else 1)
    if fact.unit in SIGNS and not isinstance(fact.value, str):
        return price(fact.value, fact.unit)
    return words if fact.unit in NO_UNIT else f"{words} {fact.unit}"
