"""People who answer whatever a trainer has opened, as from cards, and a server that is killed."""

import json
import os
import random
import signal
import time
from collections.abc import Callable

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.places import note_of, store_at
from coprod_sim.live.steps import EnterCards

PEOPLE = 24


def answer(question, rng: random.Random, kind_way: bool) -> object:
    match question.kind:
        case "choice":
            return rng.randrange(len(question.options))
        case "several":
            return [rng.randrange(len(question.options))]
        case "text":
            return "Keep Monday mornings"
    lift = 3 if kind_way and question.name in ("acceptance", "fairness", "trust") else 0
    return min(question.high, rng.randint(question.low, question.high - 3) + lift)


def all_answer(trainer: Trainer, turn, rng: random.Random, people: int = PEOPLE) -> None:
    """Let everybody answer what is open, as from cards."""
    activity = trainer.plan.room.activity(turn.key)
    given = []
    for k in range(people):
        cell = activity.sequences[k % 4] if activity.kind == "experiment" else None
        full = (
            cell is not None
            and turn.round != "preference"
            and cell.arm(turn.round) == "co_production"
        )
        said = {
            q.name: answer(q, rng, full) for q in activity.questions(turn.round, cell, trainer.t)
        }
        one = {"activity": turn.key, "round": turn.round, "answer": said}
        corner = k % 4 if trainer.experiment else None
        given.append({"card": k + 1, "cell": corner, "answers": [one]})
    trainer.do(EnterCards.model_validate({"people": given}))


def kill_server() -> None:
    """Kill the room server as a power cut would."""
    note = json.loads(note_of(store_at(None)).read_text(encoding="utf-8"))
    os.kill(note["pid"], signal.SIGKILL)


def wait_for(trainer: Trainer, true: Callable[[], bool]) -> None:
    """Ask the room until something is so; its counts may be a moment old."""
    for _ in range(100):
        if true():
            return
        time.sleep(0.05)
        trainer.refresh()
    raise AssertionError(trainer.status)
