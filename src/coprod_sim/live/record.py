"""The record of a session: one folder, without names, that opens again, merges, and goes away on its day."""

import csv
import io
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
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
"""The file with all ideas, where they stand, and what became of them."""
IDEA_KEYS = ("activity", "text", "theme", "fate", "why")
"""What the record keeps of an idea, besides where it stands; never whose it is."""
LET_THROUGH, HELD_BACK, NOT_YET = "let through", "held back", "not let through yet"
STANDS = {"shown": LET_THROUGH, "hidden": HELD_BACK, "waiting": NOT_YET}
"""How a table says where an idea stands."""
PUT_TOGETHER = "put together with: "
"""How earlier records begin to say that an idea was made one with another."""
COLUMNS = (
    "activity", "kind", "round", "person", "cell", "question", "value", "label", "decision", "arm",
)  # fmt: skip
"""The columns of `votes.csv`: one answer a row; `person` is a mixed number, the same within a session."""
Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Record:
    """A session as it is kept: what was asked, what it adds up to, the ideas, the locked guess.

    `rows` are every answer, one person's side by side; a session that was not opened as linked has none.
    `ideas` are all of them, each with where it `stands` and the idea it is made `one_with`, if any.
    """

    id: str
    day: str
    letter: str
    title: str
    room: RoomPlan
    sums: Sums
    rows: tuple[Row, ...] = ()
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
    def guess(self) -> dict[str, Any] | None:
        """The model's locked guess, if there is one."""
        return json_of(self.locked) if self.locked else None


def record_of(
    session: OpenSession, rows: list[dict[str, Any]], ideas: list[dict[str, Any]],
    results: list[dict[str, Any]],
) -> Record:  # fmt: skip
    """Make the record of a running session, with all its ideas; rows stay out unless it is linked."""
    room = session.plan.room.model_copy(update=session.agreed.model_dump())
    return Record(
        id=secrets.token_hex(8),
        day=session.begun[:10],
        letter=session.plan.letter,
        title=session.plan.title,
        room=room,
        sums=sums_of(rows, room),
        rows=tuple({c: r.get(c) for c in COLUMNS} for r in rows) if room.linked else (),
        ideas=tuple(_idea(i, ideas) for i in ideas),
        results=tuple(results),
        locked=session.locked,
        seal=session.seal,
        delete_on=session.deleted_on,
    )  # fmt: skip


def _idea(idea: Row, ideas: list[dict[str, Any]]) -> dict[str, Any]:
    """Give what the record keeps of an idea: what it says, where it stands, what became of it."""
    same = (idea["activity"], idea["same_as"])
    first = next((i["text"] for i in ideas if (i["activity"], i["idea"]) == same), "")
    stands = {"stands": STANDS[idea["state"]], "one_with": first}
    return {k: idea[k] for k in IDEA_KEYS} | stands


def on_paper(record: Record) -> tuple[Row, ...]:
    """Give the ideas that the page to print holds: let through, answered or made one with another.

    Those held back are left out, for the page is made to be handed on.
    """
    return tuple(i for i in record.ideas if _for_paper(i))


def _for_paper(idea: Row) -> bool:
    read = bool(idea["fate"] or idea["one_with"])
    return idea["stands"] == LET_THROUGH or (idea["stands"] == NOT_YET and read)


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
    more["ideas"] = tuple(map(_read_idea, more["ideas"]))
    room, sums = check(RoomPlan, table["room"], "session.json"), read_sums(table["sums"])
    found = Record(room=room, sums=sums, rows=_rows(votes, folder), **own, **more)
    _ = found.guess  # a damaged one is noticed here, not when it is drawn
    return found


def _read_idea(idea: dict[str, Any]) -> dict[str, Any]:
    """Read an idea, also of a record that said only whether it was shown, and with which other."""
    if "stands" in idea:
        return {"one_with": "", **idea}
    shown = str(idea.get("shown", "yes"))
    other = shown.removeprefix(PUT_TOGETHER) if shown.startswith(PUT_TOGETHER) else ""
    stands = LET_THROUGH if shown == "yes" else NOT_YET
    kept = {k: v for k, v in idea.items() if k != "shown"}
    return {**kept, "stands": stands, "one_with": other}


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
