"""Asks who counts in a survey where the file leaves it open: rows not finished, and columns of weights."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.population.columns import perhaps_weights, unused_weights
from coprod_sim.population.quoting import quote
from coprod_sim.population.reading import Reading
from coprod_sim.population.respondents import Respondents
from coprod_sim.population.survey_files import SurveyTable
from coprod_sim.population.unfinished_rows import MarkedRows, preview_rows, unfinished_rows


class WhoCountsError(InputError):
    """A survey of which nobody has said who counts.

    ``unfinished`` are rows marked as not finished, ``weights`` columns that may hold weights; ``ways``
    are the values of a reading that say it, one for each way.
    """

    def __init__(
        self, unfinished: MarkedRows | None, weights: Sequence[str], file: str = ""
    ) -> None:
        self.unfinished, self.weights = unfinished, tuple(weights)
        said = []
        if unfinished:
            said.append(
                f"{unfinished.told}; say unfinished=False to leave {unfinished.them} out, or unfinished=True"
                f" to count {unfinished.them}."
            )
        if weights:
            named = " or ".join(f"weight={quote(name)}" for name in weights)
            said.append(
                f"{weights_said(weights)}; say {named} to count by {'it' if len(weights) == 1 else 'one'}, or"
                " unweighted=True to count every person the same."
            )
        super().__init__(f"{file}{': ' if file else ''}{' Also: '.join(said)}")

    @property
    def ways(self) -> tuple[Mapping[str, Any], ...]:
        """The values of a reading that leave nothing of it open, one for each way."""
        rows = [{"unfinished": way} for way in (False, True)] if self.unfinished else [{}]
        columns = [{"weight": name} for name in self.weights]
        weights = [*columns, {"unweighted": True}] if columns else [{}]
        return tuple(one | other for one, other in product(rows, weights))


def weights_said(weights: Sequence[str]) -> str:
    """Say which columns may hold weights.

    Args:
        weights: their names.

    Returns:
        A sentence without its full stop.
    """
    names = " and ".join(map(quote, weights))
    return f"column{'s' if len(weights) > 1 else ''} {names} may hold weights"


def open_still(table: SurveyTable, reading: Reading) -> WhoCountsError | None:
    """Find what nobody has said of who counts.

    Args:
        table: the survey.
        reading: what is said about it, with its column of trust.

    Returns:
        What to ask, or nothing.
    """
    rows = unfinished_rows(table) if reading.unfinished is None else None
    weights = unused_weights(table, reading)
    return WhoCountsError(rows, weights) if rows or weights else None


def leave_out_rows(table: SurveyTable, reading: Reading, people: Respondents) -> None:
    """Drop previews and tests, and rows not finished where a person has said so, and tell of them.

    Args:
        table: the survey.
        reading: what is said about it.
        people: who is still in; changed.
    """
    previews, unfinished = preview_rows(table), unfinished_rows(table)
    if previews and not reading.previews:
        people.drop(previews.rows, previews.marked, "previews")
    elif previews:
        people.notes.append(previews.counted)
    if unfinished and reading.unfinished is False:
        people.drop(unfinished.rows, unfinished.marked, "unfinished")
    elif unfinished:
        people.notes.append(unfinished.counted)


def unweighted_note(table: SurveyTable, reading: Reading) -> str:
    """Say why every person counts the same.

    Args:
        table: the survey.
        reading: what is said about it, with its column of trust.

    Returns:
        A sentence.
    """
    used = (reading.trust, reading.group)
    found = [name for name in perhaps_weights(table) if name not in used]
    if found and reading.unweighted:
        return f"Every person counts the same, as told, although {weights_said(found)}."
    return "Every person counts the same, as no column of weights was named."
