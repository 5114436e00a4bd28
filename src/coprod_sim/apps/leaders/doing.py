"""What a way is in deeds, and which conditions its dials contradict, as the page in the browser says both."""

from coprod_sim.board.leading import CONDITIONS
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import number, small
from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.quantities import Dial
from coprod_sim.words import Words

DUTIES = {"awareness": (2, "reasons"), "influence": (1, "say"), "feedback": (1, "reply")}
"""What a way must at least do for a duty to ask: by its dial the place of the sentence, and why."""


def done_in_words(way: Engagement, t: Words) -> str:
    """Say what is done in a way, each dial in its own sentence, what is hardly done, and what is not."""
    at = [(dial, getattr(way, name)) for name, dial in DIALS.items() if dial.anchors]
    hardly = [f"{small(d.label)} ({_seen(d, v)})" for d, v in at if v > d.low and not _place(d, v)]
    never = [small(d.label) for d, v in at if v == d.low]
    told = [
        t("board-done-dial", dial=d.label, value=_seen(d, v), caption=d.anchors[_place(d, v)])
        for d, v in at
        if _place(d, v)
    ]
    told += [t("board-done-hardly", dials=listing(hardly))] if hardly else []
    told += [t("board-done-not", dials=listing(never))] if never else []
    told += [t("board-done-seats", seats=round(way.seats))] if way.seats else []
    return " ".join(told)


def contradicted(way: Engagement, name: str, t: Words) -> str:
    """Say that a way contradicts a condition that is signed up to; nothing where it does not."""
    about, least = CONDITIONS[name]
    dial, value = DIALS[about], getattr(way, about)
    if _place(dial, value) >= _place(dial, least):
        return ""
    return t(
        "leaders-page-conditions_against", way=small(way.title), dial=small(dial.label),
        value=_seen(dial, value), caption=dial.anchors[_place(dial, value)],
    )  # fmt: skip


def lacking(way: Engagement, t: Words) -> str:
    """List what a way lacks of what a duty to ask needs; nothing where it lacks nothing."""
    low = [
        t(f"leaders-page-duty_unmet_{why}")
        for name, (least, why) in DUTIES.items()
        if _place(DIALS[name], getattr(way, name)) < least
    ]
    return "; ".join(low)


def _place(dial: Dial, value: float) -> int:
    """Give the place of the sentence that fits where a dial stands; halves go up, as in the browser."""
    return int((value - dial.low) / (dial.high - dial.low) * (len(dial.anchors) - 1) + 0.5)


def _seen(dial: Dial, value: float) -> str:
    return number(value * dial.times)
