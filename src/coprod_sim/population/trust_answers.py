"""Reads the trust column: which scale it uses, which answers are missing and which do not fit."""

from dataclasses import dataclass, field

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import (
    MOST_OUTSIDE,
    SCALES,
    AnswerScale,
    FloatArray,
    explain_guess,
    guess_scale,
)
from coprod_sim.population.column_mapping import ColumnMapping
from coprod_sim.population.csv_rows import SurveyRows
from coprod_sim.population.quoting import count, quote
from coprod_sim.population.survey_answers import (
    REAL_ON_0_TO_100,
    Flags,
    MissingCodes,
    SurveyAnswers,
    missing_codes,
    sort_answers,
)

MOST_TEXT = 0.20
"""The largest part of the answers that may be text which is neither a number nor "no answer"."""


@dataclass
class Respondents:
    """The people still in, one entry per row, and the notes on what was read and dropped."""

    kept: Flags
    notes: list[str] = field(default_factory=list)

    def drop(self, rows: Flags, reason: str) -> None:
        """Drop the marked people who are still in, and note how many there were.

        Args:
            rows: a flag for each row.
            reason: why, for the end of a sentence.
        """
        dropped = int((self.kept & rows).sum())
        self.kept &= ~rows
        if dropped:
            self.notes.append(f"Dropped {count(dropped, 'row')}: {reason}.")


def read_trust(
    rows: SurveyRows, column: str, mapping: ColumnMapping, respondents: Respondents
) -> tuple[FloatArray, AnswerScale]:
    """Read the trust column and drop from the respondents whoever gave no usable answer.

    Args:
        rows: the rows of the survey, as text.
        column: the column that holds trust.
        mapping: which column holds what, as the user says.
        respondents: everybody so far; whoever drops out is dropped from it.

    Returns:
        One number for each row, on the scale wherever the row is kept, and the scale.

    Raises:
        InputError: there are no numbers, or more than 20% of the answers are text or outside
            the scale.
    """
    codes = missing_codes(mapping.missing)
    answers = sort_answers(
        rows.texts(column), decimal_comma=rows.decimal_comma, also_missing=codes.texts
    )
    _drop_text(answers, column, respondents)
    scale = _choose_scale(answers.numbers, codes, mapping, respondents)
    missing = np.isin(answers.numbers, codes.on(scale))
    respondents.drop(
        missing, f"a missing code ({_each(answers.numbers[missing])}) instead of an answer"
    )
    _drop_outside(answers, missing, scale, respondents)
    _note_doubts(answers.numbers[respondents.kept], scale, codes, respondents)
    return answers.numbers, scale


def _drop_text(answers: SurveyAnswers, column: str, respondents: Respondents) -> None:
    text, numbers = int(answers.unreadable.sum()), int((~np.isnan(answers.numbers)).sum())
    if text > MOST_TEXT * (text + numbers):
        raise InputError(
            f"column {quote(column)} holds {count(text, 'answer')} that"
            f" {'is' if text == 1 else 'are'} not a number, such as"
            f" {answers.examples(answers.unreadable)}; trust must be given in numbers, so turn"
            " the words into numbers or name another column with --trust."
        )
    if numbers == 0:
        raise InputError(f"column {quote(column)} holds no numbers; name another with --trust.")
    respondents.drop(answers.blank, "no answer about trust (blank, NA, don't know, refused)")
    examples = answers.examples(answers.unreadable)
    respondents.drop(answers.unreadable, f"an answer that is not a number, such as {examples}")


def _choose_scale(
    numbers: FloatArray, codes: MissingCodes, mapping: ColumnMapping, respondents: Respondents
) -> AnswerScale:
    if mapping.scale is not None:
        respondents.notes.append(f"The scale of trust is {mapping.scale}, as given.")
        return SCALES[mapping.scale]
    left = numbers[~np.isnan(numbers) & ~np.isin(numbers, codes.numbers)]
    if left.size == 0:
        raise InputError(
            f"every number in the column of trust is a missing code ({_each(numbers)}); if they"
            " are answers, give their scale with --scale or name the missing codes with --missing."
        )
    scale = guess_scale(left)
    respondents.notes.append(explain_guess(scale, left))
    return scale


def _drop_outside(
    answers: SurveyAnswers, missing: Flags, scale: AnswerScale, respondents: Respondents
) -> None:
    given = ~np.isnan(answers.numbers) & ~missing
    outside = given & ~scale.holds(answers.numbers)
    if outside.sum() > MOST_OUTSIDE * given.sum():
        raise InputError(
            f"{int(outside.sum()):,} of {count(int(given.sum()), 'answer')} about trust lie outside"
            f" the scale {scale.name}, such as {answers.examples(outside)}; give another of the"
            f" scales {', '.join(SCALES)} with --scale, or name missing codes with --missing."
        )
    respondents.drop(
        outside, f"outside the scale {scale.name}, such as {answers.examples(outside)}"
    )


def _note_doubts(
    values: FloatArray, scale: AnswerScale, codes: MissingCodes, respondents: Respondents
) -> None:
    real = np.isin(values, REAL_ON_0_TO_100)
    if scale.name == "0-100" and not codes.named and real.any():
        respondents.notes.append(
            f"On the scale 0-100, answers such as {_each(values[real])} are read as real"
            f" ({count(int(real.sum()), 'row')}); if they mean no answer, say so with --missing."
        )
    highest = values.max(initial=scale.low)
    if values.size and highest < (scale.low + scale.high) / 2:
        respondents.notes.append(
            f"Check this: no answer is above {highest:g}, on a scale that goes to {scale.high}."
        )


def _each(values: FloatArray) -> str:
    different = np.unique(values[~np.isnan(values)])
    return ", ".join(f"{value:g}" for value in different[:10])
