"""Suggests commands that read a survey without leaving anything open: whole ones, to be pasted."""

import math
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from coprod_sim.population.answer_scales import MOST_POINTS, AnswerScale
from coprod_sim.population.counted_answers import GivenAnswer
from coprod_sim.population.known_orders import COUNT_ALL
from coprod_sim.population.quoting import listing, quote
from coprod_sim.population.reading import Reading
from coprod_sim.population.said_of_ends import SaidOfEnds
from coprod_sim.population.survey import TakenAnswers
from coprod_sim.population.who_counts import WhoCountsError, weights_said

NONE_IS_TRUE = (
    "If none is true of your survey, write the lowest and the highest answer that people could give behind"
    " --scale, such as --scale 1-5, and --reversed where the lowest is the most trust, --no-reversed where"
    " the highest is."
)
USUAL = ((1, 4), (1, 5), (1, 7), (0, 10), (1, 10))
"""Scales that many surveys have: their lowest and their highest answer."""
NOBODY = "(nobody chose)"
"""Stands in an order of answers for one that nobody chose, until somebody writes it."""
IN_ORDER = (
    f"the answers in order, the least trust first, with < in place of ?. {COUNT_ALL} Write each of these in"
    f" its place for {NOBODY}, which goes where there is none:"
)


@dataclass(frozen=True)
class Command:
    """What was typed: the survey, where its people are written, and how it is read."""

    survey: Path
    out: Path | None
    reading: Reading

    def but(self, changes: Mapping[str, Any]) -> str:
        """Write the whole command again, with some of its options changed.

        Args:
            changes: values by field of a reading.

        Returns:
            A line for the terminal, quoted for its shell.
        """
        said = self.reading.model_dump(exclude_unset=True) | dict(changes)
        options = [part for name, value in said.items() for part in _option(name, value)]
        options += [] if self.out is None else _option("out", str(self.out))
        return shlex.join(["coprod-sim", "population", str(self.survey), *options])


def _hinted(hint: SaidOfEnds) -> str:
    """Show what the file says of the ends of a scale, and what follows if it is said of this question."""
    said = f"The file says: {quote(hint.text)}."
    if hint.reversed is None:
        return f"{said} Look whether that is said of this question."
    end = "lowest" if hint.reversed else "highest"
    return f"{said} If that is said of this question, the {end} answer is the most trust."


def _as_hinted(hint: SaidOfEnds | None, scale: AnswerScale, *, turned: bool) -> bool:
    return hint is not None and (scale.low, scale.high, turned) == (
        hint.low,
        hint.high,
        hint.reversed,
    )


def _option(name: str, value: Any) -> list[str]:
    """Write one field as options; a value that begins with a minus must hang on its name."""
    flag = f"--{name.replace('_', '-')}"
    if value is None or isinstance(value, bool):
        return [] if value is None else [flag if value else f"--no-{flag[2:]}"]
    if name == "scale" and not isinstance(value, str):
        value = " < ".join(value)
    values = [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
    if name == "missing" and len(values) == 1 and "," in values[0]:
        values *= 2  # given once, it would be parted at its commas
    return [part for one in values
            for part in ([f"{flag}={one}"] if one.startswith("-") else [flag, one])]  # fmt: skip


def one_of(command: Command, changes: Sequence[Mapping[str, Any]]) -> str:
    """Suggest one command for each way of saying what was left open.

    Args:
        command: what was typed.
        changes: for each way, values by field of a reading.

    Returns:
        Lines for the terminal; nothing where there is no way.
    """
    lines = [f"  {command.but(one)}" for one in changes]
    return "\n".join(["Take one of these:", *lines]) if lines else ""


def who_counts(needed: WhoCountsError, command: Command) -> str:
    """Ask who counts, with a whole command for each way of saying it.

    Args:
        needed: what nobody has said.
        command: what was typed.

    Returns:
        A question, and lines for the terminal.
    """
    lines = [f"say who counts: {_left_open(needed)}."]
    lines.append("Take the command below the sentence that is true of your survey:")
    for way in needed.ways:
        lines += [f"- {_who(way)}:", f"  {command.but(way)}"]
    return "\n".join(lines)


def _left_open(needed: WhoCountsError) -> str:
    told = needed.unfinished.told if needed.unfinished else ""
    return ", and ".join(
        filter(None, (told, weights_said(needed.weights) if needed.weights else ""))
    )


def _who(way: Mapping[str, Any]) -> str:
    """Say in words who counts by a command, and by what."""
    said = {True: "rows not finished count", False: "rows not finished are left out"}
    parts = [said[way["unfinished"]]] if "unfinished" in way else []
    parts += (
        [f"people count by the weights in column {quote(way['weight'])}"] if "weight" in way else []
    )
    parts += ["every person counts the same"] if "unweighted" in way else []
    return ", and ".join(parts)


def what_to_say(
    taken: TakenAnswers,
    command: Command,
    who: WhoCountsError | None = None,
) -> str:
    """Suggest the commands that make the reading plain, each below what it takes the answers for.

    Args:
        taken: what the answers are taken for, with something left open.
        command: what was typed.
        who: what nobody has said of who counts, which is asked next.

    Returns:
        Lines for the terminal.
    """
    ways = [
        (scale, turned, none) for scale, none in _scales(taken) for turned in _directions(taken)
    ]
    ways.sort(key=lambda way: not _as_hinted(taken.hint, way[0], turned=way[1]))
    lines = [f"Who counts is asked next: {_left_open(who)}."] if who else []
    lines += [_hinted(taken.hint)] if taken.hint else []
    lines += ["Take the command below the sentence that is true of your survey:"] if ways else []
    lines += _ends_in_words(taken, command)
    for scale, turned, none in ways:
        said = {"scale": scale.words or scale.name, "reversed": turned}
        again = command.but(_found(taken, none) | said)
        lines += [f"{_says(scale, turned, none)}", f"  {again}"]
    if any(not answer.has_number for answer in _to_order(taken)):
        order = " ? ".join([*_texts_to_order(taken), NOBODY])
        again = command.but(_found(taken, []) | {"scale": order, "reversed": False})
        lines += [f"{'Or put' if ways else 'Put'} {IN_ORDER}", f"  {again}"]
    lines += [NONE_IS_TRUE] if ways and "scale" in taken.asks and not taken.proposed else []
    return "\n".join(lines)


def _ends_in_words(taken: TakenAnswers, command: Command) -> list[str]:
    """Offer words as the ends of a run of numbers, before anything that would drop them."""
    lines: list[str] = []
    for way in taken.worded_ends:
        if taken.reading.reversed in (None, way.reversed):
            ends = ", ".join(f"{n} is {words!r}" for n, words in way.ends)
            most = way.low if way.reversed else way.high
            said = {"scale": way.scale.words, "reversed": False}
            lines += [
                f"- answers go from {way.low} to {way.high}, {ends}, and {most} is the most trust:",
                f"  {command.but(_found(taken, []) | said)}",
            ]
    return lines


def _to_order(taken: TakenAnswers) -> list[GivenAnswer]:
    """List the answers that can be put in order: where the scale is open, or no number stands at an end."""
    if "scale" in taken.asks or taken.scale is None:
        return _open(taken) if "scale" in taken.asks else []
    given = {answer.number for answer in _open(taken)}
    free = not taken.scale.words and not {taken.scale.low, taken.scale.high} <= given
    return _open(taken) if free and "missing" in taken.asks else []


def _texts_to_order(taken: TakenAnswers) -> list[str]:
    """Give the answers that can be put in order, with those that a usual order has and nobody chose."""
    return list(taken.proposed) or [answer.text for answer in _to_order(taken)]


def _directions(taken: TakenAnswers) -> tuple[bool, ...]:
    """Give the directions that may be meant; of words in order both only where a question is unclear."""
    if taken.reading.reversed is not None:
        return (taken.reading.reversed,)
    return (False,) if taken.proposed and taken.plainly_asked else (False, True)


def _found(taken: TakenAnswers, none: Sequence[GivenAnswer]) -> dict[str, Any]:
    """Give the column that was found, and all answers that are none."""
    missing = [*taken.reading.missing, *(answer.text for answer in none)]
    return {"trust": taken.reading.trust, "missing": missing or None}


def _open(taken: TakenAnswers) -> list[GivenAnswer]:
    """List the answers given that are not known to be none."""
    both = zip(taken.counted.answers, taken.rows, strict=True)
    return [answer for answer, row in both if row.times and row.taken != "none"]


def _scales(taken: TakenAnswers) -> list[tuple[AnswerScale, list[GivenAnswer]]]:
    """List the scales that may be meant, each with the answers that would then be none."""
    given = _open(taken)
    if taken.scale is not None:
        return [(taken.scale, [a for a in given if a.text in taken.unplaced])]
    if taken.proposed:
        return [(AnswerScale(1, len(taken.proposed), taken.proposed), [])]
    if whole := taken.counted.out_of:
        return [(scale, []) for low in (0, 1) if (scale := AnswerScale(low, whole))]
    numbers = sorted({answer.number for answer in given if answer.has_number})
    scales = dict.fromkeys(one for cut in _cuts(numbers) for one in _around(cut))
    if taken.hint:
        scales |= {AnswerScale(taken.hint.low, taken.hint.high): None}
    return [(s, [a for a in given if not (a.has_number and s.low <= a.number <= s.high)])
            for s in scales]  # fmt: skip


def _cuts(numbers: list[float]) -> Iterator[list[float]]:
    """Give the numbers that may be answers: all, those below a gap, all but the last of a few."""
    above = [n for n in numbers if n >= 0] if numbers and numbers[-1] > 0 else numbers
    if len(above) < 2:
        return
    gaps = _gaps(above)
    if gaps:
        yield above[: gaps[0]]
    elif above[-1] in (6, 11):
        yield above[:-1]
    if len(above) != len(numbers) or not gaps or above[-1] <= 10:
        yield above
    if len(above) != len(numbers):
        yield numbers


def _gaps(above: list[float]) -> list[int]:
    """Find where codes for no answer may begin: on a slider hardly any number is one."""
    steps = [after - before for before, after in pairwise(above)]
    gaps = [k for k in range(2, len(above)) if steps[k - 1] > 1]
    few = [k for k in gaps if len(above) - k <= k]
    even = len(set(steps)) == 1 and len(steps) > 2
    return few if len(above) > MOST_POINTS else [] if even else gaps


def _around(numbers: Sequence[float]) -> Iterator[AnswerScale]:
    """Give the scales of whole numbers that such answers lie on."""
    low, high = math.floor(numbers[0]), math.ceil(numbers[-1])
    high = 100 if MOST_POINTS < high < 100 else high
    if low > 0 and high == 100 and len(numbers) > MOST_POINTS:
        yield AnswerScale(0, high)
    yield AnswerScale(min(low, 1), high)
    used_to_its_ends = low in (0, 1) and high in {top for _, top in USUAL}
    if not used_to_its_ends and not _gaps(list(numbers)):
        yield from (AnswerScale(*ends) for ends in USUAL if ends[0] <= low and high <= ends[1])
    if low > 0 and high in (10, 100):
        yield AnswerScale(0, high)


def _says(scale: AnswerScale, turned: bool, none: Sequence[GivenAnswer]) -> str:
    """Say in words how a command takes the answers."""
    most = scale.low if turned else scale.high
    ends = f"answers go from {scale.low} to {scale.high}, and {most} is the most trust"
    if scale.words:
        most_trust = repr(scale.words[0] if turned else scale.words[-1])
        ends = f"the answers go {scale.name}, and {most_trust} is the most trust"
    named = [answer.text for answer in none]
    verb = "is no answer" if len(named) == 1 else "are no answers"
    return f"- {ends}{f'; {listing(named)} {verb}' if named else ''}:"
