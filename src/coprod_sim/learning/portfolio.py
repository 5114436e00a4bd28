"""Everything a learner has written, as one page to print or to open in a word processor, or as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

from coprod_sim.learning.artefact import (
    DECISION,
    MARKERS,
    Artefact,
    artefacts,
    decision,
    for_others,
    made,
    writer,
)
from coprod_sim.learning.artefact_standing import counted_marks, standing_said
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.learning.writing_places import JOURNAL, WritingPlace, titles, writing_places
from coprod_sim.markup import Markup, element, joined, paragraphs, table
from coprod_sim.words import Words

STYLE = """
body { font: 12pt/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #14202b }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25 }
h2 { border-top: 2pt solid #14202b; padding-top: .6rem }
p, td, th { overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { border: 1pt solid #5a6672; padding: .3rem .5rem; text-align: left; vertical-align: top }
tbody :empty { height: 1.8rem }
@media print { h2, h3 { break-after: avoid } tr { break-inside: avoid } }
"""
SIGNING = 4
"""How many can sign a page that is signed."""
BLANK = "_" * 20
"""Stands on paper where a name is to be filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One part of the page: a heading, questions with what was written to them, and a table of marks."""

    title: str
    pairs: tuple[tuple[str, str], ...]
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    end: str = ""


def chapters(store: ProgressStore, t: Words) -> list[Chapter]:
    """Gather everything that was written, in the order of the lessons; nothing is cut."""
    own = decision(store)
    first = [Chapter(title=t("learner-made-decision"), pairs=(("", own),))] if own else []
    pages = [_artefact(a, store, t) for a in artefacts() if _begun(made(store, a))]
    return [*first, *pages, *_together([*_elsewhere(store, t), *_journal(store)])]


def _together(found: list[Chapter]) -> Iterator[Chapter]:
    """Put what has one title under one heading."""
    for title in dict.fromkeys(one.title for one in found):
        pairs = tuple(pair for one in found if one.title == title for pair in one.pairs)
        yield Chapter(title=title, pairs=pairs)


def page(store: ProgressStore, t: Words, day: date | None = None) -> str:
    """Write it as a page without script or network; everything in it is escaped.

    Args:
        store: what the learner has done.
        t: the words to say it in.
        day: the day it is saved on; today if none is given.
    """
    found = chapters(store, t)
    body = joined(*map(_set, found)) if found else element("p", t("learner-journal-none"))
    return _sheet(t("learner-made-all"), joined(*_saved(store, t, day), body))


def handed(store: ProgressStore, one: Artefact, t: Words, day: date | None = None) -> str:
    """Write one thing that was made as a page to give to others: no marks, comments, reasons or records.

    Who wrote it, when, and what it is about stand on top: the decision, as its writer named it.

    Args:
        store: what the learner has done.
        one: what was made.
        t: the words to say it in.
        day: the day it is saved on; today if none is given.
    """
    told, about = for_others(store, one), decision(store).strip()
    top = paragraphs(t("learner-made-about", decision=about)) if about else ""
    open_box = t("learner-made-not_filled")
    parts = [joined(element("h2", head), paragraphs(text or open_box)) for head, text in told]
    empty = "" if any(text for _, text in told) else element("p", t("learner-made-empty"))
    end = _signatures(t) if one.signed else ""
    return _sheet(one.title, joined(*_saved(store, t, day), top, empty, *parts, end))


def _saved(store: ProgressStore, t: Words, day: date | None) -> list[Markup]:
    return [element("p", line) for line in _lines_saved(store, t, day)]


def _lines_saved(store: ProgressStore, t: Words, day: date | None) -> list[str]:
    """Say who wrote a page and when it was saved; a name that was not given can be filled in by hand."""
    now = day or date.today()
    month = t("days-months").split("|")[now.month - 1]
    return [
        t("learner-made-writer", name=writer(store) or BLANK),
        t("learner-made-saved_on", day=f"{now.day} {month} {now.year}"),
    ]


def _signatures(t: Words) -> Markup:
    """Set places for all who sign: name, for whom, day and signature."""
    title = t("learner-made-signed")
    heads = [t(f"learner-made-signed_{k}") for k in ("name", "whom", "day", "hand")]
    return joined(element("h2", title), table(heads, [[""] * len(heads)] * SIGNING, title))


def _sheet(title: str, body: Markup) -> str:
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body><main>"
        f"{joined(element('h1', title), body)}</main></body></html>\n"
    )


def plain(store: ProgressStore, t: Words, day: date | None = None) -> str:
    """Write it as plain text.

    Args:
        store: what the learner has done.
        t: the words to say it in.
        day: the day it is saved on; today if none is given.
    """
    lines = [t("learner-made-all"), "", *_lines_saved(store, t, day)]
    for one in chapters(store, t):
        lines += ["", "", one.title.upper()]
        for asked, written in one.pairs:
            lines += ["", *filter(None, [asked]), written]
        for criterion, *marks in one.rows:
            told = zip(one.heads[1:], marks, strict=True)
            lines += ["", criterion, *(f"  {who}: {mark}" for who, mark in told)]
        lines += ["", one.end] if one.end else []
    return "\n".join(lines) + "\n"


def _set(one: Chapter) -> Markup:
    said = [
        part
        for asked, written in one.pairs
        for part in (element("h3", asked) if asked else "", paragraphs(written))
    ]
    marks = table(list(one.heads), [list(r) for r in one.rows], one.title) if one.rows else ""
    end = element("p", one.end) if one.end else ""
    return joined(element("h2", one.title), *said, marks, end)


def _artefact(one: Artefact, store: ProgressStore, t: Words) -> Chapter:
    work = made(store, one)
    pairs = [(b.label, str(work["boxes"].get(b.id) or t("learner-made-empty"))) for b in one.boxes]
    if work["said"]:
        pairs.append((t("learner-made-said"), work["said"]))
    heads = (t("learner-made-criterion"), *(t(f"learner-made-by_{m}") for m in MARKERS))
    given = [counted_marks(one, work, who) for who in MARKERS]
    rows = tuple((c.name, *(_level(m.get(c.id), t) for m in given)) for c in one.criteria)
    marked = any(work[m] for m in MARKERS)
    return Chapter(
        title=one.title, pairs=tuple(pairs), heads=heads, rows=rows if marked else (),
        end=standing_said(one, work, t),
    )  # fmt: skip


def _level(mark: str | None, t: Words) -> str:
    return t(f"learner-made-level_{mark}" if mark else "learner-made-unmarked")


def _begun(work: dict[str, Any]) -> bool:
    return bool(work["said"]) or any(work["boxes"].values())


def _elsewhere(store: ProgressStore, t: Words) -> Iterator[Chapter]:
    """Give what was written in each place, with what belongs to one lesson together."""
    for title, places in groupby(writing_places(t), key=lambda place: place.title):
        told = [(p.asked, _written_in(p, store, t)) for p in places]
        pairs = tuple((asked, text) for asked, text in told if text)
        if pairs:
            yield Chapter(title=title, pairs=pairs)


def _written_in(place: WritingPlace, store: ProgressStore, t: Words) -> str:
    kept = store.get(place.name)
    found = _found_in(kept, place.path)
    return _bet_said(place, kept, found, t) if place.says else str(found or "")


def _bet_said(place: WritingPlace, kept: Any, found: Any, t: Words) -> str:
    """Say that it is a bet, how sure it was, and, once it stands, what the models say."""
    lines = _bet(found, place.says, t)
    if not lines:
        return ""
    sure = kept.get("sure")
    if isinstance(sure, int | float):
        lines.append(t("learner-bet-mine_sure", sure=f"{sure:g}"))
    lines += [t("learner-bet-came", came=place.came)] if kept.get("seed") and place.came else []
    return "\n".join(lines)


def _bet(answer: Any, says: dict[str, str], t: Words) -> list[str]:
    """Give the words of the answer that was bet, or of an order with each of its places on a line."""
    answer = answer if isinstance(answer, dict) else {}
    chosen, order = str(answer.get("choice") or ""), answer.get("order")
    if chosen in says:
        return [t("learner-bet-mine", answer=says[chosen])]
    ranked = enumerate(order if isinstance(order, list) else [], 1)
    lines = [f"{place}. {says[str(one)]}" for place, one in ranked if str(one) in says]
    return [t("learner-bet-mine_order"), *lines] if lines else []


def _found_in(kept: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        kept = kept.get(name) if isinstance(kept, dict) else None
    return kept


def _journal(store: ProgressStore) -> Iterator[Chapter]:
    named = titles()
    for name in store.names(JOURNAL):
        kept = store.get(name)
        if name == DECISION or not isinstance(kept, dict) or not kept.get("text"):
            continue
        where = name.removeprefix(JOURNAL).split("/")[0]
        pair = (str(kept.get("prompt", "")), str(kept["text"]))
        yield Chapter(title=named.get(where, where), pairs=(pair,))
