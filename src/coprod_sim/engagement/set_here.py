"""Says which dials of a way were turned, so that it does not pass for the way it was made of."""

from functools import cache

from coprod_sim.engagement.dials import DIALS
from coprod_sim.engagement.engagement import Engagement, engagement_names, load_engagement
from coprod_sim.quantities import Dial
from coprod_sim.words import ENGLISH, Words, words_in

MOST = 2
"""The most dials that a title names; of others it says how many."""
STARTS = "Where each dial stands is the kit's own starting value, not a finding."
"""What ways of the library say among their assumptions."""


def moved(way: Engagement, was: Engagement, t: Words) -> list[str]:
    """Name the dials that stand elsewhere.

    Args:
        way: a way of involving people.
        was: the way it was made of.
        t: the words.

    Returns:
        One text a dial, in their order, such as "feedback at 20 instead of 80".
    """
    told = [
        _told(dial.label, _stands(dial, now), _stands(dial, before), t)
        for dial, now, before in zip(DIALS.values(), way.dials, was.dials, strict=False)
        if now != before
    ]
    if way.asked == was.asked:
        return told
    now, before = (t(f"board-turned-asked-{'yes' if one.asked else 'no'}") for one in (way, was))
    return [*told, _told(t("board-turned-asked"), now, before, t)]


def as_set_here(way: Engagement, was: Engagement | None = None) -> Engagement:
    """Say in the title and among the assumptions which dials were turned, where nothing else says so.

    Args:
        way: a way of involving people.
        was: the way it was made of; that of the library with the same title, unless told otherwise.

    Returns:
        The way itself, where its dials were not turned or its title is its own.
    """
    was, t = _in_library().get(way.title) or was, words_in(ENGLISH)
    turned = [] if was is None or was.title != way.title else moved(way, was, t)
    if not turned:
        return way
    rest = len(turned) - MOST
    named = turned if rest <= 0 else [*turned[:MOST], t("board-turned-more", count=rest)]
    own = t("board-turned-own", dials=", ".join(turned))
    title = t("board-way-set_how", way=way.title, dials=", ".join(named))
    lines = [own if line == STARTS else line for line in way.assumed]
    return way.but({"title": title[:600], "assumed": lines if own in lines else [own, *lines]})


@cache
def _in_library() -> dict[str, Engagement]:
    """Give the ways of the library by their titles."""
    return {way.title: way for way in map(load_engagement, engagement_names())}


def _told(dial: str, value: str, was: str, t: Words) -> str:
    return t("board-turned-dial", dial=dial[:1].lower() + dial[1:], value=value, was=was)


def _stands(dial: Dial, value: float) -> str:
    return dial.at_zero if value == 0 and dial.at_zero else f"{dial.shown(value):,g}"
