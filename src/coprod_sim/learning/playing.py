"""Plays the runs of lessons and exercises and reads their answers off; needs the model, so it loads late."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.learning.items import Readout, Run, Way
from coprod_sim.results import Comparison, Variant, compare
from coprod_sim.results.attribution import step_shares
from coprod_sim.results.effort import COST_MEASURES, Effort
from coprod_sim.results.measures import GROUPS, MEASURES
from coprod_sim.scenarios import Scenario, load_scenario

HUNDRED = 100.0
"""Shares, chances and worth are shown in points of 100."""


@dataclass(frozen=True, kw_only=True)
class Played:
    """A run that has been played: everything measured, and trust before the first decision.

    `start` is runs x groups. `before` says how many decisions went before the last way began, by way.
    """

    run: Run
    comparison: Comparison
    start: np.ndarray
    before: dict[str, int]
    seed: int

    @property
    def names(self) -> list[str]:
        """The ids of the ways that were played, in order."""
        return [e.name for e in self.comparison.engagements]

    @property
    def decisions(self) -> int:
        """How many decisions were played."""
        return self.comparison.scenario.decisions.count

    def title(self, way: str) -> str:
        """Give a way's name as people read it."""
        return next(e.title for e in self.comparison.engagements if e.name == way)

    def effort(self, way: str) -> Effort:
        """Give what a way takes for one decision."""
        return self.comparison.efforts[way]


def play(run: Run, seed: int) -> Played:
    """Play a run; the same run and seed give the same numbers."""
    return _play(run.model_dump_json(), seed)


@lru_cache(maxsize=12)
def _play(text: str, seed: int) -> Played:
    run = Run.model_validate_json(text)
    ways = ways_of(run)
    variants = [_variant(run, way) for way in ways]
    found = compare(case_of(run), variants, runs=run.runs, draws=0, seed=seed)
    before = {way.id: len(way.before) for way in ways}
    return Played(run=run, comparison=found, start=found.start_trust, before=before, seed=seed)


def case_of(run: Run) -> Scenario:
    """Load the case of a run with its settings changed."""
    return load_scenario(run.scenario).but(run.settings)


def ways_of(run: Run) -> list[Way]:
    """List the ways of a run, those named as engagements first."""
    named = []
    for name in run.engagements:
        mine = {w.rpartition(".")[2]: v for w, v in run.set.items() if w.startswith(f"{name}.")}
        title = load_engagement(name).title
        named.append(Way(id=name, title=title, engagement=name, dials=mine))
    return [*named, *run.ways]


def engagement_of(way: Way) -> Engagement:
    """Make the engagement of a way, under the way's own name, with its dials turned."""
    words = {"name": way.id, "title": way.title}
    return load_engagement(way.engagement).but(way.dials | words)


def _variant(run: Run, way: Way) -> Variant:
    return Variant(
        name=way.id,
        engagement=engagement_of(way),
        before=way.before,
        assumptions=run.assume | way.assume,
    )


def each(read: Readout, played: Played, of: str = "") -> np.ndarray:
    """Give what is read off, run by run, in points of 100 where it is a share; `of` overrides the way."""
    mine = of or read.of or played.names[-1]
    last = (read.decision or played.decisions) - 1
    path = paths(read, played, mine)
    match read.rule:
        case "difference":
            other = read.against or played.names[0]
            return path[:, last] - paths(read, played, other)[:, last]
        case "gap":
            return _gap(read, played, mine, last)
        case "gap_difference":
            other = read.against or played.names[0]
            return _gap(read, played, mine, last) - _gap(read, played, other, last)
        case "change":
            return path[:, last] - _from(read, played, path)
        case "first_time":
            return _first_time(path[:, played.before[mine] :], read.mark)
        case _:
            return path[:, last]


def number(read: Readout, played: Played, of: str = "") -> float:
    """Give what is read off as one number: the mean of all runs, or the first time the mean gets there."""
    if read.rule == "first_time":
        mine = of or read.of or played.names[-1]
        mean = paths(read, played, mine).mean(axis=0, keepdims=True)
        return float(_first_time(mean[:, played.before[mine] :], read.mark)[0])
    return float(np.nanmean(each(read, played, of)))


def by_way(read: Readout, played: Played) -> dict[str, float]:
    """Give the number of every way."""
    plain = read.model_copy(update={"rule": "value"})
    return {name: number(plain, played, name) for name in played.names}


def span(read: Readout, played: Played, of: str = "") -> tuple[float, float]:
    """Give the range that holds 9 in 10 runs."""
    values = each(read, played, of)
    return float(np.nanquantile(values, 0.05)), float(np.nanquantile(values, 0.95))


def money(played: Played, way: str) -> float:
    """Price a way for one decision, in the case's currency."""
    took_part = number(Readout(measure="took_part"), played, way) / HUNDRED
    scenario = played.comparison.scenario
    return played.effort(way).money(scenario, took_part * scenario.people.citizens)


def step_gains(run: Run, measure: str, seed: int) -> dict[str, float]:
    """Give what each of the five steps brings between the first way and the last, in points of 100."""
    first, *_, last = map(engagement_of, ways_of(run))
    found = step_shares(case_of(run), first, last, measure, runs=min(run.runs, 24), seed=seed)
    return {str(k): float(v) * HUNDRED for k, v in found["share"].items() if k != "conditions"}


def paths(read: Readout, played: Played, way: str) -> np.ndarray:
    """Give a measure of one way as runs x decisions."""
    if read.measure in COST_MEASURES:
        cost = getattr(played.effort(way), read.measure)
        return np.full((played.run.runs, played.decisions), float(cost))
    frame = played.comparison.frame
    rows = frame[(frame["engagement"] == way) & (frame["group"] == read.group)]
    shape = (played.run.runs, played.decisions)
    return rows[read.measure].to_numpy(dtype=np.float64).reshape(shape) * HUNDRED


def _gap(read: Readout, played: Played, way: str, last: int) -> np.ndarray:
    well, less = (
        paths(read.model_copy(update={"group": g}), played, way)[:, last]
        for g in ("well_connected", "less_heard")
    )
    return well - less


def _from(read: Readout, played: Played, path: np.ndarray) -> np.ndarray:
    if read.since:
        return path[:, read.since - 1]
    return played.start[:, GROUPS.index(read.group)] * HUNDRED


def _first_time(path: np.ndarray, mark: float) -> np.ndarray:
    there = np.maximum.accumulate(path >= mark, axis=1)
    return (~there).sum(axis=1).astype(np.float64) + 1.0


def label(read: Readout) -> str:
    """Name what is read off in plain words."""
    kinds = {name: kind for name, (kind, _) in MEASURES.items()} | COST_MEASURES
    return kinds[read.measure].label


def ends(values: np.ndarray) -> tuple[float, float]:
    """Give the range that holds 9 in 10 of some values."""
    return float(np.nanquantile(values, 0.05)), float(np.nanquantile(values, 0.95))
