"""Where are we now? Eight dials as questions about what can be seen, staff and citizens apart."""

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.controls.form import dial_field
from coprod_sim.apps.explorer.cases import NOW
from coprod_sim.apps.explorer.view import View
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.engagement import DIALS
from coprod_sim.engagement.scored import SCORED, apart
from coprod_sim.markup import NOTHING, element, joined, paragraphs, table
from coprod_sim.words import Words

SIDES = ("staff", "citizens")
NOT_SCORED = "none"


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the rubric: choose who is speaking, score eight dials, see the gap."""
    t, state = desk.t, desk.state
    who = Form(
        [_who(t), Field(id="expert", kind="check", label=t("rubric.expert"))], {"side": "staff"}
    )
    form = Form([], {})
    said = show(class_="verdict")

    def redraw() -> None:
        side, expert = str(who.values.get("side")), bool(who.values.get("expert"))
        form.parts = [_field(d, t, expert=expert) for d in SCORED]
        form.values = _values(state.view, side, expert=expert)
        said.value = _said(state.view, t)

    def take(name: str, value: float | str | None, moving: bool) -> None:
        side = str(who.values.get("side"))
        score = None if value in (None, NOT_SCORED) else float(value) / 100  # type: ignore[arg-type]
        state.take(lambda: state.view.scored(side, name, score), moving=moving)

    def compare(_name: str) -> None:
        ways = [w for w in state.view.ways if w != NOW]
        state.change(ways=(NOW, *ways[-2:]))
        desk.shell.turn("what")

    desk.answers(who, lambda *_: redraw())
    desk.keep("now", redraw, "view")
    on = Form([Field(id="on", kind="button", label=t("rubric.compare"), style="main")])
    return ipywidgets.VBox(
        [head(t, "rubric"), who, desk.answers(form, take), said, desk.clicks(on, compare)]
    )


def _who(t: Words) -> Field:
    options = tuple(Option(value=s, label=t(f"rubric.{s}")) for s in SIDES)
    return Field(id="side", kind="choice", label=t("rubric.who"), options=options, style="inline")


def _field(name: str, t: Words, *, expert: bool) -> Field:
    dial = DIALS[name]
    if expert:
        words = {"unset": t("rubric.not_scored")}
        return dial_field(name, dial, step=5.0, unset=t("rubric.take_back"), words=words)
    steps = len(dial.anchors) - 1
    options = tuple(
        Option(value=f"{100 * k / steps:g}", label=words) for k, words in enumerate(dial.anchors)
    )
    none = Option(value=NOT_SCORED, label=t("rubric.not_scored"))
    return Field(
        id=name, kind="choice", label=f"{dial.label}. {dial.question}", options=(*options, none)
    )


def _values(view: View, side: str, *, expert: bool) -> dict[str, object]:
    scores: dict[str, float] = getattr(view, side)
    if expert:
        return {d: scores[d] * 100 if d in scores else None for d in SCORED}
    return {d: _nearest(scores[d]) if d in scores else NOT_SCORED for d in SCORED}


def _nearest(score: float) -> str:
    return f"{round(score * 4) * 25:g}"


def _said(view: View, t: Words) -> str:
    both = [d for d in SCORED if d in view.staff and d in view.citizens]
    scored = [d for d in SCORED if d in view.staff or d in view.citizens]
    count = t("rubric.count", done=len(scored), all=len(SCORED))
    if not scored:
        return element("p", count)
    return joined(
        element("h3", t("rubric.gap_title")),
        element("p", count),
        paragraphs("\n".join(_gap(view, d, t) for d in both)),
        _table(view, scored, t),
    )


def _gap(view: View, dial: str, t: Words) -> str:
    staff, citizens = view.staff[dial], view.citizens[dial]
    values = {
        "dial": DIALS[dial].label,
        "staff": f"{staff * 100:.0f}",
        "citizens": f"{citizens * 100:.0f}",
    }
    return t(f"rubric.gap_{apart(staff, citizens)}", **values)


def _table(view: View, scored: list[str], t: Words) -> Markup:
    def cell(dial: str, scores: dict[str, float]) -> str:
        return f"{scores[dial] * 100:.0f}" if dial in scores else NOTHING

    gaps = {d: abs(view.staff[d] - view.citizens[d]) for d in view.staff if d in view.citizens}
    heads = [t(f"rubric.{k}") for k in ("dial", "staff", "citizens", "gap")]
    rows = [
        (DIALS[d].label, *(cell(d, scores) for scores in (view.staff, view.citizens, gaps)))
        for d in scored
    ]
    return table(heads, rows, t("rubric.gap_title"))
