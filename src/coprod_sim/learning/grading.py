"""What the right answer to a question is, worked out from the very run that was played."""

from coprod_sim.learning.items import AnswerOption, RunQuestion
from coprod_sim.learning.readouts import value, value_by_variant
from coprod_sim.learning.runs import PlayedRun


def true_choice(question: RunQuestion, played: PlayedRun) -> AnswerOption:
    """Give the option that a run makes right: the band its number lies in, or the variant that leads."""
    options = {o.id: o for o in question.options}
    if question.read.rule in ("highest", "lowest"):
        values = value_by_variant(question.read, played)
        pick = max if question.read.rule == "highest" else min
        return options[pick((k for k in values if k in options), key=values.__getitem__)]
    found = value(question.read, played)
    inside = [o for o in question.options if o.low <= found < o.high]
    nearest = min(question.options, key=lambda o: min(abs(found - o.low), abs(found - o.high)))
    return inside[0] if inside else nearest


def true_order(question: RunQuestion, played: PlayedRun) -> list[str]:
    """Give the ids in the order a run puts them, highest first."""
    values = value_by_variant(question.read, played)
    return sorted((i.id for i in question.order), key=lambda k: -values[k])


def true_answer(question: RunQuestion, played: PlayedRun) -> str | list[str]:
    """Give the answer that a run makes right, as a learner would give it."""
    return true_order(question, played) if question.order else true_choice(question, played).id


def swapped(order: list[str], values: dict[str, float], close: float) -> tuple[str, str] | None:
    """Find two that stand the wrong way round by more than `close`; none if the order will do."""
    for k, first in enumerate(order):
        for second in order[k + 1 :]:
            if values[second] - values[first] > close:
                return first, second
    return None
