"""What may go wrong with the way a page for a board speaks of, as the page in the browser says it."""

from collections.abc import Sequence

import numpy as np

from coprod_sim.apps.leaders.doing import lacking
from coprod_sim.board.view import View
from coprod_sim.briefing.entered_limits import Beyond, parts_beyond
from coprod_sim.charts.counted import enough_of
from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import last
from coprod_sim.charts.words import entered, number, small, span
from coprod_sim.engagement import Engagement
from coprod_sim.gate import Duty, duty
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.scenarios.case_questions import OPPOSED
from coprod_sim.words import words_in


def risks_in_words(
    found: Comparison, view: View, way: Engagement, over: list[Beyond], other: Engagement | None
) -> str:
    """Say the risks of a way, those that are surest first.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.
        over: the limits it goes beyond.
        other: the way that a board must see beside it, if there is one.

    Returns:
        Sentences.
    """
    t = words_in(view.language)
    lose, unmet = last(found, "losers").loc[way.name], unmet_in_words(view, way)
    said = []
    if lose["mean"] > 50:
        most = "most" if lose["low"] > 50 else "many"
        range_ = span(lose["low"], lose["high"])
        said.append(t(f"leaders-page-risk_{most}_lose", way=small(way.title), range=range_))
    if over and way.name != view.recommended_way:  # of a recommended one it is said at the head
        said.append(t("leaders-page-risk_late", way=way.title, parts=parts_beyond(over, t)))
    if unmet:
        said.append(t("leaders-page-risk_duty", way=small(way.title), parts=unmet))
    compared = other if other is not None and way is found.engagements[0] else way
    said += [_behind(found, view, compared), _behind_other(found, view, way, other)]
    campaign = "campaign" if found.scenario.campaign else "quiet"
    return " ".join(filter(None, [*said, t(f"leaders-page-risk_{campaign}")]))


def equality_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Say who loses by a way among less-heard people, and among the well-connected.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        Sentences.
    """
    less, well = (
        span(*last(found, "losers", group).loc[way.name, ["low", "high"]])
        for group in ("less_heard", "well_connected")
    )
    t = words_in(view.language)
    built = OPPOSED.items() <= found.scenario.assumptions.items()
    return t(
        "leaders-page-equality_text", way=small(way.title), less=less, well=well,
        built="yes" if built else "no",
    )  # fmt: skip


def unmet_ways(view: View, ways: Sequence[Engagement]) -> tuple[str, ...]:
    """Give the names of the ways that would probably not meet a duty to ask that is likely; else none."""
    return tuple(way.name for way in ways if unmet_in_words(view, way))


def unmet_by_ways(view: View, ways: Sequence[Engagement]) -> str:
    """Name the ways compared that would probably not meet a duty to ask that is likely; else nothing.

    Args:
        view: the view.
        ways: the ways.

    Returns:
        A sentence.
    """
    unmet = [small(way.title) for way in ways if unmet_in_words(view, way)]
    t = words_in(view.language)
    return t("leaders-page-challenge_duty", ways=listing(unmet)) if unmet else ""


def challenged_in_words(view: View, ways: Sequence[Engagement]) -> str:
    """Say of ways, the first before others, what each lacks of a likely duty and what a challenge then means.

    Args:
        view: the view.
        ways: the ways.

    Returns:
        Sentences, as `dutyOfEach` in `web/src/leaders/duty.ts` has them; nothing where all would meet it.
    """
    t = words_in(view.language)
    return " ".join(
        t("study-even_duty", place="other" if k else "first", way=small(way.title), parts=unmet)
        for k, way in enumerate(ways)
        if (unmet := unmet_in_words(view, way))
    )


def unmet_in_words(view: View, way: Engagement) -> str:
    """List what a way lacks of a duty to ask that is likely by the answers about its case; else nothing.

    Args:
        view: the view.
        way: the way.

    Returns:
        Parts of a sentence.
    """
    likely = duty(view.gate) is Duty.LIKELY
    return lacking(way, words_in(view.language)) if likely else ""


def _behind(found: Comparison, view: View, way: Engagement) -> str:
    """Say in how many results the way gains too little over the first."""
    first = found.engagements[0]
    if way is first:
        return ""
    enough = enough_of(found, way.name, view.measure, view.at_least)
    if np.isnan(enough):
        return ""
    often, share = _often(enough)
    return words_in(view.language)(
        "leaders-page-risk_behind", often=often, share=share, goal=small(way.title),
        first=small(first.title), least=entered(100.0 * view.at_least), **_counted(view),
    )  # fmt: skip


def _behind_other(found: Comparison, view: View, way: Engagement, other: Engagement | None) -> str:
    """Say in how many results the way gains too little over the next best one; nothing of the first."""
    if other is None or way is found.engagements[0]:
        return ""
    enough = enough_of(found, way.name, view.measure, view.at_least, base=other.name)
    if np.isnan(enough):
        return ""
    often, share = _often(enough)
    t = words_in(view.language)
    return t(
        "leaders-page-risk_behind_other", often=often, share=share, other=small(other.title),
        **_counted(view),
    )  # fmt: skip


def _counted(view: View) -> dict[str, str]:
    """Give the measure that risks are counted by, and its label."""
    return {"measure": view.measure, "label": small(MEASURES[view.measure][0].label)}


def _often(enough: float) -> tuple[str, str]:
    """Say in how many results of 100 a way does not gain enough."""
    share = number(100.0 * (1.0 - enough))
    return {"0": "none", "100": "all"}.get(share, "some"), share
