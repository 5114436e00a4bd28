"""What was learnt: a short test before the lessons and one after, for oneself, and pooled without names."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from secrets import choice
from typing import Annotated, Literal

from pydantic import Field, model_validator

from coprod_sim.errors import InputError
from coprod_sim.files import bytes_in, json_of
from coprod_sim.learning.answer_mark import mark_of
from coprod_sim.learning.items import Id, Line
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.library_files import FileValue, check, parse_toml
from coprod_sim.packed_text import opened
from coprod_sim.words import ENGLISH, words_in

FILE = "learnt_test.toml"
KEPT = "learnt"
"""The name under which a learner's test is kept."""
DRAFT = "learnt_draft"
"""The name under which answers are kept that are not handed in yet."""
FORMS = ("first", "second")
TIMES = ("before", "after")
ENDING = "_learnt.json"
FEWEST = 5
"""Fewer files than this are not pooled, so that nobody can be made out [people]."""
MOST_BYTES = 20_000


class LearntItem(FileValue):
    """One question of a test; `right` counts from 0."""

    id: Id
    form: Literal["first", "second"]
    about: Id
    question: Line
    options: Annotated[tuple[Line, ...], Field(strict=False, min_length=3, max_length=3)]
    right: Annotated[int, Field(ge=0, le=2)]

    @property
    def mark(self) -> str:
        """The mark of the right answer, by which a page that must not name it counts."""
        return mark_of(self.id, self.options[self.right])


class _Items(FileValue):
    item: Annotated[tuple[LearntItem, ...], Field(strict=False)]


class Learnt(FileValue):
    """What a learner may hand out: which form came first, and how many were right each time."""

    format: Literal[1] = 1
    began_with: Literal["first", "second"]
    before: Annotated[int, Field(ge=0)]
    after: Annotated[int, Field(ge=0)]
    of: Annotated[int, Field(ge=1)]

    @model_validator(mode="after")
    def _counts(self) -> "Learnt":
        if max(self.before, self.after) > self.of:
            raise ValueError(f"more are right than the {self.of} that were asked")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """What many learners learnt: right answers before and after, and the gain with its 95 % range."""

    people: int
    of: int
    before: float
    after: float
    gain: float
    low: float
    high: float
    began: dict[str, int]


@lru_cache
def items(form: str) -> tuple[LearntItem, ...]:
    """Read the questions of one form."""
    data = opened(Path(str(resources.files("coprod_sim.learning"))) / FILE)
    return tuple(i for i in check(_Items, parse_toml(data, FILE), FILE).item if i.form == form)


def form_at(store: ProgressStore, time: str) -> str:
    """Give the form that is asked at a time; which one comes first is drawn once and kept."""
    kept = store.get(KEPT, {})
    began = kept.get("began_with") if isinstance(kept, dict) else None
    if began not in FORMS:
        store.put(KEPT, {"began_with": choice(FORMS)})
        began = store.get(KEPT)["began_with"]  # drawn by another page meanwhile, if there is one
    return began if time == TIMES[0] else next(f for f in FORMS if f != began)


def draft(store: ProgressStore, time: str) -> dict[str, str]:
    """Give the answers at a time that are not handed in yet."""
    kept = store.get(DRAFT, {})
    found = kept.get(time) if isinstance(kept, dict) else None
    return found if isinstance(found, dict) else {}


def hand_in(store: ProgressStore, time: str, answers: dict[str, str]) -> None:
    """Keep the answers of a test; one that was handed in stays.

    Raises:
        InputError: If a question has no answer; "I don't know" is one.
    """
    asked = items(form_at(store, time))
    left = sum(i.id not in answers for i in asked)
    if left:
        raise InputError(words_in(ENGLISH)("learner-learnt-left", left=left))
    kept = store.get(KEPT)
    if time not in kept:
        store.put(KEPT, {**kept, time: {i.id: answers[i.id] for i in asked}})
        store.put(DRAFT, None)


def taken(store: ProgressStore, time: str) -> dict[str, str] | None:
    """Give the answers handed in at a time, or nothing."""
    kept = store.get(KEPT, {})
    found = kept.get(time) if isinstance(kept, dict) else None
    return found if isinstance(found, dict) else None


def right_in(store: ProgressStore, time: str) -> int:
    """Count the right answers at a time."""
    given = taken(store, time) or {}
    return sum(given.get(i.id) == str(i.right) for i in items(form_at(store, time)))


def to_hand_out(store: ProgressStore) -> Learnt:
    """Give the numbers a learner may hand out: no name, no time, no single answer."""
    return Learnt(
        began_with="first" if form_at(store, TIMES[0]) == "first" else "second",
        before=right_in(store, TIMES[0]), after=right_in(store, TIMES[1]),
        of=len(items(FORMS[0])),
    )  # fmt: skip


def read_folder(folder: Path) -> list[Learnt]:
    """Read the files learners handed out.

    Raises:
        InputError: For a folder without any, or a file that is none of them.
    """
    files = sorted(folder.glob(f"*{ENDING}"))
    if not files:
        raise InputError(f"{folder}: holds no file whose name ends in {ENDING}")
    return [_read(file) for file in files]


def pooled(people: Iterable[Learnt]) -> Pooled:
    """Put the numbers of many together: the mean gain of each person, with its range.

    Source: Student 1908, The probable error of a mean (paired differences).

    Raises:
        InputError: For fewer people than can be kept apart from one another.
    """
    from scipy.stats import t as student  # noqa: PLC0415 - a lesson must not wait for it

    found = list(people)
    n = len(found)
    if n < FEWEST:
        raise InputError(
            f"only {n} files; from {FEWEST} on they are put together, so that nobody can be made out"
        )
    gains = [p.after - p.before for p in found]
    gain = sum(gains) / n
    spread = math.sqrt(sum((g - gain) ** 2 for g in gains) / (n - 1))
    wide = float(student.ppf(0.975, n - 1)) * spread / math.sqrt(n)
    return Pooled(
        people=n, of=found[0].of, gain=gain, low=gain - wide, high=gain + wide,
        before=sum(p.before for p in found) / n, after=sum(p.after for p in found) / n,
        began={f: sum(p.began_with == f for p in found) for f in FORMS},
    )  # fmt: skip


def _read(file: Path) -> Learnt:
    try:
        data = bytes_in(file, MOST_BYTES)
        table = json_of(data) if len(data) <= MOST_BYTES else None
    except (OSError, ValueError):
        table = None
    if not isinstance(table, dict):
        raise InputError(f"{file.name}: cannot be read; it is no file of a short test")
    return check(Learnt, table, file.name)
