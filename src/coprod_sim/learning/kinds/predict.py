"""Predict: say what will come out, see it come out, say what you saw and why."""

from collections.abc import Sequence
from typing import Any, Self

from pydantic import model_validator

from coprod_sim.learning.check_result import DONE, CheckResult, InWords, Status, not_tried
from coprod_sim.learning.grading import swapped, true_order
from coprod_sim.learning.items import UNKNOWN, Prediction, RunQuestion
from coprod_sim.learning.model_counts import IN_ORDER, answer_of_run, asked_of
from coprod_sim.learning.readouts import APART, ranged, value, value_by_variant
from coprod_sim.learning.runs import PlayedRun, play
from coprod_sim.learning.verdicts import (
    OUT_OF_ORDER,
    Verdict,
    best_said,
    counted,
    leading,
    shares_of,
    verdicts,
)
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
    if not _chosen(see, answer.get("seen")):
        return not_tried(t("learner-check-say_now"))
    played = play(table.run, seed)
    bet = answer.get("order" if table.order else "choice")
    told = answer_told(table, played, t) if _unknown(answer) else judge(table, bet, played, t)[1]
    state, looked = judge(see, answer.get("seen"), played, t)
    if rightly_read(see, answer.get("seen"), played):
        state = Status.YES  # asked is what one sees, and that is there to be seen
    return CheckResult(
        status=state, said=(t("learner-check-bet"),), notes={"choice": told, "seen": looked},
        right=frozenset({"seen"} if state in DONE else ()), of=1,
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


def judge(question: RunQuestion, given: Any, played: PlayedRun, t: Words) -> tuple[Status, str]:
    """Say what one answer comes to over the models that fit the findings, and what this run gave."""
    if not _chosen(question, given):
        return Status.NOT_TRIED, t("learner-check-say_now")
    if question.order:
        return _order(question, list(given), played, t)
    (chosen,) = (o for o in question.options if o.id == given)
    verdict = verdict_on(question, given, played, t)
    # What is said to an answer was written for the run as it was counted; luck may make this one another.
    as_counted = run_answer(question, played) == counted(question, played.run).answer
    said = [
        _in_run(question, given, played, t),
        chosen.feedback if as_counted else "",
        verdict.said,
    ]
    return verdict.state, " ".join(filter(None, said))


def verdict_on(question: RunQuestion, given: Any, played: PlayedRun, t: Words) -> Verdict:
    """Give what a whole answer comes to over the models that fit the findings."""
    if question.order:
        given = IN_ORDER if rightly_read(question, given, played) else OUT_OF_ORDER
    return verdicts(question, played.run, t)[given]


def rightly_read(question: RunQuestion, given: Any, played: PlayedRun) -> bool:
    """Say whether an answer is what this very run shows, by the rules as they stand."""
    if question.order:
        values = value_by_variant(question.read, played)
        return swapped(list(given), values, question.read.close) is None
    return bool(given == run_answer(question, played))


def run_answer(question: RunQuestion, played: PlayedRun) -> str:
    """Give the answer that this very run gives to a question that has options."""
    return answer_of_run(asked_of(question, played.run), played)


def _in_run(question: RunQuestion, given: Any, played: PlayedRun, t: Words) -> str:
    """Say whether this run shows an answer, what it shows if not, and its number."""
    texts = {o.id: o.text for o in question.options}
    shown = run_answer(question, played)
    said = t(f"learner-check-run_{'yes' if shown == given else 'no'}", answer=texts[shown])
    return f"{said} {_came_out(question, played, t)}"


def answer_told(question: RunQuestion, played: PlayedRun, t: Words) -> str:
    """State the answer that the models give, with what this run gave, to somebody who made no guess."""
    if question.order:
        given = true_order(question, played)
        return _ways_said(question, played, given, t)
    best = leading(shares_of(question, played.run))
    held = verdicts(question, played.run, t)[best].said
    return f"{best_said(question, played.run, t)} {_in_run(question, best, played, t)} {held}"


def solved_said(question: RunQuestion, played: PlayedRun, t: Words) -> str:
    """Say which answer most models give, and why, where a bet is solved aloud."""
    if question.order:
        return judge(question, true_order(question, played), played, t)[1]
    _, said = judge(question, leading(shares_of(question, played.run)), played, t)
    return f"{best_said(question, played.run, t)} {said}"


def _came_out(question: RunQuestion, played: PlayedRun, t: Words) -> str:
    from coprod_sim.charts.words import number  # noqa: PLC0415 - the model is loaded by now

    if question.read.rule in ("highest", "lowest"):
        return _ways_said(question, played, played.names, t)
    found = value(question.read, played)
    if question.read.rule == "first_time":
        late = found > played.decisions - max(map(played.before, played.names))
        when = ranged(question.read, played)
        return t("learner-check-never" if late else "learner-check-came_out_when", when=when)
    said = ranged(question.read, played, digits=question.digits)
    if question.read.rule == "change":
        end = value(question.read.but(rule="value"), played)
        ends = {"start": number(end - found, question.digits), "end": number(end, question.digits)}
        return t("learner-check-came_out_change", value=said, unit=question.told_in, **ends)
    key = "came_out_apart" if question.read.rule in APART else "came_out"
    return t(f"learner-check-{key}", value=said, unit=question.told_in)


def _ways_said(question: RunQuestion, played: PlayedRun, names: Sequence[str], t: Words) -> str:
    values = _by_way(question, played, names)
    return t("learner-check-came_out_ways", values=values, unit=question.told_in)


def _by_way(question: RunQuestion, played: PlayedRun, names: Sequence[str]) -> str:
    plain = question.read.but(rule="value")
    said = {k: ranged(plain, played, k, digits=question.digits) for k in names}
    return ", ".join(f"{played.title(k)} {value}" for k, value in said.items())


def _order(
    question: RunQuestion, given: list[str], played: PlayedRun, t: Words
) -> tuple[Status, str]:
    pair = swapped(given, value_by_variant(question.read, played), question.read.close)
    verdict = verdict_on(question, given, played, t)
    if pair is None:
        said, more = t("learner-check-order_right"), getattr(question, "right", "")
    else:
        first, second = (played.title(k) for k in pair)
        said = t("learner-check-order_wrong", first=first, second=second)
        more = getattr(question, "wrong", "")
    parts = [said, _ways_said(question, played, given, t), more, verdict.said]
    return verdict.state, " ".join(filter(None, parts))


def _whole(question: RunQuestion, given: Any) -> bool:
    return isinstance(given, list | tuple) and sorted(map(str, given)) == sorted(
        i.id for i in question.order
    )
