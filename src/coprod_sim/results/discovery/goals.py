"""What would have to be true: the cheapest dials that reach a target, and the best within weeks and money."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import numpy as np

from coprod_sim.engagement import Engagement
from coprod_sim.errors import known
from coprod_sim.model.buffers import LANES
from coprod_sim.model.measures import MEASURES
from coprod_sim.quantities import number_between, whole_number
from coprod_sim.results.amounts import rounded_down
from coprod_sim.results.discovery import searching
from coprod_sim.results.discovery.search_starts import (
    ONLY_IF_ASKED,
    TURNED,
    Stand,
    kinds_of,
    singles,
    starts_of,
)
from coprod_sim.results.effort import Effort, effort_of
from coprod_sim.results.given import Case, Way, loaded
from coprod_sim.results.in_short import InShort
from coprod_sim.results.player import MOST_RUNS, Progress, play, trial_of
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario
from coprod_sim.taking import takes_what_it_says

TOP = (1.0,) * len(TURNED)
"""Every dial turned all the way up."""
BOTTOM = (0.0,) * len(TURNED)
"""Every dial turned all the way down."""
FRESH = 1000 * LANES
"""The first of the runs on which the result is checked; the search never saw them."""
MEASURE, SURE, RUNS = "losers_acceptance", 0.8, 40
"""The measure to be reached, the share of runs in which it must be, and the runs searched with."""
RESERVES = (0.05, 0.1, 0.15)
"""So much more than the share asked for is searched for, one after another, where a find does not hold."""
SOMEBODY = 1.0
"""So many people take part, in the mean over the runs, where somebody does [people]."""
NAME, TITLE = "found", "The cheapest that gets there"


@dataclass(frozen=True, kw_only=True, repr=False)
class CheapestWay(InShort):
    """The cheapest dials found, whether they reach the target, and what they take for one decision.

    `share_of_runs` is counted on fresh runs, not on those searched with, and `reached` says whether it is
    `sure` or more. `best` is the highest value of
    the measure that `sure` of the runs reach with every dial at 1. `money` is in the case's currency.
    """

    engagement: Engagement
    reached: bool
    share_of_runs: float
    best: float
    effort: Effort
    money: float
    target: float
    sure: float
    measure: str


def found_way(goal: Engagement, dials: dict[str, float]) -> Engagement:
    """Turn the goal's dials to where the search stands, under a name of its own.

    Args:
        goal: the way whose dials are turned; it says whether people are asked.
        dials: where they stand, 0 to 1, by name.

    Returns:
        The way; where nobody is asked, dials that change nothing then stand at 0.
    """
    idle = {} if goal.asked else dict.fromkeys(ONLY_IF_ASKED, 0.0)
    return goal.but({**dials, **idle}, name=NAME, title=TITLE)


Tried = tuple[np.ndarray, np.ndarray, float]
"""The measure and the share that took part in every run, and how many people there are."""
PARTS = 5
"""Parts of a search that are told when they are done."""


LIMITS = ("money", "weeks", "hours")
"""What a search for the best may be held to."""


class LookedFor(NamedTuple):
    """What is looked for: the cheapest way that reaches a target surely, or the best within limits."""

    mode: float
    target: float = 0.0
    sure: float = SURE
    money: float = np.inf
    weeks: float = np.inf
    hours: float = np.inf
    people: float = 0.0


class Search:
    """Plays points and remembers what they brought."""

    def __init__(
        self, scenario: Scenario, goal: Engagement, measure: str, runs: int, seed: int
    ) -> None:
        self.scenario, self.goal, self.measure, self.seed = scenario, goal, measure, seed
        self.runs = -(-runs // LANES) * LANES
        self._known: dict[tuple[Stand, int], Tried] = {}

    def engagement(self, point: Stand) -> Engagement:
        """Give the way whose dials stand there."""
        return found_way(self.goal, dict(zip(TURNED, point, strict=True)))

    def weigh(
        self, stands: Iterable[Stand], *, terms: "LookedFor", first_run: int = 0
    ) -> np.ndarray:
        """Say what stands bring, a row of `searching.WEIGHED` numbers each."""
        wanted = [self._standing(stand) for stand in stands]
        new = [s for s in dict.fromkeys(wanted) if (s, first_run) not in self._known]
        self._known |= {
            (s, first_run): one for s, one in zip(new, self._played(new, first_run), strict=True)
        }
        found = np.empty((len(wanted), searching.WEIGHED))
        for stand, row in zip(wanted, found, strict=True):
            values, took, people = self._known[stand, first_run]
            paid, effort = self.scenario.money, np.array(effort_of(self.engagement(stand)))
            searching.weigh(
                *terms, paid.staff_hour, paid.citizen_hour, people, effort, values, took, row,
            )  # fmt: skip
        return found

    def values(self, stand: Stand, first_run: int) -> np.ndarray:
        """Give the measure in every run of a stand that was weighed."""
        return self._known[self._standing(stand), first_run][0]

    def _standing(self, point: Stand) -> Stand:
        """Say where the dials really stand: what changes nothing is played once."""
        if self.goal.asked:
            return point
        way = self.engagement(point)
        return tuple(getattr(way, dial) for dial in TURNED)

    def _played(self, stands: list[Stand], first_run: int) -> list[Tried]:
        ways = [self.engagement(s) for s in stands]
        trials = [trial_of(self.scenario, Variant(name=NAME, engagement=w)) for w in ways]
        played = play(trials, self.runs, seed=self.seed, first_run=first_run) if trials else []
        return [(one.last(self.measure), one.last("took_part"), sum(one.sizes)) for one in played]


def _searches(
    scenario: Scenario, goal: Engagement, measure: str, runs: int, seed: int, involving: bool
) -> list[Search]:
    kinds = kinds_of(goal, involving=involving)
    return [Search(scenario, one, measure, runs, seed) for one in kinds]


@takes_what_it_says
def goal_seek(
    scenario: Case, start: Way, goal: Way, *, target: float,
    measure: str = MEASURE, sure: float = SURE, involving: bool = False, runs: int = RUNS,
    seed: int = 1, on_progress: Progress | None = None,
) -> CheapestWay:  # fmt: skip
    """Find the cheapest dials with which a measure reaches a target after the last decision.

    From several starts dials are turned down, the largest saving first, in ever finer steps; then pairs
    are tried, one down and one up. What is found is at least as cheap as all its neighbours; a cheaper
    one far away is possible, but was not met.

    Args:
        scenario: the case.
        start: a way from which the search starts, beside every dial at 1 and scattered ones.
        goal: another; its seats stay, and ways without any, and that ask nobody, are tried too.
        target: the value to reach, in the measure's unit.
        measure: whose value.
        sure: the share of runs in which it must be reached.
        involving: whether somebody must take part.
        runs: runs searched with, rounded up to full batches.
        seed: the seed of all luck.
        on_progress: is told the parts of the search done and all parts.

    Returns:
        The cheapest dials found, checked on fresh runs.

    Raises:
        InputError: for names that are not there and numbers that cannot be.
    """
    scenario, start, goal = loaded(scenario, start, goal)
    known(measure, MEASURES, "a measure")
    kind = MEASURES[measure][0]
    number_between("target", target, kind.low, kind.high)
    number_between("sure", sure, 0.0, 1.0)
    runs = whole_number("runs", runs, 1, MOST_RUNS)
    searches = _searches(scenario, goal, measure, runs, seed, involving)
    tell = on_progress or untold
    terms = LookedFor(searching.CHEAPEST, target=target, sure=sure, people=_least(involving))
    return on_fresh_runs(cheapest_of(searches, start, terms, tell))


def on_fresh_runs(found: CheapestWay) -> CheapestWay:
    """Call a target reached only where it is so in as many of the runs that the search never saw."""
    return replace(found, reached=found.reached and found.share_of_runs >= found.sure)


def cheapest_of(
    searches: list[Search], start: Engagement, terms: LookedFor, tell: Progress
) -> CheapestWay:
    """Find the cheapest dials of every kind; those that hold on fresh runs come first."""
    found = _with_each(_cheapest_that_holds, searches, start, terms, tell)
    best = max(one.best for one in found)
    return replace(min(found, key=_order), best=best)


def _order(one: CheapestWay) -> tuple[bool, bool, float]:
    return not one.reached, one.share_of_runs < one.sure, one.money if one.reached else -one.best


def _cheapest_that_holds(
    search: Search, start: Engagement, terms: LookedFor, tell: Progress
) -> CheapestWay:
    """Search for more than is asked as long as what is found reaches the target too seldom on fresh runs.

    The cheapest of many reaches it more often in the runs it was chosen by than in others.
    """
    found = _cheapest(search, start, terms, tell)
    for more in RESERVES:
        if not found.reached or found.share_of_runs >= terms.sure:
            break
        surer = _cheapest(search, start, terms._replace(sure=min(terms.sure + more, 1.0)), tell)
        if not surer.reached:
            break
        found = replace(surer, sure=terms.sure, best=found.best)
    return found


def _cheapest(search: Search, start: Engagement, terms: LookedFor, tell: Progress) -> CheapestWay:
    weigh = partial(search.weigh, terms=terms)
    at = _search(weigh, searching.CHEAPEST, [TOP, *starts_of(start, search.goal)], tell)
    reached, cheapest = at is not None, at or TOP
    (found,), (fresh,), (top,) = weigh([cheapest]), weigh([cheapest], first_run=FRESH), weigh([TOP])
    way = search.engagement(cheapest)
    return CheapestWay(
        engagement=way, reached=reached, share_of_runs=float(fresh[searching.SHARE]),
        best=float(top[searching.SURELY]), effort=effort_of(way), money=float(found[searching.MONEY]),
        target=terms.target, sure=terms.sure, measure=search.measure,
    )  # fmt: skip


def _search(
    weigh: Callable[[list[Stand]], np.ndarray], mode: float, tried: list[Stand], tell: Progress
) -> Stand | None:
    """Go where `searching` leads, from the first stands on; give where that is, if anything fits."""
    state = np.empty(searching.STATE)
    searching.begin_search(mode, state)
    while state[searching.PHASE] != searching.DONE:
        tell(int(PARTS * searching.how_far(state)), PARTS)
        after = np.empty_like(state)
        searching.take(state, np.array(tried).ravel(), weigh(tried).ravel(), after)
        stands = np.empty((searching.MOST, len(TURNED)))
        count = int(searching.propose(after, stands.ravel()))
        state, tried = after, [tuple(row) for row in stands[:count].tolist()]
    point = state[searching.POINT : searching.POINT + len(TURNED)].tolist()
    return tuple(point) if np.isfinite(state[searching.SCORE]) else None


def _least(involving: bool) -> float:
    return SOMEBODY if involving else 0.0


@dataclass(frozen=True, kw_only=True, repr=False)
class BestWay(InShort):
    """The best dials found within limits, whether anything fits, and what they take for one decision.

    `mean`, `values` and `money`, in the case's currency, are those of fresh runs, not of those searched
    with, and so is whether it `fits`. Where the search finds nothing, all this belongs to every dial
    at 0.
    """

    engagement: Engagement
    fits: bool
    mean: float
    values: np.ndarray
    effort: Effort
    money: float
    measure: str


@takes_what_it_says
def best_within(
    scenario: Case, start: Way, goal: Way, *, money: float = np.inf, weeks: float = np.inf,
    hours: float = np.inf, involving: bool = False, measure: str = MEASURE, runs: int = RUNS,
    seed: int = 1, on_progress: Progress | None = None,
) -> BestWay:  # fmt: skip
    """Find the dials with which a measure gets highest after the last decision, within money and weeks.

    From every dial at 0, both ways and scattered stands dials are turned, the largest gain first, in ever
    finer steps; then pairs are tried. Without limits it begins at every dial at 1 and at the goal.
    What a search with people in it finds is looked at too, and taken where it wins more on fresh runs.

    Args:
        scenario: the case.
        start: a way from which the search starts.
        goal: another; its seats stay, and ways without any, and that ask nobody, are tried too.
        money: the most that one decision may cost, in the case's currency.
        weeks: the most weeks that one decision may take.
        hours: the most hours of staff that one decision may take.
        involving: whether somebody must take part.
        measure: what shall get high.
        runs: runs searched with, rounded up to full batches.
        seed: the seed of all luck.
        on_progress: is told the parts of the search done and all parts.

    Returns:
        The best dials found, with what they bring on fresh runs.

    Raises:
        InputError: for names that are not there and numbers that cannot be.
    """
    scenario, start, goal = loaded(scenario, start, goal)
    known(measure, MEASURES, "a measure")
    runs = whole_number("runs", runs, 1, MOST_RUNS)
    searches = _searches(scenario, goal, measure, runs, seed, involving)
    tell, people = on_progress or untold, _least(involving)
    terms = LookedFor(searching.BEST, money=money, weeks=weeks, hours=hours, people=people)
    for limit in LIMITS:
        number_between(limit, getattr(terms, limit), 0.0, np.inf)
    there = terms._replace(weeks=rounded_down(weeks))  # weeks are shown and judged rounded up
    return _fits(_best_of_two(searches, start, there, tell), money)


def _fits(found: BestWay, money: float) -> BestWay:
    """Call a way fitting only where it costs no more in the runs that the search never saw either."""
    return replace(found, fits=found.fits and found.money <= money)


def _best_of_two(
    searches: list[Search], start: Engagement, terms: LookedFor, tell: Progress
) -> BestWay:
    """Find the best dials; where nobody need take part, also among ways in which somebody does."""
    if terms.people:
        return _best_seated(searches, start, terms, tell)
    found = _best_seated(searches, start, terms, _part_of(tell, 0, 2))
    asking = [one for one in searches if one.goal.asked]
    narrower = _best_seated(asking, start, terms._replace(people=SOMEBODY), _part_of(tell, 1, 2))
    return narrower if narrower.fits and not found.mean >= narrower.mean else found


def _best_seated(
    searches: list[Search], start: Engagement, terms: LookedFor, tell: Progress
) -> BestWay:
    """Find the best dials of every kind; of two as good, or that both do not fit, the cheaper."""
    return min(_with_each(_best, searches, start, terms, tell), key=_worth)


def _worth(one: BestWay) -> tuple[bool, float, float]:
    lost = -one.mean if one.fits and np.isfinite(one.mean) else np.inf
    return not one.fits, lost, one.money


def _best(search: Search, start: Engagement, terms: LookedFor, tell: Progress) -> BestWay:
    """Find the best dials; what an earlier search has played is not played again."""
    free = min(terms.money, terms.weeks, terms.hours) == np.inf
    edge, named = TOP if free else BOTTOM, starts_of(start, search.goal)
    weigh = partial(search.weigh, terms=terms)
    starts = [edge, named[1]] if free else [edge, *named, *(singles() if terms.people else ())]
    at = _search(weigh, searching.BEST, starts, tell)
    (fresh,), way = weigh([at or edge], first_run=FRESH), search.engagement(at or edge)
    return BestWay(
        engagement=way, fits=at is not None, mean=float(fresh[searching.MEAN]),
        values=search.values(at or edge, FRESH), effort=effort_of(way),
        money=float(fresh[searching.MONEY]), measure=search.measure,
    )  # fmt: skip


def _with_each[T](
    look: Callable[[Search, Engagement, LookedFor, Progress], T],
    searches: list[Search], start: Engagement, terms: LookedFor, tell: Progress,
) -> list[T]:  # fmt: skip
    """Look once among each kind of way; tell of all as one."""
    return [
        look(search, start, terms, _part_of(tell, done, len(searches)))
        for done, search in enumerate(searches)
    ]


def _part_of(tell: Progress, before: int, parts: int) -> Progress:
    """Tell of one of several searches how far all have come."""
    return lambda done, total: tell(before * total + done, parts * total)


def untold(_done: int, _total: int) -> None:
    """Tell nobody how far the search has come."""
