"""One exercise on its way: the answer so far, what it came to, hints taken. It knows no widgets."""

from collections.abc import Callable
from functools import partial
from typing import Any

import traitlets

from coprod_sim.apps.frame import in_background
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.errors import InputError
from coprod_sim.learning.check_result import DONE, CheckResult, Status
from coprod_sim.learning.checking import TRIES, check_answer
from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.progress import ProgressStore

EXERCISE = "exercise/"
"""How the names of what is kept about exercises begin."""


class ExerciseState(traitlets.HasTraits):
    """What a learner has done in one exercise; it is kept and comes back after a restart.

    `lapsed` says that the answer was changed since it had a result, so that nothing is said of it now.
    `tries` counts answers that were checked, `hints` those that were opened; neither costs anything.
    In a `notebook` the cells around it say what is asked and take what is thought about it. On a course that
    marks texts there is no `model` answer to be shown.
    """

    answer = traitlets.Dict()
    outcome = traitlets.Any(None, allow_none=True)
    lapsed = traitlets.Bool(False)
    tries = traitlets.Int(0)
    hints = traitlets.Int(0)
    shown = traitlets.Bool(False)
    busy = traitlets.Bool(False)

    def __init__(
        self, exercise: Exercise, learner: Learner, *, notebook: bool = False, model: bool = True
    ) -> None:
        self.exercise, self.learner, self.key = exercise, learner, f"{EXERCISE}{exercise.id}"
        self.notebook, self.model = notebook, model
        kept = learner.store.see(self.key, {})
        kept = kept if isinstance(kept, dict) else {}
        super().__init__(
            answer=kept.get("answer", {}), tries=int(kept.get("tries", 0)),
            hints=int(kept.get("hints", 0)), shown=bool(kept.get("shown")),
        )  # fmt: skip
        self.best = str(kept.get("state", Status.NOT_TRIED))
        self.seed: int | None = kept.get("seed")
        self._told: list[Callable[[], None]] = []
        learner.observe(self._look, ["kept"])

    def set(self, **answer: Any) -> None:
        """Take a part of the answer; what was said of another answer does not hold for this one."""
        # It is kept before anybody hears of it and keeps more.
        with self.hold_trait_notifications():
            self._answered({**self.answer, **answer})
            self.keep()

    def _answered(self, answer: dict[str, Any]) -> None:
        before, self.answer = self.answer, answer
        if self.answer != before and self.outcome is not None:
            self.lapsed = self.outcome.status is not Status.NOT_TRIED
            self.outcome = None

    def _look(self, _change: object) -> None:
        """Take in what another page has kept of this exercise."""
        kept = self.learner.store.get(self.key, {})
        if isinstance(kept, dict) and isinstance(kept.get("answer"), dict):
            self._answered(kept["answer"])
            self._yield(kept)

    def check(self) -> None:
        """Say what the answer comes to; beside the page where the model is asked."""
        if self.busy:
            return
        answer, seed = dict(self.answer), self.seed
        if not self.exercise.asks_the_model:
            self._checked(answer, check_answer(self.exercise, answer, seed), None)
            return
        self.busy = True
        in_background(
            lambda: check_answer(self.exercise, answer, seed), partial(self._checked, answer)
        )

    def _checked(
        self, answer: dict[str, Any], outcome: CheckResult, fault: Exception | None
    ) -> None:
        self.busy = False
        if fault is not None:
            self.learner.tell(fault)
            return
        self.learner.problem = ""
        if outcome.status is not Status.NOT_TRIED:
            self.tries += 1
            self.best = self.best if self.best in DONE else outcome.status
        self.outcome = None  # the same words twice are still news
        changed = answer != self.answer
        self.lapsed = changed and outcome.status is not Status.NOT_TRIED
        if not changed:
            self.outcome = outcome
        self.keep()

    def hint(self) -> None:
        """Open the next hint; using hints costs nothing."""
        self.hints = min(self.hints + 1, len(self.exercise.hints))
        self.keep()

    @property
    def may_show(self) -> bool:
        """Whether the model answer may be asked for: after two tries, or once it is done."""
        return self.model and (self.tries >= TRIES or self.best in DONE)

    def show(self) -> None:
        """Show the model answer; raises `InputError` before two tries."""
        if not self.may_show:
            left = TRIES - self.tries
            raise InputError(self.learner.t("learner-exercise-try_first", left=left))
        self.shown = True
        self.keep()

    def keep(self) -> None:
        """Keep everything in the progress file."""
        self.learner.keep(
            self.key,
            {
                "answer": self.answer, "state": str(self.best), "tries": self.tries,
                "hints": self.hints, "shown": self.shown, "seed": self.seed,
            },
        )  # fmt: skip
        self._yield(self.learner.store.get(self.key, {}))

    def _yield(self, kept: dict[str, Any]) -> None:
        """Take over what stands as another page has kept it, and what was tried there."""
        self.best, self.seed = str(kept.get("state", self.best)), kept.get("seed")
        self.tries, self.hints = int(kept.get("tries", 0)), int(kept.get("hints", 0))
        self.shown = bool(kept.get("shown"))


def state_of(store: ProgressStore, name: str) -> str:
    """Say how far an exercise is: not tried, not yet, or yes."""
    kept = store.get(f"{EXERCISE}{name}", {})
    return str(kept.get("state", Status.NOT_TRIED)) if isinstance(kept, dict) else Status.NOT_TRIED
