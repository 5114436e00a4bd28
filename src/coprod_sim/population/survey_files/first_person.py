"""Tells rows of questions below the names of the columns from the first person's answers."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from coprod_sim.population.answer_words import end_of, is_no_answer, parted, plain
from coprod_sim.population.reading_numbers import is_number

NEARLY_ALL = 0.8
"""A column is one of numbers, or of answers that come again, if this part of its cells is."""
LONGER = 1.5
"""A text without a question mark is a question if it is so many times as long as all below it."""
SHORTEST_QUESTION = 20
"""A text without a question mark is taken for a question from this length [characters]."""

Cells = Sequence[str]
Kind = Literal["people", "questions", "unclear"]


def kind_of_row(row: Cells, below: Sequence[Cells]) -> Kind:
    """Say whether a row below the names holds questions or the answers of a person.

    Args:
        row: the cells of the row, as text.
        below: the rows that follow it.

    Returns:
        ``unclear`` where it could be either, so that somebody must say it.
    """
    votes = Counter(
        _vote(cell, [other[k] for other in below if k < len(other) and other[k]])
        for k, cell in enumerate(row)
        if cell
    )
    plainly = votes["asks"] + votes["no number"]
    unlike = plainly + votes["new"]
    if votes["alike"]:
        return "unclear" if plainly > max(1, votes["alike"]) else "people"
    if plainly > 1 or (votes["asks"] and unlike == votes.total()):
        return "questions"
    return "unclear" if unlike else "people"


def _vote(cell: str, below: Cells) -> str:
    """Say how a cell stands to those below it: it asks, is no number over numbers, is new, or alike."""
    given = [other for other in below if not is_no_answer(other)]
    if not given or is_no_answer(cell):
        return ""
    if is_number(cell) or plain(cell) in set(map(plain, given)) or _is_end(cell):
        return "alike"
    if _asks(cell, given):
        return "asks"
    if _share([other[0].isdigit() or is_number(other) for other in given]) >= NEARLY_ALL:
        return "" if cell[0].isdigit() else "no number"
    times = Counter(map(plain, given))
    return "new" if _share([times[plain(other)] > 1 for other in given]) >= NEARLY_ALL else ""


def _is_end(cell: str) -> bool:
    """Say whether a cell is an end of a scale with its number, such as "1 - Do not trust at all"."""
    words = parted(cell)[1]
    return end_of(words) != "" and not any(sign.isdigit() for sign in words)


def _asks(cell: str, below: Cells) -> bool:
    """Say whether a cell is written as a question, and none of those below it is."""
    if cell.endswith("?"):
        return not any(other.endswith("?") for other in below)
    return len(cell) >= max(SHORTEST_QUESTION, LONGER * max(map(len, below)))


def _share(flags: list[bool]) -> float:
    return sum(flags) / len(flags)
