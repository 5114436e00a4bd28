"""The answer in one sentence, the same on every page: as `answer` in `web/src/board/saying.ts` gives it."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_sim.briefing.entered_limits import Beyond, called
from coprod_sim.charts.counted import little_in_words
from coprod_sim.charts.values import last
from coprod_sim.charts.verdict import apart_from_first, why_no_winner
from coprod_sim.charts.words import small, span, unit_of
from coprod_sim.engagement import Engagement
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.uncertainty import WORTH_HAVING
from coprod_sim.words import ENGLISH, Words, words_in

IN_ENGLISH = words_in(ENGLISH)
NONE: Mapping[str, str] = MappingProxyType({})


def answer_in_words(
    comparison: Comparison,
    goal: Engagement,
    over: dict[str, list[Beyond]],
    measure: str = "acceptance",
    *,
    least: float = WORTH_HAVING,
    whole: Mapping[str, str] = NONE,
    t: Words = IN_ENGLISH,
) -> str:
    """Say how a way does beside the first, only as surely as the paired difference allows.

    Args:
        comparison: what was compared; its last decision is the one that is looked at.
        goal: the way it is about.
        over: the limits that ways go beyond, and are named with.
        measure: what is looked at.
        least: the smallest gain worth having [share].
        whole: titles, by the names of ways, that say more than what they are called.
        t: the words to say it in.

    Returns:
        A sentence.
    """
    about, first = MEASURES[measure][0], comparison.engagements[0]
    said = {
        "goal": called(whole.get(goal.name, goal.title), over.get(goal.name), t),
        "label": small(about.label), "unit": unit_of(about), "measure": measure,
    }  # fmt: skip
    few = why_no_winner(comparison) if len(comparison.engagements) > 1 else ""
    if goal is first or few:
        low, high = last(comparison, measure).loc[goal.name, ["low", "high"]].tolist()
        return f"{few} {t('board-answer-alone', **said, range=span(low, high))}".lstrip()
    side, figures = apart_from_first(comparison, goal.name, measure, least)
    beside = called(small(first.title), over.get(first.name), t)
    few = little_in_words(comparison, goal.name, measure, least, t)
    better = MEASURES[measure][0].better
    line = t(f"board-answer-{side}", **said, first=beside, better=better, **figures)
    return f"{line} {few}".rstrip()
