"""A case of one's own, made from plain answers: what is decided, for whom, how well the draft suits them."""

from collections.abc import Mapping
from typing import Any

from coprod_sim.library_files import check
from coprod_sim.scenarios.scenario import (
    HOMOPHILY,
    SHARE_LESS_HEARD,
    WEEKS,
    Scenario,
    load_scenario,
)

OWN = "own"
"""The name of a case of one's own."""
BASE = "reference"
"""The case that a case of one's own starts from."""
DRAFTS = {"fits": 0.0, "slightly": 0.225, "usual": 0.45, "badly": 0.9, "very_badly": 1.5}
"""How badly the draft suits people, in words, as the place of the draft plan [position]."""
HEATS = {"routine": 1.0, "disputed": 2.0, "hot": 3.0}
"""How hot the decision is, in words, as the heat of the case."""
CAMPAIGNS = {"some": (0.3, 0.3), "strong": (0.8, 0.7)}
"""Strength and reach of a campaign of false claims (assumption)."""
CITIZENS = 1000
LESS_HEARD_LIMITS = (SHARE_LESS_HEARD.low * 100, SHARE_LESS_HEARD.high * 100)
HOMOPHILY_LIMITS = (HOMOPHILY.low * 100, HOMOPHILY.high * 100)
"""What may be answered about the people [in 100]."""
WEEKS_LIMITS = (1.0, WEEKS.high)
"""How far off the decision may be [weeks]."""

Answers = Mapping[str, Any]


def described(own: Answers) -> Scenario:
    """Make the case that the answers describe; what was not answered stands where `BASE` has it.

    Raises `InputError` for answers that cannot be.
    """
    start = load_scenario(BASE)
    count = int(_number(own, "count", 6))
    table = start.model_dump() | _story(own)
    table["decisions"] = {
        "count": count,
        "draft": DRAFTS.get(str(own.get("draft")), DRAFTS["usual"]),
        "heat": HEATS.get(str(own.get("heat")), HEATS["routine"]),
        "months": _number(own, "months", start.decisions.months),
        "what": own.get("what") or "A decision of our own",
    }
    table["people"] = table["people"] | _people(own)
    weeks = _number(own, "weeks_available", start.money.weeks_available)
    money = {"currency": own.get("currency") or "GBP", "weeks_available": weeks}
    table["money"] = table["money"] | money
    table["campaign"] = _campaign(own, count)
    return check(Scenario, table, "your own case")


def _story(own: Answers) -> dict[str, Any]:
    return {
        "name": OWN,
        "kind": "didactic",
        "title": own.get("title") or "Our own case",
        "place": own.get("place") or "Our own place",
        "summary": own.get("what") or "A decision of our own.",
        "who_decides": own.get("who_decides") or "A public body",
        "outcome": "It is still to come.",
        "sources": ("described by the user",),
        "assumed": ("What was not entered stands where the reference town has it.",),
        "engagements": ("tickbox", "honest_consultation", "co_production"),
        "criticism": (),
        "facts": (),
        "really": "",
    }


def _people(own: Answers) -> dict[str, Any]:
    return {
        "citizens": CITIZENS,
        "share_less_heard": _number(own, "share_less_heard", 30) / 100,
        "homophily": _number(own, "homophily", 70) / 100,
        "trust": {
            "country": own.get("country") or "GB",
            "institutions": {own.get("institution") or "parliament": 1.0},
        },
    }


def _campaign(own: Answers, count: int) -> dict[str, Any] | None:
    if own.get("campaign") not in CAMPAIGNS:
        return None
    strength, reach = CAMPAIGNS[str(own["campaign"])]
    before = min(int(_number(own, "campaign_before", count)), count)
    return {"decision": before, "strength": strength, "reach": reach}


def _number(own: Answers, name: str, usual: float) -> float:
    value = own.get(name)
    return usual if value is None or isinstance(value, bool | str) else float(value)
