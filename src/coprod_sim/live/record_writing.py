"""Writes the record of a session to its folder: for machines, for a spreadsheet, and as a page."""

import json
from pathlib import Path
from typing import Any

from coprod_sim.files import write_folder
from coprod_sim.live.disclosure import MINIMUM
from coprod_sim.live.record import COLUMNS, FORMAT, Record, Row
from coprod_sim.live.record_page import charts_of, html_record
from coprod_sim.spreadsheet import csv_text


def write_record(record: Record, folder: Path) -> list[Path]:
    """Write the record to a folder: session.json, votes.csv, the charts, record.html; whole or not at all.

    Raises:
        InputError: the folder cannot be written to.
    """
    kept = _kept_id(folder)
    own = record if kept is None else Record(**{**vars(record), "id": kept})
    files = {"session.json": _session(own), "votes.csv": votes_csv(own.rows)}
    files |= {f"charts/{k:02d}_{name}.svg": c.svg for k, (name, c) in enumerate(charts_of(own), 1)}
    files |= {"record.html": html_record(own)} | (
        {"locked_guess.json": own.locked} if own.locked else {}
    )
    return write_folder(folder, files)


def votes_csv(rows: tuple[Row, ...]) -> str:
    """Write every answer as CSV that no spreadsheet will run."""
    return csv_text(COLUMNS, ([_cell(row[c]) for c in COLUMNS] for row in rows))


def _cell(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list) else value


def _session(record: Record) -> str:
    table = {
        "format": FORMAT,
        **{k: v for k, v in vars(record).items() if k not in ("rows", "room")},
        "room": record.room.model_dump(mode="json"),
        "people": record.people if record.people >= MINIMUM else f"fewer than {MINIMUM}",
    }
    return json.dumps(table, indent=1, ensure_ascii=False)


def _kept_id(folder: Path) -> str | None:
    """Keep the id when a record is saved again, so that it is never counted twice."""
    try:
        return str(json.loads((folder / "session.json").read_text(encoding="utf-8"))["id"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
