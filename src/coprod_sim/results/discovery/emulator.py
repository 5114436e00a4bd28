"""Learns the model from a few hundred of its answers, so that the next answer comes at once.

A Gaussian process on a straight-line trend: near known answers it says what they say, far from them it
says how unsure it is. Source: Rasmussen and Williams (2006), chapters 2 and 5; bands are stretched until
they hold 9 in 10 answers that were kept back (split conformal prediction, Lei et al. 2018).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.linalg import cho_factor, cho_solve
from scipy.optimize import minimize

from coprod_sim.display import ShowsItself
from coprod_sim.results.discovery.sample import Sample
from coprod_sim.results.in_short import InShort

KEPT_BACK = 0.2
"""Share of the points kept back, on which the error is measured and the bands are set."""
MOST_TO_FIT, MOST_TO_LEARN = 320, 1024
"""Points from which the lengths are learnt, and from which the answers; of more, some are drawn by lot."""
SOUND = 0.5
"""From which share of the spread foretold on points kept back an emulator is leaned on."""
INSIDE = 0.9
"""Share of the answers kept back that a band must hold."""
SHORTEST, LONGEST = 0.05, 100.0
"""How far along an input answers stay alike: shortest and longest tried [shares of its range]."""
STARTS = ((1.0, 0.01), (3.0, 0.1))
"""Lengths and noise from which the search for the best ones starts."""
LEAST_NOISE, MOST_NOISE = 1e-4, 10.0
"""Noise against signal: smallest and largest tried [variances]."""
USUAL, USUAL_SPREAD = 3.0, 1.0
"""A length is taken to be about 3, give or take a factor of e, unless the answers say otherwise."""
SURE = 1e-12
"""Added where a variance must not be 0."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Emulator(InShort):
    """Points in the unit cube with their answers, and what was learnt from them.

    `lengths` say how far along each input answers stay alike; `noise` is noise against signal. `score` is
    the share of the spread among points kept back that it foretells (1: all of it), `error` its usual
    error there, and `stretch` how many standard deviations a band needs on each side.
    """

    x: np.ndarray
    y: np.ndarray
    lengths: np.ndarray
    noise: float
    score: float = np.nan
    error: float = np.nan
    stretch: float = 1.645

    def predict(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the answers expected at points of the unit cube, and half the width of their bands."""
        near = alike(x, self.x, self.lengths)
        mean = _line(x) @ self._trend + near @ self._pull
        inner = np.einsum("ij,ji->i", near, cho_solve(self._factor, near.T))
        spread = np.sqrt(self._scale * np.maximum(1.0 + self.noise - inner, SURE))
        return mean, self.stretch * spread

    @property
    def widest(self) -> float:
        """Half the width of the widest band, which is that far from all known answers."""
        return self.stretch * float(np.sqrt(self._scale * (1.0 + self.noise)))

    def mean(self, x: np.ndarray) -> np.ndarray:
        """Give only the answers expected."""
        return _line(x) @ self._trend + alike(x, self.x, self.lengths) @ self._pull

    def resampled(self, x: np.ndarray, resamples: int, seed: int = 0) -> np.ndarray:
        """Give the answers expected had other points been played: points x resamples.

        A Bayesian bootstrap (Rubin 1981): every known answer gets a weight by lot.
        """
        weights = np.random.default_rng(seed).exponential(size=(resamples, len(self.y)))
        near, line = alike(x, self.x, self.lengths), _line(x)
        columns = []
        for weight in np.maximum(weights, 1e-3):
            trend = _trend(self.x, self.y, weight)
            rest = self.y - _line(self.x) @ trend
            noisy = self._known + np.diag(self.noise / weight)
            columns.append(line @ trend + near @ cho_solve(cho_factor(noisy, lower=True), rest))
        return np.stack(columns, axis=1)

    @cached_property
    def _known(self) -> np.ndarray:
        return alike(self.x, self.x, self.lengths)

    @cached_property
    def _factor(self) -> tuple[np.ndarray, bool]:
        return cho_factor(self._known + self.noise * np.eye(len(self.y)), lower=True)

    @cached_property
    def _trend(self) -> np.ndarray:
        return _trend(self.x, self.y, np.ones(len(self.y)))

    @cached_property
    def _pull(self) -> np.ndarray:
        return cho_solve(self._factor, self.y - _line(self.x) @ self._trend)

    @cached_property
    def _scale(self) -> float:
        rest = self.y - _line(self.x) @ self._trend
        return max(float(rest @ self._pull) / len(rest), SURE)


def learn(x: np.ndarray, y: np.ndarray, *, seed: int = 0) -> Emulator:
    """Learn from points of the unit cube and their answers; some are kept back to see how well.

    What is kept back sets the score, the error and the bands; then all points are used.

    Args:
        x: points x inputs, each from 0 to 1.
        y: the answer at each point, in its own unit.
        seed: decides which are kept back.

    Returns:
        What was learnt.
    """
    order = np.random.default_rng(seed).permutation(len(y))
    if len(y) > MOST_TO_LEARN:
        x, y = x[order[:MOST_TO_LEARN]], y[order[:MOST_TO_LEARN]]
        order = np.arange(MOST_TO_LEARN)
    back, rest = np.split(order, [max(2, round(KEPT_BACK * len(y)))])
    some = rest[:MOST_TO_FIT]
    lengths, noise = _best(x[some], y[some])
    part = Emulator(x=x[rest], y=y[rest], lengths=lengths, noise=noise, stretch=1.0)
    mean, spread = part.predict(x[back])
    off = np.abs(mean - y[back])
    rank = min(np.ceil(INSIDE * (len(back) + 1)), len(back)) / len(back)
    return Emulator(
        x=x, y=y, lengths=lengths, noise=noise,
        score=1.0 - float((off**2).mean() / max(y[back].var(), SURE)),
        error=float(np.sqrt((off**2).mean())),
        stretch=float(np.quantile(off / np.maximum(spread, SURE), rank)),
    )  # fmt: skip


class Emulators(ShowsItself):
    """An emulator for each measure of a sample; the first question makes them, the others are instant."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample

    def _in_short(self) -> str:
        """Say of what they were learnt, and how much of the spread on points kept back they foretell."""
        said = ", ".join(f"{m} {e.score:.2f}" for m, e in self.by_measure.items())
        return (
            f"Emulators of {self.sample.way!r}, learnt from {self.sample.points} points\n"
            f"  share of the spread on points kept back that they foretell: {said}"
        )

    @cached_property
    def by_measure(self) -> dict[str, Emulator]:
        """One emulator a measure."""
        names = [str(c) for c in self.sample.frame if c not in self.sample.inputs]
        there = {m: np.isfinite(self.sample.gains(m)) for m in names}
        return {m: learn(self.sample.cube[k], self.sample.gains(m)[k]) for m, k in there.items()}

    @property
    def errors(self) -> pd.DataFrame:
        """How good the answers are on points kept back: `score` and `error` of each measure."""
        return pd.DataFrame(
            {m: {"score": e.score, "error": e.error} for m, e in self.by_measure.items()}
        ).T

    def predict(self, **values: float) -> pd.DataFrame:
        """Give the gain expected with some inputs set, the others in the middle.

        Args:
            **values: values of inputs, in their own units.

        Returns:
            A row for each measure: `mean`, and `low` to `high`, the band that holds what the model itself
            would say in 9 of 10 cases.

        Raises:
            InputError: for unknown inputs, and for values outside what was played.
        """
        place = self.sample.place(values)[None]
        rows: dict[str, Mapping[str, float]] = {}
        for measure, emulator in self.by_measure.items():
            mean, half = (float(v[0]) for v in emulator.predict(place))
            rows[measure] = {"mean": mean, "low": mean - half, "high": mean + half}
        return pd.DataFrame(rows).T


def alike(one: np.ndarray, other: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Say how alike the answers at two sets of points are: 1 at the same point, 0 far away.

    Args:
        one: points x inputs, each from 0 to 1.
        other: other points x inputs.
        lengths: how far along each input answers stay alike.

    Returns:
        Points x other points, 0 to 1.
    """
    a, b = one / lengths, other / lengths
    apart = (a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1)[None, :] - 2.0 * a @ b.T
    return np.exp(-0.5 * np.maximum(apart, 0.0))


def _line(x: np.ndarray) -> np.ndarray:
    return np.column_stack([np.ones(len(x)), x])


def _trend(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Fit a straight line through all points, hardly any of its slopes held back."""
    line = _line(x) * np.sqrt(weight)[:, None]
    held = 1e-6 * len(y) * np.eye(line.shape[1])
    return np.linalg.solve(line.T @ line + held, line.T @ (y * np.sqrt(weight)))


def _best(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Find the lengths and the noise under which the answers are least surprising."""
    rest = y - _line(x) @ _trend(x, y, np.ones(len(y)))
    rest = rest / max(rest.std(), SURE)
    width = x.shape[1]
    ends = [*[tuple(np.log((SHORTEST, LONGEST)))] * width, tuple(np.log((LEAST_NOISE, MOST_NOISE)))]
    tries = [
        minimize(
            _surprise, np.log([*np.full(width, length), noise]), args=(x, rest), jac=True,
            method="L-BFGS-B", bounds=ends, options={"maxiter": 60},
        )
        for length, noise in STARTS
    ]  # fmt: skip
    best = np.exp(min(tries, key=lambda t: t.fun).x)
    return best[:-1], float(best[-1])


def _surprise(logs: np.ndarray, x: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """Give the negative log likelihood, its scale taken out, and its slope along every log."""
    lengths, noise = np.exp(logs[:-1]), float(np.exp(logs[-1]))
    near, count = alike(x, x, lengths), len(y)
    factor = cho_factor(near + noise * np.eye(count), lower=True)
    inverse = cho_solve(factor, np.eye(count))
    pull = inverse @ y
    scale = max(float(y @ pull) / count, SURE)
    value = 0.5 * count * np.log(scale) + np.log(np.diag(factor[0])).sum()
    lean = inverse - np.outer(pull, pull) / scale
    both, z = lean * near, x / lengths
    slope = (z**2).T @ both.sum(axis=1) - np.einsum("ik,ik->k", z, both @ z)
    unusual = (logs[:-1] - np.log(USUAL)) / USUAL_SPREAD
    value += 0.5 * float(unusual @ unusual)
    return value, np.append(slope + unusual / USUAL_SPREAD, 0.5 * noise * np.trace(lean))
