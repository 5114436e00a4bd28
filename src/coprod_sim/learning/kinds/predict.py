"""Predict: say what will come out, see it come out, say what you saw and why."""

from collections.abc import Sequence
from typing import Any

from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.grading import guess_chance, swapped, true_answer, true_choice
from coprod_sim.learning.items import UNKNOWN, Prediction, RunQuestion
from coprod_sim.learning.model_counts import IN_ORDER, asked_of, look_up
from coprod_sim.learning.readouts import ranged, value, value_by_variant
from coprod_sim.learning.runs import PlayedRun, Run, play
from coprod_sim.learning.shipped_counts import CLEAR
from coprod_sim.words import ENGLISH, Words, words_in

TABLE, SEED = Prediction, "learner"


def check(table: Prediction, answer: dict[str, Any], seed: int) -> CheckResult:
    """Play the run and compare it with the bet, and with what the learner says they saw."""
    t = words_in(ENGLISH)
    if not has_prediction(table, answer):
        return not_tried(t("learner-check-no_bet"))
    played = play(table.run, seed)
    fine, said = judge(table, answer.get("order" if table.order else "choice"), played, t)
    seen, looked = (True, "")
    if table.see is not None:
        seen, looked = judge(table.see, answer.get("seen"), played, t)
    notes = {"choice": said, **({"seen": looked} if looked else {})}
    right = frozenset(k for k, ok in (("choice", fine), ("seen", seen)) if ok)
    status = Status.YES if fine and seen else Status.NOT_YET
    asked = [q for q in (table, table.see) if q is not None]
    guess = sum(map(guess_chance, asked))
    return CheckResult(status=status, notes=notes, right=right, of=len(asked), guess=guess)


def mark(table: Prediction, answer: dict[str, Any], seed: int) -> CheckResult:
    """Mark what was read off the run; a bet is placed before anybody can know, so it is not marked."""
    outcome, t = check(table, answer, seed), words_in(ENGLISH)
    if table.see is None or outcome.status is Status.NOT_TRIED:
        return outcome
    told = {"choice": answer_told(table, play(table.run, seed), t)} if _unknown(answer) else {}
    right = outcome.right & {"seen"}
    status = Status.YES if right else Status.NOT_YET
    said = (t("learner-marked-bet"),)
    return CheckResult(status=status, said=said, notes=outcome.notes | told, right=right, of=1)


def _unknown(answer: dict[str, Any]) -> bool:
    return answer.get("choice") == UNKNOWN


def in_words(table: Prediction, answer: dict[str, Any]) -> dict[str, InWords]:
    """Give the bet and what was seen, each with what was answered."""
    given = _chosen(table, answer.get("order" if table.order else "choice"))
    bet = words_in(ENGLISH)("learner-unknown") if _unknown(answer) else given
    found = {"choice": InWords(table.question, bet)}
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
