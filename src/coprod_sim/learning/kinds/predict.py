"""Predict: say what will come out, see it come out, say what you saw and why."""

from typing import TYPE_CHECKING, Any

from coprod_sim.learning.outcome import Outcome, State, not_tried
from coprod_sim.learning.pieces import Asked, Bet
from coprod_sim.learning.trying import UNKNOWN, by_way, number, play, swapped, true_choice
from coprod_sim.words import ENGLISH, Words, words_in

if TYPE_CHECKING:
    from coprod_sim.learning.playing import Played

TABLE, SEED = Bet, "learner"


def check(table: Bet, answer: dict[str, Any], seed: int) -> Outcome:
    """Play the run and compare it with the bet, and with what the learner says they saw."""
    t = words_in(ENGLISH)
    if not has_bet(table, answer):
        return not_tried(t("learner.check.no_bet"))
    played = play(table.run, seed)
    fine, said = judge(table, answer.get("order" if table.order else "choice"), played, t)
    seen, looked = (True, "")
    if table.see is not None:
        seen, looked = judge(table.see, answer.get("seen"), played, t)
    notes = {"choice": said, **({"seen": looked} if looked else {})}
    right = frozenset(k for k, ok in (("choice", fine), ("seen", seen)) if ok)
    state = State.YES if fine and seen else State.NOT_YET
    return Outcome(state=state, notes=notes, right=right)


def has_bet(table: Asked, answer: dict[str, Any]) -> bool:
    """Say whether there is a bet: a choice, or an order of everything; "I don't know" is one."""
    if answer.get("choice") == UNKNOWN:
        return True
    if table.order:
        return _whole(table, answer.get("order"))
    return answer.get("choice") in [o.id for o in table.options]


def judge(asked: Asked, given: Any, played: "Played", t: Words) -> tuple[bool, str]:
    """Compare one answer with the data of this very run; returns whether it is right, and why."""
    if given in (None, "", UNKNOWN) or (asked.order and not _whole(asked, given)):
        return False, t("learner.check.say_now")
    if asked.order:
        return _order(asked, list(given), played, t)
    chosen = next((o for o in asked.options if o.id == given), None)
    if chosen is None:
        return False, t("learner.check.say_now")
    right = true_choice(asked, played).id == chosen.id
    return right, f"{chosen.feedback} {_came_out(asked, played, t)}".strip()


def _came_out(asked: Asked, played: "Played", t: Words) -> str:
    if asked.read.rule in ("highest", "lowest"):
        values = by_way(asked.read, played)
        listed = ", ".join(f"{played.title(k)} {v:.0f}" for k, v in values.items())
        return t("learner.check.came_out_ways", values=listed)
    value = number(asked.read, played)
    if asked.read.rule == "first_time":
        late = value > played.decisions - max(played.before.values())
        return t(
            "learner.check.never" if late else "learner.check.came_out_when", when=f"{value:.0f}"
        )
    return t("learner.check.came_out", value=f"{value:.1f}".replace("-", "\N{MINUS SIGN}"))


def _order(asked: Asked, given: list[str], played: "Played", t: Words) -> tuple[bool, str]:
    values = by_way(asked.read, played)
    listed = ", ".join(f"{played.title(k)} {values[k]:.0f}" for k in given)
    pair = swapped(given, values, asked.read.close)
    came_out = t("learner.check.came_out_ways", values=listed)
    if pair is None:
        said = getattr(asked, "right", "") or t("learner.check.order_right")
        return True, f"{said} {came_out}"
    first, second = (played.title(k) for k in pair)
    said = t("learner.check.order_wrong", first=first, second=second)
    return False, " ".join(filter(None, [said, getattr(asked, "wrong", ""), came_out]))


def _whole(asked: Asked, given: Any) -> bool:
    return isinstance(given, list | tuple) and sorted(map(str, given)) == sorted(
        i.id for i in asked.order
    )
