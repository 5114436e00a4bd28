"""Says the scale of a survey and its direction, and what looks odd about the answers on it."""

from coprod_sim.population.quoting import quote
from coprod_sim.population.said_otherwise import CHECK, said_otherwise
from coprod_sim.population.survey_files import SurveyTable
from coprod_sim.population.taken_answers import TakenAnswers


def scale_notes(table: SurveyTable, taken: TakenAnswers) -> list[str]:
    """Say the scale and its direction, and what looks odd about the answers on it.

    Args:
        table: the survey.
        taken: what its answers are taken for, with nothing left open.

    Returns:
        Sentences, the scale first.
    """
    scale = taken.scale
    assert scale is not None
    turned = bool(taken.reading.reversed)
    how = (
        ("the last of them", "the first of them")
        if scale.words
        else ("the highest answer", "the lowest answer")
    )
    by = f", {taken.turned_by}" if taken.turned_by and taken.turned_by != taken.why else ""
    notes = [
        f"The scale of trust is {scale.name}, {taken.why}; {how[turned]} is the most trust{by}."
    ]
    if taken.against:
        notes.append(f"{CHECK} the words of the file say the opposite ({quote(taken.against)}).")
    if otherwise := said_otherwise(table, taken):
        notes.append(otherwise)
    used = [row for row in taken.rows if row.taken == "point" and row.times]
    tops = [row.point for row in used if row.point is not None]
    if tops and max(tops) - 1 < (scale.high - scale.low) / 2:
        notes.append(f"{CHECK} nobody answered in the upper half of the scale.")
    return notes
