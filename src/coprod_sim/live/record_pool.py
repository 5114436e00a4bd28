"""Pools sessions: each counts once, and the running total says what all of them show together."""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, key, stack
from coprod_sim.charts.svg import picture
from coprod_sim.errors import Caution, InputError
from coprod_sim.live.effect_report import ROOM, beside_bar, in_a_table, sentences, table
from coprod_sim.live.guess_verdict import GROUP
from coprod_sim.live.intervals import level_name, within
from coprod_sim.live.record import Record, read_record
from coprod_sim.live.scores import scored
from coprod_sim.live.treatment_effect import LEVELS, Effect, Suppressed, Who, effect, effects

TITLE = "The running total over all sessions"


@dataclass(frozen=True)
class Pool:
    """Several sessions together; `scores` holds everybody's scores, people numbered anew."""

    records: tuple[Record, ...]
    scores: pd.DataFrame

    def effects(self) -> list[Effect | Suppressed]:
        """Work out what all sessions show together."""
        return effects(self.scores)

    def running(self, who: Who = "all") -> list[tuple[str, Effect | Suppressed]]:
        """Give the total after each session, in the order of their days."""
        found = []
        for k, record in enumerate(self.records):
            so_far = self.scores[self.scores["session"] <= k]
            found.append((f"{record.day} {record.letter}", effect(so_far, "acceptance", who)))
        return found

    def sessions(self) -> pd.DataFrame:
        """List the sessions: day, plan, and how many people lived both ways."""
        people = self.scores.groupby("session")["person"].nunique()
        return pd.DataFrame(
            [(r.day, r.title, int(people.get(k, 0))) for k, r in enumerate(self.records)],
            columns=["Day", "Plan", "People in the experiment"],
        )

    def table(self) -> pd.DataFrame:
        """Give every pooled number."""
        return table(self.effects())

    def sentences(self) -> list[str]:
        """Say what the pool shows, and how far to trust it."""
        return [
            f"Sessions pooled: {len(self.records)}. Rooms differ, so more rooms say more than larger ones.",
            *sentences(self.effects()),
        ]


def pool(folders: Iterable[Path]) -> Pool:
    """Open and pool the sessions in these folders, or in the folders inside them.

    Raises:
        InputError: a folder holds no record, or no session held the experiment.
    """
    records = {r.id: r for r in _records(folders)}
    with_one = sorted((r for r in records.values() if r.experiment), key=lambda r: (r.day, r.id))
    if not with_one:
        raise InputError(
            "none of these sessions held the room experiment, so there is nothing to pool"
        )
    linked = [r for r in with_one if r.room.linked]
    if not linked:
        raise InputError(
            "these sessions kept totals only; to be pooled, a session must be opened with linked answers"
        )
    parts = []
    for k, record in enumerate(linked):
        assert record.experiment is not None
        one = scored(record.rows, record.experiment)
        parts.append(one.assign(session=k, person=[f"{k}:{p}" for p in one["person"]]))
    return Pool(tuple(linked), pd.concat(parts, ignore_index=True))


def chart(found: Pool, who: Who = "all") -> Chart:
    """Draw the running total after each session: it narrows as rooms are added."""
    told = [(name, e) for name, e in found.running(who) if isinstance(e, Effect)]
    parts, y = key(
        [f"All sessions so far: {level_name(LEVELS[0])} inside the {level_name(LEVELS[1])}"],
        [ROOM],
        0.0,
    )
    scale = around([v for _, e in told for v in within(*e.interval(LEVELS[1]))], LEFT, FULL)
    rows = [_row(name, e) for name, e in told]
    panel = Panel(title=f"Could live with it: {GROUP[who]}", scale=scale, rows=rows, unit="points")
    drawn, height = stack([panel], y) if rows else ([], y)
    said = " ".join(found.sentences())
    numbers = pd.DataFrame(
        [(name, e.people, *in_a_table(e)) for name, e in told],
        columns=["After", "People", *map(level_name, LEVELS)],
    )
    return Chart(picture(TITLE, said, height, [*parts, *drawn]), said, numbers, TITLE)


def _row(name: str, e: Effect) -> Row:
    (near_low, near_high), (low, high) = (within(*e.interval(level)) for level in LEVELS)
    return Row(
        look=ROOM, mean=e.mean, low=low, high=high, run_low=near_low, run_high=near_high,
        name=f"{name}, {e.people} people", words=beside_bar(e),
    )  # fmt: skip


def _records(given: Iterable[Path]) -> Iterator[Record]:
    """Read the sessions; of those that nobody named one by one, a damaged one is left out and told."""
    for folder in given:
        inside = sorted(p.parent for p in folder.glob("*/session.json"))
        if (folder / "session.json").exists() or not inside:
            yield read_record(folder)
            continue
        for one in inside:
            try:
                yield read_record(one)
            except InputError as problem:
                warnings.warn(f"left out: {problem}", Caution, stacklevel=3)
