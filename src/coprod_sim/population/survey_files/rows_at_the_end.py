"""Finds totals and notes below the last person of a table."""

import re
from collections.abc import Sequence

from coprod_sim.population.reading_numbers import is_number

LOOKED_AT = 30
"""So many rows at the end of a table are looked at."""
SUMMARY = re.compile(
    r"(grand |sub)?total|sum|mean|average|avg|median|std\.? ?dev.*|standard deviation|base|count"
    r"|minimum|maximum|n ?=.*|(un)?weighted (base|total|mean)|summe|gesamt|mittelwert"
    r"|durchschnitt|cyfanswm|cymedr"
    r"|(base|source|notes?|mean|total|average|quelle|hinweis|ffynhonnell|nodyn)\b ?[:=(].*",
    re.IGNORECASE,
)
"""What stands in the first cell of a row that sums up the rows above, or says something of them."""
LONG = 20
"""A row that holds nothing but a text of this length, or below a blank row, is a note [characters]."""

Cells = Sequence[str]


def rows_at_the_end(rows: Sequence[Cells]) -> int:
    """Count the rows at the end of a table that hold totals or notes, blank ones between them included.

    Args:
        rows: the last rows of a table, as text.

    Returns:
        How many of them are no people; 0 where the last row is a person's.
    """
    found = 0
    for back in range(1, len(rows) + 1):
        row = rows[-back]
        if not any(row):
            continue
        blank_above = back < len(rows) and not any(rows[-back - 1])
        if not _is_note(row, rows[:-back], blank_above):
            break
        found = back
    return found


def _is_note(row: Cells, above: Sequence[Cells], blank_above: bool) -> bool:
    """Say whether a row begins with a word for a sum, or holds one text, where people fill more cells."""
    at = next(k for k, cell in enumerate(row) if cell)
    if is_number(row[at]) or any(row[at] == other[at] for other in above):
        return False
    if SUMMARY.fullmatch(row[at].rstrip(" :.")) or SUMMARY.fullmatch(row[at]):
        return True
    most = max([sum(map(bool, other)) for other in above], default=0)
    return sum(map(bool, row)) == 1 < most and (blank_above or len(row[at]) >= LONG)
