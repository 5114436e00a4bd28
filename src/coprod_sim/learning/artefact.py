"""What a learner makes for a decision of their own: its boxes, its criteria, and how far it is."""

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
"""Where the learner's own decision is kept; it is written in lesson 0 and runs through all others."""
LEVELS = ("2", "1", "0")
"""How far a criterion is met: there, partly, not there."""
MARKERS = ("mine", "peer")
"""Who marks: the maker first, then somebody else."""


class PageBox(FileValue):
    """One box to write in."""

    id: Id
    label: Line
    help: str = ""
    record: bool = False
    """A record of trying it out, kept by the maker: no part of the page that is given to others."""


class PageCriterion(FileValue):
    """Something a peer can see, with a line that meets it and one that misses it."""

    id: Id
    name: Line
    meets: Line
    misses: Line
    must: bool = False


class Artefact(FileValue):
    """One thing to make: what for, its boxes, its criteria, and what it cannot do."""

    lesson: str
    title: Line
    minutes: Annotated[int, Field(ge=5, le=90)]
    use: Line
    limit: Line
    sources: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
    boxes: Annotated[tuple[PageBox, ...], Field(strict=False, min_length=2, max_length=8)]
    criteria: Annotated[tuple[PageCriterion, ...], Field(strict=False, min_length=3, max_length=6)]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        all_different([b.id for b in self.boxes], "box")
        all_different([c.id for c in self.criteria], "criterion")
        if sum(c.must for c in self.criteria) != 1:
            raise ValueError(
                "one criterion must have must = true, so that it cannot be averaged away"
            )
        return self

    @property
    def key(self) -> str:
        """The name under which it is kept."""
        return f"{ARTEFACT}{self.lesson}"

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


def made(store: ProgressStore, artefact: Artefact) -> dict[str, Any]:
    """Give what a learner has made so far: `boxes`, the marks of `mine` and `peer`, and what was said."""
    kept = store.get(artefact.key, {})
    kept = kept if isinstance(kept, dict) else {}
    tables = {k: kept.get(k) if isinstance(kept.get(k), dict) else {} for k in ("boxes", *MARKERS)}
    return {**tables, "said": str(kept.get("said") or "")}


def decision(store: ProgressStore) -> str:
    """Give the learner's own decision, as they wrote it."""
    kept = store.get(DECISION, {})
    return str(kept.get("text") or "") if isinstance(kept, dict) else ""


def standing(artefact: Artefact, work: dict[str, Any]) -> str:
    """Say how far it is: nothing, begun, written, sent back (what must be there is not), or marked."""
    filled = [b for b in artefact.boxes if str(work["boxes"].get(b.id) or "").strip()]
    if len(filled) < len(artefact.boxes):
        return "begun" if filled else "nothing"
    marks = work["peer"] if any(work["peer"].values()) else work["mine"]
    if not all(marks.get(c.id) in LEVELS for c in artefact.criteria):
        return "written"
    must = next(c for c in artefact.criteria if c.must)
    return "marked" if marks[must.id] == "2" else "back"


def apart(artefact: Artefact, work: dict[str, Any]) -> list[PageCriterion]:
    """List the criteria on which maker and peer lie two apart: to be talked about before anything changes."""
    return [
        c
        for c in artefact.criteria
        if {work["mine"].get(c.id), work["peer"].get(c.id)} == {"2", "0"}
    ]
