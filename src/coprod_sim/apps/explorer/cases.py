"""Turns what a leader has entered into a case and into ways of involving people."""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

from coprod_sim.apps.explorer.view import View
from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.library_files import check
from coprod_sim.scenarios import Scenario, load_scenario
from coprod_sim.scenarios.scenario import HOMOPHILY, SHARE_LESS_HEARD

OWN = "own"
NOW = "now"
"""The names of the user's own case, and of the way of involving people they have today."""
BASE = "reference"
"""The case that a case of one's own starts from."""
DRAFTS = {"fits": 0.0, "slightly": 0.225, "usual": 0.45, "badly": 0.9, "very_badly": 1.5}
"""How badly the draft suits people, in words, as the place of the draft plan [position]."""
CAMPAIGNS = {"some": (0.3, 0.3), "strong": (0.8, 0.7)}
"""Strength and reach of a campaign of false claims (assumption)."""
CITIZENS = 1000
RATES = ("staff_hour", "citizen_hour", "challenge", "weeks_available")
"""What the user may price differently from the case."""
UNSCORED = "tickbox"
"""Where a dial stands in "where we are now" until somebody has scored it."""


def scenario_of(view: View) -> Scenario:
    """Make the case of a view: from the library or the user's own, with their prices and assumptions."""
    case = _own(view) if view.case == OWN else load_scenario(view.case)
    table = case.model_dump()
    table["money"] = table["money"] | _known(view.money, RATES, "money")
    table["assumptions"] = table["assumptions"] | view.assumptions
    if view.survey is not None:
        table["people"] = table["people"] | {"trust": _survey(view.survey)}
    return check(Scenario, table, case.title)


def ways_of(view: View) -> tuple[Engagement, ...]:
    """Make the ways of involving people of a view, in order, with their dials as turned."""
    return tuple(_turned(way_of(view, name), view.turned.get(name, {})) for name in view.ways)


def way_of(view: View, name: str) -> Engagement:
    """Make one way of involving people as it stands before its dials are turned."""
    return _now(view) if name == NOW else load_engagement(name)


def score_of(view: View, dial: str) -> float | None:
    """Give where a dial stands today: the mean of what staff and citizens say, or nothing."""
    given = [s[dial] for s in (view.staff, view.citizens) if dial in s]
    return sum(given) / len(given) if given else None


def _now(view: View) -> Engagement:
    start = load_engagement(UNSCORED)
    scores = {d: s for d in DIALS if (s := score_of(view, d)) is not None}
    return start.model_copy(
        update=scores
        | {
            "name": NOW,
            "title": "Where we are now",
            "summary": "Where staff and citizens say you stand.",
            "sources": ("scored by the user",),
            "assumed": ("Dials nobody has scored stand where tickbox has them.",),
            "rung": "none",
        }
    )


def _turned(way: Engagement, dials: dict[str, float]) -> Engagement:
    known = _known(dials, (*DIALS, "asked"), f"turned.{way.name}")
    return check(Engagement, way.model_dump() | known, way.title) if known else way


def _known(given: dict[str, float], names: tuple[str, ...], place: str) -> dict[str, float]:
    for name in given:
        if name not in names:
            raise InputError(f"the view: {place}.{name} is not a known setting")
    return given


def _own(view: View) -> Scenario:
    own, start = view.own, load_scenario(BASE)
    count = int(_number(own, "count", 6))
    table = start.model_dump() | {
        "name": OWN,
        "kind": "didactic",
        "title": own.get("title") or "Our own case",
        "place": own.get("place") or "Our own place",
        "summary": own.get("what") or "A decision of our own.",
        "outcome": "It is still to come.",
        "sources": ("described by the user",),
        "assumed": ("What was not entered stands where the reference town has it.",),
        "criticism": (),
        "facts": (),
        "really": "",
    }
    table["decisions"] = {
        "count": count,
        "draft": DRAFTS.get(str(own.get("draft")), DRAFTS["usual"]),
        "what": own.get("what") or "A decision of our own",
    }
    table["people"] = table["people"] | {
        "citizens": CITIZENS,
        "share_less_heard": _number(own, "share_less_heard", 30) / 100,
        "homophily": _number(own, "homophily", 70) / 100,
        "trust": {
            "country": own.get("country") or "GB",
            "institutions": {own.get("institution") or "parliament": 1.0},
        },
    }
    table["money"] = table["money"] | {"currency": own.get("currency") or "GBP"}
    table["campaign"] = _campaign(own, count)
    return check(Scenario, table, "your own case")


def _campaign(own: dict[str, Any], count: int) -> dict[str, Any] | None:
    if own.get("campaign") not in CAMPAIGNS:
        return None
    strength, reach = CAMPAIGNS[str(own["campaign"])]
    before = min(int(_number(own, "campaign_before", count)), count)
    return {"decision": before, "strength": strength, "reach": reach}


def _number(own: dict[str, Any], name: str, usual: float) -> float:
    value = own.get(name)
    return usual if value is None or isinstance(value, bool | str) else float(value)


def _survey(population: dict[str, Any]) -> dict[str, Any]:
    """Put the trust of a survey where the model finds it; the same trust has the same name."""
    from coprod_sim.population.survey_population import (  # noqa: PLC0415 - brings pandas along
        SurveyPopulation,
        write_population,
    )

    checked = check(SurveyPopulation, _tuples(population), "the survey in this view")
    name = hashlib.sha256(json.dumps(population, sort_keys=True).encode()).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / "coprod_sim_surveys"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    write_population(checked, path)
    return {"source": "file", "file": str(path)}


def _tuples(table: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}


LESS_HEARD_LIMITS = (SHARE_LESS_HEARD.low * 100, SHARE_LESS_HEARD.high * 100)
HOMOPHILY_LIMITS = (HOMOPHILY.low * 100, HOMOPHILY.high * 100)
