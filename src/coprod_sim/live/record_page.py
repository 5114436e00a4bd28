"""The record as one page to print: what was asked, what the room said, what became of the ideas."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.words import number
from coprod_sim.live.effect_report import chart as effect_chart
from coprod_sim.live.guess_verdict import as_sealed
from coprod_sim.live.pack.sheets_html import print_style
from coprod_sim.live.record import HELD_BACK, LET_THROUGH, Record, on_paper
from coprod_sim.live.record_counts import counts
from coprod_sim.live.record_evaluation import written
from coprod_sim.live.record_pool import Pool
from coprod_sim.live.record_pool import chart as pool_chart
from coprod_sim.live.record_tables import FATES
from coprod_sim.live.treatment_effect import WHO
from coprod_sim.markup import (
    bullets,
    cell,
    document,
    element,
    frame_table,
    joined,
    paragraphs,
    table,
)
from coprod_sim.words import ENGLISH, words_in
from coprod_sim.words.days import day_in_words

HONEST = (
    "A thinking tool, consistent with published findings, not a forecast. One room is not proof."
)
SEEN_THROUGH = (
    "What people could see through: one paper was fuller than the other, and each corner read both kinds. "
    "Some may have scored as they thought the trainer hopes. Nobody was told which way the model guesses."
)
FIGURES = "figure { margin: 0 0 1.5rem; } figure table { font-size: 11pt; }\n"
"""The look of figures, after that of the pack."""


def charts_of(record: Record) -> list[tuple[str, Chart]]:
    """Give every chart of a record with a name for its file, the room beside the model first.

    Scores and evaluations are left out: they stand in the tables.
    """
    first = [("room_beside_model", _beside(record))] if record.sums.effects else []
    return [*((n, c) for n, c in first if c.svg), *((n, c) for n, c in _counted(record) if c.svg)]


def _counted(record: Record) -> list[tuple[str, Chart]]:
    """Give what was answered to every question, also where nothing can be drawn of it."""
    asked = [
        (result, part, question)
        for result in record.results
        for part in result.get("rounds", ())
        if result["kind"] != "evaluate" and not part["round"].endswith("scores")
        for question in part["questions"]
    ]
    often = Counter(question["text"] for *_, question in asked)
    return [
        (
            f"{result['key']}_{part['round']}_{question['name']}",
            counts(
                question, _when(result, part) * (often[question["text"]] > 1) + question["text"]
            ),
        )
        for result, part, question in asked
    ]


def _when(result: Mapping[str, Any], part: Mapping[str, Any]) -> str:
    """Say in which round a question was asked that stands there twice, or under which title."""
    several = len(result["rounds"]) > 1
    return f"{words_in(ENGLISH)(f'room-round-{part["round"]}') if several else result['title']}: "


def html_record(record: Record) -> str:
    """Write the record as one file without script or network."""
    t = words_in(ENGLISH)
    day, end = day_in_words(record.day, t), day_in_words(record.delete_on, t)
    about = f"{day}, with {record.sums.crowd}. To be deleted on {end}."
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
    if not record.sums.effects:
        return joined()
    seal = f"Seal of the model's locked guess: {record.seal}" if record.seal else ""
    own = paragraphs(f"{record.sums.own_guess}\n{SEEN_THROUGH}")
    beside = _figure(_beside(record))
    return _part("The room as an experiment", beside, _sealed(record), own, paragraphs(seal))


def _sealed(record: Record) -> Markup:
    """Give the guess as it was sealed, which is narrower than what it says of so few people."""
    if record.guess is None:
        return joined()
    t = words_in(ENGLISH)
    said = bullets(as_sealed(record.guess)), paragraphs(t("trainer-model-widened"))
    return joined(element("h3", "The guess as it was sealed, in points of 10"), *said)


def _beside(record: Record) -> Chart:
    return effect_chart(record.sums.effects, record.guess, record.sums.order)


def _evaluation(record: Record) -> Markup:
    name, frame = "What has changed", record.sums.changed
    if frame.empty:
        return joined()
    said = "Looking back: before the session and now. The range is that of the change."
    return _part(name, paragraphs(said), frame_table(written(frame), name))


def _ideas(record: Record) -> Markup:
    left, found = paragraphs(left_out(record)), on_paper(record)
    if not found:
        return left
    name, heads = "Ideas, and what became of them", ("Idea", "What became of it", "Why", "Shown")
    texts = {i["text"] for i in found}
    rows = [
        (i["text"], FATES.get(str(i["fate"]), "No answer yet"), i["why"] or "", _shown(i, texts))
        for i in found
    ]
    return _part(name, table(heads, rows, name), left)


def _shown(idea: Mapping[str, Any], texts: set[str]) -> str:
    """Say whether the room saw an idea by itself, together with another, or not."""
    if other := idea["one_with"]:
        return f"made one with: {other if other in texts else 'an idea that is left out'}"
    return "yes" if idea["stands"] == LET_THROUGH else "no"


def left_out(record: Record) -> str:
    """Say how many ideas the page to print leaves out, and why; empty if it holds all."""
    paper = on_paper(record)
    out = [i["stands"] for i in record.ideas if i not in paper]
    told = [
        f"{n} {why}"
        for why, n in (
            ("held back", out.count(HELD_BACK)),
            ("not read yet", len(out) - out.count(HELD_BACK)),
        )
        if n
    ]
    return (
        f"Ideas that only the tables hold, and not the page to print: {', '.join(told)}."
        if told
        else ""
    )


def _answers(record: Record) -> Markup:
    drawn = [c for _, c in _counted(record)]
    return _part("All answers", *map(_figure, drawn)) if drawn else joined()


def _figure(chart: Chart) -> Markup:
    """Set a chart with its numbers in plain sight, for paper has no folds; one without a picture is said."""
    caption = element("figcaption", element("h3", chart.title), paragraphs(chart.finding))
    if not chart.svg:
        return element("figure", caption)
    numbers = frame_table(chart.table, chart.title, written=_cell)
    return element("figure", caption, Markup(chart.svg), numbers)  # noqa: S704 - escaped where drawn


def _cell(value: object) -> str:
    """Write a number with one digit after the point, as everywhere in the record."""
    return number(value, 1) if isinstance(value, float) and value == value else cell(value)  # noqa: PLR0124
