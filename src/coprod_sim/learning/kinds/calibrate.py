"""Calibrate: guess an order or ranges, work it out, and see how well you knew."""

from itertools import permutations
from typing import Annotated, Any, Literal, Self

import numpy as np
from pydantic import Field, model_validator

from coprod_sim.errors import known
from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.items import Id, Line, RankedItem
from coprod_sim.learning.readouts import Readout, all_values, ends_of, ranged, step_gains, value
from coprod_sim.learning.runs import Run, play
from coprod_sim.learning.shipped_counts import CLEAR
from coprod_sim.library_files import FileValue
from coprod_sim.quantities import in_digits
from coprod_sim.results.variant import all_different
from coprod_sim.words import ENGLISH, Words, words_in


class Guess(FileValue):
    """A number to guess as a range that should hold it 9 times in 10."""

    id: Id
    text: Line
    unit: Line = "in 100"
    read: Readout


class CalibrateTable(FileValue):
    """What is guessed: an order (compared by rank) or ranges (how many held the truth).

    `by = "ways"` orders the ways of the run by `read`; `by = "steps"` orders the five steps by what each
    brings between the first way of the run and the last.
    """

    question: Line
    run: Run
    by: Literal["ways", "steps"] = "ways"
    read: Readout = Readout()
    order: Annotated[tuple[RankedItem, ...], Field(strict=False)] = ()
    ranges: Annotated[tuple[Guess, ...], Field(strict=False)] = ()
    need: float = 0.6
    near: Line
    far: Line
    upside_down: Line = "You have it the other way round."
    sure: bool = True

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if bool(self.order) == bool(self.ranges):
            raise ValueError("give either an order or ranges, not both")
        all_different([i.id for i in (*self.order, *self.ranges)], "item")
        if self.by == "ways":
            for item in self.order:
                known(item.id, self.run.names, "one of the variants that are played")
        for read in (self.read, *(g.read for g in self.ranges)):
            read.fits(self.run)
        return self


TABLE, SEED = CalibrateTable, "new"
RANGE = 0.5
"""The chance set against a bet on ranges, where there is no pure guess: as likely as not."""
IN_PLACE = 1.0
"""How many things lie in their place in an order that is drawn by lot, on average, however many there are."""


def check(table: CalibrateTable, answer: dict[str, Any], seed: int) -> CheckResult:
    """Work the truth out and say how near the guess came: rank by rank, or range by range."""
    t = words_in(ENGLISH)
    if table.order:
        given: Any = answer.get("order")
        if not _whole(table, given):
            return not_tried(t("learner-check-order_none"))
        return _ranked(table, list(given), seed, t)
    ranges = _ranges(table, answer)
    if not ranges:
        return not_tried(t("learner-check-ranges_none"))
    return _held(table, ranges, seed, t)


def in_words(table: CalibrateTable, answer: dict[str, Any]) -> dict[str, InWords]:
    """Give the question and the order that was guessed, or every number and its range."""
    if table.order:
        given: Any = answer.get("order")
        texts = {i.id: i.text for i in table.order}
        listed = ", ".join(texts[k] for k in given) if _whole(table, given) else ""
        return {"order": InWords(table.question, listed)}
    held = _ranges(table, answer)
    said = {k: f"{in_digits(low)} to {in_digits(high)}" for k, (low, high) in held.items()}
    return {g.id: InWords(g.text, f"{said[g.id]} {g.unit}" if held else "") for g in table.ranges}


def _whole(table: CalibrateTable, given: Any) -> bool:
    return isinstance(given, list | tuple) and sorted(map(str, given)) == sorted(
        i.id for i in table.order
    )


def truth(table: CalibrateTable, seed: int) -> dict[str, np.ndarray]:
    """Work out everything that is put in order: a number a run, as in `all_values`."""
    if table.by == "steps":
        return step_gains(table.run, table.read.measure, seed)
    played, plain = play(table.run, seed), table.read.but(rule="value")
    return {name: all_values(plain, played, name) for name in played.names}


def agreement(given: list[str], values: dict[str, float]) -> float:
    """Give Spearman's rank correlation of a guessed order with the true one, from -1 to 1."""
    right = sorted(given, key=lambda k: -values[k])
    n = len(given)
    apart = sum((given.index(k) - right.index(k)) ** 2 for k in given)
    return 1.0 - 6.0 * apart / (n * (n * n - 1))


def guess_chance(table: CalibrateTable) -> float:
    """Give the chance that a pure guess passes: counted over all orders; ranges are asked for as 9 in 10."""
    if not table.order:
        return RANGE
    names = [i.id for i in table.order]
    values = {name: float(-k) for k, name in enumerate(names)}
    orders = list(permutations(names))
    return sum(agreement(list(o), values) >= table.need for o in orders) / len(orders)


def _ranked(table: CalibrateTable, given: list[str], seed: int, t: Words) -> CheckResult:
    from coprod_sim.charts.words import number  # noqa: PLC0415 - the model is loaded by now

    found, runs = truth(table, seed), table.run.runs
    values = {name: float(all_[:runs].mean()) for name, all_ in found.items()}
    rank = agreement(given, values)
    right = sorted(given, key=lambda k: -values[k])
    names = {i.id: i.text for i in table.order}
    listed = ", ".join(f"{names[k]} {_with_range(found[k], runs)}" for k in right)
    figure = t("learner-check-rank", rank=number(rank, 1), order=listed)
    led = _led_by(right[0], found, runs)
    leads = t(
        f"learner-check-first{'' if led >= CLEAR else '_open'}", name=names[right[0]], count=led
    )
    said = table.near if rank >= table.need else table.upside_down if rank < 0 else table.far
    status = Status.YES if rank >= table.need else Status.NOT_YET
    placed = frozenset(k for k in given if given.index(k) == right.index(k))
    return CheckResult(
        status=status, said=(said, figure, leads), right=placed, of=len(given), guess=IN_PLACE
    )


def _with_range(values: np.ndarray, runs: int) -> str:
    from coprod_sim.charts.words import number, span  # noqa: PLC0415 - the model is loaded by now

    return f"{number(values[:runs].mean(), 1)} ({span(*ends_of(values, runs), digits=1)})"


def _led_by(name: str, found: dict[str, np.ndarray], runs: int) -> int:
    """Give in how many of 100 models one comes out first."""
    from coprod_sim.results.comparison import RUNS_A_DRAW  # noqa: PLC0415 - the model is loaded by now

    means = {k: v[runs:].reshape(-1, RUNS_A_DRAW).mean(axis=1) for k, v in found.items()}
    first = np.argmax(list(means.values()), axis=0) == list(means).index(name)
    return round(100 * float(first.mean()))


def _ranges(table: CalibrateTable, answer: dict[str, Any]) -> dict[str, tuple[float, float]]:
    given, found = answer.get("ranges") or {}, {}
    for guess in table.ranges:
        pair = given.get(guess.id) if isinstance(given, dict) else None
        if (
            isinstance(pair, list | tuple)
            and [isinstance(v, int | float) for v in pair] == [True] * 2
        ):
            low, high = sorted(map(float, pair))
            found[guess.id] = (low, high)
    return found if len(found) == len(table.ranges) else {}


def _held(
    table: CalibrateTable, ranges: dict[str, tuple[float, float]], seed: int, t: Words
) -> CheckResult:
    played = play(table.run, seed)
    values = {g.id: value(g.read, played) for g in table.ranges}
    right = frozenset(k for k, (low, high) in ranges.items() if low <= values[k] <= high)
    notes = {
        g.id: t(
            f"learner-check-range_{'in' if g.id in right else 'out'}", value=ranged(g.read, played)
        )
        for g in table.ranges
    }
    count = t("learner-check-count", right=len(right), all=len(ranges))
    done = len(right) / len(ranges) >= table.need
    said = (table.near if done else table.far, count)
    return CheckResult(
        status=Status.YES if done else Status.NOT_YET, said=said, notes=notes, right=right,
        of=len(ranges), guess=RANGE * len(ranges),
    )  # fmt: skip
