"""The tables of a record, each declared once: as CSV one by one, and as one Excel workbook together."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from coprod_sim.live.effect_report import numbers
from coprod_sim.live.intervals import ends
from coprod_sim.live.record import COLUMNS, COUNTS, IDEAS, VOTES, Record
from coprod_sim.live.record_corners import COLUMNS as CORNER_COLUMNS
from coprod_sim.live.record_evaluation import COLUMNS as CHANGE_COLUMNS
from coprod_sim.spreadsheet import as_texts, csv_text

WORKBOOK = "record.xlsx"
"""The file that holds every table of a record."""
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 60
"""The widest column of the workbook [characters]."""
CHANGED, CORNERS, TWO_WAYS = "changed.csv", "corners.csv", "two_ways.csv"
FILES = (COUNTS, IDEAS, TWO_WAYS, CHANGED, CORNERS, VOTES)
"""The files of all tables."""
COUNT_COLUMNS = ("activity", "round", "arm", "question", "answer", "people")
IDEA_COLUMNS = (
    "idea", "heading", "where it stands", "made one with", "what became of it", "why",
)  # fmt: skip
FATES = {"taken_up": "Taken up", "in_part": "Taken up in part", "not": "Not taken up"}


@dataclass(frozen=True, kw_only=True)
class RecordTable:
    """One table of a record: the file it goes to, the name of its sheet, its columns and rows."""

    file: str
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    @property
    def csv(self) -> str:
        """The table as CSV that no spreadsheet will run."""
        return csv_text(self.columns, self.rows)


def tables_of(record: Record) -> list[RecordTable]:
    """Give every table of a record that has rows; a linked session's holds every answer, also if none."""
    sums = record.sums
    beside = numbers(sums.effects, record.guess)
    *what, interval = CHANGE_COLUMNS
    changed = (*what, f"{interval}, low", f"{interval}, high")
    rows = [tuple(_cell(row[c]) for c in COLUMNS) for row in record.rows]
    found = (
        _table(COUNTS, "What the room said", COUNT_COLUMNS, _counts(record)),
        _table(IDEAS, "Ideas", IDEA_COLUMNS, _ideas(record)),
        _table(TWO_WAYS, "The two ways", beside.columns, beside.itertuples(index=False)),
        _table(
            CHANGED,
            "What has changed",
            changed,
            ((*c[:-1], *ends(c[-1])) for c in sums.changes),
        ),
        _table(CORNERS, "Means by corner", CORNER_COLUMNS, sums.corners),
    )
    every = [_table(VOTES, "Every answer", COLUMNS, rows)] if record.room.linked else []
    return [*(one for one in found if one.rows), *every]


def workbook(record: Record) -> bytes:
    """Give the record as an Excel workbook, a sheet for each table; no text in it is ever a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - only when somebody saves one
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    for one in tables_of(record) or [EMPTY]:
        sheet = book.create_sheet(one.sheet)
        for row in (one.columns, *one.rows):
            sheet.append([_safe(value) for value in row])
        as_texts(sheet)
        sheet.freeze_panes = "A2"
        for place, name in enumerate(one.columns, 1):
            sheet.cell(1, place).font = Font(bold=True)
            longest = max(len(str(value)) for value in (name, *(r[place - 1] for r in one.rows)))
            sheet.column_dimensions[get_column_letter(place)].width = min(WIDEST, longest + 2)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


EMPTY = RecordTable(file=COUNTS, sheet="What the room said", columns=COUNT_COLUMNS, rows=())
"""What a workbook holds when nothing was asked."""


def _table(file: str, sheet: str, columns: Any, rows: Any) -> RecordTable:
    return RecordTable(file=file, sheet=sheet, columns=tuple(columns), rows=tuple(map(tuple, rows)))


def _counts(record: Record) -> Iterator[tuple[Any, ...]]:
    for result in record.results:
        for part in result.get("rounds", ()):
            for question in part["questions"]:
                where = (result["key"], part["round"], part["arm"], question["text"])
                for cell in question["cells"]:
                    yield (*where, cell["label"], _shown(cell["count"]))


def _ideas(record: Record) -> Iterator[tuple[Any, ...]]:
    for idea in record.ideas:
        fate = FATES.get(str(idea["fate"]), "No answer yet")
        where = (idea["stands"], idea["one_with"])
        yield (idea["text"], idea.get("theme", ""), *where, fate, idea["why"])


def _shown(count: int | None) -> int | str:
    return "hidden" if count is None else count


def _cell(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list) else value


def _safe(value: Any) -> Any:
    """Give what a cell of the workbook holds: an empty cell where a number is missing."""
    return None if value != value else value  # noqa: PLR0124 - only nan differs from itself
