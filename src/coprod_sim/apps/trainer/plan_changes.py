"""What changes the plan of a trainer's page: an edit, or a question on the spot in a running session."""

from typing import Any

from coprod_sim.apps.trainer.fate_buttons import idea_of
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.errors import InputError
from coprod_sim.live.ideas import CHOOSING, as_option, on_the_wall
from coprod_sim.live.session_plan import SessionPlan
from coprod_sim.live.steps import AddActivity, CloseActivity, OpenActivity, ShowScreen

MOST_OPTIONS, MOST_CHOSEN = 20, 3
"""How many ideas a phone lists, and how many somebody may choose."""


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
    _ask(trainer, _on_the_spot(trainer, question, options))


def choose_among_ideas(trainer: Trainer) -> None:
    """Let each person choose up to three of the ideas that are let through.

    Raises:
        InputError: there are too few ideas to choose from, or more than a phone can list.
    """
    ideas = on_the_wall([idea_of(one) for one in trainer.ideas])
    if len(ideas) < 2:
        trainer.refuse("trainer-lead-choosing_few")
    if len(ideas) > MOST_OPTIONS:
        said = {"count": len(ideas), "most": MOST_OPTIONS}
        raise InputError(trainer.t("trainer-lead-choosing_many", **said))
    _ask(trainer, {
        "key": _free_key(trainer, CHOOSING), "kind": "words",
        "title": trainer.t("trainer-lead-choosing_title"),
        "question": trainer.t("trainer-lead-choosing_question"),
        "words": [as_option(idea.text) for idea in ideas],
        "most": min(MOST_CHOSEN, len(ideas)),
    })  # fmt: skip


def _ask(trainer: Trainer, table: dict[str, Any]) -> None:
    """Ask what a table describes, in the part that is led."""
    if trainer.session is None:
        trainer.refuse("trainer-no_room")
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
    twice = [one for k, one in enumerate(given) if _alike(one) in map(_alike, given[:k])]
    if twice:
        raise InputError(t("trainer-lead-spot_twice", answer=twice[0]))
    table: dict[str, Any] = {
        "key": _free_key(trainer, "spot"),
        "title": t("trainer-lead-spot_title"),
        "question": asked,
    }
    if given:
        return table | {"kind": "vote", "options": given}
    ends = {f"{end}_means": t(f"trainer-lead-spot_{end}") for end in ("low", "high")}
    return table | {"kind": "scale", **ends}


def _alike(answer: str) -> str:
    return " ".join(answer.casefold().split())


def _free_key(trainer: Trainer, kind: str) -> str:
    number = 1 + sum(a.key.startswith(f"{kind}_") for a in trainer.plan.room.activities)
    return f"{kind}_{number}"
