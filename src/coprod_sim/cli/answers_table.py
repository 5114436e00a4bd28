"""Writes the answers of a survey as a table for the terminal: counted, and what each is taken for."""

import shlex
from pathlib import Path

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
    end = {1: ", least trust", points: ", most trust"}.get(int(row.point), "")
    return f"{row.point:g} of {points}{end}" if taken.scale.has_points else f"on the scale{end}"


KEPT = ("trust", "group", "less_heard", "weight", "sheet", "names_row", "encoding", "name")
"""The options that a command which is suggested repeats, where they were given or found."""


def _kept(taken: TakenAnswers) -> list[str]:
    given = taken.reading.model_dump(exclude_unset=True) | {"trust": taken.reading.trust}
    options: list[str] = []
    for name in KEPT:
        value = given.get(name)
        values = [] if value is None else value if isinstance(value, list | tuple) else [value]
        options += [part for one in values for part in (f"--{name.replace('_', '-')}", str(one))]
    return options


def what_to_say(taken: TakenAnswers, survey: Path) -> str:
    """Say with which options the reading is made plain.

    Args:
        taken: what the answers are taken for, with something left open.
        survey: the file.

    Returns:
        Lines for the terminal.
    """
    worded = not any(answer.has_number for answer in taken.counted.answers)
    scale = "--scale 'LEAST TRUST < ... < MOST TRUST'" if worded else "--scale LOWEST-HIGHEST"
    lines = {
        "scale": f"  {scale}",
        "direction": "  --no-reversed if the highest answer is the most trust, --reversed if the lowest is",
        "missing": f"  --missing {shlex.quote(','.join(taken.unplaced))} if these are no answers",
    }
    asked = [lines[name] for name in taken.asks]
    if "scale" in taken.asks:
        asked.append("  --missing ANSWERS for those that are none, such as codes for 'don't know'")
    again = shlex.join(["coprod-sim", "population", str(survey), *_kept(taken)])
    return "\n".join([f"Say it with {again} and", *asked])
