"""Your plan: actions with a name and a day for each step, what they would bring, and the promise."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.frame import BackgroundJob, Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.frame.texts import drawn, head
from coprod_sim.apps.own_case.kept_parts import kept_part
from coprod_sim.charts import dots
from coprod_sim.engagement import DIALS
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.engagement.scored import SCORED
from coprod_sim.learning.own_case import Action, OwnCase
from coprod_sim.learning.own_case.case_sentences import plan_said, promise_said
from coprod_sim.learning.own_case.completeness import unfinished
from coprod_sim.learning.own_case.played import MEASURES, has_targets, plan_of
from coprod_sim.learning.own_case.ratings import summary_of
from coprod_sim.learning.own_case.worksheet import MOST_IN_BOX
from coprod_sim.markup import element, paragraphs
from coprod_sim.results import Comparison
from coprod_sim.words import Words

NO_CHANGE = "none"
PROMISE = ("we", "you", "if_not")


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the plan, the promise, and the model's answer to the plan."""
    t = desk.t
    on = desk.clicks(
        Form([Field(id="note", kind="button", label=t("own-part-note"), style="main")]),
        desk.shell.turn,
    )
    steps = [_step(desk, dial) for dial in SCORED]
    return ipywidgets.VBox(
        [head(t, "own-plan"), *steps, _lacking(desk), _promise(desk), _model(desk), on]
    )


def _step(desk: Desk, dial: str) -> Form:
    """Build the actions of one step; each has its own fields, by its place in the plan."""
    t, state = desk.t, desk.state
    form = Form([], {}, about="own_case/actions")

    def take(name: str, value: Any, _moving: bool) -> None:
        place, _, field = name.partition(".")
        given = value if value is not None else ""
        if field == "to":
            given = None if value in (None, NO_CHANGE) else float(value)
        state.take(lambda: state.view.with_action(int(place), **{field: given}))

    def press(name: str) -> None:
        place, _, what = name.partition(".")
        if what == "remove":
            left = [a for k, a in enumerate(state.view.actions) if k != int(place)]
            state.change(actions=tuple(a.model_dump() for a in left))
        else:
            more = Action(step=dial).model_dump()
            state.change(actions=(*(a.model_dump() for a in state.view.actions), more))

    def draw() -> None:
        mine = [(k, a) for k, a in enumerate(state.view.actions) if a.step == dial]
        form.parts = [_group(dial, state.view, mine, t)]
        shown({f"{k}.{n}": v for k, a in mine for n, v in _values(a).items()})

    shown = kept_part(desk, form, "actions", take)
    desk.clicks(form, press)
    desk.keep("plan", draw, "view")
    return form


def _group(dial: str, own: OwnCase, mine: list[tuple[int, Action]], t: Words) -> Group:
    add = Field(id=f"{dial}.add", kind="button", label=t("own-plan-add", dial=DIALS[dial].label))
    fields = [f for n, (k, _) in enumerate(mine, start=1) for f in _action(dial, k, n, t)]
    where = summary_of(own.now).loc[dial, "middle"] if own.now.all_in else float("nan")
    anchors = DIALS[dial].anchors
    there = where == where  # noqa: PLR0124 - nan is the only number unlike itself
    now = t("own-plan-now", anchor=anchors[DIALS[dial].place_of(where)]) if there else ""
    folded = dial not in FIVE_STEPS and not mine
    return Group(legend=DIALS[dial].label, fields=(*fields, add), help=now, folded=folded)


def _action(dial: str, place: int, count: int, t: Words) -> list[Field]:
    named = t("own-plan-action", dial=DIALS[dial].label, count=count)
    anchors = DIALS[dial].anchors
    to = (
        Option(value=NO_CHANGE, label=t("own-plan-to_none")),
        *(Option(value=f"{k / (len(anchors) - 1):g}", label=a) for k, a in enumerate(anchors)),
    )
    return [
        Field(id=f"{place}.head", kind="note", label=named, style="strong"),
        long_box(f"{place}.what", t("own-plan-what"), t, most=MOST_IN_BOX),
        Field(id=f"{place}.who", kind="text", label=t("own-plan-who"), style="two", high=100),
        Field(id=f"{place}.when", kind="text", label=t("own-plan-when"), style="date"),
        Field(id=f"{place}.to", kind="select", label=t("own-plan-to"), options=to),
        Field(id=f"{place}.done", kind="check", label=t("own-plan-done")),
        Field(id=f"{place}.remove", kind="button", label=t("own-plan-remove")),
    ]


def _values(action: Action) -> dict[str, Any]:
    to = NO_CHANGE if action.to is None else f"{action.to:g}"
    return {
        "what": action.what,
        "who": action.who,
        "when": action.when,
        "to": to,
        "done": action.done,
    }


def _lacking(desk: Desk) -> ipywidgets.HTML:
    """Say what the plan still lacks."""
    t, state, said = desk.t, desk.state, show(class_="verdict")

    def draw() -> None:
        actions = state.view.actions
        there = {a.step for a in actions if a.what.strip()}
        empty = [DIALS[d].label for d in FIVE_STEPS if d not in there]
        lines = [t("own-plan-lacks_steps", dials=", ".join(empty))] if empty else []
        lines += [t(f"own-plan-lacks_{k}", count=n) for k, n in unfinished(actions).items() if n]
        said.value = paragraphs("\n".join(lines) or t("own-plan-lacks_none"))

    desk.keep("plan", draw, "view")
    return said


def _promise(desk: Desk) -> ipywidgets.VBox:
    t, state, said = desk.t, desk.state, show(class_="verdict")
    form = Form(
        [
            long_box(k, t(f"own-promise-{k}"), t, help=t(f"own-promise-{k}_help"), most=MOST_IN_BOX)
            for k in PROMISE
        ],
        about="own_case/promise",
    )  # fmt: skip

    def take(name: str, value: Any, _moving: bool) -> None:
        state.change(promise=state.view.promise.model_dump() | {name: value or ""})

    def draw() -> None:
        shown({k: getattr(state.view.promise, k) for k in PROMISE})
        said.value = element("p", element("strong", promise_said(state.view, t)))

    shown = kept_part(desk, form, "promise", take)
    desk.keep("plan", draw, "view")
    return ipywidgets.VBox([head(t, "own-promise", level=3), form, said])


def _model(desk: Desk) -> ipywidgets.VBox:
    """Build the model's answer: today, half of the plan, all of it."""
    t, state = desk.t, desk.state
    need = show(paragraphs(t("own-plan-model_need")))

    def put(found: Comparison) -> list[ipywidgets.Widget]:
        keep_plan(desk, found)
        chart = drawn(dots.draw(found, MEASURES), t)
        return [show(paragraphs("\n".join(state.said["plan"])), class_="verdict"), chart]

    job = BackgroundJob(desk, t("own-plan-go"), lambda _tell: plan_of(state.view), put,
              rests_on=("scenario", "ways", "plan"), again="")  # fmt: skip

    def draw() -> None:
        ready = bool(state.ways) and has_targets(state.view)
        need.layout.display = "none" if ready else ""
        job.box.layout.display = "" if ready else "none"

    desk.keep("plan", draw, "view", "ways", "plan")
    return ipywidgets.VBox([head(t, "own-plan", level=3, title="model"), need, job.box])


def keep_plan(desk: Desk, found: Comparison) -> None:
    """Remember what the plan would bring."""
    desk.state.result("plan", plan_said(found, desk.t))
