"""A case as one row of numbers: all that an engine without Python is told of a town and its decisions."""

from typing import NamedTuple

from coprod_sim.compiled import field_reader


class CaseRow(NamedTuple):
    """A town and its series of decisions in numbers; seeds are their lower and their upper 32 bits."""

    citizens: float
    less_heard: float
    contacts: float
    homophily: float
    decisions: float
    draft: float
    either: float
    heat: float
    months: float
    seed_low: float
    seed_high: float
    drafts_low: float
    drafts_high: float


case_of = field_reader(CaseRow, 0)
"""Read a `CaseRow` from a row of numbers."""
