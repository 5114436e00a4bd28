"""Own case: the learner's own project, built of parts that are checked one by one."""

from typing import Annotated, Any

from pydantic import Field

from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.items import Id, Line
from coprod_sim.library_files import FileValue
from coprod_sim.words import ENGLISH, words_in


class WorksheetPart(FileValue):
    """One part of the own case that must be done, and what to say while it is not."""

    id: Id
    name: Line
    missing: Line


class OwnTable(FileValue):
    """The parts of an own case, in the order in which they are done."""

    parts: Annotated[tuple[WorksheetPart, ...], Field(strict=False, min_length=1)]
    rubric: Annotated[tuple[Line, ...], Field(strict=False)] = ()


TABLE, SEED = OwnTable, "none"


def check(table: OwnTable, answer: dict[str, Any], _seed: int) -> CheckResult:
    """Say which parts of the own case are done and which are not."""
    t = words_in(ENGLISH)
    done = frozenset(p.id for p in table.parts if answer.get(p.id) is True)
    if not done:
        return not_tried(t("learner-check-own_none"))
    notes = {
        p.id: t("learner-check-own_done", name=p.name) if p.id in done else p.missing
        for p in table.parts
    }
    status = Status.YES if len(done) == len(table.parts) else Status.NOT_YET
    count = t("learner-check-count", right=len(done), all=len(table.parts))
    return CheckResult(status=status, said=(count,), notes=notes, right=done, of=len(table.parts))


def in_words(table: OwnTable, _answer: dict[str, Any]) -> dict[str, InWords]:
    """Give every part; what is said to each says whether it is done."""
    return {p.id: InWords(p.name, "") for p in table.parts}
