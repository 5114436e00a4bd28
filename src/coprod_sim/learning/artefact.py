"""What a learner makes for a decision of their own: its boxes, its criteria, and what was made so far."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from coprod_sim.learning.items import Id, Line
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.library_files import FileValue, check
from coprod_sim.results.variant import all_different

FILE = "artefacts.toml"
ARTEFACT = "artefact/"
"""How the names of what learners make begin in the progress file."""
DECISION = "journal/0_start_here/place"
"""Where the learner's own decision is kept; it is written in the first lesson and runs through all others."""
WRITER = "writer"
"""Where the name is kept under which a learner saves pages for others."""
LEVELS = ("2", "1", "0")
"""How far a criterion is met: there, partly, not there."""
MARKERS = ("mine", "peer")
"""Who marks: the maker first, then somebody else."""


class PageBox(FileValue):
    """One box to write in."""

    id: Id
    label: Line
    head: str = ""
    """What it stands under on the page for others, who read statements and no questions."""
    help: str = ""
    least: Annotated[int, Field(ge=1, le=40)] = 2
    """With fewer full words it counts as empty: a day and a name are enough, signs are not [words]."""
    record: bool = False
    """A record of trying it out, kept by the maker: no part of the page that is given to others."""


class PageCriterion(FileValue):
    """Something a peer can see, with a line that meets it and one that misses it."""

    id: Id
    boxes: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    """The boxes it speaks of; while all of them are empty it cannot be there."""
    every: bool = False
    """Whether it cannot be there while even one of them is empty."""
    name: Line
    meets: Line
    misses: Line
    must: bool = False


class PageAnswer(FileValue):
    """A whole answer to compare with: its boxes, the criteria it meets, and what a teacher says of it."""

    boxes: dict[str, Line]
    meets: Annotated[tuple[str, ...], Field(strict=False)]
    says: Line


class Artefact(FileValue):
    """One thing to make: what for, its boxes, its criteria, what it cannot do, and two answers to it."""

    lesson: str
    title: Line
    minutes: Annotated[int, Field(ge=5, le=90)]
    use: Line
    limit: Line
    signed: bool = False
    """Whether it is signed: then its page has places for names, days and signatures."""
    place_head: str = ""
    """What the answer on the learner's own place stands under on the page for others; else it is private."""
    sources: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
    boxes: Annotated[tuple[PageBox, ...], Field(strict=False, min_length=2, max_length=8)]
    criteria: Annotated[tuple[PageCriterion, ...], Field(strict=False, min_length=3, max_length=6)]
    answers: Annotated[tuple[PageAnswer, ...], Field(strict=False, min_length=2, max_length=2)]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        all_different([b.id for b in self.boxes], "box")
        all_different([c.id for c in self.criteria], "criterion")
        if sum(c.must for c in self.criteria) != 1:
            raise ValueError(
                "one criterion must have must = true, so that it cannot be averaged away"
            )
        for box in self.boxes:
            if bool(box.head) == box.record:
                raise ValueError(
                    f"the box {box.id} needs a head, unless it is a record: others read it"
                )
        self._spoken_of()
        self._answered()
        return self

    def _spoken_of(self) -> None:
        """Refuse a criterion that speaks of a box there is not."""
        known = [b.id for b in self.boxes]
        for one in self.criteria:
            for name in one.boxes:
                if name not in known:
                    said = f"the criterion {one.id} speaks of a box {name}, and there is none"
                    raise ValueError(f"{said}; the boxes are {', '.join(known)}")

    def _answered(self) -> None:
        """Refuse answers that leave a box empty, or that are alike in what they meet."""
        for answer in self.answers:
            if set(answer.boxes) != {b.id for b in self.boxes}:
                raise ValueError("an answer must fill every box, and no other")
        good, weaker = (set(answer.meets) for answer in self.answers)
        if good != {c.id for c in self.criteria} or not weaker < good:
            raise ValueError("the first answer must meet every criterion, and the second only some")

    @property
    def key(self) -> str:
        """The name under which it is kept."""
        return f"{ARTEFACT}{self.lesson}"

    @property
    def place(self) -> str:
        """The name under which the answer to the lesson's question on the learner's own place is kept."""
        return f"journal/{self.lesson}/place"

    @property
    def file(self) -> str:
        """The name of the file that holds this page alone."""
        return "_".join(re.findall(r"[a-z0-9]+", self.title.lower())) + ".html"


class _Artefacts(FileValue):
    artefact: Annotated[tuple[Artefact, ...], Field(strict=False)]


@lru_cache
def artefacts() -> tuple[Artefact, ...]:
    """Read everything there is to make, in the order of the lessons."""
    data = (resources.files("coprod_sim.learning") / FILE).read_text("utf-8")
    return check(_Artefacts, tomllib.loads(data), FILE).artefact


def artefact_of(lesson: str) -> Artefact | None:
    """Find what is made in a lesson."""
    return next((a for a in artefacts() if a.lesson == lesson), None)


def seen_by(artefact: Artefact | None) -> str:
    """Name the sentence that says who sees the answer on one's own place, where something is made or not."""
    if artefact is None:
        return "help"
    return "on_page" if artefact.place_head else "stays"


def made(store: ProgressStore, artefact: Artefact) -> dict[str, Any]:
    """Give what a learner has made so far: `boxes`, the marks of `mine` and `peer`, and what was said."""
    kept = store.get(artefact.key, {})
    kept = kept if isinstance(kept, dict) else {}
    tables = {k: kept.get(k) if isinstance(kept.get(k), dict) else {} for k in ("boxes", *MARKERS)}
    return {**tables, "said": str(kept.get("said") or "")}


def decision(store: ProgressStore) -> str:
    """Give the learner's own decision, as they wrote it."""
    return _noted(store, DECISION)


def for_others(store: ProgressStore, artefact: Artefact) -> list[tuple[str, str]]:
    """List what stands on the page for others: each heading, and what was written under it.

    Args:
        store: what the learner has done.
        artefact: what is made.

    Returns:
        The headings with their texts; a text is empty where nothing was written.
    """
    boxes = made(store, artefact)["boxes"]
    told = [(b.head, str(boxes.get(b.id) or "").strip()) for b in artefact.boxes if not b.record]
    own = (artefact.place_head, _noted(store, artefact.place).strip())
    return [*told, own] if artefact.place_head else told


def writer(store: ProgressStore) -> str:
    """Give the name under which the learner saves pages for others, if they gave one."""
    return str(store.get(WRITER) or "").strip()


def _noted(store: ProgressStore, name: str) -> str:
    kept = store.get(name, {})
    return str(kept.get("text") or "") if isinstance(kept, dict) else ""
