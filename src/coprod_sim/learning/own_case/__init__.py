"""The learner's own project: scored by several people, played through, and turned into a plan."""

from coprod_sim.learning.own_case.worksheet import (
    Action,
    Entry,
    Note,
    OwnCase,
    Promise,
    Rater,
    Round,
    from_file,
    to_file,
)

__all__ = [
    "Action",
    "Entry",
    "Note",
    "OwnCase",
    "Promise",
    "Rater",
    "Round",
    "from_file",
    "to_file",
]
