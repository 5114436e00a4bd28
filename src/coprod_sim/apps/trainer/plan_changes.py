"""What changes the plan of a trainer's page: an edit, or a question on the spot in a running session."""

from typing import Any

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.session_plan import SessionPlan
from coprod_sim.live.steps import AddActivity, CloseActivity, OpenActivity, ShowScreen


def edit(trainer: Trainer, plan: SessionPlan) -> None:
    """Take a changed plan; while a session runs, it goes on in the part it was in.

    Raises:
        InputError: a session runs and the plan lacks something that its room asks.
    """
    session = trainer.session
    if session is not None:
        gone = {a.key for a in trainer.plan.room.activities} - {a.key for a in plan.room.activities}
        if gone:
            trainer.refuse("trainer-plan-asked_in_room")
        here = trainer.plan.part[session.part]
        at = next((k for k, part in enumerate(plan.part) if part == here), session.part)
        trainer.change(plan=plan, part=min(at, len(plan.part) - 1))
    trainer.plan, trainer.own = plan, ""
    trainer.tell_part()


def ask_now(trainer: Trainer, question: str, options: str) -> None:
    """Ask something that is in no plan: options with a comma between, or a score from 0 to 10.

    Raises:
        InputError: the question or its options cannot be; nothing has been asked.
    """
    if trainer.session is None:
        trainer.refuse("trainer-no_room")
    table = _on_the_spot(trainer, question, options)
    plan = trainer.plan.with_activity(table, trainer.session.part)
    activity = plan.room.activity(table["key"])
    trainer.do(
        CloseActivity(),
        ShowScreen(),
        AddActivity(activity=activity),
        OpenActivity(activity=activity.key),
    )
    trainer.change(plan=plan)
    trainer.plan = plan


def _on_the_spot(trainer: Trainer, question: str, options: str) -> dict[str, Any]:
    t = trainer.t
    asked, given = question.strip(), [one.strip() for one in options.split(",") if one.strip()]
    if not asked or len(given) == 1:
        trainer.refuse("trainer-lead-spot_wrong")
    number = 1 + sum(a.key.startswith("spot_") for a in trainer.plan.room.activities)
    table: dict[str, Any] = {
        "key": f"spot_{number}",
        "title": t("trainer-lead-spot_title"),
        "question": asked,
    }
    if given:
        return table | {"kind": "vote", "options": given}
    ends = {f"{end}_means": t(f"trainer-lead-spot_{end}") for end in ("low", "high")}
    return table | {"kind": "scale", **ends}
