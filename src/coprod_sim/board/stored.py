"""What an export keeps of a board, where no script runs: the same view as the live one, as it stands."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from coprod_sim.board.cases import FOUND, ways_of
from coprod_sim.board.view import View
from coprod_sim.charts.axes import around, hundred
from coprod_sim.charts.bands import BandRow, picture_of
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.theme import WIDTH, look
from coprod_sim.charts.values import last, lines_of, tables_of, titles
from coprod_sim.charts.verdict import why_no_winner
from coprod_sim.charts.words import enough, is_share, number, small, span, unit_of
from coprod_sim.engagement import Engagement
from coprod_sim.markup import element, figure, joined, paragraphs
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.deciding import LESS, MORE, OPEN, lean
from coprod_sim.results.uncertainty import LUCK, OVER
from coprod_sim.words import words_in

SIDES = {
    MORE: "more", LESS: "less", OPEN: "open", MORE / 2.0: "mostly_more", LESS / 2.0: "mostly_less",
}  # fmt: skip
"""How messages name the sides of zero on which a difference lies, or leans."""
NOTHING_GIVEN: Mapping[str, Engagement] = MappingProxyType({})


def stored(view: View, found: Comparison, decisions: int) -> Markup:
    """Set the answer of a board, its picture and its numbers.

    Args:
        view: what the board shows.
        found: the comparison it shows; its last decision is the one that is looked at.
        decisions: how many decisions the case has.

    Returns:
        The HTML.
    """
    t = words_in(view.language)
    said = paragraphs(f"{answer(view, found)}\n{t('board-export')}")
    chart = _picture(view, found, t(f"board-span-{view.span}", count=decisions))
    if found.over == LUCK:
        key = t("board-picture-key-luck")
    else:
        models = t("board-sure-sets", sets=found.draws, models=OVER[found.over].models)
        key = f"{t('board-picture-key', over=t(f'board-over-{found.over}'))} {models}"
    return joined(said, figure(chart, t("board-table"), said=element("p", key)))


def answer(view: View, found: Comparison) -> str:
    """Give the answer of a board in one sentence, as `answer` in `web/src/board/saying.ts` does.

    Args:
        view: what the board shows.
        found: the comparison it shows; its last decision is the one that is looked at.

    Returns:
        A sentence, only as sure as the paired difference allows.
    """
    t, measure = words_in(view.language), MEASURES[view.measure][0]
    place = goal_of(view)
    goal, first = found.engagements[place], found.engagements[0]
    said = {
        "goal": goal.title, "label": small(measure.label), "unit": unit_of(measure),
        "measure": view.measure,
    }  # fmt: skip
    few = why_no_winner(found) if len(view.ways) > 1 else ""
    if place == 0 or few:
        low, high = last(found, view.measure).loc[goal.name, ["low", "high"]].tolist()
        return f"{few} {t('board-answer-alone', **said, range=span(low, high))}".lstrip()
    row = (goal.name, found.scenario.decisions.count, "all", view.measure)
    low, high = (100.0 * float(found.differences.loc[row, end]) for end in ("low", "high"))
    side, figures = _apart(low, high)
    short = t("board-way-found") if first.name == FOUND else first.title
    return t(f"board-answer-{side}", **said, first=small(short), **figures)


def goal_of(view: View) -> int:
    """Give the place of the way that is explained, as `goalOf` in `web/src/view.ts` does.

    Args:
        view: what the board shows.

    Returns:
        That of the recommended way beside the first, or of co-production, or else the last.
    """
    for name in (view.recommended_way, "co_production"):
        if name in view.ways[1:]:
            return view.ways.index(name)
    return len(view.ways) - 1


def as_set(view: View, given: Mapping[str, Engagement] = NOTHING_GIVEN) -> tuple[Engagement, ...]:
    """Give the ways of a board under the titles it shows: one whose dials were turned says so.

    Args:
        view: what the board shows.
        given: ways from elsewhere, by name.

    Returns:
        The ways, in order.
    """
    t = words_in(view.language)
    turned = {FOUND: view.turned[FOUND]} if FOUND in view.turned else {}
    before = ways_of(view.but(turned=turned), given)
    return tuple(
        way if way.dials == was.dials else way.but(title=t("board-way-set", way=way.title))
        for way, was in zip(ways_of(view, given), before, strict=True)
    )


def _apart(low: float, high: float) -> tuple[str, dict[str, str]]:
    """Say on which side a difference lies, and how far; else how much more and how much less it may be."""
    side = SIDES[lean(low, high)]
    digits = 0 if max(-low, high) >= 1.0 and min(abs(low), abs(high)) >= 0.5 else 1
    near, far = (-high, -low) if side == "less" else (low, high)
    more, less = (number(max(end, 0.0), digits) for end in (high, -low))
    none = "less" if _is_nothing(less) else "more" if _is_nothing(more) else "no"
    range_ = span(near, far, digits=enough(near, far))
    return side, {"range": range_, "more": more, "less": less, "none": none}


def _is_nothing(written: str) -> bool:
    """Say whether a figure, as it is written, is nothing: 0, or 0.0."""
    return not re.search("[1-9]", written)


def _picture(view: View, found: Comparison, when: str) -> Chart:
    """Draw the board's large picture: each way with its range, on the measure that is shown."""
    t, measure, ends = words_in(view.language), MEASURES[view.measure][0], last(found, view.measure)
    unit, title = unit_of(measure), f"{measure.label} {when}"
    rows = [
        BandRow(look(k), line.values, way.title, span(line.values.low, line.values.high))
        for k, (way, line) in enumerate(zip(found.engagements, lines_of(ends), strict=True))
    ]
    told = "; ".join(t("board-picture-row", way=r.name, range=r.words, unit=unit) for r in rows)
    finding = t("board-picture", label=measure.label, span=when, rows=told)
    values = ends[["mean", "low", "high"]].to_numpy().ravel()
    scale = hundred(0.0, WIDTH) if is_share(measure) else around(values, 0.0, WIDTH)
    svg, _ = picture_of(title, finding, unit, scale, rows, luck=found.over == LUCK)
    return Chart(svg, finding, tables_of({view.measure: ends}, titles(found)), title)
