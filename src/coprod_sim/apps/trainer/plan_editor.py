"""Change a plan part by part, or make one for a decision of one's own, without a text editor."""

from collections.abc import Callable
from typing import Any

from coprod_sim.apps.controls import Field, Form, Group, Option
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.trainer.plan_changes import edit
from coprod_sim.live.plans import add_part, change_part, drop_part, move_part, plan_of_own
from coprod_sim.live.session_plan import LONGEST, SessionPlan
from coprod_sim.words import Words

LINES = ("say", "do")
"""What a part says in lines that are changed here."""


def plan_editor(desk: Desk) -> Form:
    """Make the form that changes the plan, one part at a time."""
    t, trainer = desk.t, desk.state
    form = Form([], {"at": "0"})

    def take(plan: SessionPlan, at: int) -> None:
        edit(trainer, plan)
        form.values = {"at": str(at)}
        draw()
        desk.shell.say = t(
            "trainer-plan-edit_done", title=plan.part[at].title, minutes=plan.minutes
        )

    def press(name: str) -> None:
        plan, at = trainer.plan, _at(form, trainer.plan)
        last = len(plan.part) - 1
        moves: dict[str, Callable[[], tuple[SessionPlan, int]]] = {
            "save": lambda: (change_part(plan, at, _typed(form.values)), at),
            "up": lambda: (move_part(plan, at, -1), max(0, at - 1)),
            "down": lambda: (move_part(plan, at, 1), min(last, at + 1)),
            "add": lambda: (add_part(plan, at), at + 1),
            "drop": lambda: (drop_part(plan, at), min(at, last - 1)),
        }
        take(*moves[name]())

    def draw() -> None:
        at = _at(form, trainer.plan)
        form.values = {"at": str(at), **_values(trainer.plan, at)}
        form.parts = [_editor(trainer.plan, t)]

    form.on_click = desk.afresh(form, press)
    form.on_answer = desk.guarded(lambda name, *_: draw() if name == "at" else None)
    desk.keep("plan", draw, "plan")
    return form


def own_decision(desk: Desk) -> Form:
    """Make the form that makes a plan for a decision of one's own."""
    t, trainer = desk.t, desk.state
    form = Form([])

    def make(_name: str) -> None:
        typed = {
            k: str(form.values.get(k) or "") for k in ("title", "question", "options", "fixed")
        }
        options = [one.strip() for one in typed.pop("options").split(",") if one.strip()]
        trainer.begin_anew(plan_of_own(**typed, options=options))
        desk.shell.say = t("trainer-plan-own_made", title=trainer.plan.title)

    form.on_click = desk.afresh(form, make)
    form.parts = [_own(t)]
    return form


def _at(form: Form, plan: SessionPlan) -> int:
    return min(int(form.values.get("at") or 0), len(plan.part) - 1)


def _values(plan: SessionPlan, at: int) -> dict[str, Any]:
    part = plan.part[at]
    lines = {name: "\n".join(getattr(part, name)) for name in LINES}
    return {"title": part.title, "minutes": part.minutes, "talk": part.talk, **lines}


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    lines = {
        name: [line.strip() for line in str(values.get(name) or "").splitlines() if line.strip()]
        for name in LINES
    }
    return {
        "title": str(values.get("title") or "").strip(),
        "minutes": int(values.get("minutes") or 0),
        "talk": bool(values.get("talk")),
        **lines,
    }


def _editor(plan: SessionPlan, t: Words) -> Group:
    options = tuple(
        Option(
            value=str(k),
            label=t("trainer-plan-edit_part", part=k + 1, title=p.title, minutes=p.minutes),
        )
        for k, p in enumerate(plan.part)
    )
    buttons = ("save", "up", "down", "add", "drop")
    return Group(
        legend=t("trainer-plan-edit"), help=t("trainer-plan-edit_help"), folded=True,
        fields=(
            Field(id="at", kind="select", label=t("trainer-plan-edit_at"), options=options),
            Field(id="title", kind="text", label=t("trainer-plan-edit_title"), high=120),
            Field(id="minutes", kind="number", label=t("trainer-plan-takes"), low=1, high=LONGEST, step=1,
                  whole=True),
            Field(id="talk", kind="check", label=t("trainer-plan-edit_talk")),
            *(
                long_box(name, t(f"trainer-lead-{name}"), t, help=t("trainer-plan-edit_lines"), rows=5)
                for name in LINES
            ),
            *(
                Field(id=k, kind="button", label=t(f"trainer-plan-edit_{k}"), disabled=len(plan.part) == 1
                      and k == "drop", style="main" if k == "save" else "")
                for k in buttons
            ),
        ),
    )  # fmt: skip


def _own(t: Words) -> Group:
    fields = (
        Field(id="title", kind="text", label=t("trainer-plan-own_title"), high=100,
              help=t("trainer-plan-own_title_help")),
        Field(id="question", kind="text", label=t("trainer-plan-own_question"), high=300),
        Field(id="options", kind="text", label=t("trainer-lead-spot_options"), high=600),
        long_box("fixed", t("trainer-plan-own_fixed"), t, most=400),
        Field(id="make", kind="button", label=t("trainer-plan-own_make")),
    )  # fmt: skip
    return Group(
        legend=t("trainer-plan-own_decision"),
        help=t("trainer-plan-own_decision_help"),
        fields=fields,
        folded=True,
    )
