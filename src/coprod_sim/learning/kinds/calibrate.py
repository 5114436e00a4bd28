"""Calibrate: guess an order or ranges, work it out, and see how well you knew."""

from itertools import permutations
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from coprod_sim.errors import known
from coprod_sim.learning.check_result import CheckResult, Status, not_tried
from coprod_sim.learning.items import Id, Line, RankedItem
from coprod_sim.learning.readouts import Readout, ranged, step_gains, value, value_by_variant
from coprod_sim.learning.runs import Run, play
from coprod_sim.library_files import FileValue
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


def check(table: CalibrateTable, answer: dict[str, Any], seed: int) -> CheckResult:
    """Work the truth out and say how near the guess came: rank by rank, or range by range."""
    t = words_in(ENGLISH)
    if table.order:
        given = answer.get("order")
        if not isinstance(given, list | tuple) or set(given) != {i.id for i in table.order}:
            return not_tried(t("learner-check-order_none"))
        return _ranked(table, [str(g) for g in given], seed, t)
    ranges = _ranges(table, answer)
    if not ranges:
        return not_tried(t("learner-check-ranges_none"))
    return _held(table, ranges, seed, t)


def truth(table: CalibrateTable, seed: int) -> dict[str, float]:
    """Work out the value of everything that is guessed."""
    if table.by == "steps":
        return step_gains(table.run, table.read.measure, seed)
    played = play(table.run, seed)
    if table.ranges:
        return {g.id: value(g.read, played) for g in table.ranges}
    return value_by_variant(table.read, played)


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
    values = truth(table, seed)
    rank = agreement(given, values)
    names = {i.id: i.text for i in table.order}
    right = sorted(given, key=lambda k: -values[k])
    listed = ", ".join(f"{names[k]} {_shown(values[k])}" for k in right)
    figure = t("learner-check-rank", rank=_shown(rank), order=listed)
    said = table.near if rank >= table.need else table.upside_down if rank < 0 else table.far
    status = Status.YES if rank >= table.need else Status.NOT_YET
    placed = frozenset(k for k in given if given.index(k) == right.index(k))
    return CheckResult(status=status, said=(said, figure), right=placed, of=len(given))


def _shown(value: float) -> str:
    return f"{value:.1f}".replace("-", "\N{MINUS SIGN}")


def _ranges(table: CalibrateTable, answer: dict[str, Any]) -> dict[str, tuple[float, float]]:
    given, found = answer.get("ranges") or {}, {}
    for guess in table.ranges:
        pair = given.get(guess.id) if isinstance(given, dict) else None
        if isinstance(pair, list | tuple) and len(pair) == 2 and None not in pair:
            low, high = sorted(map(float, pair))
            found[guess.id] = (low, high)
    return found if len(found) == len(table.ranges) else {}


def _held(
    table: CalibrateTable, ranges: dict[str, tuple[float, float]], seed: int, t: Words
) -> CheckResult:
    values, played = truth(table, seed), play(table.run, seed)
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
        of=len(ranges),
    )  # fmt: skip
