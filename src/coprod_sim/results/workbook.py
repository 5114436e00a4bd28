"""Writes results as an Excel workbook: the tables, what their columns mean, and where they come from."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.files import write_folder
from coprod_sim.spreadsheet import as_texts

MOST = 1_048_575
"""Rows that a sheet of Excel holds below its head [rows]."""


def write_workbook(
    path: str | Path, tables: Mapping[str, pd.DataFrame], about: Mapping[str, Any]
) -> Path:
    """Write tables into one workbook, a sheet each, then a sheet for their columns and one for their origin.

    Args:
        path: where the file goes; its name must end in `.xlsx`, its folder is made if it is not there.
        tables: the tables by the name of their sheet; what their columns mean is in `attrs["columns"]`.
        about: where they come from.

    Returns:
        The path.

    Raises:
        InputError: for another ending, a table too long for a sheet, or a place that cannot be written to.
    """
    target = Path(path)
    if target.suffix.lower() != ".xlsx":
        raise InputError(f"{target.name}: the name of a workbook must end in .xlsx")
    for name, table in tables.items():
        if len(table) > MOST:
            raise InputError(
                f"the table {name} has {len(table):,} rows, a sheet of Excel holds {MOST:,}; ask for fewer "
                "runs, or save it as Parquet: results.save"
            )
    sheets = {name: _flat(table) for name, table in tables.items()}
    sheets |= {"columns": _columns(tables), "origin": _origin(about)}

    def fill(file: BinaryIO) -> None:
        with pd.ExcelWriter(file, engine="openpyxl") as book:
            for name, table in sheets.items():
                table.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
                as_texts(book.sheets[name])

    write_folder(target.parent, {target.name: fill})
    return target


def _flat(table: pd.DataFrame) -> pd.DataFrame:
    """Give a table with its levels as columns, and plain texts in them."""
    whole = table.reset_index() if table.index.names != [None] else table
    texts = [name for name, kind in whole.dtypes.items() if kind.kind not in "biufc"]
    return whole.astype(dict.fromkeys(texts, object))


def _columns(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    rows = [
        {"sheet": sheet, "column": name} | about
        for sheet, table in tables.items()
        for name, about in table.attrs.get("columns", {}).items()
    ]
    return pd.DataFrame(rows)


def _origin(about: Mapping[str, Any]) -> pd.DataFrame:
    rows = [
        (name, value if isinstance(value, str | int | float) else json.dumps(value))
        for name, value in about.items()
        if name != "columns"
    ]
    return pd.DataFrame(rows, columns=["what", "value"])
