"""Holds every number and every word of a view to what is declared for it, wherever the view comes from."""

from collections.abc import Mapping
from typing import Any

from coprod_sim.assumptions import DECLARED, GONE, REPLACED
from coprod_sim.board.besides import BESIDES, EFFORTS
from coprod_sim.engagement import DIALS
from coprod_sim.engagement.scored import SCORED
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import check
from coprod_sim.quantities import Quantity, declared, in_digits
from coprod_sim.scenarios.case_questions import QUESTIONS, CaseQuestion
from coprod_sim.scenarios.scenario import Money

RATES: dict[str, Quantity] = dict(declared(Money))
"""What the user may price differently from the case, with its range."""
ASKED = {one.name: one for one in QUESTIONS}
MOST_SHOWN = 40
"""How much of what was found a message shows [characters]."""


def check_entered(entered: Any, place: str) -> None:
    """Refuse a number outside its range, a name nobody declared, and an answer that cannot be given.

    Args:
        entered: a view.
        place: where it comes from, for the message.

    Raises:
        InputError: naming the place and what is allowed.
    """
    known = {k: v for k, v in entered.assumptions.items() if k not in REPLACED and k not in GONE}
    within(known, DECLARED, f"{place}: assumptions")
    within(entered.money, RATES, f"{place}: money")
    scores = {name: DIALS[name] for name in SCORED}
    within(entered.staff, scores, f"{place}: staff")
    within(entered.citizens, scores, f"{place}: citizens")
    for way, dials in entered.turned.items():
        within(dials, DIALS, f"{place}: turned.{way}", "a dial")
    for way, amounts in entered.besides.items():
        within(amounts, BESIDES, f"{place}: besides.{way}", "a cost that can be entered")
    for way, figures in entered.efforts.items():
        within(figures, EFFORTS, f"{place}: efforts.{way}", "what can be entered")
    for name, given in entered.own.items():
        _check_answer(name, given, f"{place}: own.{name}")
    if entered.survey is not None:
        surveyed(entered.survey)


def within(
    given: Mapping[str, float], allowed: Mapping[str, Quantity], place: str, what: str = "a setting"
) -> None:
    """Refuse a number that has no declared name, or is outside its range.

    Args:
        given: numbers by name.
        allowed: what is declared, by name.
        place: where they stand, for the message.
        what: what each of them is, for the message.

    Raises:
        InputError: naming the place and what is allowed.
    """
    for name, value in given.items():
        if name not in allowed:
            raise InputError(f"{place}.{name}: is not {what}{did_you_mean(name, allowed)}")
        low, high = allowed[name].low, allowed[name].high
        if not low <= value <= high:
            mark = ":" if allowed is DIALS else ""
            raise InputError(
                f"{place}.{name}{mark} must be between {in_digits(low)} and {in_digits(high)},"
                f" but is {in_digits(value)}"
            )


def surveyed(population: Mapping[str, Any]) -> dict[str, Any]:
    """Check the survey in a view.

    Args:
        population: what was kept of it.

    Returns:
        The trust of both groups.
    """
    from coprod_sim.population.survey_population import (  # noqa: PLC0415 - brings pandas along
        SurveyPopulation,
    )

    table = {k: tuple(v) if isinstance(v, list) else v for k, v in population.items()}
    return check(SurveyPopulation, table, "the survey in this view").trust_answers.model_dump()


def _check_answer(name: str, given: object, place: str) -> None:
    """Refuse an answer about a case of one's own that its question does not allow; None is no answer."""
    if name not in ASKED:
        raise InputError(f"{place}: is not a question{did_you_mean(name, ASKED)}")
    asked = ASKED[name]
    allowed = _allowed(asked)
    if given is not None and not _fits(asked, given):
        raise InputError(f"{place}: must be {allowed}, but is {given!r:.{MOST_SHOWN}}")


def _fits(asked: CaseQuestion, given: object) -> bool:
    if asked.answers is not None:
        return str(given) in asked.answers
    if asked.low is None or asked.high is None:
        return isinstance(given, str) and len(given) <= asked.most
    if isinstance(given, bool) or not isinstance(given, int | float):
        return False
    return asked.low <= given <= asked.high and (not asked.whole or given % 1 == 0)


def _allowed(asked: CaseQuestion) -> str:
    if asked.answers is not None:
        return f"one of {', '.join(asked.answers)}"
    if asked.low is None or asked.high is None:
        return f"words, {asked.most} characters at most"
    ends = f"{in_digits(asked.low)} and {in_digits(asked.high)}"
    return f"a {'whole ' if asked.whole else ''}number between {ends}"
