"""Finds where the words of a file say other ends or another direction of a scale than somebody chose."""

import math
from collections.abc import Sequence

from coprod_sim.population.counted_answers import CountedAnswers
from coprod_sim.population.quoting import count, listing, quote
from coprod_sim.population.said_of_ends import SaidOfEnds, perhaps_end, said_of_ends
from coprod_sim.population.survey_files import SurveyTable
from coprod_sim.population.taken_answers import TakenAnswers
from coprod_sim.population.told_scale import told_by

CHECK = "Check this:"
"""How a note begins that goes wherever a survey goes, as what follows may be wrong."""


def cautions_in(notes: Sequence[str]) -> list[str]:
    """Give those notes of a survey that a reader should check.

    Args:
        notes: what was noted as a survey was read.

    Returns:
        Those of them, whole.
    """
    return [note for note in notes if note.startswith(CHECK)]


def said_otherwise(table: SurveyTable, taken: TakenAnswers) -> str:
    """Hold what was chosen of a scale against what the file says of it.

    Args:
        table: the survey.
        taken: what its answers are taken for.

    Returns:
        A sentence to check, with the words of the file and what was chosen; nothing where they agree.
    """
    column = str(taken.reading.trust)
    wording = f"{column} {table.questions.get(column, '')}"
    own = _in_labels(taken.counted) or said_of_ends([wording])
    said = own or said_of_ends([table.above])
    parts = [_ends(said, taken, table), _direction(said, taken)]
    if not any(parts):
        return _words(taken)
    says = quote(said.text) if said is not None else f"a scale {_told(table, taken)}"
    look = "" if own or said is None else " Look whether that is said of this question."
    beyond = _beyond(said, taken) if parts[0] else ""
    return f"{CHECK} the file says {says}, but {' and '.join(filter(None, parts))}{beyond}.{look}"


def _in_labels(counted: CountedAnswers) -> SaidOfEnds | None:
    """Give what the words for the lowest and the highest value say of the ends, where both tell."""
    named = sorted(
        (a.number, a.words) for a in counted.answers if a.has_number and a.words and not a.none
    )
    return said_of_ends([", ".join(f"{n:g} = {words}" for n, words in named[:: len(named) - 1])]
                        ) if len(named) > 1 else None  # fmt: skip


def _ends(said: SaidOfEnds | None, taken: TakenAnswers, table: SurveyTable) -> str:
    """Say which scale was chosen where the file gives other ends."""
    scale = taken.scale
    if scale is None or scale.words or taken.why != "as told":
        return ""
    chosen, told = scale.name, _told(table, taken)
    stated = f"{said.low}-{said.high}" if said and said.reversed is not None else told
    return f"the scale is taken to be {chosen}" if stated not in ("", chosen) else ""


def _told(table: SurveyTable, taken: TakenAnswers) -> str:
    """Give the scale of numbers that a file gives of itself."""
    column = str(taken.reading.trust)
    told = told_by(column, table.questions.get(column, ""), taken.counted).scale
    return "" if told is None or told.words else told.name


def _direction(said: SaidOfEnds | None, taken: TakenAnswers) -> str:
    """Say which end was chosen where the file names the other, unless its question may be turned round."""
    if said is None or said.reversed is None or taken.against or not taken.plainly_asked:
        return ""
    turned = _turned(said, taken)
    if turned in (None, said.reversed):
        return ""
    return f"the {'lowest' if turned else 'highest'} answer is taken for the most trust"


def _turned(said: SaidOfEnds, taken: TakenAnswers) -> bool | None:
    """Say whether the lowest number is the most trust as chosen, also where it is a point of words."""
    if taken.scale is None or not taken.scale.words:
        return taken.reading.reversed
    pairs = zip(taken.counted.answers, taken.values, strict=True)
    places = {a.number: float(v) for a, v in pairs if a.has_number and not math.isnan(v)}
    low, high = places.get(said.low), places.get(said.high)
    return None if low is None or high is None or low == high else low > high


def _beyond(said: SaidOfEnds | None, taken: TakenAnswers) -> str:
    """Say how many answers count that lie beyond the ends which the file names."""
    if said is None:
        return ""
    both = zip(taken.counted.answers, taken.rows, strict=True)
    out = [
        row
        for answer, row in both
        if row.taken == "point" and row.times and not said.low <= answer.number <= said.high
    ]
    counted = sum(row.times for row in out)
    verb = "counts" if counted == 1 else "count"
    named = listing([row.text for row in out])
    return f"; {count(counted, 'answer')} beyond those ends {verb} ({named})" if out else ""


def _words(taken: TakenAnswers) -> str:
    """Say where the words at the ends of an order seem to stand the other way round."""
    words = taken.scale.words if taken.scale else ()
    if not words or taken.against or not taken.plainly_asked:
        return ""
    if (perhaps_end(words[0]), perhaps_end(words[-1])) != ("most", "least"):
        return ""
    return (
        f"{CHECK} the words of the file say the opposite: {quote(words[0])} is taken for the least trust"
        f" and {quote(words[-1])} for the most."
    )
