"""Says what each answer about trust is taken for, or what must be asked before that can be said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import AnswerScale, FloatArray
from coprod_sim.population.answer_words import end_of, is_date, plain
from coprod_sim.population.columns import find_trust
from coprod_sim.population.counted_answers import CountedAnswers, GivenAnswer, count_answers
from coprod_sim.population.ends_in_words import WordedEnds, worded_ends
from coprod_sim.population.known_orders import COUNT_ALL, proposed_order
from coprod_sim.population.number_signs import mixed_signs
from coprod_sim.population.question_wording import asks_plainly
from coprod_sim.population.quoting import listing, quote
from coprod_sim.population.reading import Reading
from coprod_sim.population.reading_numbers import not_plain, two_ways
from coprod_sim.population.said_of_ends import SaidOfEnds, said_of_ends
from coprod_sim.population.survey_files import SurveyTable
from coprod_sim.population.tables_of_counts import check_people
from coprod_sim.population.told_scale import Told, told_by

MOST_WORDS = 60
"""A column with more different answers in words than this is no question with a few answers."""

FEW_ROWS = 10
"""With more rows than this, a fraction that only the last one holds may be the mean of the others."""

Asked = Literal["scale", "direction", "missing"]
ASKS = {
    "scale": "the scale",
    "direction": "whether the highest or the lowest answer is the most trust",
    "missing": "which answers are none",
}


@dataclass(frozen=True)
class TakenAnswer:
    """One answer as it is shown to people: how often it came, its share, and what it is taken for.

    ``taken`` is ``point`` (``point`` says which one, counted from 1 for the least trust where the
    scale and its direction are known), ``none`` for no answer, or ``open`` where it must be asked.
    ``first`` is the row in which it comes first, as a spreadsheet program counts; 0 where it never does.
    """

    text: str
    words: str
    times: int
    share: float
    taken: Literal["point", "none", "open"]
    point: float | None = None
    first: int = 0


@dataclass(frozen=True)
class TakenAnswers:
    """What the answers in the column of trust are taken for, and what is still to be asked.

    ``values`` holds for each answer its place on the scale, higher for more trust, and NaN for no
    answer. ``reading`` is the reading with all that the file says itself filled in; ``why`` says who
    told the scale and ``turned_by`` who told its direction. ``against`` are words of the file that say
    the opposite of that direction; ``plainly_asked`` is false where the question may be turned round.
    ``proposed`` are answers in words in their usual order, which nobody has said yet;
    ``hint`` is what the file says of the ends of a scale, where scale or direction is asked.
    """

    counted: CountedAnswers
    reading: Reading
    scale: AnswerScale | None
    values: FloatArray
    rows: tuple[TakenAnswer, ...]
    asks: tuple[Asked, ...]
    why: str = ""
    turned_by: str = ""
    against: str = ""
    plainly_asked: bool = True
    proposed: tuple[str, ...] = ()
    hint: SaidOfEnds | None = None

    @property
    def in_order(self) -> tuple[TakenAnswer, ...]:
        """The answers as they are best read: points of a scale in words from least to most trust."""
        if self.scale is None or not self.scale.words:
            return self.rows
        return tuple(sorted(self.rows, key=lambda row: (row.point is None, row.point or 0.0)))

    @property
    def worded_ends(self) -> tuple[WordedEnds, ...]:
        """The scales that answers in words may complete at the ends of a run of numbers."""
        left = "scale" in self.asks or "missing" in self.asks
        told = self.scale if self.scale is None or not self.scale.words else None
        return worded_ends(self.counted, told) if left else ()

    @property
    def unplaced(self) -> tuple[str, ...]:
        """The answers that are neither on the scale nor known to be none."""
        return tuple(row.text for row in self.rows if row.taken == "open" and row.times)


class SeveralReadingsError(InputError):
    """A survey that more than one reading fits: what must be said, and the answers as they stand."""

    def __init__(self, taken: TakenAnswers, file: str = "") -> None:
        self.taken = taken
        what = " and ".join(ASKS[asked] for asked in taken.asks)
        if "missing" in taken.asks and taken.scale is not None:
            row = min(r.first for r in taken.rows if r.text in taken.unplaced)
            several = len(taken.unplaced) > 1
            are, first = ("are no points", "the first") if several else ("is no point", "it first")
            what += (
                f" ({listing(taken.unplaced)} {are} of the scale {taken.scale.name}; {first} stands in"
                f" row {row:,})"
            )
        super().__init__(
            f"{file}{': ' if file else ''}the answers in column {quote(taken.reading.trust)} can be"
            f" read in more than one way; say {what}.{_because(taken)}"
        )


def _because(taken: TakenAnswers) -> str:
    """Say what about a question or its answers makes it unclear, where it is not the numbers alone."""
    said = ""
    if not taken.plainly_asked and "missing" not in taken.asks:
        said += (
            " The question does not plainly ask how much people trust, so its words do not tell which"
            " end is the most trust."
        )
    said += _order_asked(taken)
    mixed = mixed_signs([a.text for a in taken.counted.answers if a.times and not a.none])
    said += f" {mixed}" if mixed else ""
    for found in taken.worded_ends[:1]:
        ends = " and ".join(f"{n} is {quote(words)}" for n, words in found.ends)
        said += f" If {ends}, say scale={found.scale.name!r}."
    dates = [text for text in taken.unplaced if is_date(text)]
    if dates:
        said += (
            f" {quote(dates[0])} is a date, which a spreadsheet program may have made of an answer"
            " such as '1-2'."
        )
    return said


def _order_asked(taken: TakenAnswers) -> str:
    """Say how answers in words are put in order, those that nobody chose among them."""
    given = [a for a in taken.counted.answers if a.times and not a.none]
    if "scale" not in taken.asks or not given or any(a.has_number for a in given):
        return ""
    usual = " < ".join(taken.proposed)
    such = f" In their usual order: scale={usual!r}." if usual else ""
    return f" Put the answers in order, the least trust first. {COUNT_ALL}{such}"


def take_answers(table: SurveyTable, reading: Reading) -> TakenAnswers:
    """Say what each answer about trust is taken for.

    Args:
        table: the survey.
        reading: what is said about it.

    Returns:
        Each answer with what it is taken for; `asks` is empty when nothing is left open.

    Raises:
        InputError: the column of trust is not clear, or holds anything but a few different answers.
    """
    column = find_trust(table, reading)[0]
    _check_plain(table.values(column)[0], column)
    counted, question = count_answers(table, column), table.questions.get(column, "")
    told = told_by(column, question, counted)
    _check(table, counted, column)
    scale = reading.answer_scale or told.scale
    turned = _turned(reading, told, scale)
    missing = [_is_missing(answer, reading, scale) for answer in counted.answers]
    values = _values(counted, scale, missing)
    values[_perhaps_mean(counted)] = np.nan
    asks = _asks(counted, scale, turned, values, missing)
    clear = asks_plainly(column, question)
    values = scale.turned(values) if turned and scale is not None else values
    return TakenAnswers(
        counted=counted,
        reading=_filled(reading, column, scale, turned),
        scale=scale,
        values=values,
        rows=_with_first(table, counted, _rows(counted, scale, turned, values, missing)),
        asks=asks,
        why=told.why if _is_found(reading, told, scale, counted) else "as told",
        turned_by=_turned_by(told, scale, turned),
        against=_against(counted, told, scale, values, turned, question or column) if clear else "",
        plainly_asked=clear,
        proposed=() if scale else _proposed(counted),
        hint=_hint(table, column) if "direction" in asks else None,
    )


def _check(table: SurveyTable, counted: CountedAnswers, column: str) -> None:
    _check_kind(counted, column)
    check_people(table, counted, column)


def _hint(table: SurveyTable, column: str) -> SaidOfEnds | None:
    """Give what the file itself says of the ends of a scale, where it does."""
    return said_of_ends((f"{column} {table.questions.get(column, '')}", table.above))


def _proposed(counted: CountedAnswers) -> tuple[str, ...]:
    """Give answers in words in their usual order, where there is one."""
    given = [answer for answer in counted.answers if not answer.none]
    return () if any(a.has_number for a in given) else proposed_order([a.text for a in given])


def _with_first(
    table: SurveyTable, counted: CountedAnswers, rows: Iterable[TakenAnswer]
) -> tuple[TakenAnswer, ...]:
    first = _first_rows(table, counted)
    return tuple(replace(row, first=first.get(k, 0)) for k, row in enumerate(rows))


def _turned_by(told: Told, scale: AnswerScale | None, turned: bool | None) -> str:
    """Say "as told" of a direction that a person gave, where the file did not."""
    worded = scale is not None and bool(scale.words) and not turned
    return "" if turned == told.reversed or turned is None or worded else "as told"


def _is_found(
    reading: Reading, told: Told, scale: AnswerScale | None, counted: CountedAnswers
) -> bool:
    """Say whether the file gives each answer the place that a person has said, if anybody has."""
    if reading.scale is None or scale == told.scale:
        return True
    if scale is None or told.scale is None or scale.high != told.scale.high or not told.scale.words:
        return False
    return all(_point(a, scale) == _point(a, told.scale) for a in counted.answers if a.times)


def _against(
    counted: CountedAnswers,
    told: Told,
    scale: AnswerScale | None,
    values: FloatArray,
    turned: bool | None,
    question: str,
) -> str:
    """Give words of the file that say the opposite of the direction that a person has said."""
    if scale is None or turned is None:
        return ""
    middle = (scale.low + scale.high) / 2
    for answer, value in zip(counted.answers, values, strict=True):
        end = end_of(answer.words or ("" if answer.has_number else answer.text))
        if (end == "most" and value < middle) or (end == "least" and value > middle):
            text = "" if answer.words in answer.text and answer.words else answer.words
            return f"{answer.text} {text}".strip()
    return question if told.reversed is not None and turned != told.reversed else ""


def _check_plain(texts: Sequence[str], column: str) -> None:
    """Refuse answers that may be read in two ways.

    Raises:
        InputError: nothing in the column tells which.
    """
    for text in two_ways(texts)[:1]:
        raise InputError(
            f"column {quote(column)} holds {text}{not_plain(text)}; write thousands in full and without a"
            " sign, and decimals with a point, and give the file again."
        )


def _first_rows(table: SurveyTable, counted: CountedAnswers) -> dict[int, int]:
    """Give the row in which each answer comes first, by its place."""
    places, at = np.unique(counted.place, return_index=True)
    return {int(k): int(table.frame.index[row]) for k, row in zip(places, at, strict=True)}


def _check_kind(counted: CountedAnswers, column: str) -> None:
    """Refuse a column of names, comments or the like, and show none of it.

    Raises:
        InputError: it holds many different texts, or no answer at all.
    """
    words = [answer for answer in counted.answers if not answer.has_number and not answer.none]
    if len(words) > MOST_WORDS:
        raise InputError(
            f"column {quote(column)} holds {len(words):,} different texts, so it is no question with"
            " a few answers; choose another question."
        )
    given = [answer for answer in counted.answers if answer.times and not answer.none]
    if not given:
        raise InputError(f"column {quote(column)} holds no answers; choose another question.")
    if all(is_date(answer.text) for answer in given):
        raise InputError(
            f"column {quote(column)} holds dates such as {quote(given[0].text)}, which a spreadsheet"
            " program may have made of answers such as '1-2'; give the file as it was before, or"
            " choose another question."
        )


def _turned(reading: Reading, told: Told, scale: AnswerScale | None) -> bool | None:
    """Say whether the lowest answer is the most trust; words are given from least to most."""
    if reading.reversed is not None:
        return reading.reversed
    if scale is not None and scale.words:
        return False
    return told.reversed if reading.scale is None or scale == told.scale else None


def _is_missing(answer: GivenAnswer, reading: Reading, scale: AnswerScale | None) -> bool:
    named = any(answer.is_called(name) for name in reading.missing)
    return named or (answer.none and _point(answer, scale) is None)


def _point(answer: GivenAnswer, scale: AnswerScale | None) -> float | None:
    """Give the place of an answer on a scale: by its words, or by its number."""
    if scale is None:
        return None
    if scale.words:
        known = [plain(word) for word in scale.words]
        for name in (plain(answer.text), plain(answer.words)):
            if name and name in known:
                return float(known.index(name) + 1)
        return None
    on_it = answer.has_number and scale.low <= answer.number <= scale.high
    return answer.number if on_it and not answer.none else None


def _values(counted: CountedAnswers, scale: AnswerScale | None, missing: list[bool]) -> FloatArray:
    points = [
        None if none else _point(answer, scale)
        for answer, none in zip(counted.answers, missing, strict=True)
    ]
    return np.array([np.nan if p is None else p for p in points], dtype=np.float64)


def _perhaps_mean(counted: CountedAnswers) -> list[int]:
    """Find an answer of the last row that alone lies between whole numbers, as the mean of a column does."""
    last = int(counted.place[-1])
    given = [(k, a.number) for k, a in enumerate(counted.answers) if a.times and a.has_number]
    between = [k for k, number in given if not number.is_integer()]
    alone = between == [last] and counted.answers[last].times == 1
    return [last] if alone and len(counted.place) > FEW_ROWS else []


def _asks(
    counted: CountedAnswers,
    scale: AnswerScale | None,
    turned: bool | None,
    values: FloatArray,
    missing: list[bool],
) -> tuple[Asked, ...]:
    asks: list[Asked] = []
    if scale is None:
        asks.append("scale")
    worded = not any(answer.has_number for answer in counted.answers)
    if turned is None and not (scale is None and worded):
        asks.append("direction")
    left = [
        answer
        for answer, value, none in zip(counted.answers, values, missing, strict=True)
        if answer.times and np.isnan(value) and not none
    ]
    if scale is not None and left:
        asks.append("missing")
    return tuple(asks)


def _rows(
    counted: CountedAnswers,
    scale: AnswerScale | None,
    turned: bool | None,
    values: FloatArray,
    missing: list[bool],
) -> tuple[TakenAnswer, ...]:
    total = max(1, sum(answer.times for answer in counted.answers))
    rows: list[TakenAnswer] = []
    for answer, value, none in zip(counted.answers, values, missing, strict=True):
        on_scale = scale is not None and not np.isnan(value)
        point = float(value) - scale.low + 1 if on_scale and scale and turned is not None else None
        rows.append(
            TakenAnswer(
                text=answer.text,
                words=answer.words,
                times=answer.times,
                share=answer.times / total,
                taken="none" if none else "point" if on_scale else "open",
                point=point,
            )
        )
    return tuple(rows)


def _filled(
    reading: Reading, column: str, scale: AnswerScale | None, turned: bool | None
) -> Reading:
    """Fill in what the file says itself, so that the same reading gives the same result again."""
    said = None if scale is None else scale.words or scale.name
    return reading.model_copy(update={"trust": column, "scale": said, "reversed": turned})
