"""Predict: say what will come out, see it come out, say what you saw and why."""

from collections.abc import Sequence
from typing import Any, Self

from pydantic import model_validator

from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.grading import swapped, true_answer, true_choice
from coprod_sim.learning.items import UNKNOWN, Prediction, RunQuestion
from coprod_sim.learning.model_counts import IN_ORDER, asked_of, look_up
from coprod_sim.learning.readouts import ranged, value, value_by_variant
from coprod_sim.learning.runs import PlayedRun, Run, play
from coprod_sim.learning.shipped_counts import CLEAR
from coprod_sim.words import ENGLISH, Words, words_in


class ExerciseBet(Prediction):
    """A bet as an exercise asks for it: with a question about what is seen in the run, which is marked."""

    @model_validator(mode="after")
    def _seen(self) -> Self:
        if self.see is None:
            raise ValueError(
                "give [predict.see]: the bet is not marked, and what is seen in the run is"
            )
        return self


TABLE, SEED = ExerciseBet, "learner"


def check(table: Prediction, answer: dict[str, Any], seed: int) -> CheckResult:
    """Mark what was read off the run; of the bet, which nobody can know, it is only said how it came out."""
    t, see = words_in(ENGLISH), table.see
    if see is None or not has_prediction(table, answer):
        return not_tried(t("learner-check-no_bet"))
    played = play(table.run, seed)
    bet = answer.get("order" if table.order else "choice")
    told = answer_told(table, played, t) if _unknown(answer) else judge(table, bet, played, t)[1]
    right, looked = judge(see, answer.get("seen"), played, t)
    open_ = (t("learner-check-say_now"),) if not _chosen(see, answer.get("seen")) else ()
    return CheckResult(
        status=Status.YES if right else Status.NOT_YET, said=(t("learner-check-bet"), *open_),
        notes={"choice": told, "seen": looked}, right=frozenset({"seen"} if right else ()), of=1,
    )  # fmt: skip


def _unknown(answer: dict[str, Any]) -> bool:
    return answer.get("choice") == UNKNOWN


def in_words(table: Prediction, answer: dict[str, Any]) -> dict[str, InWords]:
    """Give the bet and what was seen, each with what was answered."""
    given = _chosen(table, answer.get("order" if table.order else "choice"))
    t = words_in(ENGLISH)
    bet = t("learner-unknown") if _unknown(answer) else given
    found = {"choice": InWords(t("learner-marked-the_bet", question=table.question), bet)}
    if table.see is not None:
        found["seen"] = InWords(table.see.question, _chosen(table.see, answer.get("seen")))
    return found


def _chosen(question: RunQuestion, given: Any) -> str:
    if question.order:
        texts = {i.id: i.text for i in question.order}
        return ", ".join(texts[k] for k in given) if _whole(question, given) else ""
    return next((o.text for o in question.options if o.id == given), "")


def has_prediction(table: RunQuestion, answer: dict[str, Any]) -> bool:
    """Say whether there is a bet: a choice, or an order of everything; "I don't know" is one."""
    if _unknown(answer):
        return True
    if table.order:
        return _whole(table, answer.get("order"))
    return answer.get("choice") in [o.id for o in table.options]


def judge(question: RunQuestion, given: Any, played: PlayedRun, t: Words) -> tuple[bool, str]:
    """Compare one answer with the data of this very run; returns whether it is right, and why."""
    if given in (None, "", UNKNOWN) or (question.order and not _whole(question, given)):
        return False, t("learner-check-say_now")
    if question.order:
        return _order(question, list(given), played, t)
    chosen = next((o for o in question.options if o.id == given), None)
    if chosen is None:
        return False, t("learner-check-say_now")
    right = true_choice(question, played).id == chosen.id
    came_out, held = (
        _came_out(question, played, t),
        held_said(question, played.run, t).get(chosen.id),
    )
    return right, " ".join(filter(None, [chosen.feedback, came_out, held]))


def answer_told(question: RunQuestion, played: PlayedRun, t: Words) -> str:
    """State the answer this very run gives, with its range, to somebody who made no guess."""
    came_out, held = _came_out(question, played, t), held_said(question, played.run, t)
    if question.order:
        values = value_by_variant(question.read, played)
        names = sorted(played.names, key=lambda name: -values[name])
        listed = [k for k in names if k in {o.id for o in question.order}]
        return t("learner-check-came_out_ways", values=_by_way(question, played, listed))
    right = true_choice(question, played)
    said = t("learner-check-answer_is", answer=right.text)
    return " ".join(filter(None, [said, came_out, held.get(right.id)]))


def solved_said(question: RunQuestion, played: PlayedRun, t: Words) -> str:
    """Say which answer was right, and why, where a bet is solved aloud."""
    given = true_answer(question, played)
    _, said = judge(question, given, played, t)
    right = next((o.text for o in question.options if o.id == given), "")
    return f"{t('learner-check-answer_is', answer=right)} {said}" if right else said


def held_said(question: RunQuestion, run: Run, t: Words) -> dict[str, str]:
    """Say for each answer how many models that fit the findings give it; a right one of few is open."""
    found = look_up(asked_of(question, run))
    if found is None:
        return {}
    shares = {answer: found.in_100(answer) for answer in found.held}
    few = {k: "_open" if k == found.answer and share < CLEAR else "" for k, share in shares.items()}
    named = {o.id: f'"{o.text}"' for o in question.options}
    order = t("learner-check-models_order")
    return {
        k: t(f"learner-check-models{few[k]}", count=share, answer=named.get(k, order))
        for k, share in shares.items()
    }


def _came_out(question: RunQuestion, played: PlayedRun, t: Words) -> str:
    if question.read.rule in ("highest", "lowest"):
        return t("learner-check-came_out_ways", values=_by_way(question, played, played.names))
    found = value(question.read, played)
    if question.read.rule == "first_time":
        late = found > played.decisions - max(map(played.before, played.names))
        when = ranged(question.read, played)
        return t("learner-check-never" if late else "learner-check-came_out_when", when=when)
    said = ranged(question.read, played, digits=question.digits)
    return t("learner-check-came_out", value=said)


def _by_way(question: RunQuestion, played: PlayedRun, names: Sequence[str]) -> str:
    plain = question.read.but(rule="value")
    said = {k: ranged(plain, played, k, digits=question.digits) for k in names}
    return ", ".join(f"{played.title(k)} {value}" for k, value in said.items())


def _order(
    question: RunQuestion, given: list[str], played: PlayedRun, t: Words
) -> tuple[bool, str]:
    values = value_by_variant(question.read, played)
    pair = swapped(given, values, question.read.close)
    came_out = t("learner-check-came_out_ways", values=_by_way(question, played, given))
    if pair is None:
        said = getattr(question, "right", "") or t("learner-check-order_right")
        held = held_said(question, played.run, t).get(IN_ORDER)
        return True, " ".join(filter(None, [said, came_out, held]))
    first, second = (played.title(k) for k in pair)
    said = t("learner-check-order_wrong", first=first, second=second)
    return False, " ".join(filter(None, [said, getattr(question, "wrong", ""), came_out]))


def _whole(question: RunQuestion, given: Any) -> bool:
    return isinstance(given, list | tuple) and sorted(map(str, given)) == sorted(
        i.id for i in question.order
    )
