"""Turns what a leader has entered into a case and into ways of involving people."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from coprod_sim.board.dated import dated_weeks
from coprod_sim.board.entered import RATES, surveyed
from coprod_sim.board.view import View
from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.engagement.scored import SCORED, scored
from coprod_sim.errors import InputError
from coprod_sim.results.own_figures import OwnFigures
from coprod_sim.scenarios import Scenario, load_scenario
from coprod_sim.scenarios.described import OWN, described, people_affected

NOW = "now"
"""The name of the way of involving people they have today."""
FOUND = "found"
"""The name of the way that a search has found; its title and all its dials stand in the view."""
__all__ = ["FOUND", "NOW", "OWN", "figures_of", "scenario_of", "score_of", "way_of", "ways_of"]


def scenario_of(view: View, given: Scenario | None = None) -> Scenario:
    """Make the case of a view, with the user's prices and assumptions.

    It comes from the library, or from the user's own answers; `given` is a case from elsewhere, which is
    taken where the view names it.
    """
    if view.case == OWN:
        case = described(view.own)
    else:
        case = given if given and given.name == view.case else load_scenario(view.case)
    changes: dict[str, Any] = {
        f"money.{k}": v for k, v in _known(view.money, tuple(RATES), "money").items()
    }
    if (weeks := dated_weeks(view)) is not None:
        changes["money.weeks_available"] = float(weeks)
    changes |= {f"assumptions.{k}": v for k, v in view.assumptions.items()}
    if view.survey is not None and view.case == OWN:  # a library case keeps its own people
        changes["people.trust"] = {"source": "answers", "answers": surveyed(view.survey)}
    return case.but(changes) if changes else case


def ways_of(
    view: View, given: Mapping[str, Engagement] = MappingProxyType({})
) -> tuple[Engagement, ...]:
    """Make the ways of a view, in order, with their dials as turned; `given` has some from elsewhere."""
    return tuple(
        _turned(given.get(name) or way_of(view, name), view.turned.get(name, {}))
        for name in view.ways
    )


def way_of(view: View, name: str) -> Engagement:
    """Make one way of involving people as it stands before its dials are turned."""
    if name == FOUND and view.found:
        return scored({}, name=FOUND, title=view.found, summary="What a search has found.")
    if name != NOW:
        return load_engagement(name)
    scores = {d: s for d in SCORED if (s := score_of(view, d)) is not None}
    return scored(scores, name=NOW)


def figures_of(view: View, ways: Collection[str]) -> OwnFigures:
    """Give what was entered about what ways take, for those compared."""
    mine = {way: sum(amounts.values()) for way, amounts in view.besides.items() if amounts}
    return OwnFigures(
        besides={way: money for way, money in mine.items() if way in ways},
        efforts={way: given for way, given in view.efforts.items() if way in ways and given},
        seats_only=view.pays == "seats",
        priced="staff_hour" in view.money,
        people=people_affected(view.own) if view.case == OWN else None,
    )


def score_of(view: View, dial: str) -> float | None:
    """Give where a dial stands today: the mean of what staff and citizens say, or nothing."""
    given = [s[dial] for s in (view.staff, view.citizens) if dial in s]
    return sum(given) / len(given) if given else None


def _turned(way: Engagement, dials: dict[str, float]) -> Engagement:
    known = _known(dials, (*DIALS, "asked"), f"turned.{way.name}")
    return way.but(known) if known else way


def _known(given: dict[str, float], names: tuple[str, ...], place: str) -> dict[str, float]:
    for name in given:
        if name not in names:
            raise InputError(f"the view: {place}.{name} is not a known setting")
    return given
