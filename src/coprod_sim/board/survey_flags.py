"""Says what one who uses a survey takes along: whether its groups are kept, and whether answers are few."""

from collections.abc import Mapping
from typing import Any

from coprod_sim.charts.words import number
from coprod_sim.population.fair_counting import FEW_ANSWERS
from coprod_sim.words import Words


def flags_of(survey: Mapping[str, Any], t: Words) -> list[str]:
    """Say which groups a survey in use tells apart, and whether it is a rough guide.

    Args:
        survey: the population, as plain values.
        t: the words of a language.

    Returns:
        Sentences.
    """
    share = survey.get("share_less_heard")
    groups = "no_groups" if survey.get("less_heard") is None or share is None else "groups"
    said = [t(f"leaders-page-rests_{groups}", share=number(100 * (share or 0.0)))]
    if survey.get("n_behind", survey["n_used"]) < FEW_ANSWERS:
        said.append(t("leaders-page-rests_few", few=str(FEW_ANSWERS)))
    return said
