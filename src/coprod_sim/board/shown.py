"""What a view shows, played in Python: its ways as they are set, over its span, with what was entered."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_sim.board.cases import FOUND, figures_of, scenario_of, ways_of
from coprod_sim.board.dated import dated_weeks, decisions_entered, until_the_day
from coprod_sim.board.view import View
from coprod_sim.briefing.extras import Limits
from coprod_sim.engagement import Engagement
from coprod_sim.results import Comparison, compare
from coprod_sim.scenarios import Scenario
from coprod_sim.words import words_in

NOTHING_GIVEN: Mapping[str, Engagement] = MappingProxyType({})


def played(
    view: View, case: Scenario | None = None, given: Mapping[str, Engagement] = NOTHING_GIVEN
) -> Comparison:
    """Play what a view shows.

    Args:
        view: the view.
        case: a case from elsewhere, which is taken where the view names it.
        given: ways from elsewhere, by name.

    Returns:
        The comparison; people's own time is no cash until somebody says what they are paid.
    """
    town = scenario_of(view, case)
    town = town.first_decision() if view.span == "one" else town
    return compare(
        town if "citizen_hour" in view.money else town.unpaid(), as_set(view, given),
        seed=view.seed, over=view.over, own=figures_of(view, view.ways),
    )  # fmt: skip


def as_set(view: View, given: Mapping[str, Engagement] = NOTHING_GIVEN) -> tuple[Engagement, ...]:
    """Give the ways of a view as it calls them: one whose dials were turned says so, one found is short.

    Args:
        view: the view.
        given: ways from elsewhere, by name.

    Returns:
        The ways, in order.
    """
    t = words_in(view.language)
    return tuple(
        way
        if way.dials == was.dials or way.name == FOUND
        else way.but(title=t("board-way-set", way=way.title))
        for way, was in zip(ways_called(view, given), before(view, given), strict=True)
    )


def ways_called(
    view: View, given: Mapping[str, Engagement] = NOTHING_GIVEN
) -> tuple[Engagement, ...]:
    """Give the ways of a view; what one was found for is its summary, and its title is short.

    Args:
        view: the view.
        given: ways from elsewhere, by name.

    Returns:
        The ways, in order.
    """
    found = {"title": words_in(view.language)("board-way-found"), "summary": f"{view.found}."}
    return tuple(way.but(found) if way.name == FOUND else way for way in ways_of(view, given))


def whole_titles(view: View) -> dict[str, str]:
    """Give the titles that say more than what ways are called: what a search found them for.

    Args:
        view: the view.

    Returns:
        Titles by the names of the ways.
    """
    return {FOUND: view.found} if view.found and FOUND in view.ways else {}


def before(view: View, given: Mapping[str, Engagement] = NOTHING_GIVEN) -> tuple[Engagement, ...]:
    """Give the ways of a view before their dials were turned; one that a search found is all dials.

    Args:
        view: the view.
        given: ways from elsewhere, by name.

    Returns:
        The ways, in order.
    """
    return ways_of(view.but(turned={k: v for k, v in view.turned.items() if k == FOUND}), given)


def limits_of(view: View) -> Limits:
    """Give what somebody entered that there is for one decision; weeks also by the day they entered.

    Args:
        view: the view.

    Returns:
        Weeks, money and hours of staff.
    """
    weeks, dated = view.money.get("weeks_available"), dated_weeks(view)
    return Limits(
        weeks if dated is None else dated, view.budget, view.staff_hours, dated is not None,
        until_the_day(view) or 0, decisions_entered(view),
    )  # fmt: skip
