"""Finds rows that sum up others, wherever they stand among the people of a survey."""

import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from coprod_sim.population.quoting import count, quote
from coprod_sim.population.survey_files.rows_at_the_end import SUMMARY
from coprod_sim.population.survey_files.survey_table import as_text

IN_ANY_PLACE = re.compile(
    rf"({SUMMARY.pattern}|(sub|grand )?total\b.*|all( (people|respondents|answers|residents))?"
    r"|everybody|everyone|insgesamt|alle|pawb|n)",
    re.IGNORECASE,
)
"""What the first cell of a row says that sums up other rows, in any place of a table."""
LEAST_PEOPLE = 10
"""In a shorter table one row without a number of its own says nothing [rows]."""
MOST_WITHOUT = 0.02
"""More rows than this part without a number of their own are people whom nobody gave one."""


def without_totals(frame: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Leave out rows that sum up others: by what their first cell says, or where they alone have none.

    Args:
        frame: the rows of a table.

    Returns:
        The rows of people, and in half a sentence which were left out and why.
    """
    firsts = [as_text(value) for value in frame.iloc[:, 0]] if len(frame.columns) else []
    labelled, blank = _labelled(frame, firsts), _without_number(firsts)
    said = [
        _said(frame.index[sorted(labelled)], "called {} as a row of totals is", firsts, labelled),
        _said(
            frame.index[sorted(blank - labelled)],
            f"empty in column {quote(str(frame.columns[0]))}, which every person fills"
            if firsts
            else "",
            firsts,
            blank - labelled,
        ),
    ]
    kept = [k for k in range(len(firsts)) if k not in labelled | blank]
    return (frame.iloc[kept] if labelled | blank else frame), ", ".join(filter(None, said))


def _labelled(frame: pd.DataFrame, firsts: Sequence[str]) -> set[int]:
    """Give the places of rows whose first filled cell alone holds a word for a sum."""
    times = Counter(firsts)
    words = {text for text, n in times.items() if n == 1 and IN_ANY_PLACE.fullmatch(text)}
    found = {k for k, text in enumerate(firsts) if text in words}
    return found if len(times) - len(words) > 1 and len(frame) > LEAST_PEOPLE else set()


def _without_number(firsts: Sequence[str]) -> set[int]:
    """Give the places of the few rows without a number or name, where all others have one of their own."""
    blank = {k for k, text in enumerate(firsts) if not text}
    others = [text for text in firsts if text]
    alone = len(set(others)) == len(others) >= LEAST_PEOPLE
    return blank if alone and len(blank) <= max(1, MOST_WITHOUT * len(firsts)) else set()


def _said(rows: Sequence[int], why: str, firsts: Sequence[str], at: set[int]) -> str:
    if not len(rows):
        return ""
    listed = ", ".join(f"{row:,}" for row in rows[:5])
    more = f" and {len(rows) - 5:,} more" if len(rows) > 5 else ""
    named = why.replace("{}", quote(firsts[min(at)]))
    return f"without {count(len(rows), 'row')} ({listed}{more}), {named}"
