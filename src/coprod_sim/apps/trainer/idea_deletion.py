"""Delete what an idea says, wherever the kit keeps it: in the room, in the plan, in the saved record."""

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.library_files import check
from coprod_sim.live.ideas import CHOOSING, without
from coprod_sim.live.session_plan import SessionPlan
from coprod_sim.live.steps import DeleteIdea


def delete_idea(trainer: Trainer, activity: str, idea: int) -> str:
    """Delete what an idea says; gives a sentence that tells where it was.

    Raises:
        InputError: there is no such idea, or the saved record cannot be written again.
    """
    said = [i["text"] for i in trainer.ideas if (i["activity"], i["idea"]) == (activity, idea)]
    trainer.do(DeleteIdea(activity=activity, idea=idea))
    trainer.result = {}  # it may list what the room said
    for text in said:
        _forget_in_plan(trainer, text)
    if not (trainer.folder / "session.json").exists():
        return trainer.t("trainer-ideas-deleted")
    from coprod_sim.apps.trainer.session_results import save_record  # noqa: PLC0415 - brings pandas along

    save_record(trainer)
    return trainer.t("trainer-ideas-deleted_record")


def _forget_in_plan(trainer: Trainer, text: str) -> None:
    """Take an idea out of the votes among ideas that the plan holds since they were asked."""
    instead, whole = trainer.t("room-idea_deleted"), trainer.plan.model_dump()
    whole["activities"] = tuple(
        one | {"words": without(one["words"], text, instead)}
        if str(one.get("key", "")).startswith(f"{CHOOSING}_")
        else one
        for one in trainer.plan.activities
    )
    if whole["activities"] != trainer.plan.activities:
        plan = check(SessionPlan, whole, "this plan")
        trainer.change(plan=plan)
        trainer.plan = plan
