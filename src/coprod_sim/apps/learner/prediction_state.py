"""A prediction on its way: chosen, placed, played, looked at, explained. It knows no widgets."""

from functools import partial
from typing import Any

import traitlets

from coprod_sim.apps.frame import in_background
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.errors import InputError
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.counted import full_words
from coprod_sim.learning.grading import guess_chance
from coprod_sim.learning.items import UNKNOWN, Prediction, RunQuestion
from coprod_sim.learning.kinds.predict import (
    answer_told,
    has_prediction,
    judge,
    rightly_read,
    verdict_on,
)
from coprod_sim.learning.lesson_progress import FEWEST, says
from coprod_sim.learning.progress import record_prediction
from coprod_sim.learning.runs import fresh_seed, play


class PredictionState(traitlets.HasTraits):
    """One bet of one learner; everything in it is kept under `key` and comes back after a restart.

    `answer` is what is chosen now and `placed` whether it stands; `played` is the run. `seen` answers
    "what did you see?", `because` is the learner's own reason. `elsewhere` says that the bet that stands was
    placed on another page, which this one had not shown.
    """

    answer = traitlets.Dict()
    sure = traitlets.Any(None, allow_none=True)
    placed = traitlets.Bool(False)
    busy = traitlets.Bool(False)
    played = traitlets.Any(None, allow_none=True)
    seen = traitlets.Any(None, allow_none=True)
    because = traitlets.Unicode("")
    compared = traitlets.Bool(False)
    elsewhere = traitlets.Bool(False)

    def __init__(self, item: Prediction, key: str, learner: Learner) -> None:
        kept = learner.store.see(key, {})
        kept = kept if isinstance(kept, dict) else {}
        super().__init__(
            answer=kept.get("answer", {}), sure=kept.get("sure"), placed=bool(kept.get("seed")),
            seen=kept.get("seen"), because=str(kept.get("because", "")),
            compared=bool(kept.get("compared")),
        )  # fmt: skip
        self.item, self.key, self.learner = item, key, learner
        self.seed = int(kept.get("seed") or 0)
        self.ran = bool(kept.get("ran"))
        learner.observe(self._look, ["kept"])

    @property
    def whole(self) -> bool:
        """Whether there is a bet that can be placed."""
        return has_prediction(self.item, self.answer)

    @property
    def unknown(self) -> bool:
        """Whether the learner said "I don't know"."""
        return self.answer.get("choice") == UNKNOWN

    def choose(self, **answer: Any) -> None:
        """Take a choice, or a place in the order, or "I don't know"; and how sure."""
        # It is kept before anybody hears of it and keeps more.
        with self.hold_trait_notifications():
            if "sure" in answer:
                self.sure = answer.pop("sure")
            if answer:
                self.answer = {**self.answer, **answer}
            self._keep()

    def place(self) -> None:
        """Let the bet stand; raises `InputError` while something is missing."""
        if not self.whole:
            raise InputError(self.learner.t("learner-check-no_bet"))
        if self.item.sure and not self.unknown and self.sure is None:
            raise InputError(self.learner.t("learner-bet-how_sure_first"))
        self.seed = self.seed or fresh_seed()
        self._keep()
        self.placed = True

    def run(self) -> None:
        """Play the run beside the page; raises `InputError` while there is no bet."""
        if not self.placed:
            raise InputError(self.learner.t("learner-bet-locked"))
        if self.busy or self.played is not None:
            return
        self.busy = True
        seed = self.seed
        in_background(lambda: play(self.item.run, seed), partial(self._ran, seed))

    def look(self, seen: Any) -> None:
        """Take what the learner says they saw."""
        with self.hold_trait_notifications():
            self.seen = seen
            self._keep()

    def explain(self, because: str) -> None:
        """Take the learner's own reason."""
        with self.hold_trait_notifications():
            self.because = because
            self._keep()

    def compare(self) -> None:
        """Show the model answer; raises `InputError` while there is no reason of one's own."""
        if not says(self.because):
            raise InputError(self._lacks())
        with self.hold_trait_notifications():
            self.compared = True
            self._keep()

    def _lacks(self) -> str:
        t, count = self.learner.t, full_words(self.because)
        if not self.because.strip():
            return t("learner-because-first")
        return t("learner-because-few", count=count, least=FEWEST)

    def verdict(self) -> tuple[Status | None, str]:
        """Say what the bet came to (None for "I don't know"), and why."""
        if self.unknown:
            t = self.learner.t
            answer = answer_told(self.item, self.played, t)
            return None, f"{t('learner-bet-unknown_fine')} {answer}"
        return self._judged(self.item, self.answer.get("order" if self.item.order else "choice"))

    def seen_verdict(self) -> tuple[Status, str]:
        """Say what comes of that which the learner saw, over the models that fit the findings."""
        assert self.item.see is not None
        return self._judged(self.item.see, self.seen)

    def head(self) -> str:
        """Name the head under which it is said how a bet came out."""
        if self.unknown:
            return "unknown"
        bet = self.answer.get("order" if self.item.order else "choice")
        return verdict_on(self.item, bet, self.played, self.learner.t).head

    def saw(self) -> bool:
        """Say whether the learner read rightly what this run shows."""
        assert self.item.see is not None
        return rightly_read(self.item.see, self.seen, self.played)

    def _judged(self, question: RunQuestion, given: Any) -> tuple[Status, str]:
        return judge(question, given, self.played, self.learner.t)

    def _ran(self, seed: int, played: Any, fault: Exception | None) -> None:
        self.busy = False
        if fault is not None:
            self.learner.tell(fault)
            return
        if seed != self.seed:  # of a bet that did not come to stand
            return
        self.played, self.ran = played, True
        came, _ = self.verdict()
        store, question = self.learner.store, self.item.question
        record_prediction(store, self.key, question, self.sure, came, guess_chance(self.item))
        self._keep()

    def _keep(self) -> None:
        kept = {
            "answer": self.answer, "sure": self.sure, "seed": self.seed, "ran": self.ran,
            "seen": self.seen, "because": self.because, "compared": self.compared,
        }  # fmt: skip
        self.learner.keep(self.key, kept)
        self._yield(self.learner.store.get(self.key, kept))

    def _look(self, _change: object) -> None:
        """Take in what another page has kept of this bet."""
        kept = self.learner.store.get(self.key, {})
        if not isinstance(kept, dict) or not kept:
            return
        self.because, self.seen = str(kept.get("because") or ""), kept.get("seen")
        self.compared = bool(kept.get("compared"))
        if not self.placed:
            self.answer, self.sure = kept.get("answer", {}), kept.get("sure")
        self._yield(kept)

    def _yield(self, kept: dict[str, Any]) -> None:
        """Take over the bet that is kept where another page had placed one first."""
        seed = int(kept.get("seed") or 0)
        if not seed or seed == self.seed:
            return
        self.seed, self.ran = seed, bool(kept.get("ran"))
        self.set_trait("played", None)  # it was of the other bet
        with self.hold_trait_notifications():
            self.answer, self.sure = kept.get("answer", {}), kept.get("sure")
            self.placed = self.elsewhere = True
