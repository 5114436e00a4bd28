"""The record as one page to print: what was asked, what the room said, what became of the ideas."""

from html import escape
from importlib import resources

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.words import number
from coprod_sim.live.disclosure import MINIMUM
from coprod_sim.live.effect_report import chart as effect_chart
from coprod_sim.live.effect_report import own_guess
from coprod_sim.live.record import Record
from coprod_sim.live.record_counts import counts
from coprod_sim.live.record_evaluation import changes
from coprod_sim.live.record_pool import Pool
from coprod_sim.live.record_pool import chart as pool_chart
from coprod_sim.live.treatment_effect import WHO

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
    pieces = [
        f"<h1>{escape(record.title)}</h1>", _p(about), _p(HONEST), _experiment(record), _evaluation(record),
        _ideas(record), _answers(record),
        _p(f"Made with coprod-sim {record.made_with}, session {record.id}."),
    ]  # fmt: skip
    return _page(record.title, pieces)


def html_pool(found: Pool) -> str:
    """Write the running total over several sessions as one file without script or network."""
    drawn = [effect_chart(found.effects()), *(pool_chart(found, who) for who in WHO)]
    pieces = [
        "<h1>Sessions together</h1>",
        _p(HONEST),
        *map(_figure, drawn),
        "<h2>The sessions</h2>",
    ]
    return _page("Sessions together", [*pieces, _table(found.sessions(), "The sessions")])


def _page(title: str, pieces: list[str]) -> str:
    style = (resources.files("coprod_sim.live.pack") / "pack.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}{FIGURES}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(filter(None, pieces))
        + "\n</main>\n</body>\n</html>\n"
    )


def _experiment(record: Record) -> str:
    found = record.effects()
    if not found:
        return ""
    drawn = effect_chart(found, record.guess)
    seal = _p(f"Seal of the model's locked guess: {record.seal}") if record.seal else ""
    own = _p(own_guess(record.rows, found))
    return f"<h2>The room as an experiment</h2>{_figure(drawn)}{own}{seal}"


def _evaluation(record: Record) -> str:
    frame = changes(record.rows, record.room)
    if frame.empty:
        return ""
    said = "Looking back: before the session and now. Low and High are the 95 % interval of the change."
    return f"<h2>What has changed</h2>{_p(said)}{_table(frame, 'What has changed')}"


def _ideas(record: Record) -> str:
    if not record.ideas:
        return ""
    frame = pd.DataFrame(
        [
            (i["text"], FATES.get(str(i["fate"]), "No answer yet"), i["why"] or "")
            for i in record.ideas
        ],
        columns=["Idea", "What became of it", "Why"],
    )
    return f"<h2>Ideas and their fates</h2>{_table(frame, 'Ideas and their fates')}"


def _answers(record: Record) -> str:
    drawn = [c for name, c in charts_of(record) if name != "room_beside_model"]
    return "<h2>All answers</h2>" + "".join(map(_figure, drawn)) if drawn else ""


def _figure(chart: Chart) -> str:
    return (
        f"<figure><figcaption><h3>{escape(chart.title)}</h3>{_p(chart.finding)}</figcaption>"
        f"{chart.svg}{_table(chart.table, chart.title)}</figure>"
    )


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(frame: pd.DataFrame, name: str) -> str:
    head = "".join(f'<th scope="col">{escape(str(c))}</th>' for c in frame.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(v))}</td>" for v in row) + "</tr>"
        for row in frame.itertuples(index=False, name=None)
    )
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(name)}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "\N{EN DASH}" if value != value else number(value, 1)  # noqa: PLR0124
    return str(value)
