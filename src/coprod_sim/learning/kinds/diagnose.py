"""Diagnose: read what happened, try things in the model if that helps, and name what broke."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from coprod_sim.errors import known
from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.items import Id, Line, RecallOption, Text
from coprod_sim.learning.runs import Run
from coprod_sim.learning.what_if import WhatIf
from coprod_sim.library_files import FileValue
from coprod_sim.results.variant import all_different
from coprod_sim.words import ENGLISH, Words, words_in


class DiagnosisOption(RecallOption):
    """One answer to a question, and why it is right or not."""

    id: Id


class Question(FileValue):
    """A question with one or more right answers."""

    id: Id
    text: Line
    options: Annotated[
        tuple[DiagnosisOption, ...], Field(strict=False, min_length=2, max_length=12)
    ]
    right: Annotated[tuple[str, ...], Field(strict=False, min_length=1)]

    @property
    def many(self) -> bool:
        """Whether more than one answer is right, so that several may be ticked."""
        return len(self.right) > 1

    @model_validator(mode="after")
    def _fits(self) -> Self:
        all_different([o.id for o in self.options], "answer")
        for name in self.right:
            known(name, [o.id for o in self.options], "one of the answers")
        return self


class Lab(WhatIf):
    """The model as a place to look: what can be tried in the last variant of a run, and how often.

    `need` runs must have been made before the answer counts.
    """

    intro: Line
    run: Run
    most: Annotated[int, Field(ge=1, le=12)] = 6
    need: Annotated[int, Field(ge=0, le=12)] = 0
    too_few: Line = "Try it in the model first. Then answer."

    @property
    def start_values(self) -> dict[str, float]:
        """Where the dials and switches stand before anything is tried."""
        return self.start(self.run, self.run.names[-1])

    def tried(self, values: Mapping[str, Any]) -> Run:
        """Give the run with what was tried applied to its last variant."""
        return self.run.turned(self.run.names[-1], *self.changes(values))

    @model_validator(mode="after")
    def _fits(self) -> Self:
        self.fits(self.run, self.run.names[-1])
        if self.need > self.most:
            raise ValueError(f"need is {self.need}, but only {self.most} runs are allowed")
        return self


class DiagnoseTable(FileValue):
    """What is to be read (Markdown, or a CSV file beside it), the questions, and a lab if there is one."""

    material: Text
    file: str = ""
    questions: Annotated[tuple[Question, ...], Field(strict=False, min_length=1, max_length=10)]
    lab: Lab | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        all_different([q.id for q in self.questions], "question")
        return self


TABLE, SEED = DiagnoseTable, "none"


def check(table: DiagnoseTable, answer: dict[str, Any], _seed: int) -> CheckResult:
    """Say for each question whether the answers are right, and why each one that was given is or is not."""
    t = words_in(ENGLISH)
    given = {q.id: chosen(q, answer) for q in table.questions}
    if not any(given.values()):
        return not_tried(t("learner-check-diagnose_none"))
    right = frozenset(q.id for q in table.questions if set(given[q.id]) == set(q.right))
    notes = {q.id: _note(q, given[q.id], t) for q in table.questions}
    said = [t("learner-check-count", right=len(right), all=len(table.questions))]
    enough = table.lab is None or _runs(answer) >= table.lab.need
    if table.lab is not None and not enough:
        said.append(table.lab.too_few)
    done = enough and len(right) == len(table.questions)
    status = Status.YES if done else Status.NOT_YET
    return CheckResult(
        status=status, said=tuple(said), notes=notes, right=right, of=len(table.questions),
        guess=guessed(table),
    )  # fmt: skip


def guessed(table: DiagnoseTable) -> float:
    """Give how many questions a guess gets right: by chance, or by the same answer or place each time."""
    single = [q for q in table.questions if not q.many]
    places = Counter([o.id for o in q.options].index(q.right[0]) for q in single)
    same = Counter(q.right[0] for q in single)
    by_chance = sum(1 / len(q.options) for q in single)
    return max(by_chance, *places.values(), *same.values(), 0.0)


def material(table: DiagnoseTable) -> str:
    """Give what is to be read."""
    return table.material


def in_words(table: DiagnoseTable, answer: dict[str, Any]) -> dict[str, InWords]:
    """Give every question, and the answers chosen to it."""
    found = {}
    for q in table.questions:
        given = chosen(q, answer)
        found[q.id] = InWords(q.text, " ".join(o.text for o in q.options if o.id in given))
    return found


def chosen(question: Question, answer: dict[str, Any]) -> list[str]:
    """Give the answers chosen to a question, as far as they are on offer."""
    raw = answer.get(question.id, [])
    listed = raw if isinstance(raw, list | tuple) else [raw]
    return [o.id for o in question.options if o.id in listed]


def _note(question: Question, given: list[str], t: Words) -> str:
    if not given:
        return t("learner-check-open")
    lines = [
        t(f"learner-check-part_{'yes' if o.id in question.right else 'no'}", text=o.text, why=o.why)
        for o in question.options
        if o.id in given
    ]
    missed = [k for k in question.right if k not in given]
    if missed and set(given) & set(question.right):
        lines.append(t("learner-check-more", left=len(missed)))
    return "\n".join(lines)


def _runs(answer: dict[str, Any]) -> int:
    made = answer.get("lab", 0)
    if isinstance(made, list | tuple):
        return len(made)
    return made if isinstance(made, int) else 0
