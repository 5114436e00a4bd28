"""Finds the names of the columns among titles, questions and codes at the top of a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from coprod_sim.errors import InputError
from coprod_sim.population.quoting import listing
from coprod_sim.population.reading_numbers import is_number
from coprod_sim.population.survey_files.first_person import kind_of_row

LOOKED_AT = 60
"""So many rows at the top are looked at."""
MOST_COLUMNS = 5_000
MOST_ROWS_OF_QUESTIONS = 5
"""So many rows below the names may hold questions, kinds of answers and the like, or be blank."""
LONGEST_ABOVE = 1_000
"""Of what stands above the names so much is kept [characters]."""
NEARLY_ALL = 0.6
"""A row of names fills at least this part of the cells that a usual row fills."""
ANSWER_BELOW = ("", "response", "open-ended response")
"""What stands under a question that has one column only, where options have a row of their own."""

Cells = Sequence[str]


class NamesNotFoundError(InputError):
    """A table in which the names of the columns were not found where they should stand."""


class FirstPersonNeededError(NamesNotFoundError):
    """A table in which a row below the names may hold questions, or the answers of the first person."""

    def __init__(self, row: int) -> None:
        self.ways = tuple({"first_row": first} for first in (row, row + 1))
        super().__init__(
            f"row {row:,} may hold the questions or a person's answers; say in which row the first"
            f" person stands: {row:,} or {row + 1:,}."
        )


@dataclass(frozen=True)
class TableHead:
    """The top of a table: the names of its columns, and where the rows of people begin.

    ``names_row`` and ``body`` count rows from 0. ``questions`` holds wordings by name. ``blocks``
    holds, by the name of a question that has one column an option, those columns and the options.
    ``above`` is what stands above the names, such as a title.
    """

    names: list[str]
    names_row: int
    body: int
    questions: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    above: str = ""


def find_head(
    rows: Sequence[Cells], names_row: int | None = None, first_row: int | None = None
) -> TableHead:
    """Find the names of the columns, and where the people begin.

    Args:
        rows: the first rows of a table, as text.
        names_row: the row that holds the names, counted from 1, where somebody has said it.
        first_row: the row of the first person, counted from 1, where somebody has said it.

    Returns:
        The names, the wordings and options below them, and where the people begin.

    Raises:
        NamesNotFoundError: there is no such row, what should be names are numbers or a person, or
            the first person is said to stand above them.
        FirstPersonNeededError: the row below the names may hold questions or a person's answers.
    """
    if names_row is not None and not 0 < names_row <= len(rows):
        raise NamesNotFoundError(
            f"there is no row {names_row:,} that could hold the names of the columns."
        )
    cleaned = [[" ".join(cell.split()) for cell in row] for row in rows]
    at = _names_at(cleaned) if names_row is None else names_row - 1
    below = cleaned[at + 1 : at + 3]
    _check_names(cleaned[at])
    if any(_import_ids(row) for row in below):
        head = _qualtrics(cleaned[at], at, below)
    elif below and _option_row(cleaned[at], below[0]):
        head = _with_options(cleaned[at], at, below[0])
    else:
        head = _with_questions(cleaned, at, first_row)
    above = "\n".join(", ".join(filter(None, row)) for row in cleaned[:at])[:LONGEST_ABOVE]
    body = head.body if first_row is None else _told_body(head, first_row)
    return replace(head, above=above, body=body)


def _told_body(head: TableHead, first_row: int) -> int:
    """Give the row, counted from 0, that somebody has said to be the first person's.

    Raises:
        NamesNotFoundError: it lies above the names.
    """
    if first_row <= head.names_row + 1:
        raise NamesNotFoundError(
            f"the first person cannot stand in row {first_row:,}, for the names of the columns stand"
            f" in row {head.names_row + 1:,}; say another row for one of them."
        )
    return first_row - 1


def _names_at(rows: Sequence[Cells]) -> int:
    """Take the first row that is nearly as full as a usual one; titles above it are shorter.

    Raises:
        NamesNotFoundError: nothing stands in any row.
    """
    filled = [sum(map(bool, row)) for row in rows]
    usual = median([count for count in filled if count] or [0])
    at = next((k for k, count in enumerate(filled) if count and count >= NEARLY_ALL * usual), None)
    if at is None:
        raise NamesNotFoundError(
            "the table is empty; it must hold column names and then one row a person."
        )
    if at and _option_row(rows[at - 1], rows[at]):
        return at - 1
    while at + 1 < len(rows) and filled[at + 1] > filled[at] and _only_names(rows, at + 1):
        at += 1
    return at


def _only_names(rows: Sequence[Cells], at: int) -> bool:
    """Say whether a row can only hold names: no numbers, and nothing that comes again below."""
    row, below = rows[at], rows[at + 1 :]
    if any(is_number(cell) for cell in row if cell) or _option_row(rows[at - 1], row):
        return False
    return not any(cell and any(cell == other[k] for other in below if k < len(other))
                   for k, cell in enumerate(row))  # fmt: skip


def _check_names(row: Cells) -> None:
    """Refuse a row that cannot hold the names of columns.

    Raises:
        NamesNotFoundError: it is blank or too long, or holds numbers or e-mails.
    """
    filled = [cell for cell in row if cell]
    if not filled:
        raise NamesNotFoundError(
            "the row of names is blank; it must hold the names of the columns."
        )
    if len(row) > MOST_COLUMNS:
        raise NamesNotFoundError(
            f"there are {len(row):,} columns and at most {MOST_COLUMNS:,} are allowed; keep only"
            " the columns you need."
        )
    if all(map(is_number, filled)) or any("@" in cell and " " not in cell for cell in filled):
        raise NamesNotFoundError(
            "the row that should hold the names of the columns holds numbers or a person's answers;"
            " add a row of names, or say which row holds them."
        )


def _import_ids(row: Cells) -> bool:
    filled = [cell for cell in row if cell]
    return bool(filled) and sum("ImportId" in cell for cell in filled) * 2 > len(filled)


def _qualtrics(names: Cells, at: int, below: Sequence[Cells]) -> TableHead:
    different = _different(names)
    ids = next(k for k, row in enumerate(below) if _import_ids(row))
    wording = below[0] if ids == 1 else []
    return TableHead(different, at, at + 2 + ids, dict(zip(different, wording, strict=False)))


def _with_questions(rows: Sequence[Cells], at: int, first_row: int | None) -> TableHead:
    """Pass over the rows of questions below the names; the first of them holds the wordings."""
    names, body = _different(rows[at]), at + 1
    last = len(rows) - 1 if first_row is None else first_row - 1
    asked: list[int] = []
    while body < min(last, at + 1 + MOST_ROWS_OF_QUESTIONS):
        if any(rows[body]):
            if first_row is None and not _asks(rows, body):
                break
            asked.append(body)
        body += 1
    if not asked:
        return TableHead(names, at, at + 1)
    wording = dict(zip(names, rows[asked[0]], strict=False))
    return TableHead(names, at, asked[-1] + 1, wording)


def _asks(rows: Sequence[Cells], at: int) -> bool:
    """Say whether a row holds questions.

    Raises:
        FirstPersonNeededError: it may hold questions or a person's answers.
    """
    kind = kind_of_row(rows[at], rows[at + 1 :])
    if kind == "unclear":
        raise FirstPersonNeededError(at + 1)
    return kind == "questions"


def _option_row(names: Cells, row: Cells) -> bool:
    """Say whether options stand below questions: in columns without a name, and hardly elsewhere."""
    if len(row) < len(names) or not names:
        return False
    options = [k for k, name in enumerate(names) if not name and k and row[k]]
    starts = {k - 1 for k in options}
    plain = [row[k] for k, name in enumerate(names) if name and k not in starts]
    return bool(options) and bool(plain) and all(cell.casefold() in ANSWER_BELOW for cell in plain)


def _with_options(names: Cells, at: int, row: Cells) -> TableHead:
    """Join what stands in the two rows, and gather the columns that belong to one question."""
    questions: list[str] = []
    for name in names:
        questions.append(name or (questions[-1] if questions else ""))
    members: dict[int, list[int]] = {}
    for k, name in enumerate(names):
        start = k if name or not members else max(members)
        members.setdefault(start, []).append(k)
    full = [
        f"{question}: {option}" if option and option.casefold() not in ANSWER_BELOW else question
        for question, option in zip(questions, row, strict=False)
    ]
    different = _different(full)
    blocks = {
        names[start]: ([different[k] for k in inside], [row[k] for k in inside])
        for start, inside in members.items()
        if len(inside) > 1 and names[start]
    }
    return TableHead(different, at, at + 2, blocks=blocks)


def _different(row: Cells) -> list[str]:
    """Give every column a name of its own: its place helps where two share one, or it has none.

    Raises:
        NamesNotFoundError: two are the same even so.
    """
    times = Counter(name for name in row if name)
    names = [
        name if times[name] == 1 else f"{name} (column {k})" if name else f"(no name, column {k})"
        for k, name in enumerate(row, start=1)
    ]
    if len(set(names)) < len(names):
        raise NamesNotFoundError(
            f"the names of the columns cannot be told apart ({listing(names)})."
        )
    return names
