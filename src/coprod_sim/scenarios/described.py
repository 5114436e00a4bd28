"""A case of one's own, made from plain answers: what is decided, for whom, how well the draft suits them."""

from collections.abc import Mapping
from typing import Any, Literal

from coprod_sim.library_files import check
from coprod_sim.quantities import number_between
from coprod_sim.scenarios.case_questions import (
    AFFECTED,
    CAMPAIGNS,
    QUESTIONS,
    TRUSTED,
    USUAL,
    CaseQuestion,
)
from coprod_sim.scenarios.scenario import USUAL_WAYS, WEEKS, Scenario, load_scenario

OWN = "own"
"""The name of a case of one's own."""
BASE = "reference"
"""The case that a case of one's own starts from."""
CITIZENS = 1000
WEEKS_LIMITS = (1.0, WEEKS.high)
"""How far off the decision may be [weeks]."""
STORY: dict[str, Any] = {
    "name": OWN,
    "kind": "didactic",
    "outcome": "It is still to come.",
    "sources": ("described by the user",),
    "assumed": (
        "What was not entered stands where the reference town has it.",
        "First trust is what people of the country answered about the institution named.",
    ),
    "assumed_of_trust": ("First trust is what people of the country",),
    "assumed_of_less_heard": (),
    "engagements": USUAL_WAYS,
    "criticism": (),
    "facts": (),
    "really": "",
}
"""What is the same for every case of one's own."""
UNENTERED = {q.name: q.usual for q in QUESTIONS if q.name in ("place", "who_decides")}
"""What stands in a case of one's own where nobody entered it: it is on no paper."""
A_MIDDLE = "A plan in between is assumed to help both sides; nobody said that one loses what the other gains."
NO_MIDDLE = (
    "One side loses what the other gains, as in the teaching case 'A closure where somebody must lose': the "
    "plan suits the well-connected, and no plan in between helps both."
)

Answers = Mapping[str, Any]


def text_of(case: Scenario, name: Literal["place", "who_decides"]) -> str:
    """Give a text of a case.

    Args:
        case: the case.
        name: which text.

    Returns:
        The text; nothing where it is a case of one's own and nobody entered it.
    """
    text = str(getattr(case, name))
    return "" if case.name == OWN and text == UNENTERED[name] else text


def described(own: Answers) -> Scenario:
    """Make the case that the answers describe; what was not answered stands where it usually is.

    Raises `InputError` for answers that cannot be.
    """
    people_affected(own)
    table: dict[str, Any] = load_scenario(BASE).model_dump() | STORY
    table["decisions"] = {"what": own.get("what") or "A decision of our own"}
    table["people"] |= {"citizens": CITIZENS, "trust": _trust(own)}
    table["assumed"] += _assumed(own)
    for asked in QUESTIONS:
        if not asked.is_idle(own):
            _take(table, asked, own.get(asked.name))
    table["decisions"]["count"] = count = int(table["decisions"]["count"])
    table["money"]["weeks_available"] = _weeks(own, table["money"]["weeks_available"])
    table["campaign"] = _campaign(own, count)
    return check(Scenario, table, "your own case")


def people_affected(own: Answers) -> int | None:
    """Give how many people the decision touches, where it was entered.

    Args:
        own: the answers about a case of one's own.

    Returns:
        A whole number of people, or nothing.

    Raises:
        InputError: for what is no number of people.
    """
    given = own.get("people_affected")
    if given is None or given == "":
        return None
    name = "your own case: people_affected"
    return round(number_between(name, given, AFFECTED.low, AFFECTED.high))


def _assumed(own: Answers) -> tuple[str, ...]:
    """Say what is taken to be so of what one side gains and the other loses."""
    given = own.get("zero_sum")
    if given == "yes":
        return (NO_MIDDLE,)
    return () if given else (A_MIDDLE,)


def _take(table: dict[str, Any], asked: CaseQuestion, given: object) -> None:
    if asked.over:
        for section, settings in asked.value(given).items():
            table[section] |= settings
    elif asked.to:
        _put(table, asked.to, asked.value(given))


def _put(table: dict[str, Any], to: tuple[str, ...], value: Any) -> None:
    for name in to[:-1]:
        table = table[name]
    table[to[-1]] = value


def _trust(own: Answers) -> dict[str, Any]:
    country, institution = (str(own.get(k) or USUAL[k]) for k in ("country", "institution"))
    if institution in TRUSTED:
        return {"country": country, "institutions": TRUSTED[institution]}
    return {"country": country, "institutions": {institution: 1.0}}  # refused by its name


def _weeks(own: Answers, usual: float) -> float:
    given = own.get("weeks_available")
    return usual if given is None or isinstance(given, bool | str) else float(given)


def _campaign(own: Answers, count: int) -> dict[str, Any] | None:
    if own.get("campaign") not in CAMPAIGNS:
        return None
    strength, reach = CAMPAIGNS[str(own["campaign"])]
    asked = next(q for q in QUESTIONS if q.name == "campaign_before")
    before = min(int(asked.value(own.get("campaign_before", count))), count)
    return {"decision": before, "strength": strength, "reach": reach}
