"""Shows the answers of an open survey: counted, with what each is taken for."""

from markupsafe import Markup

from coprod_sim.apps.survey.survey_fields import place
from coprod_sim.markup import joined, table
from coprod_sim.population.survey import TakenAnswer, TakenAnswers
from coprod_sim.words import Words

MOST_ROWS = 40
"""Of more different answers than this the middle ones are left out [rows]."""


def answers_shown(taken: TakenAnswers, t: Words) -> Markup:
    """Set the table of answers; long ones are cut in the middle, with how many were left out."""
    rows = taken.in_order
    heads = [t(f"survey-head-{name}") for name in ("answer", "people", "share", "taken")]
    cells = [_cells(row, taken, t) for row in rows]
    left = len(cells) - MOST_ROWS
    if left > 0:
        half = MOST_ROWS // 2
        cells = [*cells[:half], (t("survey-more", count=left), "", "", ""), *cells[-half:]]
    name = t("survey-answers", question=str(taken.reading.trust)[:200])
    return joined(table(heads, cells, name, caption=name))


def _cells(row: TakenAnswer, taken: TakenAnswers, t: Words) -> tuple[str, str, str, str]:
    words = row.words if row.words and row.words not in row.text else ""
    text = " ".join(f"{row.text} {words}".split()) or t("survey-blank")
    return text[:200], f"{row.times:,}", f"{row.share:.1%}", _taken_for(row, taken, t)


def _taken_for(row: TakenAnswer, taken: TakenAnswers, t: Words) -> str:
    if row.taken != "point" or taken.scale is None:
        return t("survey-taken-none" if row.taken == "none" else "survey-taken-open")
    if row.point is None or not taken.scale.has_points:
        return t("survey-taken-on")
    return place(t, row.point, taken.scale.high - taken.scale.low + 1)
