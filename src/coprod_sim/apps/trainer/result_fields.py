"""The buttons that count what the room said, and show it to all: of this part, and of those before."""

from coprod_sim.apps.controls import Field, Group
from coprod_sim.apps.trainer.room_buttons import RoomButtons
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.activities import RoomExperiment
from coprod_sim.live.moves import showing
from coprod_sim.live.session_plan import Turn
from coprod_sim.words import Words


def result_fields(
    trainer: Trainer, turns: tuple[Turn, ...], t: Words, room: RoomButtons
) -> list[Field | Group]:
    """Make the buttons for what a part asked and shows; what earlier parts asked stands in a fold.

    Args:
        trainer: the state behind the page.
        turns: what is started in the part.
        t: the words to say it in.
        room: the buttons of the form.
    """
    here = dict.fromkeys((*(x.key for x in turns), *_told_of(trainer)))
    fields = [one for key in here for one in _shows(trainer, key, t, room)]
    return [*fields, *_earlier(trainer, set(here), t, room)]


def _told_of(trainer: Trainer) -> list[str]:
    """Name what asked for ideas, where the script shows those that were let through."""
    if not trainer.script.fates:
        return []
    return [a.key for a in trainer.plan.room.activities if a.kind == "idea"]


def _earlier(trainer: Trainer, here: set[str], t: Words, room: RoomButtons) -> list[Group]:
    """Offer what earlier parts have closed, such as the room's guesses, to be shown now."""
    keys = dict.fromkeys(x.key for x in trainer.plan.turns if x.key not in here)
    kinds = {a.key: a for a in trainer.plan.room.activities}
    fields = [
        f
        for key in keys
        if not isinstance(kinds[key], RoomExperiment)
        for f in _shows(trainer, key, t, room)
    ]
    if not fields:
        return []
    return [Group(legend=t("trainer-lead-earlier"), fields=tuple(fields), folded=True)]


def _shows(trainer: Trainer, key: str, t: Words, room: RoomButtons) -> list[Field]:
    activity = trainer.plan.room.activity(key)
    phase, at = trainer.phase(key)
    if phase not in ("closed", "revealed"):
        return []
    if isinstance(activity, RoomExperiment):
        return [Field(id=f"note_{key}", kind="note", label=t("trainer-lead-experiment_later"))]
    fields = [room.button(f"look__{key}", t("trainer-lead-look", title=activity.title), count=key)]
    if phase == "revealed" and not _stands(trainer, key):
        label = t("trainer-lead-reveal_again", title=activity.title)
        fields.append(room.button(f"reveal__{key}", label, *showing(key), count=key))
    if phase == "closed" and at == activity.rounds[-1]:
        label = t("trainer-lead-reveal", title=activity.title)
        turn = Turn(part=0, key=key, round=at)
        fields += [
            room.button(f"reveal__{key}", label, *showing(key), count=key),
            Field(id=f"before_{key}", kind="note", label=_before_all(trainer, turn, t)),
        ]
    return fields


def _stands(trainer: Trainer, key: str) -> bool:
    """Say whether what the room said to this is on the big screen now."""
    over_it = trainer.status.get("on_wall", {}).get("title")
    return trainer.status.get("current") == key and not over_it


def _before_all(trainer: Trainer, turn: Turn, t: Words) -> str:
    """Say what showing a result to all does, before it is done."""
    count, session = trainer.answered(turn), trainer.session
    few = session is not None and count < session.floor
    few = few and trainer.plan.room.activity(turn.key).kind != "idea"
    said = [t("trainer-lead-reveal_note"), *([t("trainer-lead-reveal_few", count=count)] * few)]
    return " ".join(said)
