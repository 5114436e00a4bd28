"""What stands on the one page: plain strings, small tables and a picture, short enough by rule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_sim.briefing import wording
from coprod_sim.briefing.bars import bars
from coprod_sim.briefing.cautions import cautions_of
from coprod_sim.briefing.extras import Extras
from coprod_sim.briefing.fitting import (
    HEAD,
    LINE,
    NARROW,
    WHOLE,
    WIDE,
    Block,
    NamedText,
    count_lines,
    cut,
    ended,
    fitted,
    sentences_of,
)  # fmt: skip
from coprod_sim.briefing.headline import headline
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.briefing.tables import Table, briefer, outcomes, rows_in_words
from coprod_sim.model.measures import MEASURES
from coprod_sim.report.sentences import HONEST_LINE
from coprod_sim.results import Comparison
from coprod_sim.words import ENGLISH, words_in

CONDITIONS = 3
LONGEST_CONDITION = 400
"""Room for a condition and for what speaks against it [letters]."""
LINK_LINE = 100
"""How many letters of a link go on a line."""
LONGEST_LINK = 480
"""The longest link that is printed [letters]."""
t = words_in(ENGLISH)
PAGE = 782.0
"""What an A4 page holds between its margins [pt]."""
SPARE = 40.0
"""By so much at least the count of lines is above what a full page takes [pt]."""
SPARE_BEHIND = 60.0
"""The same of the second page, which holds more lines [pt]."""
SMALLER = 120.0
"""So much more the second page holds at least where it is set closer and in smaller letters [pt]."""
CLOSER = 45.0
"""By so much less a full page is tall at least where its lines are set closer [pt]."""
ASSUMED = 2
"""So many sentences about what is assumed stay: what was entered, and what nobody entered."""
GAINS = tuple(20.0 * step for step in range(8, -1, -1))
"""So much more a sheet may turn out to hold than counted lines say [pt]."""
HELD = 4
"""So many of the shortest lengths are held for certain by a page in small letters."""
ROOMIER = 165.0
"""So much more the first page holds where its foot is overleaf, at its closest and smaller [pt]."""
MOST = 3
"""How many ways the table may have in half the page."""
PAGE_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where the number of a page is set once the pages are known."""
CELL = 2.0
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
    care: tuple[str, ...]
    """What has to be said beside the answer; none of it is ever left out."""
    facts: tuple[NamedText, ...]
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
    overleaf: bool
    """Whether the link stands on the second page, as the first is full."""
    drawn: bool
    """Whether the picture has room on paper; the table says the same."""
    is_brief: bool
    """Whether what the ranges mean, and what the page was made from, stand on the second page."""
    weighs_all: bool
    """Whether it has all parts that a board must weigh, as far as there are any."""
    sheets: "tuple[Briefing, ...]"
    """The same page from the fullest to the shortest: paper, which can measure, takes the first that fits."""
    annex: tuple[Block, ...]
    """What was shortened or left out, in full, for a second page."""
    words: dict[str, str]
    """What stands on every page, by short names."""

    @property
    def is_full(self) -> bool:
        """Say whether paper has no room for the picture, as far as lines can be counted."""
        return self.is_brief or not self.drawn

    @property
    def link_lines(self) -> list[str]:
        """Give the link in lines, for paper."""
        return [self.link[k : k + LINK_LINE] for k in range(0, len(self.link), LINK_LINE)]


def briefing_of(comparison: Comparison, extras: Extras | None = None) -> Briefing:
    """Choose what stands on the page and shorten it so that one A4 page is enough.

    Ranges are in 100 and hold 9 in 10 results after the last decision.
    """
    more = with_cautions(comparison, extras or Extras())
    picture, alt, tall = bars(comparison)
    page, room = _in_full(comparison, more, picture, alt), tall * DRAWN + AIR
    said = wording.blocks(comparison, more)
    whole = [_laid_out(page, said, room, PAGE + gain) for gain in GAINS]
    foot_away = replace(page, is_brief=True)
    brief = [_laid_out(foot_away, said, room, PAGE + ROOMIER + gain) for gain in (*GAINS, -ROOMIER)]
    weighed = set.union(*map(_parts, (*whole, *brief)))
    both = [replace(one, weighs_all=_parts(one) == weighed) for one in (*whole, *brief)]
    kept = [one for one in both if one.is_brief or one.drawn or one.weighs_all]
    sheets = _with_annexes(kept, comparison, more)
    return replace(_counted_on(sheets, both[len(whole) - 1] in kept), sheets=tuple(sheets))


def _counted_on(sheets: Sequence[Briefing], whole: bool) -> Briefing:
    """Give the sheet for a page that cannot measure itself, which its lines counted show to fit.

    It is the shortest with its foot on the first sheet where that one is kept (`whole`); or else the shortest
    that has what a board must weigh, if its small letters hold that.
    """
    if whole:
        return next(one for one in reversed(sheets) if not one.is_brief)
    *_, last, _least = sheets
    return next((one for one in reversed(sheets[-HELD:]) if one.weighs_all), last)


def _in_full(comparison: Comparison, more: Extras, picture: str, alt: str) -> Briefing:
    """Put together what stands around the two columns, before any of it is shortened."""
    case, (restore, link) = comparison.scenario, _again(more.link)
    return Briefing(
        title=cut(case.title, 90),
        kicker=wording.kicker(case),
        honest=HONEST_LINE,
        headline=headline_in_full(comparison, more),
        care=more.cautions or (),
        facts=wording.facts(comparison, more),
        summary=ended(cut(sentences_of(case.summary)[0], 160)),
        outcomes=outcomes(comparison, more.limits),
        wide=len(comparison.engagements) > MOST,
        picture=picture,
        alt=alt,
        left=(),
        right=(),
        conditions=tuple(cut(c, LONGEST_CONDITION) for c in more.conditions if c)[:CONDITIONS],
        reading=wording.reading(comparison, more),
        assumed=wording.assumed(comparison, more.rests_brief),
        limits=wording.limits(),
        sources=wording.sources(case),
        origin=wording.origin(comparison),
        signed=wording.signed(more),
        restore=restore,
        link=link,
        overleaf=False,
        drawn=True,
        is_brief=False,
        weighs_all=True,
        sheets=(),
        annex=(),
        words=_always(comparison, more),
    )


def _parts(page: Briefing) -> set[str]:
    """Name the parts in the two columns that a board must weigh."""
    weighed = {t(f"leaders-page-{name}") for name in ("risk", "equality", "challenge")}
    return weighed & {block.head for block in (*page.left, *page.right)}


def _laid_out(page: Briefing, blocks: Sequence[Block], picture: float, holds: float) -> Briefing:
    """Shorten a page until it is one sheet; where that is not enough, the picture goes.

    `picture` is the room that it takes, and `holds` what the sheet is taken to hold [pt].
    """
    table, whole = _beside(page), page.outcomes
    both = table + picture
    page = replace(page, overleaf=bool(page.link) and _around(page) + both > holds)
    while _around(page) + both > holds and (less := _slimmer(page)):
        page = less
    if _around(page) + table > holds + CLOSER + SPARE:
        page = replace(page, outcomes=briefer(page.outcomes))
        table, both = _beside(page), _beside(page) + picture
    room = holds - _around(page)  # paper sets it closer where it has to
    room = max(room, min(room + SPARE, both))
    drawn = room >= both
    taken = both if drawn else table
    full = page.outcomes is not whole  # it is set closest then, which leaves room for a part
    left, right = fitted(blocks, max(room, taken + CLOSER * full), taken)
    return replace(page, left=left, right=right, drawn=drawn)


def _beside(page: Briefing) -> float:
    """Say how tall the table is where it stands in one of the columns [pt]."""
    return 0.0 if page.wide else _tall(page.outcomes, NARROW, 19, 12)


def _slimmer(page: Briefing) -> Briefing | None:
    """Take the last sentence away from the longest text around the columns that has one to spare."""
    foot = sum(count_lines(limit, NARROW - 3) for limit in page.limits)
    low = (
        not page.is_brief and count_lines(f"{page.assumed} {page.reading}", NARROW) <= foot
    )  # then it takes no room
    texts = [*page.facts, NamedText("", page.assumed, WHOLE if low else ASSUMED)]
    can = [one for one in texts if one.spare]
    if not can:
        return None
    long = max(can, key=lambda one: len(one.words))
    *facts, assumed = [one.shorter() if one is long else one for one in texts]
    return replace(page, assumed=assumed.words, facts=tuple(facts))


def headline_in_full(comparison: Comparison, more: Extras) -> str:
    """Give the answer, with what the leader's own work adds."""
    lead = headline(
        comparison,
        more.recommended_way,
        more.limits,
        more.measure,
        whole=more.whole,
        least=more.least,
        unmet=more.unmet,
        saving=more.saving,
    )
    return " ".join(filter(None, (more.lead, lead)))


def with_cautions(comparison: Comparison, more: Extras) -> Extras:
    """Add what has to be said of the comparison alone, where nobody has gathered more."""
    if more.cautions is not None:
        return more
    way = spoken_of(comparison, more.recommended_way, more.limits, more.measure)
    return replace(
        more, cautions=tuple(cautions_of(comparison, way, more.limits, more.recommended_way))
    )


def _always(comparison: Comparison, more: Extras) -> dict[str, str]:
    """Give what stands on every page; where a way is recommended, it is the one that is signed up to."""
    words = {n: t(f"briefing-page-{n}", page=PAGE_MARK) for n in t.names("briefing-page")}
    return words | {"care": t("board-care-title"), "signing": wording.signing(comparison, more)}


def _link_placed(page: Briefing) -> Briefing:
    """Give up a link that finds no room on the second page either."""
    if page.overleaf and _second(page) > PAGE + SPARE_BEHIND + SMALLER:
        return replace(page, overleaf=False, restore=t("briefing-again-long"), link="")
    return page


def _with_annexes(
    pages: Sequence[Briefing], comparison: Comparison, more: Extras
) -> list[Briefing]:
    """Give each page its second, and its link a place."""
    in_full = wording.blocks(comparison, more, full=True)
    return [_closed(replace(one, annex=_annex(one, comparison, more, in_full))) for one in pages]


def _closed(page: Briefing) -> Briefing:
    """Put the foot of a brief page on its second one, and the link where it has room."""
    if not page.is_brief:
        return _link_placed(page)
    foot = _with_foot(page.annex, page)
    return _link_placed(replace(page, annex=foot, overleaf=bool(page.link)))


def _annex(
    page: Briefing, comparison: Comparison, more: Extras, in_full: Sequence[Block]
) -> tuple[Block, ...]:
    """Give in full whatever the first page shortens or leaves out."""
    case = comparison.scenario
    whole = ended(" ".join(case.summary.split()))
    shown = {one.name: one.words for one in page.facts}
    sources = wording.sources(case, full=True)
    pairs = (
        (t("briefing-page-about"), whole, page.summary),
        *((n, w, shown.get(n, "")) for n, w, _ in wording.facts(comparison, more, full=True)),
        (
            page.words["assumed"],
            wording.assumed(comparison, more.rests, full=True),
            page.assumed,
        ),
    )
    table = rows_in_words(outcomes(comparison, more.limits), page.outcomes)
    pairs = (*pairs, (t("briefing-part-rows"), table, ""))
    texts = [
        Block(head=n.rstrip(":"), text=" ".join(w.split())) for n, w, there in pairs if w != there
    ]
    told = {block.head: block.words for block in (*page.left, *page.right)}
    blocks = [block for block in in_full if block.words != told.get(block.head)]
    named = len(case.sources) == 1 and page.sources == sources
    last = [] if named else [Block(head=page.words["sources"].rstrip(":"), text=sources)]
    annex = (*texts, *blocks, *last)
    return (*annex, *_seats(comparison)) if annex else ()


def _seats(comparison: Comparison) -> tuple[Block, ...]:
    """Say why a single run may have more people than seats, where there are any."""
    came = MEASURES["took_part"][0]
    seats = any(one.seats for one in comparison.engagements)
    return (Block(head=came.label, text=came.caveat),) if seats else ()


def _with_foot(annex: Sequence[Block], page: Briefing) -> tuple[Block, ...]:
    """Add what stands at the foot of the first page: what is assumed and what it was made from."""
    assumed, sources = (page.words[name].rstrip(":") for name in ("assumed", "sources"))
    told = {block.head: block.text for block in annex}
    foot = {
        assumed: f"{told.get(assumed, page.assumed)} {page.reading}",
        sources: told.get(sources, page.sources),
        page.words["made"].rstrip(":"): " ".join([ended(page.origin), page.signed]),
    }
    others = [block for block in annex if block.head not in foot]
    return (*others, *(Block(head=head, text=text) for head, text in foot.items()))


def _again(link: str) -> tuple[str, str]:
    """Say how to come back to this view; a link without an address goes after the page's own."""
    if len(link) > LONGEST_LINK:
        return t("briefing-again-long"), ""
    if link.startswith("?"):
        return t("briefing-again-address"), link
    return (t("briefing-again"), link) if link else ("", "")


def _around(page: Briefing) -> float:
    """Say how much of the page everything but the two columns takes [pt]."""
    head = 24.0 * count_lines(page.title, 52) + 13.2 * count_lines(page.headline, 98) + HEAD
    facts = " ".join(f"{one.name} {one.words}" for one in page.facts)
    named = ((page.words["sources"], page.sources), (page.words["made"], page.origin))
    made = " ".join([*(f"{name} {words}" for name, words in named), page.signed])
    again = page.words["overleaf"] if page.overleaf else page.restore
    foot = () if page.is_brief else (made, again)
    lines = sum(count_lines(w, WIDE) for w in (page.kicker, f"{page.summary} {facts}", *foot))
    lines += 0 if page.overleaf or page.is_brief else len(page.link_lines)
    lines += 2  # the pointer to the second page, and the line above the sources
    notes = _notes(page)
    signing = SIGNING + LINE * sum(count_lines(c, WIDE - 6) for c in page.conditions)
    table = _tall(page.outcomes, WIDE, 40, 100 // len(page.outcomes.heads)) if page.wide else 0.0
    care = HEAD + LINE * sum(count_lines(one, WIDE - 6) for one in page.care)
    around = head + LINE * (lines + notes + 1) + HEAD + table
    return around + (signing if page.conditions else 0.0) + (care if page.care else 0.0)


def _notes(page: Briefing) -> int:
    """Count the lines of what is assumed and what the page cannot tell: beside or below each other."""
    if page.is_brief:
        return 1 + sum(count_lines(said, WIDE) for said in (page.assumed, " ".join(page.limits)))
    return max(
        count_lines(f"{page.assumed} {page.reading}", NARROW),
        sum(count_lines(limit, NARROW - 3) for limit in page.limits),
    )


def _second(page: Briefing) -> float:
    """Say how much of the second page is taken where the link stands on it [pt]."""
    columns = sum(block.height for block in page.annex) / 2
    return columns + 2 * HEAD + LINE * (1 + len(page.link_lines))


def _tall(table: Table, caption: int, label: int, cell: int) -> float:
    """Say how tall a table is, from the letters on a line of its caption, labels and cells [pt]."""
    rows = [
        max(count_lines(row[0], label), *(count_lines(words, cell) for words in row[1:]))
        for row in (table.heads, *table.rows)
    ]
    return LINE * (count_lines(table.caption, caption) + sum(rows)) + CELL * len(rows)
