"""What an export keeps of a board, where no script runs: the same view as the live one, as it stands."""

from markupsafe import Markup

from coprod_sim.board.shown import limits_of, whole_titles
from coprod_sim.board.view import View
from coprod_sim.briefing.answer_said import answer_in_words
from coprod_sim.briefing.clearer import clearer_in_words
from coprod_sim.briefing.entered_limits import Beyond, beyond, fitting, none_fits
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.charts.axes import around, hundred
from coprod_sim.charts.bands import BandRow, picture_of
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.counted import usual_in_words
from coprod_sim.charts.theme import WIDTH, look
from coprod_sim.charts.values import last, lines_of, tables_of, titles
from coprod_sim.charts.words import is_share, span, unit_of
from coprod_sim.engagement import Engagement
from coprod_sim.markup import element, figure, joined, paragraphs
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.uncertainty import LUCK, OVER
from coprod_sim.words import words_in


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
    said = paragraphs(f"{headline(view, found)}\n{t('board-export')}")
    chart = _picture(view, found, t(f"board-span-{view.span}", count=decisions))
    if found.over == LUCK:
        key = t("board-picture-key-luck")
    else:
        models = t("board-sure-sets", sets=found.draws, models=OVER[found.over].models)
        usual = usual_in_words(found, _spoken(view, found).name, view.measure, t)
        key = f"{t('board-picture-key', over=t(f'board-over-{found.over}'))} {models} {usual}".rstrip()
    return joined(said, figure(chart, t("board-table"), said=element("p", key)))


def headline(view: View, found: Comparison) -> str:
    """Say what a board has as its headline, as `headlineOf` in `web/src/parts/headline.ts` does.

    Args:
        view: what the board shows.
        found: the comparison it shows; its last decision is the one that is looked at.

    Returns:
        That nothing compared fits what was entered, where that is so; else the answer, which names a way that
        does not fit as such, and which do.
    """
    limits, ways = limits_of(view), found.engagements
    t = words_in(view.language)
    over = beyond(found, limits, t)
    way = _spoken(view, found)
    if none := none_fits(over, len(ways), t):
        return f"{none} {answer(view, found, way)}"
    clearer = clearer_in_words(
        found,
        way,
        over,
        view.measure,
        least=view.at_least,
        whole=whole_titles(view),
        t=t,
        saving=bool(view.saving),
    )
    return " ".join(
        filter(None, (answer(view, found, way, over), clearer, fitting(found, over, t=t)))
    )


def _spoken(view: View, found: Comparison) -> Engagement:
    """Give the way a board speaks of."""
    return spoken_of(found, view.recommended_way, limits_of(view), view.measure)


def answer(
    view: View, found: Comparison, goal: Engagement, over: dict[str, list[Beyond]] | None = None
) -> str:
    """Give the answer of a board in one sentence, as `answer` in `web/src/board/saying.ts` does.

    Args:
        view: what the board shows.
        found: the comparison it shows; its last decision is the one that is looked at.
        goal: the way it is about.
        over: the limits that ways go beyond, and are named with.

    Returns:
        A sentence, only as sure as the paired difference allows.
    """
    t = words_in(view.language)
    whole = whole_titles(view)
    return answer_in_words(
        found, goal, over or {}, view.measure, least=view.at_least, whole=whole, t=t
    )


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
