"""The record as one page to print: what was asked, what the room said, what became of the ideas."""

from markupsafe import Markup

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.words import number
from coprod_sim.live.disclosure import MINIMUM
from coprod_sim.live.effect_report import chart as effect_chart
from coprod_sim.live.effect_report import own_guess
from coprod_sim.live.pack.sheets_html import print_style
from coprod_sim.live.record import Record
from coprod_sim.live.record_counts import counts
from coprod_sim.live.record_evaluation import changes
from coprod_sim.live.record_pool import Pool
from coprod_sim.live.record_pool import chart as pool_chart
from coprod_sim.live.treatment_effect import WHO
from coprod_sim.markup import cell, document, element, frame_table, joined, paragraphs, table

HONEST = (
    "A thinking tool, consistent with published findings, not a forecast. One room is not proof."
)
FIGURES = "figure { margin: 0 0 1.5rem; } figure table { font-size: 11pt; }\n"
"""The look of figures, after that of the pack."""
FATES = {"taken_up": "Taken up", "in_part": "Taken up in part", "not": "Not taken up"}


def charts_of(record: Record) -> list[tuple[str, Chart]]:
    """Give every chart of a record with a name for its file, the room beside the model first.

    Scores and evaluations are left out: they stand in the tables.
    """
    found = record.effects()
    first = [("room_beside_model", effect_chart(found, record.guess))] if found else []
    asked = (
        (f"{result['key']}_{part['round']}_{question['name']}", question)
        for result in record.results
        for part in result.get("rounds", ())
        if result["kind"] != "evaluate" and not part["round"].endswith("scores")
        for question in part["questions"]
    )
    return [*first, *((n, counts(q)) for n, q in asked if q["cells"] and not q["few"])]


def html_record(record: Record) -> str:
    """Write the record as one file without script or network."""
    people = str(record.people) if record.people >= MINIMUM else f"fewer than {MINIMUM}"
    about = f"{record.day}. {people} people. To be deleted on {record.delete_on}."
    return _page(
        record.title, element("h1", record.title), paragraphs(about), paragraphs(HONEST),
        _experiment(record), _evaluation(record), _ideas(record), _answers(record),
        paragraphs(f"Made with coprod-sim {record.made_with}, session {record.id}."),
    )  # fmt: skip


def html_pool(found: Pool) -> str:
    """Write the running total over several sessions as one file without script or network."""
    name, drawn = (
        "The sessions",
        [effect_chart(found.effects()), *(pool_chart(found, w) for w in WHO)],
    )
    return _page(
        "Sessions together", element("h1", "Sessions together"), paragraphs(HONEST), *map(_figure, drawn),
        element("h2", name), frame_table(found.sessions(), name),
    )  # fmt: skip


def _page(title: str, *pieces: Markup) -> str:
    return document(title, print_style() + FIGURES, *pieces)


def _part(title: str, *pieces: Markup) -> Markup:
    return joined(element("h2", title), *pieces)


def _experiment(record: Record) -> Markup:
    found = record.effects()
    if not found:
        return joined()
    seal = f"Seal of the model's locked guess: {record.seal}" if record.seal else ""
    own = paragraphs(own_guess(record.rows, found))
    drawn = _figure(effect_chart(found, record.guess))
    return _part("The room as an experiment", drawn, own, paragraphs(seal))


def _evaluation(record: Record) -> Markup:
    name, frame = "What has changed", changes(record.rows, record.room)
    if frame.empty:
        return joined()
    said = "Looking back: before the session and now. Low and High are the 95 % interval of the change."
    return _part(name, paragraphs(said), frame_table(frame, name, written=_cell))


def _ideas(record: Record) -> Markup:
    if not record.ideas:
        return joined()
    name, heads = "Ideas and their fates", ("Idea", "What became of it", "Why")
    rows = [
        (i["text"], FATES.get(str(i["fate"]), "No answer yet"), i["why"] or "")
        for i in record.ideas
    ]
    return _part(name, table(heads, rows, name))


def _answers(record: Record) -> Markup:
    drawn = [c for name, c in charts_of(record) if name != "room_beside_model"]
    return _part("All answers", *map(_figure, drawn)) if drawn else joined()


def _figure(chart: Chart) -> Markup:
    """Set a chart with its numbers in plain sight, for paper has no folds."""
    numbers = frame_table(chart.table, chart.title, written=_cell)
    caption = element("figcaption", element("h3", chart.title), paragraphs(chart.finding))
    return element("figure", caption, Markup(chart.svg), numbers)  # noqa: S704 - escaped where drawn


def _cell(value: object) -> str:
    """Write a number with one digit after the point, as everywhere in the record."""
    return number(value, 1) if isinstance(value, float) and value == value else cell(value)  # noqa: PLR0124
