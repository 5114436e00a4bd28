"""Take it away: a link and a file that bring this view back, the briefing, and the numbers."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets

from coprod_sim import __version__
from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.explorer.explorer_state import query_of, told_of_old
from coprod_sim.apps.explorer.parts.gate import in_a_line
from coprod_sim.apps.explorer.view import brought_over, file_of, from_file
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.briefing import Extras, briefing_of, html_briefing, pdf_briefing
from coprod_sim.markup import element
from coprod_sim.results import save

MOST_CONDITIONS = 3
FINDINGS = ("matters", "against", "not_pay", "would_have", "repair", "break_even")
"""What the briefing takes over from the other parts, where it has been worked out."""
KINDS = {
    "html": ("briefing.html", "text/html"),
    "pdf": ("briefing.pdf", "application/pdf"),
    "csv": ("results.csv", "text/csv"),
    "parquet": ("results.parquet", "application/vnd.apache.parquet"),
}


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the conditions a leader signs up to, the briefing, the link, the files."""
    t = desk.t
    return ipywidgets.VBox(
        [head(t, "take"), _conditions(desk), _briefing(desk), _again(desk), _data(desk)]
    )


def _conditions(desk: Desk) -> ipywidgets.Widget:
    t, state = desk.t, desk.state
    names = [n for n in t.names("conditions") if n not in ("title", "intro")]
    form, said = Form([]), show()

    def draw() -> None:
        chosen = state.view.conditions
        full = len(chosen) >= MOST_CONDITIONS
        form.parts = [
            Field(id=n, kind="check", label=t(f"conditions.{n}"), disabled=full and n not in chosen)
            for n in names
        ]
        form.values = {n: n in chosen for n in names}
        said.value = element("p", t("take.chosen", count=len(chosen), most=MOST_CONDITIONS))

    def take(name: str, value: Any, _moving: bool) -> None:
        others = [c for c in state.view.conditions if c != name]
        state.change(conditions=(*others, name) if value else tuple(others))

    desk.answers(form, take)
    desk.keep("take", draw, "view")
    opening = head(t, "take", level=3, title="conditions")
    return ipywidgets.VBox([opening, form, said])


def _briefing(desk: Desk) -> ipywidgets.Widget:
    t, state = desk.t, desk.state
    form = Form(
        [
            Field(
                id="prepared_by",
                kind="text",
                label=t("take.prepared_by"),
                help=t("take.prepared_by_help"),
            ),
            Field(id="html", kind="button", label=t("take.html"), style="main"),
            Field(id="pdf", kind="button", label=t("take.pdf")),
        ],
        {"prepared_by": state.view.prepared_by},
    )

    def press(name: str) -> None:
        _settle(desk)
        made = briefing_of(state.comparison, _extras(desk))
        data = html_briefing(made).encode() if name == "html" else pdf_briefing(made)
        desk.shell.hand_out(_named(desk, KINDS[name][0]), data, KINDS[name][1])

    desk.answers(form, lambda _n, value, _m: state.change(prepared_by=(value or "")[:120]))
    desk.clicks(form, press)
    opening = head(t, "take", level=3, title="briefing")
    return ipywidgets.VBox([opening, form])


def _extras(desk: Desk) -> Extras:
    t, view = desk.t, desk.state.view
    found = {k: desk.state.findings.get(k, "") for k in FINDINGS}
    return Extras(
        gate=in_a_line(view, t),
        conditions=tuple(t(f"conditions.{c}") for c in view.conditions),
        prepared_by=view.prepared_by,
        link=f"?{query_of(view)}",
        date=date.today().strftime("%d %B %Y").lstrip("0"),
        **found,
    )


def _again(desk: Desk) -> ipywidgets.Widget:
    """Build what brings the view back: the link and the file."""
    t, state = desk.t, desk.state
    link = show(class_="link")
    form = Form(
        [
            Field(id="save", kind="button", label=t("take.save_view")),
            Field(id="open", kind="file", label=t("take.open_view"), help=t("take.open_view_help"),
                  accept=".json,application/json", most=1024 * 1024,
                  words={"too_large": t("take.too_large"), "reading": t("survey.reading")}),
        ]
    )  # fmt: skip

    def draw() -> None:
        address = f"?{query_of(state.view)}"
        link.value = element("p", element("a", t("take.link"), class_="view-link", href=address))

    def press(_name: str) -> None:
        name = _named(desk, "view.coprod.json")
        desk.shell.hand_out(name, file_of(state.view), "application/json")

    def take(_name: str, file: str, data: bytes) -> None:
        view, old = brought_over(from_file(data, file))
        state.take(lambda: view.but(part=desk.shell.here, made_with=__version__))
        if not state.problem:
            desk.shell.say = " ".join(filter(None, (t("take.opened"), told_of_old(view, old))))

    desk.clicks(form, press)
    form.on_file = desk.guarded(take)
    desk.keep("take", draw, "view")
    opening = head(t, "take", level=3, title="again")
    return ipywidgets.VBox([opening, link, form])


def _data(desk: Desk) -> ipywidgets.Widget:
    t, state = desk.t, desk.state
    form = Form([Field(id=k, kind="button", label=t(f"take.{k}")) for k in ("csv", "parquet")])

    def press(name: str) -> None:
        _settle(desk)
        with tempfile.TemporaryDirectory() as folder:
            save(state.comparison.frame, Path(folder))
            data = (Path(folder) / KINDS[name][0]).read_bytes()
        desk.shell.hand_out(_named(desk, KINDS[name][0]), data, KINDS[name][1])

    desk.clicks(form, press)
    opening = head(t, "take", level=3, title="data")
    return ipywidgets.VBox([opening, form])


def _settle(desk: Desk) -> None:
    if desk.state.moving or desk.state.comparison is None:
        desk.state.settle()


def _named(desk: Desk, ending: str) -> str:
    return f"{desk.state.scenario.name or 'case'}_{ending}"
