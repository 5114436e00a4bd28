"""Shows a run that was played: how it went, decision by decision, and every number in a table."""

from typing import TYPE_CHECKING

from coprod_sim.learning.readouts import Readout, named, ranged
from coprod_sim.learning.runs import LINES, PlayedRun
from coprod_sim.markup import Markup, element, figure, frame_table, joined
from coprod_sim.words import Words

if TYPE_CHECKING:
    import pandas as pd

COSTS = ("staff_hours", "hours_each", "weeks")


def result_html(
    read: Readout,
    played: PlayedRun,
    t: Words,
    *also: Readout,
    digits: int = 0,
    own_luck: bool = True,
) -> Markup:
    """Draw what the questions are about, and set the numbers of all ways beside each other.

    The pictures say where each way ends; what an answer comes to is said beside it, over all models.
    With `own_luck` it says why another learner, or another page, has other numbers.
    """
    drawn = {(r.measure, r.groups): r for r in (read, *also) if r.measure not in COSTS}
    parts = _crowd(drawn, played, t, digits)
    parts = parts or [p for r in drawn.values() for p in _drawn(r, played, t, digits)]
    charts = element("div", *parts, class_="halves") if len(parts) > 1 else joined(*parts)
    rows = numbers(read, played, t, *also, digits=digits)
    caption = t("pages-range", runs=played.run.runs, models=played.models)
    why = range_why(t, own_luck=own_luck)
    return joined(
        charts, frame_table(rows, caption, caption=caption), why, scales_html(read, *also)
    )


def range_why(t: Words, *, own_luck: bool) -> Markup:
    """Say why a number may lie near an end of its range and, of one's own run, why others have another."""
    said = [t("pages-range_why"), *([t("pages-own_luck")] if own_luck else [])]
    return element("p", " ".join(said), class_="help")


def scales_html(*reads: Readout) -> Markup:
    """Say what the points of the measures mean that are not shares of 100, such as decision quality."""
    from coprod_sim.report.sentences import meanings  # noqa: PLC0415 - the model is loaded by now

    asked = dict.fromkeys(r.measure for r in reads if r.measure not in COSTS)
    return joined(*(element("p", said, class_="help") for said in meanings(asked)))


def _crowd(
    drawn: dict[tuple[str, tuple[str, ...]], Readout], played: PlayedRun, t: Words, digits: int
) -> list[Markup]:
    """Draw where each way ends, one picture for all measures, when lines would hide each other."""
    from coprod_sim.charts import dots  # noqa: PLC0415 - the model is loaded by now

    plain = all(r.groups == ("all",) for r in drawn.values())
    if len(played.names) <= LINES or not plain:
        return []
    chart = dots.draw(played.comparison, [m for m, _ in drawn], digits=digits, judged=False)
    return [figure(chart, t("page-as_table"))]


def _drawn(read: Readout, played: PlayedRun, t: Words, digits: int) -> list[Markup]:
    from coprod_sim.charts import over_time  # noqa: PLC0415 - the model is loaded by now

    parts = []
    for group in read.groups:
        chart = over_time.draw(
            played.comparison, read.measure, group=group, digits=digits, judged=False
        )
        head = element("p", t(f"learner-group-{group}"), class_="group") if group != "all" else ""
        parts.append(element("div", head, figure(chart, t("page-as_table")), class_="half"))
    return parts


def numbers(
    read: Readout, played: PlayedRun, t: Words, *also: Readout, digits: int = 0
) -> "pd.DataFrame":
    """Set what is read off as a table: a row a way, the mean and the range of 9 in 10 results."""
    import pandas as pd  # noqa: PLC0415 - the model is loaded by now

    columns: dict[str, list[str]] = {
        t("learner-result-way"): [played.title(n) for n in played.names]
    }
    for one in (read, *also):
        for group in one.groups:
            plain = one.but(rule="value", group=group)
            what = named(one, t, group)
            name = (
                t("learner-result-hours", what=what)
                if one.measure in COSTS
                else t(
                    "learner-result-points",
                    all=played.decisions,
                    count=one.decision or played.decisions,
                    what=what,
                )
            )
            columns[name] = [ranged(plain, played, way, digits=digits) for way in played.names]
    return pd.DataFrame(columns)
