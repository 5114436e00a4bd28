"""Write: a short text that its writer marks, part by part; the computer counts, and marks nothing."""

import re
from collections import Counter
from math import ceil
from typing import Annotated, Any, Self

from pydantic import Field, field_validator, model_validator

from coprod_sim.errors import known
from coprod_sim.learning import readability
from coprod_sim.learning.check_result import CheckResult, Status, not_tried
from coprod_sim.learning.counted import amounts_in, date_words, dates_in, full_words, sum_of_costs
from coprod_sim.learning.items import Id, Line, Text
from coprod_sim.learning.readouts import Readout, ranged, value
from coprod_sim.learning.runs import Run, play
from coprod_sim.library_files import FileValue
from coprod_sim.results.variant import all_different
from coprod_sim.words import ENGLISH, Words, words_in

OWN_WORDS, MISSING = "own_words", "missing"
"""Marks that point at no sentence: mine has it in my own way; mine does not have it yet."""
SAME = 3
"""For so many parts one sentence is looked at again; for two it can well do."""


class Criterion(FileValue):
    """One part a text needs: what it is, a line that meets it, one that misses it, and what to do then."""

    id: Id
    name: Line
    met: Line
    missed: Line
    missing: Line


class WeakerAnswer(FileValue):
    """A second answer to compare with: weaker than the model answer. `has` names the parts it has."""

    text: Text
    has: Annotated[tuple[str, ...], Field(strict=False)]
    says: Line


class RequiredFigure(FileValue):
    """A number from the learner's own run that belongs into the text, give or take `within`."""

    id: Id
    name: Line
    read: Readout
    within: Annotated[float, Field(gt=0)] = 1.0


class OwnRun(FileValue):
    """The run the learner makes, and the numbers from it that belong into the text."""

    run: Run
    figures: Annotated[tuple[RequiredFigure, ...], Field(strict=False, min_length=1, max_length=6)]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for figure in self.figures:
            figure.read.fits(self.run)
        return self


class CostSum(FileValue):
    """A list of costs that should add up: at least so many lines, and one that names the total."""

    total: Line = "total"
    lines: Annotated[int, Field(ge=2, le=20)] = 3


class WriteTable(FileValue):
    """What to write, the criteria its writer marks it by, and what the computer counts as a hint.

    `amounts` and `dates` (as day and month) stand in the notes and belong into the text.
    """

    prompt: Text
    start: str = ""
    words: Annotated[tuple[int, int], Field(strict=False)] = (40, 250)
    grade: Annotated[float, Field(ge=3, le=12)] = 6.0
    parts: Annotated[tuple[Criterion, ...], Field(strict=False, min_length=1, max_length=10)]
    amounts: Annotated[tuple[float, ...], Field(strict=False)] = ()
    dates: Annotated[
        tuple[Annotated[tuple[int, int], Field(strict=False)], ...], Field(strict=False)
    ] = ()
    from_run: OwnRun | None = None
    sum: CostSum | None = None
    weaker: WeakerAnswer

    @field_validator("dates")
    @classmethod
    def _days(cls, dates: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        for day, month in dates:
            if not (1 <= day <= 31 and 1 <= month <= 12):
                raise ValueError(f"[{day}, {month}] is no date; give the day and then the month")
        return dates

    @model_validator(mode="after")
    def _fits(self) -> Self:
        names = [p.id for p in self.parts]
        all_different(names, "part")
        for name in self.weaker.has:
            known(name, names, "one of the parts")
        low, high = self.words
        if not 0 < low < high <= 600:
            raise ValueError("words must be two numbers, the smaller first, at most 600")
        return self


TABLE, SEED = WriteTable, "learner"


def check(table: WriteTable, answer: dict[str, Any], seed: int) -> CheckResult:
    """Say what the writer has marked and what they can do next; the computer's counts are hints beside it."""
    t = words_in(ENGLISH)
    text = str(answer.get("text", "")).strip()
    if text == table.start.strip() or not text:
        return not_tried(t("learner-check-write_none"))
    if not full_words(text):
        return not_tried(t("learner-check-write_signs"))
    given = marks(table, answer)
    there = frozenset(k for k, mark in given.items() if mark not in ("", MISSING))
    whole, long = len(there) == len(table.parts), len(text.split()) >= table.words[0]
    done = whole and long
    count = t("learner-check-marked", right=len(there), all=len(table.parts))
    how = "all" if done else "short" if whole else "how"
    next_ = t(f"learner-check-marked_{how}", count=len(text.split()), low=table.words[0])
    begun = any(given.values())
    return CheckResult(
        status=Status.MARKED if done else Status.NOT_YET,
        said=(count, next_) if begun else (next_,), head="" if begun else "unmarked",
        notes={p.id: mark_said(p, given[p.id], t) for p in table.parts}, right=there,
        hints=(*same_sentence(given, t), *hints(table, text, seed)),
    )  # fmt: skip


def material(table: WriteTable) -> str:
    """Give the notes to write from."""
    return table.prompt


def marks(table: WriteTable, answer: dict[str, Any]) -> dict[str, str]:
    """Give the mark of each part; one on a sentence that is no longer in the text has lapsed."""
    raw = answer.get("marks")
    raw = raw if isinstance(raw, dict) else {}
    usable = {OWN_WORDS, MISSING, *sentences_of(str(answer.get("text", "")))}
    given = {p.id: str(raw.get(p.id)) for p in table.parts}
    return {k: mark if mark in usable else "" for k, mark in given.items()}


def sentences_of(text: str) -> list[str]:
    """Cut a text into the sentences and lines one can point at, each once, in their order."""
    pieces = re.split(r"(?<=[.!?])[*_\"')\]]*\s+|\n+", text)
    return list(dict.fromkeys(p.strip() for p in pieces if re.search(r"\w", p)))


def hints(table: WriteTable, text: str, seed: int) -> list[str]:
    """Say what a computer can count: length, hard words, amounts, dates, a sum. It may be mistaken."""
    t = words_in(ENGLISH)
    return [
        *_length(table, text, t),
        *_plainness(table, text, t),
        *_amounts(table, text, seed, t),
        *_dates(table, text, t),
        *_adds_up(table, text, t),
    ]


def same_sentence(given: dict[str, str], t: Words) -> list[str]:
    """Say of a sentence that it is pointed at for many parts; it may do all of that, or it may not."""
    counts = Counter(mark for mark in given.values() if mark not in ("", MISSING, OWN_WORDS))
    return [
        t("learner-check-same_sentence", sentence=mark, count=count, all=len(given))
        for mark, count in counts.items()
        if count >= SAME
    ]


def figures(table: WriteTable, seed: int) -> dict[str, float]:
    """Give the numbers of the learner's own run that belong into the text."""
    if table.from_run is None:
        return {}
    played = play(table.from_run.run, seed)
    return {f.id: value(f.read, played) for f in table.from_run.figures}


def filled(table: WriteTable, answer: dict[str, Any], seed: int) -> dict[str, Any]:
    """Put the numbers of a run, with their ranges, where a model answer has their ids in braces."""
    if "text" not in answer:
        return answer
    text = str(answer["text"])
    if table.from_run is not None:
        played = play(table.from_run.run, seed)
        for one in table.from_run.figures:
            text = text.replace(f"{{{one.id}}}", ranged(one.read, played))
    return answer | {"text": text}


def mark_said(part: Criterion, mark: str, t: Words) -> str:
    """Say what a mark comes to: what it points at, or what to add where the writer finds nothing."""
    if not mark:
        return t("learner-check-mark_open")
    if mark == MISSING:
        return t("learner-check-mark_missing", part=part.missing)
    if mark == OWN_WORDS:
        return t("learner-check-mark_own")
    return t("learner-check-mark_there", sentence=mark)


def _length(table: WriteTable, text: str, t: Words) -> list[str]:
    low, high = table.words
    count = len(text.split())
    if count < low:
        return [t("learner-check-short", count=count, low=low)]
    return [t("learner-check-long", count=count, high=high)] if count > high else []


def _plainness(table: WriteTable, text: str, t: Words) -> list[str]:
    said = [
        t("learner-check-banned", word=word, instead=instead)
        for word, instead in readability.banned(text).items()
    ]
    said += [
        t("learner-check-long_sentence", sentence=s) for s in readability.long_sentences(text)[:2]
    ]
    level = readability.grade(text)
    if level > table.grade:
        said.append(t("learner-check-grade", grade=f"{ceil(level)}", limit=f"{table.grade:g}"))
    return said


def _amounts(table: WriteTable, text: str, seed: int, t: Words) -> list[str]:
    given = amounts_in(text)
    said = [t("learner-check-amount", amount=f"{a:,.0f}") for a in table.amounts if a not in given]
    if table.from_run is None:
        return said
    truth = figures(table, seed)
    return said + [
        t("learner-check-figure", name=f.name, value=f"{truth[f.id]:.0f}")
        for f in table.from_run.figures
        if not any(abs(n - abs(truth[f.id])) <= f.within for n in given)
    ]


def _dates(table: WriteTable, text: str, t: Words) -> list[str]:
    given = dates_in(text)
    return [
        t("learner-check-date", date=date_words(*day)) for day in table.dates if day not in given
    ]


def _adds_up(table: WriteTable, text: str, t: Words) -> list[str]:
    if table.sum is None:
        return []
    lines, total = sum_of_costs(text, table.sum.total)
    if total is None or len(lines) < table.sum.lines:
        return [t("learner-check-no_sum", lines=table.sum.lines, word=table.sum.total)]
    if abs(sum(lines) - total) <= 0.5:
        return []
    return [t("learner-check-sum", sum=f"£{sum(lines):,.0f}", total=f"£{total:,.0f}")]
