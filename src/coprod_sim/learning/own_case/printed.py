"""The worksheet as one page to print, and blank sheets for raters who score on paper."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from coprod_sim import __version__
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.words import number
from coprod_sim.engagement import DIALS
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.engagement.scored import SCORED
from coprod_sim.gate import QUESTIONS, Outcome
from coprod_sim.learning.own_case.case_sentences import (
    alpha_said,
    day_in_words,
    due,
    promise_said,
    round_name,
)
from coprod_sim.learning.own_case.completeness import missing
from coprod_sim.learning.own_case.ratings import summary_of
from coprod_sim.learning.own_case.worksheet import OwnCase
from coprod_sim.report.gate_words import (
    because_in_words,
    left_in_words,
    outcome_in_words,
    outcome_of,
    steps_in_words,
    why_in_words,
)
from coprod_sim.report.pages import environment
from coprod_sim.scenarios.described import people_affected
from coprod_sim.words import Words


@dataclass(frozen=True, kw_only=True)
class Worked:
    """What the model gave while the page was open; what was not worked out is left out.

    `said` holds sentences and `charts` pictures by part: sheets, band, losers, cost, first, plan, path.
    """

    said: dict[str, list[str]] = field(default_factory=dict)
    charts: dict[str, Chart] = field(default_factory=dict)


def plan_page(own: OwnCase, worked: Worked, t: Words) -> str:
    """Write the whole worksheet as one page without script or network; everything in it is escaped."""
    pictures = {k: Markup(c.svg) for k, c in worked.charts.items()}  # noqa: S704 - escaped there
    return _template("plan.html.j2").render(
        own=own, t=t, said=defaultdict(list, worked.said), charts=worked.charts, pictures=pictures,
        gate=gate_said(own, t), signs=signs_said(own, t), dials=_dials(own), steps=_steps(own),
        promise=promise_said(own, t), alpha=alpha_said(own.now, t),
        day=day_in_words, due=day_in_words(due(own.now)), round_name=round_name(own.now, t),
        affected=_affected(own),
        missing=[k for k, v in missing(own).items() if v], version=__version__,
        questions=QUESTIONS, criteria=t.names("own-reader-marks"),
    )  # fmt: skip


def blank_sheets(own: OwnCase, t: Words) -> str:
    """Write a sheet to score on paper, one for each person of the open round, or a single blank one."""
    people = [(r.label, r.side) for r in own.now.raters] or [("", "")]
    rows = [(k, DIALS[k]) for k in SCORED]
    return _template("sheet.html.j2").render(own=own, t=t, people=people, rows=rows)


def gate_said(own: OwnCase, t: Words) -> dict[str, Any]:
    """Give where the gate leads, why, what follows, and what led to it."""
    if outcome_of(own) is Outcome.OPEN:
        return {"found": "", "because": [], "do": [], "why": "", "left": ""}
    return {
        "found": outcome_in_words(own, t),
        "why": why_in_words(own, t),
        "left": left_in_words(own, t),
        "because": because_in_words(own, t),
        "do": steps_in_words(own, t),
    }


def signs_of(t: Words) -> list[str]:
    """List the stop signs, in the order of the steps."""
    return [n for n in t.names("own-signs-sign") if not n.endswith("_do")]


def signs_said(own: OwnCase, t: Words) -> list[tuple[str, str]]:
    """Give each stop sign that was seen, with what to do about it first."""
    seen = [s for s in signs_of(t) if s in own.signs]
    return [(t(f"own-signs-sign-{s}"), t(f"own-signs-sign-{s}_do")) for s in seen]


def _affected(own: OwnCase) -> str:
    """Write how many people are affected; nothing where nobody entered it."""
    people = people_affected(own.case)
    return "" if people is None else number(people)


def _dials(own: OwnCase) -> list[dict[str, Any]]:
    """Set out where each dial stands: middle, range, and the anchor nearest to it."""
    rows = []
    for dial, row in summary_of(own.now).iterrows():
        there = row["middle"] == row["middle"]
        anchors = DIALS[str(dial)].anchors
        rows.append(
            {
                "label": DIALS[str(dial)].label,
                "there": there,
                "middle": f"{100 * row['middle']:.0f}" if there else "\N{EN DASH}",
                "range": f"{100 * row['low']:.0f} to {100 * row['high']:.0f}" if there else "",
                "anchor": anchors[round(row["middle"] * (len(anchors) - 1))] if there else "",
            }
        )
    return rows


def _steps(own: OwnCase) -> list[tuple[str, list[Any]]]:
    """Group the actions by step; the five steps are there also while they are empty."""
    wanted = [d for d in SCORED if d in FIVE_STEPS or any(a.step == d for a in own.actions)]
    return [
        (DIALS[d].label, [a for a in own.actions if a.step == d and a.what.strip()])
        for d in wanted
    ]  # fmt: skip


def _template(name: str) -> Template:
    return environment("coprod_sim.learning.own_case").get_template(name)
