"""The record of a session: one folder, without names, that opens again, merges, and goes away on its day."""

import csv
import io
import json
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from coprod_sim import __version__
from coprod_sim.errors import InputError
from coprod_sim.library_files import check
from coprod_sim.live.activities import RoomExperiment, RoomPlan
from coprod_sim.live.record_open import OpenSession
from coprod_sim.live.scores import scored
from coprod_sim.live.treatment_effect import Effect, Suppressed, effects

FORMAT = 1
COLUMNS = (
    "activity", "kind", "round", "person", "cell", "question", "value", "label", "decision", "arm",
)  # fmt: skip
"""The columns of `votes.csv`: one answer a row; `person` is a mixed number, the same within a session."""
Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Record:
    """A session as it is kept: what was asked, every answer, the ideas and their fates, the locked guess."""

    id: str
    day: str
    letter: str
    title: str
    room: RoomPlan
    rows: tuple[Row, ...]
    ideas: tuple[Row, ...] = ()
    results: tuple[Row, ...] = ()
    locked: str = ""
    seal: str = ""
    delete_on: str = ""
    made_with: str = __version__

    @property
    def experiment(self) -> RoomExperiment | None:
        """The experiment of the session, if it had one."""
        return next((a for a in self.room.activities if isinstance(a, RoomExperiment)), None)

    @property
    def people(self) -> int:
        """How many people answered anything."""
        return len({r["person"] for r in self.rows})

    @property
    def guess(self) -> dict[str, Any] | None:
        """The model's locked guess, if there is one."""
        return json.loads(self.locked) if self.locked else None

    def effects(self) -> list[Effect | Suppressed]:
        """Work out how far the two ways differ; empty without an experiment or without scores."""
        if self.experiment is None:
            return []
        scores = scored(self.rows, self.experiment)
        return [] if scores.empty else effects(scores)


def record_of(
    session: OpenSession, rows: list[dict[str, Any]], ideas: list[dict[str, Any]],
    results: list[dict[str, Any]],
) -> Record:  # fmt: skip
    """Make the record of a running session; only ideas that were shown go in."""
    begun = date.fromisoformat(session.begun[:10])
    return Record(
        id=secrets.token_hex(8),
        day=begun.isoformat(),
        letter=session.plan.letter,
        title=session.plan.title,
        room=session.plan.room,
        rows=tuple({c: r.get(c) for c in COLUMNS} for r in rows),
        ideas=tuple(
            {k: i[k] for k in ("activity", "text", "fate", "why")} for i in ideas if i["state"] == "shown"
        ),
        results=tuple(results),
        locked=session.locked,
        seal=session.seal,
        delete_on=(begun + timedelta(days=session.days)).isoformat(),
    )  # fmt: skip


def read_record(folder: Path) -> Record:
    """Open a record again; a folder that is none gets a sentence.

    Raises:
        InputError: the folder holds no record, or one of another format.
    """
    path = folder / "session.json"
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        votes = (folder / "votes.csv").read_text(encoding="utf-8")
    except OSError as problem:
        raise InputError(
            f"{folder}: is not the folder of a session ({problem.strerror or problem})"
        ) from None
    except ValueError:
        raise InputError(f"{path}: is not a session record") from None
    if not isinstance(table, dict) or table.get("format") != FORMAT:
        raise InputError(f"{path}: is not a session record in format {FORMAT}")
    room = check(RoomPlan, table["room"], path.name)
    own: dict[str, Any] = {
        k: table[k]
        for k in ("id", "day", "letter", "title", "locked", "seal", "delete_on", "made_with")
    }
    more: dict[str, Any] = {k: tuple(table[k]) for k in ("ideas", "results")}
    return Record(room=room, rows=_rows(votes, folder), **own, **more)


def expire(root: Path, today: date | None = None) -> list[str]:
    """Delete the records in a folder whose day has come; gives the names of those deleted.

    Args:
        root: the folder of the records.
        today: the day that is compared with; by default today.
    """
    day = (today or datetime.now(UTC).date()).isoformat()
    gone = []
    for path in sorted(root.glob("*/session.json")):
        try:
            due = str(json.loads(path.read_text(encoding="utf-8")).get("delete_on") or "9999")
        except (OSError, ValueError, AttributeError):
            continue
        if due <= day:
            shutil.rmtree(path.parent)
            gone.append(path.parent.name)
    return gone


def _rows(text: str, folder: Path) -> tuple[Row, ...]:
    found = list(csv.DictReader(io.StringIO(text)))
    if found and set(found[0]) != set(COLUMNS):
        raise InputError(f"{folder / 'votes.csv'}: the columns must be {', '.join(COLUMNS)}")
    return tuple({k: _value(k, v) for k, v in row.items()} for row in found)


def _value(column: str, text: str) -> Any:
    if column in ("person", "cell", "value"):
        if text == "":
            return None
        return json.loads(text) if text.startswith("[") else int(text)
    return text or None
