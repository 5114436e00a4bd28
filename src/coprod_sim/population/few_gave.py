"""Says which answers of a group so few people gave that a saved file would tell them."""

from collections.abc import Mapping

import numpy as np

from coprod_sim.population.answer_scales import FloatArray
from coprod_sim.population.counted_answers import Flags
from coprod_sim.population.quoting import count
from coprod_sim.population.survey_groups import SurveyGroups

FEW_PEOPLE = 3
"""Fewer people than these who gave one answer can be told from the exact shares of their group [people].

An assumption: one of two who gave an answer knows from the shares that there is just one other."""


def groups_kept(kept: Flags, groups: SurveyGroups | None) -> dict[str, Flags]:
    """Name those whose shares are kept, with a flag for each row.

    Args:
        kept: who is counted.
        groups: the two groups, where they are kept apart.

    Returns:
        The members of each group; all of the survey where none is kept.
    """
    if groups is None:
        return {"the survey": kept}
    less, well = kept & groups.less_heard, kept & ~groups.less_heard
    return {"the less-heard group": less, "the well-connected group": well}


def few_gave(values: FloatArray, members: Mapping[str, Flags]) -> list[str]:
    """Say in which groups there are answers that too few people gave, and what follows for the saved file.

    Args:
        values: the place of each answer on the scale, by row.
        members: who is in each group, by its name.

    Returns:
        A sentence or two; nothing where each answer was given by enough people.
    """
    few = {name: _few_in(values[who]) for name, who in members.items()}
    named = [f"{name} ({count(n, 'answer')})" for name, n in few.items() if n]
    if not named:
        return []
    larger = " or choose a larger group" if len(members) > 1 else ""
    return [
        f"In {' and '.join(named)} there are answers that fewer than {FEW_PEOPLE} people gave."
        " Whoever has the saved file could work them out from its shares: pass it on only to those who may"
        f" see such numbers{',' if larger else ''}{larger}."
    ]


def _few_in(values: FloatArray) -> int:
    _, times = np.unique(values[~np.isnan(values)], return_counts=True)
    return int((times < FEW_PEOPLE).sum())
