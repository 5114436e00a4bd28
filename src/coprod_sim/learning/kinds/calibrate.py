"""Calibrate: guess an order or ranges, work it out, and see how well you knew."""

from typing import Annotated, Any, Self

import numpy as np
from pydantic import Field, model_validator

from coprod_sim.errors import known
from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.items import Id, Line, RankedItem
from coprod_sim.learning.model_counts import Asked, count, look_up
from coprod_sim.learning.ranked import (
    RankedBy,
    agreement,
    chance_of,
    first_in,
    fitting,
    in_order,
    ranked_values,
)
from coprod_sim.learning.readouts import Readout, ends_of, model_values, ranged, value
from coprod_sim.learning.runs import PlayedRun, Run, play
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
    by: RankedBy = "ways"
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


def asked_of_order(table: CalibrateTable) -> Asked:
    """Give what is put in order, without its words."""
    order = tuple(item.id for item in table.order)
    return Asked(run=table.run, read=table.read, order=order, by=table.by)


def orders_held(table: CalibrateTable) -> dict[str, int]:
    """Give in how many models that fit the findings each order comes out, as it ships or counted now."""
    asked = asked_of_order(table)
    return (look_up(asked) or count(asked)).held


def guess_chance(table: CalibrateTable) -> float:
    """Give the chance that a pure guess passes: counted over all orders; ranges are asked for as 9 in 10."""
    return chance_of([i.id for i in table.order], table.need) if table.order else RANGE


def state_over_models(table: CalibrateTable, share: int) -> Status:
    """Say what an order comes to that fits in so many of 100 models.

    Args:
        table: what was asked.
        share: the models of 100 with which the order agrees well enough.

    Returns:
        Yes where nearly all do, not yet where no more do than a pure guess would fit, and open between.
    """
    if share >= CLEAR:
        return Status.YES
    return Status.OPEN if share > 100 * guess_chance(table) else Status.NOT_YET


def _ranked(table: CalibrateTable, given: list[str], seed: int, t: Words) -> CheckResult:
    found, runs = ranked_values(table.run, table.read, table.by, seed), table.run.runs
    right = in_order({name: float(all_[:runs].mean()) for name, all_ in found.items()})
    rank, share = agreement(given, right), fitting(given, orders_held(table), table.need)
    came, near = state_over_models(table, share), rank >= table.need
    status = Status.YES if near else came
    said = [
        *_in_run(table, rank, {name: found[name] for name in right}, t),
        _advice(table, rank, status),
        *_in_models(table, share, right[0], t),
    ]
    placed = frozenset(k for k in given if given.index(k) == right.index(k))
    return CheckResult(
        status=status, said=tuple(filter(None, said)), right=placed, of=len(given),
        guess=IN_PLACE, came=came,
    )  # fmt: skip


def _in_run(
    table: CalibrateTable, rank: float, found: dict[str, np.ndarray], t: Words
) -> tuple[str, str]:
    """Say whether a guessed order is near enough to that of this run, and what the run gave."""
    from coprod_sim.charts.words import number  # noqa: PLC0415 - the model is loaded by now

    names = {i.id: i.text for i in table.order}
    listed = ", ".join(f"{names[k]} {_with_range(v, table.run.runs)}" for k, v in found.items())
    key = f"learner-check-rank_{'yes' if rank >= table.need else 'no'}"
    return t(key, rank=number(rank, 1), need=number(table.need, 1)), t(
        "learner-check-rank_order", order=listed
    )


def _advice(table: CalibrateTable, rank: float, status: Status) -> str:
    """Give the words written for the order; none to one that this run does not show and models leave open."""
    if rank >= table.need:
        return table.near
    if status is not Status.NOT_YET:
        return ""
    return table.upside_down if rank < 0 else table.far


def _in_models(table: CalibrateTable, share: int, first: str, t: Words) -> tuple[str, str]:
    """Say in how many models the order fits, and in how many what leads in this run comes first."""
    from coprod_sim.charts.words import number  # noqa: PLC0415 - the model is loaded by now

    guess = round(100 * guess_chance(table))
    state = state_over_models(table, share)
    fits = t(
        "learner-check-models_rank", count=share, need=number(table.need, 1), guess=guess,
        state=state,
    )  # fmt: skip
    led = first_in(first, orders_held(table))
    name = next(i.text for i in table.order if i.id == first)
    return fits, t(f"learner-check-first{'' if led >= CLEAR else '_open'}", name=name, count=led)


def _with_range(values: np.ndarray, runs: int) -> str:
    from coprod_sim.charts.words import number, span  # noqa: PLC0415 - the model is loaded by now

    return f"{number(values[:runs].mean(), 1)} ({span(*ends_of(values, runs), digits=1)})"


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
    shown = {g.id for g in table.ranges if _within(value(g.read, played), ranges[g.id])}
    shares = {g.id: _share_within(g.read, played, ranges[g.id]) for g in table.ranges}
    right = frozenset(k for k in ranges if k in shown or shares[k] >= CLEAR)
    notes = {
        g.id: t(
            f"learner-check-range_{'in' if g.id in shown else 'out'}",
            value=ranged(g.read, played), count=shares[g.id],
        )
        for g in table.ranges
    }  # fmt: skip
    counted = t("learner-check-count", right=len(right), all=len(ranges))
    done = len(right) / len(ranges) >= table.need
    said = (table.near if done else table.far, counted)
    return CheckResult(
        status=Status.YES if done else Status.NOT_YET, said=said, notes=notes, right=right,
        of=len(ranges), guess=RANGE * len(ranges),
    )  # fmt: skip


def _within(number: float, ends: tuple[float, float]) -> bool:
    return ends[0] <= number <= ends[1]


def _share_within(read: Readout, played: PlayedRun, ends: tuple[float, float]) -> int:
    """Count of 100 models those whose number lies in a guessed range."""
    values = model_values(read, played)
    return round(100 * float(np.mean((ends[0] <= values) & (values <= ends[1]))))
