"""Predict: say what will come out, see it come out, say what you saw and why."""

from typing import Any

from coprod_sim.learning.check_result import CheckResult, Status, not_tried
from coprod_sim.learning.grading import swapped, true_choice
from coprod_sim.learning.items import UNKNOWN, Prediction, RunQuestion
from coprod_sim.learning.readouts import value, value_by_variant
from coprod_sim.learning.runs import PlayedRun, play
from coprod_sim.words import ENGLISH, Words, words_in

TABLE, SEED = Prediction, "learner"


def check(table: Prediction, answer: dict[str, Any], seed: int) -> CheckResult:
    """Play the run and compare it with the bet, and with what the learner says they saw."""
    t = words_in(ENGLISH)
    if not has_prediction(table, answer):
        return not_tried(t("learner.check.no_bet"))
    played = play(table.run, seed)
    fine, said = judge(table, answer.get("order" if table.order else "choice"), played, t)
    seen, looked = (True, "")
    if table.see is not None:
        seen, looked = judge(table.see, answer.get("seen"), played, t)
    notes = {"choice": said, **({"seen": looked} if looked else {})}
    right = frozenset(k for k, ok in (("choice", fine), ("seen", seen)) if ok)
    status = Status.YES if fine and seen else Status.NOT_YET
    return CheckResult(status=status, notes=notes, right=right)


def has_prediction(table: RunQuestion, answer: dict[str, Any]) -> bool:
    """Say whether there is a bet: a choice, or an order of everything; "I don't know" is one."""
    if answer.get("choice") == UNKNOWN:
        return True
    if table.order:
        return _whole(table, answer.get("order"))
    return answer.get("choice") in [o.id for o in table.options]


def judge(question: RunQuestion, given: Any, played: PlayedRun, t: Words) -> tuple[bool, str]:
    """Compare one answer with the data of this very run; returns whether it is right, and why."""
    if given in (None, "", UNKNOWN) or (question.order and not _whole(question, given)):
        return False, t("learner.check.say_now")
    if question.order:
        return _order(question, list(given), played, t)
    chosen = next((o for o in question.options if o.id == given), None)
    if chosen is None:
        return False, t("learner.check.say_now")
    right = true_choice(question, played).id == chosen.id
    return right, f"{chosen.feedback} {_came_out(question, played, t)}".strip()


def _came_out(question: RunQuestion, played: PlayedRun, t: Words) -> str:
    if question.read.rule in ("highest", "lowest"):
        values = value_by_variant(question.read, played)
        listed = ", ".join(f"{played.title(k)} {v:.0f}" for k, v in values.items())
        return t("learner.check.came_out_ways", values=listed)
    found = value(question.read, played)
    if question.read.rule == "first_time":
        late = found > played.decisions - max(map(played.before, played.names))
        return t(
            "learner.check.never" if late else "learner.check.came_out_when", when=f"{found:.0f}"
        )
    return t("learner.check.came_out", value=f"{found:.1f}".replace("-", "\N{MINUS SIGN}"))


def _order(
    question: RunQuestion, given: list[str], played: PlayedRun, t: Words
) -> tuple[bool, str]:
    values = value_by_variant(question.read, played)
    listed = ", ".join(f"{played.title(k)} {values[k]:.0f}" for k in given)
    pair = swapped(given, values, question.read.close)
    came_out = t("learner.check.came_out_ways", values=listed)
    if pair is None:
        said = getattr(question, "right", "") or t("learner.check.order_right")
        return True, f"{said} {came_out}"
    first, second = (played.title(k) for k in pair)
    said = t("learner.check.order_wrong", first=first, second=second)
    return False, " ".join(filter(None, [said, getattr(question, "wrong", ""), came_out]))


def _whole(question: RunQuestion, given: Any) -> bool:
    return isinstance(given, list | tuple) and sorted(map(str, given)) == sorted(
        i.id for i in question.order
    )
