"""What the way a page speaks of gains, and costs, beside the next best way that was compared.

A comparison with the first way alone would leave out what a board could choose instead; and where a duty to
ask is likely that the first would probably not meet, it would set the page's way beside what may not be done.
The same rule as in `web/src/leaders/next_best.tsx`.
"""

from coprod_sim.apps.leaders.delay import delayed, delays
from coprod_sim.apps.leaders.duty_met import details_at_most
from coprod_sim.apps.leaders.risks import unmet_in_words
from coprod_sim.board.shown import limits_of
from coprod_sim.board.view import View
from coprod_sim.briefing.entered_limits import beyond, called, none_fits
from coprod_sim.charts.costs import money_of, spending
from coprod_sim.charts.values import last
from coprod_sim.charts.verdict import times_of
from coprod_sim.charts.words import difference, entered, small, span, unit_of
from coprod_sim.engagement import Engagement
from coprod_sim.report.discovered import when_in_words
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.discovery import break_even
from coprod_sim.results.own_figures import waits_apart
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
    least = _least_of_all(found, view)
    return None if least is way else least


def _least_of_all(found: Comparison, view: View) -> Engagement | None:
    """Give the least dear way that would probably meet a likely duty which the first would not, if any."""
    if not unmet_in_words(view, found.engagements[0]):
        return None
    money = spending(found)["money"]["mean"]
    meeting = [one for one in found.engagements if not unmet_in_words(view, one)]
    return min(meeting, key=lambda one: money[one.name], default=None)


def next_best(found: Comparison, view: View, way: Engagement) -> Engagement | None:
    """Give the way that a board must see beside the one a page speaks of, besides the first.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        What `least_dear` gives; else, of the others but the first, the best by the measure that is shown,
        those before all that would probably meet a likely duty and fit what was entered. Beside the first,
        what fits comes before all. None where there is no other.
    """
    means, over = last(found, view.measure)["mean"], beyond(found, limits_of(view))
    worth, first = times_of(view.measure) * means, way is found.engagements[0]
    least = least_dear(found, view, way)
    if least is not None and not (first and least.name in over):
        return least

    def order(one: Engagement) -> tuple[bool, bool, float]:
        meets, fits = not unmet_in_words(view, one), one.name not in over
        return *((fits, meets) if first else (meets, fits)), worth[one.name]

    others = [one for one in found.engagements[1:] if one is not way]
    return max(others, key=order, default=None)


def judged_of(found: Comparison, view: View, way: Engagement) -> str:
    """Name the way of which a page counts in how many models it gains too little.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        Its name; of the first, which all others are set beside, that of the next best one, if there is one.
    """
    other = next_best(found, view, way) if way is found.engagements[0] else None
    return (other or way).name


def beside_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Say how far a way ends from the next best one, what both take, and whether it is itself the least dear.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        Sentences, or nothing.
    """
    if found.too_few:
        return ""
    other, itself = next_best(found, view, way), _itself_in_words(found, view, way)
    said = _apart_in_words(found, view, way, other) if other else ""
    return " ".join(filter(None, (itself, said)))


def _itself_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Say that a way is itself the least dear that would probably meet a duty which the first would not."""
    if _least_of_all(found, view) is not way:
        return ""
    return words_in(view.language)(
        "leaders-page-beside_itself", way=way.title,
        say=_say_in(way),
    )  # fmt: skip


def _say_in(way: Engagement | None) -> str:
    return "details" if way and details_at_most(way) else "more"


def _apart_in_words(found: Comparison, view: View, way: Engagement, other: Engagement) -> str:
    t, about = words_in(view.language), MEASURES[view.measure][0]
    least = least_dear(found, view, way)
    ends, count = last(found, view.measure), found.scenario.decisions.count
    (range_, other_range), (weeks, other_weeks), (money, other_money) = zip(
        *(
            (
                span(*ends.loc[one.name, ["low", "high"]]),
                entered(found.weeks[one.name] * count),
                money_of(found, one.name, count),
            )
            for one in (way, other)
        ),
        strict=True,
    )
    apart = t(
        "leaders-page-beside", other=_called(found, view, other), way=small(way.title),
        status=_status(view, other, least), label=small(about.label),
        apart=difference(*apart_of(found, view, way, other), unit_of(about)),
        least="none" if least in (None, other) else _called(found, view, least), say=_say_in(least),
    )  # fmt: skip
    takes = t(
        "leaders-page-beside_takes", range=range_, other_range=other_range, unit=unit_of(about),
        weeks=weeks, other_weeks=other_weeks, money=money, other_money=other_money, way=small(way.title),
        span=t("board-one-decision") if count == 1 else t("board-all-decisions", count=count),
        waits=waits_apart(found, way.name, other.name, saving=bool(view.saving)),
    )  # fmt: skip
    return f"{apart} {takes}"


def _status(view: View, other: Engagement, least: Engagement | None) -> str:
    """Say what the way beside is to a likely duty."""
    if other is least:
        return "cheapest"
    return "unmet" if unmet_in_words(view, other) else "other"


def apart_of(
    found: Comparison, view: View, way: Engagement, other: Engagement
) -> tuple[float, float]:
    """Give the ends of the difference between two ways, run by run in the same towns.

    Args:
        found: what was compared.
        view: the view it comes from, with the measure.
        way: the way that the page speaks of.
        other: the way beside it.

    Returns:
        The low and the high end [points of 100].
    """
    runs = found.measured
    place = runs.groups.index("all"), list(MEASURES).index(view.measure)
    ours, theirs = (
        runs.numbers[runs.engagements.index(one.name), :, -1, *place] for one in (way, other)
    )
    low, _, high = ends_of(runs, 100.0 * (ours - theirs))
    return low, high


def even_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Say from which chance on a way is cheaper than the one that a board must see beside it.

    Args:
        found: what was compared.
        view: the view it comes from, with what a lost challenge costs and how much of the risk stays.
        way: the way that the page speaks of.

    Returns:
        A sentence; nothing where the part that stays is not entered for one of the two, or the way is the
        first, which the other sentences are about, unless another is the least dear one that would probably
        meet a likely duty.
    """
    lawful = least_dear(found, view, way)
    base = lawful or (next_best(found, view, way) if way is not found.engagements[0] else None)
    if base is None:
        return ""
    first, lost = found.engagements[0], delays(found, view.saving)
    left, base_left = (
        1.0 if one is first else view.lefts.get(one.name, view.left) for one in (way, base)
    )
    if left is None or base_left is None:
        return ""
    even = break_even(
        found, base.name, way.name, challenge=view.money["challenge"], left=left,
        base_left=base_left,
    )  # fmt: skip
    later = delayed(even, lost[way.name] - lost[base.name], exact=False)
    met = "no" if lawful and unmet_in_words(view, way) else "yes"
    return when_in_words(
        later,
        "said-even-beside",
        entered=view.chance,
        first=small(first.title),
        met=met,
        lawful="yes" if lawful else "no",
    )


def called_beyond(found: Comparison, view: View) -> dict[str, str]:
    """Name ways with the limits that they go beyond, unless the headline says that nothing fits.

    Args:
        found: what was compared.
        view: the view it comes from, with what was entered.

    Returns:
        The longer names, by the titles as they stand within a sentence.
    """
    t = words_in(view.language)
    over = beyond(found, limits_of(view), t)
    if none_fits(over, len(found.engagements), t):
        return {}
    titles = {way.name: small(way.title) for way in found.engagements}
    return {titles[name]: called(titles[name], limits, t) for name, limits in over.items()}


def _called(found: Comparison, view: View, way: Engagement) -> str:
    return called_beyond(found, view).get(small(way.title), small(way.title))
