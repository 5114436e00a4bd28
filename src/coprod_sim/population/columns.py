"""Finds the column of a survey that holds trust, and checks the columns a user named."""

from coprod_sim.errors import InputError
from coprod_sim.population.quoting import hint, listing, quote
from coprod_sim.population.reading import Reading
from coprod_sim.population.survey_files import SurveyTable
from coprod_sim.population.told_scale import TRUST_WORDS, asks_the_opposite

WEIGHT_WORDS = ("weight", "wght", "gewicht", "poids", "peso")
SHORT_FOR_WEIGHT = frozenset(["w", "wt", "wgt", "wts", "wtssps"])


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
        InputError: no column or more than one could be meant; the sentence lists the columns.
    """
    check_named(table, reading)
    if reading.trust is not None:
        return reading.trust, f"Trust is read from column {quote(reading.trust)}, as named."
    free = [name for name in table.columns if name not in (reading.group, reading.weight)]
    for word in TRUST_WORDS:
        found = [name for name in free if speaks_of(table, name, word)]
        if len(found) == 1:
            why = f"the only one that speaks of {quote(word)}"
            return found[0], f"Trust is read from column {quote(found[0])}, {why}."
        if found:
            raise InputError(_not_clear(f"{listing(found)} could be meant"))
    raise InputError(_not_clear(f"none of the columns {listing(table.columns)} is sure to be it"))


def speaks_of(table: SurveyTable, column: str, word: str) -> bool:
    """Say whether the name or the question of a column holds a word, and does not mean its opposite.

    Args:
        table: the survey.
        column: the name of a column.
        word: a word in small letters, such as ``trust``.

    Returns:
        Whether it does.
    """
    wording = f"{column} {table.questions.get(column, '')}"
    return word in wording.casefold() and not asks_the_opposite(wording)


def _not_clear(why: str) -> str:
    return f"the column of trust is not clear: {why}; name it."


def perhaps_weights(table: SurveyTable) -> list[str]:
    """List the columns that may hold weights, by their names.

    Args:
        table: the survey.

    Returns:
        Names of columns.
    """
    return [
        name
        for name in table.columns
        if name.casefold() in SHORT_FOR_WEIGHT or any(w in name.casefold() for w in WEIGHT_WORDS)
    ]


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
    if asks_the_opposite(trust) and not reading.reversed:
        notes.append(f"Check this: the name {quote(trust)} suggests that higher means less trust.")
    weights = [name for name in perhaps_weights(table) if name not in (trust, reading.group)]
    if reading.weight is None and weights:
        notes.append(f"Column {quote(weights[0])} may hold weights, and is not used.")
    return notes
