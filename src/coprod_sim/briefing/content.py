"""What stands on the one page: plain strings, small tables and a picture, short enough by rule."""

from dataclasses import dataclass, replace

from coprod_sim.briefing import wording
from coprod_sim.briefing.bars import bars
from coprod_sim.briefing.extras import Extras
from coprod_sim.briefing.fitting import (
    HEAD,
    LINE,
    NARROW,
    WIDE,
    Block,
    count_lines,
    cut,
    fitted,
    sentences_of,
)  # fmt: skip
from coprod_sim.briefing.headline import headline
from coprod_sim.briefing.tables import Table, outcomes
from coprod_sim.report.sentences import HONEST_LINE
from coprod_sim.results import Comparison

CONDITIONS = 3
LINK_LINE = 100
"""How many letters of a link go on a line."""
LONGEST_LINK = 480
"""The longest link that is printed [letters]."""
TOO_LONG = "The link to this view is too long for paper. Save the view as a file to open it again."
PAGE = 782.0
"""What an A4 page holds between its margins [pt]."""
MOST = 3
"""How many ways the table may have in half the page."""
CELL = 3.0
"""Room above and below the words of a row [pt]."""
SIGNING = 62.0
"""Heading, lines to sign on and frame of the conditions [pt]."""
AIR = 8.0
"""Room around the picture [pt]."""
DRAWN = 222.0 / 320.0
"""Size of the picture on paper [pt for a drawing unit]."""


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """Everything on the page, as plain text but for `picture`, which is SVG said in words by `alt`.

    `left` and `right` are the two columns, the left one under the picture.
    """

    title: str
    kicker: str
    honest: str
    headline: str
    facts: tuple[tuple[str, str], ...]
    summary: str
    outcomes: Table
    wide: bool
    """Whether the table has too many columns for half the page."""
    picture: str
    alt: str
    left: tuple[Block, ...]
    right: tuple[Block, ...]
    conditions: tuple[str, ...]
    reading: str
    assumed: str
    limits: tuple[str, ...]
    sources: str
    origin: str
    signed: str
    restore: str
    link: str

    @property
    def link_lines(self) -> list[str]:
        """Give the link in lines, for paper."""
        return [self.link[k : k + LINK_LINE] for k in range(0, len(self.link), LINK_LINE)]


def briefing_of(comparison: Comparison, extras: Extras | None = None) -> Briefing:
    """Choose what stands on the page and shorten it so that one A4 page is enough.

    Ranges are in 100 and hold 9 in 10 results after the last decision.
    """
    case, more = comparison.scenario, extras or Extras()
    picture, alt, tall = bars(comparison)
    restore, link = _again(more.link)
    page = Briefing(
        title=cut(case.title, 90),
        kicker=wording.kicker(case),
        honest=HONEST_LINE,
        headline=headline(comparison),
        facts=wording.facts(case, more.gate),
        summary=cut(sentences_of(case.summary)[0], 160),
        outcomes=outcomes(comparison),
        wide=len(comparison.engagements) > MOST,
        picture=picture,
        alt=alt,
        left=(),
        right=(),
        conditions=tuple(cut(c, 110) for c in more.conditions if c)[:CONDITIONS],
        reading=wording.reading(comparison),
        assumed=wording.assumed(comparison),
        limits=wording.LIMITS,
        sources=wording.sources(case),
        origin=wording.origin(comparison),
        signed=", ".join(filter(None, (cut(more.prepared_by, 60), cut(more.date, 30)))),
        restore=restore,
        link=link,
    )
    table = 0.0 if page.wide else _tall(page.outcomes, NARROW, 19, 12)
    taken = tall * DRAWN + AIR + table
    if _around(page) + taken > PAGE:
        page = replace(page, restore=TOO_LONG if link else "", link="")
    room = max(PAGE - _around(page), taken)
    left, right = fitted(wording.blocks(comparison, more), room, taken)
    return replace(page, left=left, right=right)


def _again(link: str) -> tuple[str, str]:
    """Say how to come back to this view; a link without an address goes after the page's own."""
    if len(link) > LONGEST_LINK:
        return TOO_LONG, ""
    if link.startswith("?"):
        return "To open this view again, put this after the address of the page:", link
    return ("To open this view again:", link) if link else ("", "")


def _around(page: Briefing) -> float:
    """Say how much of the page everything but the two columns takes [pt]."""
    head = 24.0 * count_lines(page.title, 52) + 14.0 * count_lines(page.headline, 77) + 2 * HEAD
    facts = " ".join(f"{name} {words}." for name, words in page.facts)
    made = f"Sources: {page.sources} Made with {page.origin} Prepared by {page.signed}"
    texts = (page.kicker, f"{page.summary} {facts}", made, page.restore)
    lines = sum(count_lines(w, WIDE) for w in texts) + len(page.link_lines)
    notes = max(
        count_lines(f"{page.assumed} {page.reading}", NARROW),
        sum(count_lines(limit, NARROW - 3) for limit in page.limits),
    )
    signing = SIGNING + LINE * sum(count_lines(c, WIDE - 6) for c in page.conditions)
    table = _tall(page.outcomes, WIDE, 40, 100 // len(page.outcomes.heads)) if page.wide else 0.0
    return head + LINE * (lines + notes) + HEAD + table + (signing if page.conditions else 0.0)


def _tall(table: Table, caption: int, label: int, cell: int) -> float:
    """Say how tall a table is, from the letters on a line of its caption, labels and cells [pt]."""
    rows = [
        max(count_lines(row[0], label), *(count_lines(words, cell) for words in row[1:]))
        for row in (table.heads, *table.rows)
    ]
    return LINE * (count_lines(table.caption, caption) + sum(rows)) + CELL * len(rows)
