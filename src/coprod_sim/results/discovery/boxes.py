"""Scenario discovery: finds the corner of all outcomes in which those that gain too little lie together."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest

from coprod_sim.results.discovery.sample import Sample
from coprod_sim.results.in_short import InShort
from coprod_sim.results.paying import does_not_pay
from coprod_sim.results.uncertainty import WORTH_HAVING
from coprod_sim.taking import takes_what_it_says

PEEL = 0.05
"""Share of the points in the box that one step cuts away."""
SMALLEST = 0.04
"""Share of all points below which a box is not cut further."""
DOUBT = 0.001
"""A limit stays only if luck would do as well with a lower chance than this."""
RESAMPLES = 24
NAMED = (0.9, 0.7, 0.5, 0.3)
"""Shares of the bad outcomes for which the trade-off says how dense a rule gets that names as many."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Limit(InShort):
    """One side of the box: the input lies above or below a value. `comes_back`: share of resamples."""

    name: str
    above: bool
    value: float
    comes_back: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Trade(InShort):
    """The densest box on the way down that still names `coverage` of the bad outcomes or more."""

    coverage: float
    density: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Box(InShort):
    """Where the outcomes that do not gain enough lie: limits, and how well they name them.

    `coverage` is the share of all such outcomes that lie inside, `density` the share of the inside that
    are such outcomes, `base_rate` their share among all; `cases` counts them, `points` counts all.
    `trade_off` says what a wider or a narrower rule would give, one entry for each of `NAMED`.
    """

    limits: tuple[Limit, ...]
    trade_off: tuple[Trade, ...]
    coverage: float
    density: float
    base_rate: float
    cases: int
    points: int
    at_least: float
    measure: str


@takes_what_it_says
def discover_scenario(
    sample: Sample, *, measure: str = "losers_acceptance", at_least: float = WORTH_HAVING
) -> Box:
    """Find when the goal gains too little (scenario discovery): too small a gain, or a worse decision.

    Patient rule induction: cut thin slices off while the rest gets denser in such outcomes, take the box
    that goes best with being such an outcome (phi), drop limits that luck explains.

    Args:
        sample: the points played.
        measure: whose gain.
        at_least: the smallest gain that is enough, in the measure's unit.

    Returns:
        The box in which such outcomes lie together; without limits where no rule names them.

    Raises:
        InputError: for what was not measured.

    Source: Friedman and Fisher 1999; Bryant and Lempert 2010; Matthews 1975.
    """
    bad = falls_short(sample, measure=measure, at_least=at_least)
    return box_around(sample, bad, measure=measure, at_least=at_least)


@takes_what_it_says
def falls_short(
    sample: Sample, *, measure: str = "losers_acceptance", at_least: float = WORTH_HAVING
) -> np.ndarray:
    """Say at which points the goal gains too little: too small a gain, or a worse decision.

    Args:
        sample: the points played.
        measure: whose gain.
        at_least: the smallest gain that is enough, in the measure's unit.

    Returns:
        True or false for each point.

    Raises:
        InputError: for what was not measured.
    """
    quality = sample.gains("quality") if "quality" in sample.frame else 0.0
    return does_not_pay(sample.gains(measure), quality, at_least)


def box_around(
    sample: Sample, bad: np.ndarray, *, measure: str, at_least: float, doubt: float = DOUBT
) -> Box:
    """Find the box in which some of the points lie together.

    Args:
        sample: the points played.
        bad: whether each point is one of those to be named.
        measure: by which measure they were chosen.
        at_least: the gain in it that they fall short of.
        doubt: a limit stays only if luck would do as well with a lower chance than this.

    Returns:
        The box; without limits where no rule names them.
    """
    x, names = sample.frame[list(sample.inputs)].to_numpy(), list(sample.inputs)
    found = prim(x, bad, doubt)
    again = _come_back(x, bad, list(found), doubt)
    inside = _inside(x, found)
    hits = int((bad & inside).sum())
    limits = tuple(
        Limit(name=names[k], above=above, value=v, comes_back=again[k, above])
        for (k, above), v in found.items()
    )
    return Box(
        limits=limits, trade_off=trade_off(x, bad) if found else (),
        coverage=hits / max(bad.sum(), 1), density=hits / max(inside.sum(), 1),
        base_rate=float(bad.mean()), cases=int(bad.sum()), points=len(bad),
        at_least=at_least, measure=measure,
    )  # fmt: skip


def prim(x: np.ndarray, bad: np.ndarray, doubt: float = DOUBT) -> dict[tuple[int, bool], float]:
    """Find one box by patient rule induction.

    Args:
        x: points x inputs, in the inputs' units.
        bad: whether each point gains too little.
        doubt: a limit stays only if luck would do as well with a lower chance than this.

    Returns:
        The value of each limit by (column, above); empty when nearly all or hardly any points are bad.
    """
    if bad.sum() < 8 or bad.all():
        return {}
    best = max(_peeled(x, bad), key=lambda box: _fit(bad, _inside(x, box)), default={})
    return _without_luck(x, bad, best, doubt)


def trade_off(x: np.ndarray, bad: np.ndarray) -> tuple[Trade, ...]:
    """Say what density costs in coverage, along the whole way down (Bryant and Lempert 2010).

    Args:
        x: points x inputs, in the inputs' units.
        bad: whether each point gains too little.

    Returns:
        The densest box for each coverage in `NAMED`.
    """
    path = [np.ones(len(bad), dtype=bool), *(_inside(x, box) for box in _peeled(x, bad))]
    seen = [(bad[inside].sum() / bad.sum(), bad[inside].mean()) for inside in path]
    return tuple(
        Trade(coverage=named, density=float(max(d for c, d in seen if c >= named)))
        for named in NAMED
    )


def _peeled(x: np.ndarray, bad: np.ndarray) -> list[dict[tuple[int, bool], float]]:
    """Cut slice after slice off, each time the one whose going leaves the densest rest."""
    box: dict[tuple[int, bool], float] = {}
    boxes = []
    while True:
        inside = _inside(x, box)
        if inside.sum() <= SMALLEST * len(bad):
            return boxes
        cuts = [cut for above in (True, False) for cut in _cuts(x[inside], bad[inside], above)]
        if not cuts:
            return boxes
        *_, k, above, value = max(cuts)
        box = {**box, (k, above): value}
        boxes.append(box)


def _cuts(
    x: np.ndarray, bad: np.ndarray, above: bool
) -> Iterator[tuple[float, int, int, bool, float]]:
    """Try a slice off every input at one end: density and size of the rest, and the cut."""
    values = np.quantile(x, PEEL if above else 1.0 - PEEL, axis=0)
    rest = x > values if above else x < values
    sizes, hits = rest.sum(axis=0), rest[bad].sum(axis=0)
    for k in np.flatnonzero((sizes > 0) & (sizes < len(x))):
        yield float(hits[k] / sizes[k]), -int(sizes[k]), int(k), above, float(values[k])


def _inside(x: np.ndarray, box: dict[tuple[int, bool], float]) -> np.ndarray:
    inside = np.ones(len(x), dtype=bool)
    for (k, above), value in box.items():
        inside &= (x[:, k] > value) if above else (x[:, k] < value)
    return inside


def _fit(bad: np.ndarray, inside: np.ndarray) -> float:
    """Give the correlation between being inside and being bad (phi, Matthews 1975).

    Where most points are bad, coverage and density alone are best balanced by naming all of them.
    """
    within, share = inside.mean(), bad.mean()
    denser = (bad[inside] - share).sum() / len(bad)
    return float(denser / np.sqrt(within * (1.0 - within) * share * (1.0 - share)))


def _without_luck(
    x: np.ndarray, bad: np.ndarray, box: dict[tuple[int, bool], float], doubt: float
) -> dict[tuple[int, bool], float]:
    """Drop limits without which the box would be about as dense, the weakest first."""
    kept = dict(box)
    while kept:
        luck = {side: _luck(x, bad, kept, side) for side in kept}
        weakest = max(luck, key=luck.__getitem__)
        if luck[weakest] <= doubt:
            break
        del kept[weakest]
    return kept


def _luck(
    x: np.ndarray, bad: np.ndarray, box: dict[tuple[int, bool], float], side: tuple[int, bool]
) -> float:
    """Give the chance that as many as are inside would be as bad without this limit."""
    inside, wider = _inside(x, box), _inside(x, {s: v for s, v in box.items() if s != side})
    hits, size = int((bad & inside).sum()), int(inside.sum())
    return float(binomtest(hits, size, float(bad[wider].mean()), "greater").pvalue)


def _come_back(
    x: np.ndarray, bad: np.ndarray, sides: list[tuple[int, bool]], doubt: float
) -> dict[tuple[int, bool], float]:
    rng = np.random.default_rng(0)
    counts = dict.fromkeys(sides, 0)
    for _ in range(RESAMPLES if sides else 0):
        pick = rng.integers(0, len(bad), len(bad))
        found = prim(x[pick], bad[pick], doubt)
        for side in sides:
            counts[side] += side in found
    return {side: n / RESAMPLES for side, n in counts.items()}
