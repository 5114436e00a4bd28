"""Finds the column of a survey that holds trust, and checks the columns a user named."""

import re

from coprod_sim.errors import InputError
from coprod_sim.population.answer_words import is_no_answer, words_of_surveys
from coprod_sim.population.question_wording import HUMP, may_ask_otherwise, speaks_of
from coprod_sim.population.quoting import hint, listing, quote
from coprod_sim.population.reading import Reading
from coprod_sim.population.reading_numbers import read_numbers
from coprod_sim.population.survey_files import SurveyTable

WEIGHT_WORDS = (
    "weight", "wght", "gewicht", "poids", "ponder", "pondér", "peso", "pwysau", "pwysiad", "pwysoli",
)  # fmt: skip
SHORT_FOR_WEIGHT = frozenset(["w", "pond"])
"""A column called only so may hold weights."""
PARTS_FOR_WEIGHT = ("wt", "wgt")
"""No usual word begins or ends so, and parts of names do: ``wt_final``, ``WTFINAL``, ``finalwgt``."""
PART = re.compile(r"[^\W\d_]+")


MOST_ANSWERS = 21
"""A column of more different values is offered only where no other is left."""
MOST_OFFERED = 6


class TrustNotClearError(InputError):
    """A survey whose column of trust is not clear; `columns` are those to choose from."""

    def __init__(self, why: str, columns: list[str]) -> None:
        self.columns = columns
        super().__init__(
            f"it is not clear which column holds the answers on trust: {why}; say which."
        )


def check_named(table: SurveyTable, reading: Reading) -> None:
    """Check that every column named by the user exists and has one use only.

    Args:
        table: the survey.
        reading: which column holds what, as the user says.

    Raises:
        InputError: a column does not exist or is named twice.
    """
    uses: dict[str, str] = {}
    for key in ("trust", "group", "weight"):
        column = getattr(reading, key)
        if column is None:
            continue
        if column not in table.columns:
            raise InputError(
                f"there is no column {quote(column)} for {key}{hint(column, table.columns)} The"
                f" columns are {listing(table.columns)}."
            )
        if column in uses:
            raise InputError(
                f"column {quote(column)} is named for both {uses[column]} and {key}; name two"
                " different columns."
            )
        uses[column] = key


def find_trust(table: SurveyTable, reading: Reading) -> tuple[str, str]:
    """Find the column of trust: the one named, or the only one whose name or question speaks of it.

    Args:
        table: the survey.
        reading: which column holds what, as the user says.

    Returns:
        The name of the column, and a sentence that says how it was found.

    Raises:
        TrustNotClearError: no column or more than one could be meant; the sentence lists the columns.
        InputError: a column that was named does not exist or has two uses.
    """
    check_named(table, reading)
    free = [name for name in table.columns if name not in (reading.group, reading.weight)]
    plain = [name for name in free if not _otherwise(table, name)]
    if reading.trust is not None:
        found, word = _only_one(table, plain)
        return reading.trust, _found(reading.trust, word if found == [reading.trust] else "")
    for names in (plain, free):
        found, word = _only_one(table, names)
        if len(found) == 1:
            return found[0], _found(found[0], word)
        if found:
            raise TrustNotClearError(f"{listing(found)} could be meant", found)
    named = listing(table.columns)
    raise TrustNotClearError(
        f"none of the columns {named} is sure to be it", _questions(table, free)
    )


def _questions(table: SurveyTable, columns: list[str]) -> list[str]:
    """List the columns that look like a question with a few answers, or all where none does."""
    few = [c for c in columns if 2 <= len(table.values(c)[0]) <= MOST_ANSWERS]
    return (few or columns)[:MOST_OFFERED]


def _only_one(table: SurveyTable, names: list[str]) -> tuple[list[str], str]:
    """List the columns that speak of trust in the plainest word that any has, and that word."""
    for word in words_of_surveys()["speaks_of_trust"]:
        found = [name for name in names if speaks_of(_wording(table, name), word)]
        if found:
            return found, word
    return [], ""


def _otherwise(table: SurveyTable, column: str) -> bool:
    return may_ask_otherwise(column, table.questions.get(column, ""))


def _wording(table: SurveyTable, column: str) -> str:
    return f"{column} {table.questions.get(column, '')}"


def _found(column: str, word: str) -> str:
    why = f"the only one that speaks of {quote(word)}" if word else "as named"
    return f"Trust is read from column {quote(column)}, {why}."


def perhaps_weights(table: SurveyTable) -> list[str]:
    """List the columns of numbers that may hold weights, by their names or by what the file says of them.

    Args:
        table: the survey.

    Returns:
        Names of columns.
    """
    return [
        name
        for name in table.columns
        if _says_weights(table, name) and _mostly_numbers(table, name)
    ]


def _says_weights(table: SurveyTable, column: str) -> bool:
    """Say whether the name or the label of a column speaks of weights; a question is no label."""
    label = table.questions.get(column, "")
    return _names_weights(column) or ("?" not in label and _names_weights(label))


def _names_weights(words: str) -> bool:
    parts = [part.casefold() for part in PART.findall(HUMP.sub(" ", words))]
    short = any(
        part.startswith(PARTS_FOR_WEIGHT) or part.endswith(PARTS_FOR_WEIGHT) for part in parts
    )
    alone = words.casefold().strip() in SHORT_FOR_WEIGHT or "pond" in parts
    return alone or short or any(word in words.casefold() for word in WEIGHT_WORDS)


def _mostly_numbers(table: SurveyTable, column: str) -> bool:
    texts = table.values(column)[0]
    given = [text for text in texts if not is_no_answer(text)]
    return 2 * sum(number >= 0 for number in read_numbers(given)) > len(given)


def unused_weights(table: SurveyTable, reading: Reading) -> list[str]:
    """List the columns that may hold weights, where nobody has said whether to count by one.

    Args:
        table: the survey.
        reading: which column holds what, as the user says.

    Returns:
        Names of columns that have no other use, and in which not all rows are the same.
    """
    if reading.weight or reading.unweighted:
        return []
    free = [name for name in perhaps_weights(table) if name not in (reading.trust, reading.group)]
    return [name for name in free if len(table.values(name)[0]) > 1]


def cautions(table: SurveyTable, trust: str, reading: Reading) -> list[str]:
    """List what a reader should know about the choice of columns, in plain sentences.

    Args:
        table: the survey.
        trust: the column that holds trust.
        reading: which column holds what, as the user says.

    Returns:
        Sentences, the most general first.
    """
    notes: list[str] = []
    if _otherwise(table, trust) and not reading.reversed:
        asked = quote(table.questions.get(trust) or trust)
        notes.append(
            f"Check this: the question {asked} may ask for the opposite of trust, or for something else."
        )
    return notes
