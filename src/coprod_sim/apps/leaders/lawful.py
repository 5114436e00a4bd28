"""What the way a page speaks of gains, and costs, beside the least dear way that would probably meet a duty.

Where a duty to ask is likely and the first way would probably not meet it, a comparison with that alone would
set the page's way beside what may not be done. The same rule as in `web/src/leaders/lawful.tsx`.
"""

from coprod_sim.apps.leaders.delay import delayed, delays
from coprod_sim.apps.leaders.risks import unmet_in_words
from coprod_sim.board.view import View
from coprod_sim.charts.costs import spending
from coprod_sim.charts.words import difference, small, unit_of
from coprod_sim.engagement import Engagement
from coprod_sim.report.discovered import when_in_words
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.discovery import break_even
from coprod_sim.results.ranges import ends_of
from coprod_sim.words import words_in


def least_dear(found: Comparison, view: View, way: Engagement) -> Engagement | None:
    """Give the least dear way compared that would probably meet a likely duty which the first would not.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        The way; None where no duty is likely, the first would meet it, none would, or it is `way` itself.
    """
    if not unmet_in_words(view, found.engagements[0]):
        return None
    money = spending(found)["money"]["mean"]
    meeting = [one for one in found.engagements if not unmet_in_words(view, one)]
    least = min(meeting, key=lambda one: money[one.name], default=None)
    return None if least is way else least


def beside_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Say how far a way ends from the least dear one that would probably meet the duty.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        A sentence, or nothing.
    """
    least = least_dear(found, view, way)
    if least is None or found.too_few:
        return ""
    about = MEASURES[view.measure][0]
    return words_in(view.language)(
        "leaders-page-lawful", lawful=small(least.title), way=small(way.title),
        label=small(about.label), apart=difference(*_apart(found, view, way, least), unit_of(about)),
    )  # fmt: skip


def even_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Say from which chance on a way is cheaper than the least dear one that would probably meet the duty.

    Args:
        found: what was compared.
        view: the view it comes from, with what a lost challenge costs and how much of the risk stays.
        way: the way that the page speaks of.

    Returns:
        A sentence, or nothing.
    """
    least = least_dear(found, view, way)
    if least is None:
        return ""
    first, lost = found.engagements[0], delays(found, view.saving)
    left, base_left = (
        1.0 if one is first else view.lefts.get(one.name, view.left or 0.0) for one in (way, least)
    )
    even = break_even(
        found, least.name, way.name, challenge=view.money["challenge"], left=left,
        base_left=base_left,
    )  # fmt: skip
    later = delayed(even, lost[way.name] - lost[least.name], exact=False)
    met = "no" if unmet_in_words(view, way) else "yes"
    return when_in_words(later, "said-even-beside", first=small(first.title), met=met)


def _apart(
    found: Comparison, view: View, way: Engagement, least: Engagement
) -> tuple[float, float]:
    """Give the ends of the difference between two ways, run by run in the same towns [points of 100]."""
    runs = found.measured
    place = runs.groups.index("all"), list(MEASURES).index(view.measure)
    ours, theirs = (
        runs.numbers[runs.engagements.index(one.name), :, -1, *place] for one in (way, least)
    )
    low, _, high = ends_of(runs, 100.0 * (ours - theirs))
    return low, high
