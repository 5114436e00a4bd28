"""What a way is in deeds, and which conditions its dials contradict, as the page in the browser says both."""

from coprod_sim.board.leading import CONDITIONS, DUTY_NEEDS, LEAST_SEATS, PAY
from coprod_sim.board.view import View
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import number, small
from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.quantities import Dial
from coprod_sim.words import Words, words_in


def done_in_words(way: Engagement, t: Words) -> str:
    """Say what is done in a way, each dial in its own sentence, what is hardly done, and what is not."""
    at = [(dial, getattr(way, name)) for name, dial in DIALS.items() if dial.anchors]
    hardly = [f"{small(d.label)} ({_seen(d, v)})" for d, v in at if v > d.low and not d.place_of(v)]
    never = [small(d.label) for d, v in at if v == d.low]
    told = [
        t("board-done-dial", dial=d.label, value=_seen(d, v), caption=d.anchors[d.place_of(v)])
        for d, v in at
        if d.place_of(v)
    ]
    told += [t("board-done-hardly", dials=listing(hardly))] if hardly else []
    told += [t("board-done-not", dials=listing(never))] if never else []
    told += [t("board-done-seats", seats=round(way.seats))] if way.seats else []
    return " ".join(told)


def dials_in_short(way: Engagement, t: Words) -> str:
    """Name every dial of a way that does not stand at 0, so that nobody takes one for all.

    Args:
        way: the way.
        t: the words to say it in.

    Returns:
        A sentence or two.
    """
    at = [(dial, getattr(way, name)) for name, dial in DIALS.items() if dial.anchors]
    up = [f"{small(d.label)} {_seen(d, v)}" for d, v in at if v > d.low]
    return t(
        "briefing-dials", way=way.title, dials=listing(up), rest=len(at) - len(up),
        seats=round(way.seats),
    ) if up else t("board-done-not", dials=listing([small(d.label) for d, _ in at]))  # fmt: skip


def contradicted(way: Engagement, name: str, view: View) -> str:
    """Say that a way contradicts a condition that is signed up to; nothing where it does not."""
    t, (about, least) = words_in(view.language), CONDITIONS[name]
    if about == PAY:
        return _unpaid(way, view, t)
    dial, value = DIALS[about], getattr(way, about)
    if dial.place_of(value) >= dial.place_of(least):
        return ""
    return t(
        "leaders-page-conditions_against", way=small(way.title), dial=small(dial.label),
        value=_seen(dial, value), caption=dial.anchors[dial.place_of(value)],
    )  # fmt: skip


def _unpaid(way: Engagement, view: View, t: Words) -> str:
    """Say that no pay is in the sums for a way; nothing where somebody entered it."""
    hourly = view.money.get("citizen_hour", 0.0) > 0.0
    if view.besides.get(way.name, {}).get("members", 0.0) > 0.0:
        return ""
    if hourly and (view.pays == "all" or way.seats > 0):
        return ""
    return t(
        "leaders-page-conditions_unpaid", way=small(way.title), why="seats" if hourly else "none"
    )


def lacking(way: Engagement, t: Words) -> str:
    """List what a way lacks of what a duty to ask needs; nothing where it lacks nothing."""
    low = [
        t(f"leaders-page-duty_unmet_{why}")
        for name, least, why in DUTY_NEEDS
        if DIALS[name].place_of(getattr(way, name)) < least
    ]
    if 0 < way.seats < LEAST_SEATS:
        low.append(t("leaders-page-duty_unmet_seats", seats=number(way.seats)))
    return "; ".join(low)


def _seen(dial: Dial, value: float) -> str:
    return number(value * dial.times)
