"""Write: a short text in plain words that has every part it needs."""

import re
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from coprod_sim.learning import readability
from coprod_sim.learning.check_result import CheckResult, Status, not_tried
from coprod_sim.learning.items import Id, Line, Text
from coprod_sim.learning.readouts import Readout, value
from coprod_sim.learning.runs import Run, play
from coprod_sim.library_files import FileValue
from coprod_sim.results.variant import all_different
from coprod_sim.words import ENGLISH, Words, words_in


class RequiredPart(FileValue):
    """Something the text must hold: any of these words or patterns; and what to say if it does not."""

    id: Id
    name: Line
    any: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
    missing: Line

    @model_validator(mode="after")
    def _patterns(self) -> Self:
        for pattern in self.any:
            try:
                re.compile(pattern, re.IGNORECASE)
            except re.error as problem:
                raise ValueError(f"{pattern!r} is not a pattern: {problem}") from None
        return self


class Avoid(FileValue):
    """Something the text must not say, and why; any of these words or patterns."""

    any: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
    says: Line


class RequiredFigure(FileValue):
    """A number from the learner's own run that the text must give, to within `within`."""

    id: Id
    name: Line
    read: Readout
    within: Annotated[float, Field(gt=0)] = 1.0
    missing: Line


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
    """A list of costs that must add up: lines with the sign, and one line with the total's name."""

    sign: Line = "£"
    total: Line = "total"
    lines: Annotated[int, Field(ge=2, le=20)] = 3
    missing: Line
    wrong: Line = "Your lines add up to {sum}, but you wrote {total}."


class WriteTable(FileValue):
    """What to write: how long, how plain, with which parts, and a model answer for afterwards."""

    prompt: Text
    start: str = ""
    words: Annotated[tuple[int, int], Field(strict=False)] = (40, 250)
    grade: Annotated[float, Field(ge=3, le=12)] = 6.0
    parts: Annotated[tuple[RequiredPart, ...], Field(strict=False, min_length=1, max_length=10)]
    avoid: Annotated[tuple[Avoid, ...], Field(strict=False)] = ()
    from_run: OwnRun | None = None
    sum: CostSum | None = None
    model: Text

    @model_validator(mode="after")
    def _fits(self) -> Self:
        all_different([p.id for p in self.parts], "part")
        low, high = self.words
        if not 0 < low < high <= 600:
            raise ValueError("words must be two numbers, the smaller first, at most 600")
        return self


TABLE, SEED = WriteTable, "learner"


def check(table: WriteTable, answer: dict[str, Any], seed: int) -> CheckResult:
    """Hold a text against the stated rules; says what is there, what is missing, what is too hard."""
    t = words_in(ENGLISH)
    text = str(answer.get("text", "")).strip()
    if not text or text == table.start.strip():
        return not_tried(t("learner.check.write_none"))
    found = {p.id: any(re.search(w, text, re.IGNORECASE) for w in p.any) for p in table.parts}
    notes = {p.id: _part(p, found[p.id], t) for p in table.parts}
    said = [*_length(table, text, t), *_plainness(table, text, t), *_avoided(table, text)]
    said += _figures(table, text, seed) + _adds_up(table, text)
    right = frozenset(k for k, there in found.items() if there)
    if said or len(right) < len(table.parts):
        count = t("learner.check.parts", right=len(right), all=len(table.parts))
        return CheckResult(status=Status.NOT_YET, said=(count, *said), notes=notes, right=right)
    level = t("learner.check.write_yes", grade=f"{max(readability.grade(text), 1):.0f}")
    return CheckResult(status=Status.YES, said=(level,), notes=notes, right=right)


def figures(table: WriteTable, seed: int) -> dict[str, float]:
    """Give the numbers of the learner's own run that belong into the text."""
    if table.from_run is None:
        return {}
    played = play(table.from_run.run, seed)
    return {f.id: value(f.read, played) for f in table.from_run.figures}


def filled(table: WriteTable, answer: dict[str, Any], seed: int) -> dict[str, Any]:
    """Put the numbers of a run where a model answer has their ids in braces."""
    if "text" not in answer:
        return answer
    text = str(answer["text"])
    for name, found in figures(table, seed).items():
        text = text.replace(f"{{{name}}}", f"{abs(found):.0f}")
    return answer | {"text": text}


def _part(part: RequiredPart, there: bool, t: Words) -> str:
    said = part.name if there else part.missing
    return t(f"learner.check.{'there' if there else 'missing'}", part=said)


def _length(table: WriteTable, text: str, t: Words) -> list[str]:
    low, high = table.words
    count = len(readability.words(text))
    if count < low:
        return [t("learner.check.short", count=count, low=low)]
    return [t("learner.check.long", count=count, high=high)] if count > high else []


def _plainness(table: WriteTable, text: str, t: Words) -> list[str]:
    said = [
        t("learner.check.banned", word=word, instead=instead)
        for word, instead in readability.banned(text).items()
    ]
    said += [
        t("learner.check.long_sentence", sentence=s) for s in readability.long_sentences(text)[:2]
    ]
    level = readability.grade(text)
    if level > table.grade:
        said.append(t("learner.check.grade", grade=f"{level:.1f}", limit=f"{table.grade:g}"))
    return said


def _avoided(table: WriteTable, text: str) -> list[str]:
    return [a.says for a in table.avoid if any(re.search(w, text, re.IGNORECASE) for w in a.any)]


def _figures(table: WriteTable, text: str, seed: int) -> list[str]:
    if table.from_run is None:
        return []
    given, truth = numbers(text), figures(table, seed)
    return [
        f.missing
        for f in table.from_run.figures
        if not any(abs(abs(n) - abs(truth[f.id])) <= f.within for n in given)
    ]


def _adds_up(table: WriteTable, text: str) -> list[str]:
    if table.sum is None:
        return []
    rule, lines, total = table.sum, [], None
    for line in text.splitlines():
        sums = numbers(" ".join(re.findall(rf"{re.escape(rule.sign)}\s*[\d,.]+", line)))
        if sums and re.search(rule.total, line, re.IGNORECASE):
            total = sums[-1]
        elif sums:
            lines.append(sums[-1])
    if total is None or len(lines) < rule.lines:
        return [rule.missing]
    if abs(sum(lines) - total) <= 0.5:
        return []
    return [
        rule.wrong.format(sum=f"{rule.sign}{sum(lines):,.0f}", total=f"{rule.sign}{total:,.0f}")
    ]


def numbers(text: str) -> list[float]:
    """List the numbers in a text; 1,200 is one number."""
    found = re.findall(r"\d[\d,]*(?:\.\d+)?", text)
    return [float(n.replace(",", "")) for n in found]
