"""What somebody entered about what ways take, in place of what the kit assumes, and how it is counted."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from coprod_sim.engagement import Engagement
from coprod_sim.errors import InputError, known
from coprod_sim.quantities import number_between
from coprod_sim.results.amounts import rounded_up
from coprod_sim.results.effort import COST_MEASURES, Effort, effort_of
from coprod_sim.results.in_short import InShort

if TYPE_CHECKING:
    from coprod_sim.results.comparison import Comparison

FAR_BELOW = 0.5
"""Below this part of what its dials come to, it is asked whether a way can be done with what was entered
(assumption): published sums for one kind of work, citizens' juries, lie from just under half to half as much
again as their middle (`board.besides.JURY`) [share]."""


@dataclass(frozen=True, kw_only=True, repr=False)
class OwnFigures(InShort):
    """Figures of one's own; whatever is left out stands as the kit assumes it.

    `besides` is what ways cost besides hours, and `efforts` what they take of `COST_MEASURES`, both for one
    decision and by the name of the way. Where `seats_only`, nobody is paid who answers without a seat.
    `priced` says that the price of an hour of staff is somebody's own, too.
    `people` is how many people a decision affects; without it, hours and pay are those of the town played.
    """

    besides: Mapping[str, float] = field(default_factory=dict)
    efforts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    seats_only: bool = False
    priced: bool = False
    people: float | None = None

    def checked(self, ways: Collection[str]) -> "OwnFigures":
        """Refuse figures that cannot be.

        Args:
            ways: the names of the ways compared.

        Returns:
            The same figures.

        Raises:
            InputError: for a way that is not compared, a figure nobody asks for, and one outside its range.
        """
        for called, table in (("besides", self.besides), ("efforts", self.efforts)):
            if not isinstance(table, Mapping):
                raise InputError(
                    f"{called} must have amounts by the name of the way, but is {table!r:.60}"
                )
        for name, money in self.besides.items():
            known(name, list(ways), "one of those compared")
            number_between(f"besides[{name!r}]", money, 0.0, np.inf)
        for name, given in self.efforts.items():
            known(name, list(ways), "one of those compared")
            for what, amount in given.items():
                known(what, COST_MEASURES, "what a way takes")
                high = COST_MEASURES[what].high
                number_between(f"efforts[{name!r}][{what!r}]", amount, 0.0, high)
        return self

    def effort(self, way: Engagement) -> Effort:
        """Give what one decision takes: as entered, else as its dials have it.

        Args:
            way: the engagement.

        Returns:
            Hours and weeks.
        """
        return effort_of(way)._replace(**self.efforts.get(way.name, {}))

    def weeks(self, way: Engagement) -> float:
        """Give the weeks that one decision takes, as they are shown and judged.

        Args:
            way: the engagement.

        Returns:
            Weeks: as entered, else the kit's own rounded up.
        """
        weeks = self.effort(way).weeks
        return weeks if "weeks" in self.efforts.get(way.name, {}) else rounded_up(weeks)

    def taking_part(self, way: Engagement, share: Any, citizens: float) -> Any:
        """Count who takes part: among the people affected, where they are known; a room keeps its seats.

        Args:
            way: the engagement.
            share: the share that takes part in the town played; a number or an array.
            citizens: how many people there are in that town.

        Returns:
            People, in the shape of the share.
        """
        if self.people is None:
            return share * citizens
        if not way.seats:
            return share * self.people
        larger = max(1.0, self.people / citizens)  # among more people a room fills more easily
        return np.minimum(share * citizens * larger, min(way.seats, self.people))

    def paid(self, way: Engagement, participants: Any) -> Any:
        """Count those of whom the time is paid.

        Args:
            way: the engagement.
            participants: how many take part [people]; a number or an array.

        Returns:
            People: all of them, or nobody where only seats are paid and the way has none.
        """
        return participants * 0.0 if self.seats_only and not way.seats else participants


def far_below(given: Mapping[str, float], way: Engagement) -> dict[str, float]:
    """Give what the dials of a way come to, where far less was entered.

    Args:
        given: what was entered for it, by names of `COST_MEASURES`.
        way: the engagement.

    Returns:
        Hours or weeks by name, as they are shown: the kit's own weeks rounded up.
    """
    effort = effort_of(way)
    usual = effort._asdict() | {"weeks": rounded_up(effort.weeks)}
    return {n: usual[n] for n in usual if n in given and given[n] < FAR_BELOW * usual[n]}


def way_called(name: str, ways: Iterable[Engagement]) -> Engagement:
    """Find a way by its name.

    Args:
        name: the name, which one of them has.
        ways: the engagements compared.

    Returns:
        The engagement.
    """
    return next(way for way in ways if way.name == name)


def taking_part(found: "Comparison", name: str, share: Any) -> Any:
    """Count who takes part in a way, of the town or of those affected, where a share of the town does.

    Args:
        found: what was compared.
        name: the name of the engagement.
        share: from 0 to 1; a number or an array.

    Returns:
        People, in the shape of the share.
    """
    way = way_called(name, found.engagements)
    return found.own.taking_part(way, share, found.population.citizens)


def waits_apart(found: "Comparison", one: str, other: str, *, saving: bool) -> str:
    """Say whether a saving that was entered waits longer for the decision in one way than in another.

    Args:
        found: what was compared.
        one: the name of an engagement.
        other: the name of another.
        saving: whether somebody entered what the decision saves.

    Returns:
        `yes` or `no`.
    """
    return "yes" if saving and found.efforts[one].weeks != found.efforts[other].weeks else "no"


def is_exact(found: "Comparison", name: str) -> bool:
    """Say whether a way's money follows from what somebody entered alone: its hours and their price.

    Args:
        found: what was compared.
        name: the name of the engagement.

    Returns:
        Whether it does; an estimate rests on hours or prices that are assumed, or on who takes part.
    """
    own, effort = found.own, found.efforts[name]
    priced = own.priced and "staff_hours" in own.efforts.get(name, {})
    paid = own.paid(way_called(name, found.engagements), 1.0) * found.scenario.money.citizen_hour
    return (priced or not effort.staff_hours) and not paid * effort.hours_each


def entered_of(found: "Comparison", name: str) -> str:
    """Say whether all, some or nothing of what goes into a way's money was entered for it.

    Args:
        found: what was compared.
        name: the name of the engagement.

    Returns:
        `all`, `some` or `none`; what rests on hours that the kit assumes is never all.
    """
    given, besides = found.own.efforts.get(name, {}), name in found.own.besides
    if is_exact(found, name) and ("staff_hours" in given or besides):
        return "all"
    return "some" if besides or given else "none"
