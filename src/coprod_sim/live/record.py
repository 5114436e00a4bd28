"""The record of a session: one folder, without names, that opens again, merges, and goes away on its day."""

import csv
import io
import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coprod_sim import __version__
from coprod_sim.errors import InputError
from coprod_sim.files import json_in, json_of, text_in
from coprod_sim.library_files import check
from coprod_sim.live.activities import RoomExperiment, RoomPlan
from coprod_sim.live.record_open import OpenSession
from coprod_sim.live.record_sums import Sums, read_sums, sums_of
from coprod_sim.spreadsheet import MARK

FORMAT = 2
VOTES = "votes.csv"
"""The file with every answer of a linked session."""
COUNTS = "counts.csv"
"""The file with what the whole room said."""
IDEAS = "ideas.csv"
"""The file with the ideas that were shown or answered, and what became of them."""
IDEA_KEYS = ("activity", "text", "theme", "fate", "why")
"""What the record keeps of an idea, and whether the room saw it; never whose it is."""
COLUMNS = (
    "activity", "kind", "round", "person", "cell", "question", "value", "label", "decision", "arm",
)  # fmt: skip
"""The columns of `votes.csv`: one answer a row; `person` is a mixed number, the same within a session."""
Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Record:
    """A session as it is kept: what was asked, what it adds up to, the ideas, the locked guess.

    `rows` are every answer, one person's side by side; a session that was not opened as linked has none.
    `left_out` counts the ideas that are not in it: those kept `hidden`, and those not read yet (`waiting`).
    """

    id: str
    day: str
    letter: str
    title: str
    room: RoomPlan
    sums: Sums
    rows: tuple[Row, ...] = ()
    ideas: tuple[Row, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
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
    def guess(self) -> dict[str, Any] | None:
        """The model's locked guess, if there is one."""
        return json_of(self.locked) if self.locked else None


def record_of(
    session: OpenSession, rows: list[dict[str, Any]], ideas: list[dict[str, Any]],
    results: list[dict[str, Any]],
) -> Record:  # fmt: skip
    """Make the record of a running session; ideas kept hidden stay out, and rows unless it is linked."""
    room = session.plan.room.model_copy(update=session.agreed.model_dump())
    return Record(
        id=secrets.token_hex(8),
        day=session.begun[:10],
        letter=session.plan.letter,
        title=session.plan.title,
        room=room,
        sums=sums_of(rows, room),
        rows=tuple({c: r.get(c) for c in COLUMNS} for r in rows) if room.linked else (),
        ideas=tuple(
            {k: i[k] for k in IDEA_KEYS} | {"shown": _seen(i, ideas)} for i in ideas if _kept(i)
        ),
        left_out=Counter(i["state"] for i in ideas if not _kept(i)),
        results=tuple(results),
        locked=session.locked,
        seal=session.seal,
        delete_on=session.deleted_on,
    )  # fmt: skip


def _kept(idea: Row) -> bool:
    """Say whether the record holds an idea: shown, answered or put with another, and not kept hidden."""
    read = bool(idea["fate"]) or idea["same_as"] is not None
    return idea["state"] == "shown" or (idea["state"] == "waiting" and read)


def _seen(idea: Row, ideas: list[dict[str, Any]]) -> str:
    """Say whether the room saw an idea by itself, together with another, or not."""
    same = (idea["activity"], idea["same_as"])
    first = next((i for i in ideas if (i["activity"], i["idea"]) == same), None)
    if first is None:
        return "yes" if idea["state"] == "shown" else "no"
    return f"put together with: {first['text'] if _kept(first) else 'an idea that is left out'}"


def read_record(folder: Path) -> Record:
    """Open a record again; a folder that is none gets a sentence.

    Raises:
        InputError: the folder holds no record, or one of another format.
    """
    path = folder / "session.json"
    try:
        table = json_in(path)
        votes = text_in(folder / VOTES) if _linked(table) else ""
    except OSError as problem:
        raise InputError(
            f"{folder}: is not the folder of a session ({problem.strerror or problem})"
        ) from None
    except ValueError:
        raise InputError(f"{path}: is not a session record") from None
    if not isinstance(table, dict) or table.get("format") != FORMAT:
        made = table.get("made_with", "") if isinstance(table, dict) else ""
        with_ = f"; it was made with coprod-sim {made}, which opens it" if made else ""
        raise InputError(f"{path}: is not a session record in format {FORMAT}{with_}")
    try:
        return _record(table, votes, folder)
    except KeyError as problem:
        raise InputError(f"{path}: is not a whole session record ({problem} is missing)") from None
    except InputError:
        raise
    except (TypeError, ValueError, AttributeError, csv.Error):
        raise InputError(f"{path}: is damaged, or not a session record") from None


def _record(table: dict[str, Any], votes: str, folder: Path) -> Record:
    own: dict[str, Any] = {
        k: table[k]
        for k in ("id", "day", "letter", "title", "locked", "seal", "delete_on", "made_with")
    }
    if not all(isinstance(value, str) for value in own.values()):
        raise TypeError
    more: dict[str, Any] = {k: tuple(table[k]) for k in ("ideas", "results")}
    more["left_out"] = table.get("left_out", {})
    more["ideas"] = tuple({"shown": "yes", **i} for i in more["ideas"])
    room, sums = check(RoomPlan, table["room"], "session.json"), read_sums(table["sums"])
    found = Record(room=room, sums=sums, rows=_rows(votes, folder), **own, **more)
    _ = found.guess  # a damaged one is noticed here, not when it is drawn
    return found


def _linked(table: Any) -> bool:
    room = table.get("room") if isinstance(table, dict) else None
    return isinstance(room, dict) and bool(room.get("linked"))


def _rows(text: str, folder: Path) -> tuple[Row, ...]:
    found = list(csv.DictReader(io.StringIO(text.removeprefix(MARK))))
    if found and set(found[0]) != set(COLUMNS):
        raise InputError(f"{folder / VOTES}: the columns must be {', '.join(COLUMNS)}")
    return tuple({k: _value(k, v) for k, v in row.items()} for row in found)


def _value(column: str, text: str) -> Any:
    if column in ("person", "cell", "value"):
        if text == "":
            return None
        return json_of(text) if text.startswith("[") else int(text)
    return text or None
