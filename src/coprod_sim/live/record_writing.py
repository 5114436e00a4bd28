"""Writes the record of a session to its folder: for machines, for a spreadsheet, and as a page."""

import json
from pathlib import Path

from coprod_sim.files import json_in, write_folder
from coprod_sim.live.record import FORMAT, Record
from coprod_sim.live.record_page import charts_of, html_record
from coprod_sim.live.record_sums import stored
from coprod_sim.live.record_tables import FILES, WORKBOOK, tables_of, workbook


def write_record(record: Record, folder: Path) -> list[Path]:
    """Write the record to a folder: session.json, its tables, the charts, record.html; whole or not at all.

    Each table is a CSV file, and all are in one Excel workbook. Only a linked session's hold every answer.
    What an earlier saving left there and this record does not hold, such as a deleted idea, goes.

    Raises:
        InputError: the folder cannot be written to.
    """
    kept = _kept_id(folder)
    own = record if kept is None else Record(**{**vars(record), "id": kept})
    files: dict[str, str | bytes] = {"session.json": _session(own), WORKBOOK: workbook(own)}
    files |= {table.file: table.csv for table in tables_of(own)}
    files |= {f"charts/{k:02d}_{name}.svg": c.svg for k, (name, c) in enumerate(charts_of(own), 1)}
    files |= {"record.html": html_record(own)} | (
        {"locked_guess.json": own.locked} if own.locked else {}
    )
    written = write_folder(folder, files, private=True)
    for old in {folder / name for name in FILES} | set(folder.glob("charts/*.svg")):
        if old not in written:
            old.unlink(missing_ok=True)
    return written


def _session(record: Record) -> str:
    table = {
        "format": FORMAT,
        **{k: v for k, v in vars(record).items() if k not in ("rows", "room", "sums")},
        "room": record.room.model_dump(mode="json"),
        "sums": stored(record.sums),
    }
    return json.dumps(table, indent=1, ensure_ascii=False)


def _kept_id(folder: Path) -> str | None:
    """Keep the id when a record is saved again, so that it is never counted twice."""
    try:
        return str(json_in(folder / "session.json")["id"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
