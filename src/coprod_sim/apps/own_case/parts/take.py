"""Take it away: what is still missing, the page to print, one file with everything, files for the model."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import BackgroundJob, Desk, Progress
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.own_case.parts.again import bands_of, keep_path
from coprod_sim.apps.own_case.parts.brings import keep_band, keep_first
from coprod_sim.apps.own_case.parts.plan import keep_plan
from coprod_sim.learning.own_case import from_file, to_file
from coprod_sim.learning.own_case.case_files import calendar, model_files, zipped
from coprod_sim.learning.own_case.case_sentences import agreement_said
from coprod_sim.learning.own_case.completeness import missing
from coprod_sim.learning.own_case.first_step import first_step
from coprod_sim.learning.own_case.played import has_targets, plan_of
from coprod_sim.learning.own_case.printed import Worked, plan_page
from coprod_sim.learning.own_case.worksheet import ENDING, MOST_BYTES
from coprod_sim.learning.own_case.worksheet_charts import sheets
from coprod_sim.markup import element, joined, table


def part(desk: Desk) -> ipywidgets.Widget:
    """Build what leaves the page; nothing of it leaves the computer."""
    t = desk.t
    printing = BackgroundJob(
        desk, t("own-take-print"), lambda tell: _played(desk, tell), lambda found: _printed(desk, found),
        rests_on=("view",), again=t("own-take-print"),
    )  # fmt: skip
    hint = show(element("p", t("own-take-print_help")))
    return ipywidgets.VBox([head(t, "own-take"), printing.box, hint, _files(desk), _list(desk)])


def _list(desk: Desk) -> ipywidgets.HTML:
    """Show which parts are there, in words."""
    t, state, place = desk.t, desk.state, show(class_="verdict")

    def draw() -> None:
        found = missing(state.view)
        heads = t("own-print-what"), t("own-take-state")
        rows = [
            (t(f"own-piece-{k}"), t(f"own-take-{'missing' if v else 'done'}"))
            for k, v in found.items()
        ]
        title = t("own-take-there") if any(found.values()) else t("own-take-all_there")
        place.value = joined(element("h3", title), table(heads, rows, title))

    desk.keep("take", draw, "view")
    return place


def _files(desk: Desk) -> Form:
    t, state = desk.t, desk.state
    form = Form([])

    def press(name: str) -> None:
        if name == "back" and state.before is not None:
            old, state.before = state.before, None
            state.take(lambda: old)
            desk.shell.say = t("own-take-was_put_back")
            return
        file, kind, data = _made(desk, name)
        desk.shell.hand_out(file, data, kind)

    def take(_name: str, file: str, data: bytes) -> None:
        old = state.view
        state.take(lambda: from_file(data, file))
        if (
            not state.problem and state.view != old
        ):  # the same file again must not cover what was here
            state.before = old
            desk.shell.say = t("own-take-opened")
            draw()

    def draw() -> None:
        form.parts = _buttons(desk)

    desk.clicks(form, press)
    form.on_file = desk.guarded(take)
    desk.keep("take", draw, "view", "ways")
    return form


def _buttons(desk: Desk) -> list[Field]:
    t, state = desk.t, desk.state
    words = {"too_large": t.with_places("own-take-too_large"), "reading": t("survey-reading")}
    fields = [
        Field(id="save", kind="button", label=t("own-take-save")),
        Field(id="calendar", kind="button", label=t("own-take-calendar")),
        Field(id="files", kind="button", label=t("own-take-files"), disabled=not state.ways),
        Field(id="files_help", kind="note", label=t("own-take-files_help")),
        Field(id="saved", kind="file", label=t("own-take-open"), help=t("own-take-open_help"),
              accept=".json,application/json", most=2 * MOST_BYTES, words=words),
    ]  # fmt: skip
    if state.before is not None:
        fields.append(Field(id="back", kind="button", label=t("own-take-back")))
    return fields


def _made(desk: Desk, name: str) -> tuple[str, str, bytes]:
    """Make a file to hand out: its name, its kind, its bytes."""
    view, t = desk.state.view, desk.t
    match name:
        case "save":
            return f"my{ENDING}", "application/json", to_file(view)
        case "calendar":
            return "my_plan.ics", "text/calendar", calendar(view, t)
        case _:
            return "my_case_files.zip", "application/zip", zipped(model_files(view))


def _played(desk: Desk, tell: Progress) -> dict[str, Any]:
    """Play whatever the printed page wants and has not been played yet."""
    view, state = desk.state.view, desk.state
    if not state.ways:
        return {}
    wanted: dict[str, Any] = {
        "band": lambda: bands_of(view)[-1:],
        "first": lambda: first_step(view),
        "plan": lambda: plan_of(view) if has_targets(view) else None,
        "path": lambda: bands_of(view) if len(view.rounds) > 1 else None,
    }
    left = {k: work for k, work in wanted.items() if k not in state.said}
    found = {}
    for k, (name, work) in enumerate(left.items()):
        tell(k, len(left))
        found[name] = work()
    return found


def _printed(desk: Desk, found: dict[str, Any]) -> list[ipywidgets.Widget]:
    """Keep what was played and hand the page out."""
    t, state = desk.t, desk.state
    if state.ways:
        state.result("sheets", agreement_said(state.view.now, t), sheets(state.view.now, t))
    if found.get("band"):
        keep_band(desk, found["band"][0])
    if found.get("first"):
        keep_first(desk, found["first"])
    if found.get("plan"):
        keep_plan(desk, found["plan"])
    if found.get("path"):
        keep_path(desk, found["path"])
    page = plan_page(state.view, Worked(said=state.said, charts=state.charts), t)
    desk.shell.hand_out("my_case.html", page.encode(), "text/html")
    return []
