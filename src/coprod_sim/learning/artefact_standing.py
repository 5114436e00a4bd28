"""How far something is that a learner makes: what is empty, which marks count, and what is said of them."""

from typing import Any

from coprod_sim.learning.artefact import LEVELS, Artefact, PageBox, PageCriterion
from coprod_sim.learning.counted import full_words
from coprod_sim.words import Words

THERE, NOT_THERE = LEVELS[0], LEVELS[-1]
OF_THE_WHOLE = ("written", "marked")
"""Standings that no single box or criterion is the cause of; they stand beside the mark given last."""


def thin(artefact: Artefact, work: dict[str, Any]) -> list[PageBox]:
    """List the boxes that are empty, or nearly so."""
    return [b for b in artefact.boxes if full_words(str(work["boxes"].get(b.id) or "")) < b.least]


def bare(
    artefact: Artefact, work: dict[str, Any], criterion: PageCriterion, mark: str
) -> list[PageBox]:
    """List the empty boxes for which a criterion cannot have a mark; none where it can.

    Where it needs every box, one that is empty leaves it partly there; where all are empty, nothing of it is.
    """
    empty = [b for b in thin(artefact, work) if b.id in criterion.boxes]
    whole = len(empty) == len(criterion.boxes)
    if mark not in LEVELS or mark == NOT_THERE:
        return []
    return empty if whole or (criterion.every and mark == THERE) else []


def counted_marks(artefact: Artefact, work: dict[str, Any], who: str) -> dict[str, str]:
    """Give the marks of one person that count: nothing is there, or partly, while its boxes are empty.

    Args:
        artefact: what is made.
        work: what was made so far.
        who: whose marks they are, one of `MARKERS`.
    """
    given = ((c, work[who].get(c.id)) for c in artefact.criteria)
    return {c.id: mark for c, mark in given if mark in LEVELS and not bare(artefact, work, c, mark)}


def standing(artefact: Artefact, work: dict[str, Any]) -> str:
    """Say how far it is: nothing, begun, written, sent back (what must be there is not), or marked."""
    if thin(artefact, work):
        begun = any(str(text or "").strip() for text in work["boxes"].values())
        return "begun" if begun else "nothing"
    given = counted_marks(artefact, work, "peer" if any(work["peer"].values()) else "mine")
    if len(given) < len(artefact.criteria):
        return "written"
    must = next(c for c in artefact.criteria if c.must)
    return "marked" if given[must.id] == THERE else "back"


def standing_said(artefact: Artefact, work: dict[str, Any], t: Words, who: str = "mine") -> str:
    """Say how far it is, and which boxes or parts are still missing.

    Args:
        artefact: what is made.
        work: what was made so far.
        t: the words to say it in.
        who: who reads it, one of `MARKERS`; a peer is not told of the maker's marks.

    Returns:
        The sentence.
    """
    boxes, found = " ".join(box.label for box in thin(artefact, work)), standing(artefact, work)
    amiss = lacking(artefact, work, who) if found == "marked" else []
    if amiss:
        return t("learner-made-is_lacking", parts=" ".join(c.name for c in amiss))
    return t(f"learner-made-is_{found}", boxes=boxes)


def lacking(artefact: Artefact, work: dict[str, Any], who: str) -> list[PageCriterion]:
    """List what is marked as not there, or only partly, by whose marks count."""
    by_peer = any(work["peer"].values())
    if who == "peer" and not by_peer:
        return []
    given = counted_marks(artefact, work, "peer" if by_peer else "mine")
    return [c for c in artefact.criteria if given.get(c.id) in LEVELS[1:]]


def apart(artefact: Artefact, work: dict[str, Any]) -> list[PageCriterion]:
    """List the criteria on which maker and peer lie two apart: to be talked about before anything changes."""
    mine, peer = (counted_marks(artefact, work, who) for who in ("mine", "peer"))
    return [c for c in artefact.criteria if {mine.get(c.id), peer.get(c.id)} == {"2", "0"}]


def mark_said(
    artefact: Artefact, work: dict[str, Any], who: str, criterion: PageCriterion, t: Words,
    tried: str | None = None,
) -> list[str]:  # fmt: skip
    """Say at a criterion what comes of its own mark; what another one causes stands at that one.

    Args:
        artefact: what is made.
        work: what was made so far.
        who: whose mark it is, one of `MARKERS`.
        criterion: the criterion.
        t: the words to say it in.
        tried: the mark that was given here last of all, also one that was not taken.

    Returns:
        The sentences; none where there is nothing to say.
    """
    lines = []
    for mark in dict.fromkeys([tried or "", work[who].get(criterion.id) or ""]):
        if empty := bare(artefact, work, criterion, mark):
            boxes, level = " ".join(box.label for box in empty), t(f"learner-made-level_{mark}")
            lines.append(t("learner-made-bare", count=len(empty), boxes=boxes, level=level))
    if criterion.must and counted_marks(artefact, work, who).get(criterion.id) in LEVELS[1:]:
        lines.append(t("learner-made-must_here"))
    # A gap between the two marks would tell a peer the maker's own.
    if who == "mine" and criterion in apart(artefact, work):
        lines.append(t("learner-made-apart_here"))
    if tried and not lines and standing(artefact, work) in OF_THE_WHOLE:
        lines.append(standing_said(artefact, work, t, who))
    return lines
