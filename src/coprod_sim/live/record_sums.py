"""What a session adds up to: all that its record says of the answers without any person's row in it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from coprod_sim.live.activities import RoomExperiment, RoomPlan
from coprod_sim.live.disclosure import MINIMUM, Floor
from coprod_sim.live.effect_report import own_guess
from coprod_sim.live.effect_words import order_sentences
from coprod_sim.live.record_corners import by_corner
from coprod_sim.live.record_evaluation import COLUMNS, changes
from coprod_sim.live.scores import scored
from coprod_sim.live.treatment_effect import Effect, Suppressed, effects
from coprod_sim.words import ENGLISH, words_in


@dataclass(frozen=True, kw_only=True)
class Sums:
    """The sums of a session; `people` is None where fewer than `floor` answered.

    `order` says what the order of the rounds may have done; `changes` are rows as from `record_evaluation`,
    `corners` as from `record_corners`.
    """

    people: int | None
    floor: Floor = MINIMUM
    effects: tuple[Effect | Suppressed, ...] = ()
    order: tuple[str, ...] = ()
    changes: tuple[tuple[Any, ...], ...] = ()
    own_guess: str = ""
    corners: tuple[tuple[Any, ...], ...] = ()

    @property
    def crowd(self) -> str:
        """How many people answered, in words that give no small group away."""
        t = words_in(ENGLISH)
        if self.people is None:
            return t("room-crowd_few", floor=self.floor)
        return t("room-people_short", count=self.people)

    @property
    def changed(self) -> pd.DataFrame:
        """What people say has changed, as a table."""
        return pd.DataFrame(list(self.changes), columns=list(COLUMNS))


def sums_of(rows: Iterable[Mapping[str, Any]], plan: RoomPlan) -> Sums:
    """Add up the answers of a session.

    Args:
        rows: the room's answers, as from `ballots.rows`.
        plan: what was asked.
    """
    kept = list(rows)
    people = len({r["person"] for r in kept})
    told = changes(kept, plan)
    said = {
        "people": people if people >= plan.floor else None,
        "floor": plan.floor,
        "changes": tuple(told.itertuples(index=False, name=None)),
        "corners": tuple(by_corner(kept, plan)),
    }
    experiment = next((a for a in plan.activities if isinstance(a, RoomExperiment)), None)
    scores = scored(kept, experiment) if experiment else pd.DataFrame()
    if scores.empty:
        return Sums(**said)
    found = tuple(effects(scores))
    return Sums(
        **said, effects=found, order=tuple(order_sentences(scores)), own_guess=own_guess(kept, found)
    )  # fmt: skip


def stored(sums: Sums) -> dict[str, Any]:
    """Give the sums as they stand in the record; missing numbers become null."""
    table = asdict(sums)
    table["changes"] = [[None if v != v else v for v in row] for row in sums.changes]  # noqa: PLR0124
    return table


def read_sums(table: Mapping[str, Any]) -> Sums:
    """Read the sums of a record back."""
    found = (Effect(**e) if "mean" in e else Suppressed(**e) for e in table["effects"])
    return Sums(
        people=table["people"], floor=table.get("floor", MINIMUM), effects=tuple(found),
        order=tuple(table["order"]),
        changes=tuple(map(tuple, table["changes"])), own_guess=table["own_guess"],
        corners=tuple(map(tuple, table.get("corners", ()))),
    )  # fmt: skip
