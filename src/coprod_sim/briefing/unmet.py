"""Ends a sentence that puts ways forward with which of them would probably not meet a likely duty to ask."""

from collections.abc import Collection, Sequence

from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import small
from coprod_sim.engagement import Engagement
from coprod_sim.words import ENGLISH, Words, words_in

IN_ENGLISH = words_in(ENGLISH)


def unmet_said(
    ways: Sequence[Engagement],
    unmet: Collection[str],
    t: Words = IN_ENGLISH,
    *,
    named: bool = False,
) -> str:
    """End a sentence that puts ways forward, as `unmetSaid` in `web/src/parts/unmet.ts` does.

    Args:
        ways: the ways that the sentence puts forward.
        unmet: the names of all ways that would probably not meet a duty to ask that is likely.
        t: the words to say it in.
        named: whether the sentence names other ways too, so that "it" could be read as one of them.

    Returns:
        The end of the sentence, without its full stop; nothing where all would meet it.
    """
    found = [small(way.title) for way in ways if way.name in unmet]
    if not found:
        return ""
    which = "some" if named or len(found) < len(ways) else "one" if len(ways) == 1 else "all"
    return t("board-unmet", which=which, ways=listing(found))
