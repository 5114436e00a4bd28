"""What has to be said of ways that would probably meet a likely duty to ask: the duty may still need more.

The same rules as in `web/src/leaders/duty_met.ts`.
"""

from collections.abc import Sequence

from coprod_sim.apps.leaders.risks import unmet_in_words
from coprod_sim.board.view import View
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import number, small
from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.gate import Duty, duty
from coprod_sim.scenarios.described import OWN, people_affected
from coprod_sim.words import words_in

DETAILS = 1
"""The place of the sentence on the dial of real influence up to which people choose details at most."""


def details_in_words(view: View, ways: Sequence[Engagement]) -> str:
    """Warn of ways that would probably meet a likely duty, but not where people could still say no.

    Args:
        view: the view.
        ways: the ways compared.

    Returns:
        Sentences, or nothing.
    """
    told = [w for w in _met(view, ways) if details_at_most(w)]
    t = words_in(view.language)
    which = listing([small(way.title) for way in told])
    return t("leaders-page-duty_details", ways=which) if told else ""


def details_at_most(way: Engagement) -> bool:
    """Say whether people choose details at most.

    Args:
        way: the way.

    Returns:
        Whether its dial of real influence stands at or below `DETAILS`.
    """
    return DIALS["influence"].place_of(way.influence) <= DETAILS


def seats_in_words(view: View, ways: Sequence[Engagement]) -> str:
    """Say of ways that would probably meet a likely duty how few of the people affected have a seat.

    Args:
        view: the view.
        ways: the ways compared.

    Returns:
        Sentences; nothing where it is not known how many are affected.
    """
    people = people_affected(view.own) if view.case == OWN else None
    t = words_in(view.language)
    return " ".join(
        t(
            "leaders-page-duty_seats", way=small(way.title), seats=number(way.seats),
            people=number(people),
        )
        for way in _met(view, ways)
        if people and 0 < way.seats < people
    )  # fmt: skip


def _met(view: View, ways: Sequence[Engagement]) -> list[Engagement]:
    """Give the ways that would probably meet a duty that is likely; none where none is."""
    if duty(view.gate) is not Duty.LIKELY:
        return []
    return [way for way in ways if not unmet_in_words(view, way)]
