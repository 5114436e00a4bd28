"""Writes the answers of a survey as a table for the terminal: counted, and what each is taken for."""

from coprod_sim.population.quoting import quote
from coprod_sim.population.survey import TakenAnswer, TakenAnswers

MOST_ROWS = 40
"""More different answers than this are cut short in the middle [rows]."""
WIDEST = 34


def answers_table(taken: TakenAnswers) -> str:
    """Write each answer with its count, its share, and what it is taken for.

    Args:
        taken: what the answers are taken for.

    Returns:
        Lines for the terminal.
    """
    rows = [
        (_shown(row), f"{row.times:,}", f"{row.share:.1%}", _taken_for(row, taken))
        for row in taken.in_order
    ]
    if len(rows) > MOST_ROWS:
        half = MOST_ROWS // 2
        rows = [
            *rows[:half],
            (f"... {len(rows) - MOST_ROWS:,} more ...", "", "", ""),
            *rows[-half:],
        ]
    wide = max(len(row[0]) for row in [*rows, ("answer",)])
    lines = [f"{a:<{wide}}  {b:>9}  {c:>7}  {d}".rstrip() for a, b, c, d in [HEAD, *rows]]
    return f"The answers in column {quote(taken.reading.trust)}:\n" + "\n".join(lines) + "\n\n"


HEAD = ("answer", "people", "share", "taken for")


def _shown(row: TakenAnswer) -> str:
    text = row.text if not row.words or row.words in row.text else f"{row.text} {row.words}"
    short = text if len(text) <= WIDEST else text[: WIDEST - 3] + "..."
    return "".join(c if c.isprintable() else " " for c in short) or "(blank)"


def _taken_for(row: TakenAnswer, taken: TakenAnswers) -> str:
    """Say in words what an answer is taken for."""
    if row.taken == "none":
        return "no answer"
    if row.taken == "open" or taken.scale is None:
        return "? to be said"
    points = taken.scale.high - taken.scale.low + 1
    if row.point is None:
        return "on the scale"
    end = {1.0: ", least trust", float(points): ", most trust"}.get(row.point, "")
    return f"{row.point:g} of {points}{end}" if taken.scale.has_points else f"on the scale{end}"
