"""One exercise: what it asks, what helps, what is said afterwards. One folder each in `exercises/`."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from coprod_sim import kit_folders
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.learning.items import Line, Text
from coprod_sim.learning.kinds import kind_names, kind_of
from coprod_sim.learning.shipped_counts import with_counts
from coprod_sim.library_files import FileValue, check, parse_toml, read_toml
from coprod_sim.packed_text import opened

FILE, NOTEBOOK, TRAINER = "exercise.toml", kit_folders.EXERCISE, "trainer"
PACKED = "exercise.packed"
"""The same file in the learner's copy, where no answer can be read by accident."""
STEPS = ("awareness", "buy_in", "expectations", "performance", "feedback", "all")
Step = Literal["awareness", "buy_in", "expectations", "performance", "feedback", "all"]


class Head(FileValue):
    """What every exercise has, whatever its kind."""

    title: Line
    step: Step
    kind: str
    minutes: Annotated[int, Field(ge=5, le=60)]
    task: Text
    why: Line
    example: Text
    hints: Annotated[tuple[Line, ...], Field(strict=False, min_length=1, max_length=3)]
    reflection: Line
    answer: Text
    sources: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]


class Exercise(Head):
    """An exercise with the table of its kind in `detail`, and where it lies."""

    id: str
    folder: Path
    detail: Any

    @property
    def number(self) -> str:
        """The exercise's number as people say it, such as 1.1."""
        return self.id.replace("_", ".").upper()

    @property
    def journal(self) -> str:
        """What the learner's own thoughts about it are called in their journal."""
        return f"exercise {self.number}"

    @property
    def asks_the_model(self) -> bool:
        """Whether checking an answer plays a run, which takes a moment."""
        return kind_of(self.kind).SEED != "none"


def load_exercise(folder: Path) -> Exercise:
    """Read an exercise from its folder; raises `InputError` naming file, place and what is allowed."""
    table, name = with_counts(_table(folder), id_of(folder)), f"{folder.name}/{FILE}"
    kind = str(table.get("kind", ""))
    try:
        module = kind_of(kind)
    except InputError as problem:
        raise InputError(f"{name}: {problem}") from None
    others = [k for k in table if k in kind_names() and k != kind]
    if others:
        raise InputError(f"{name}: the kind is {kind!r}, so [{others[0]}] does not belong here")
    if not isinstance(table.get(kind), dict):
        raise InputError(f"{name}: the table [{kind}] is missing")
    detail = _within(module.TABLE, table.pop(kind), name, kind)
    head = check(Head, table, name)
    return Exercise(**head.model_dump(), id=id_of(folder), folder=folder, detail=detail)


def _table(folder: Path) -> dict[str, Any]:
    packed = folder / PACKED
    if not packed.is_file():
        return read_toml(folder / FILE)
    try:
        text = opened(folder / FILE)
    except ValueError:
        raise InputError(f"{packed.name}: is damaged; ask for a fresh copy") from None
    return parse_toml(text, packed.name)


def _within(kind: type[FileValue], table: dict[str, Any], name: str, place: str) -> FileValue:
    return check(kind, table, f"{name}, [{place}]")


def id_of(folder: Path) -> str:
    """Give the id of an exercise from its folder's name: `1_1_which_leaflet` is `1_1`."""
    first, _, rest = folder.name.partition("_")
    return f"{first}_{rest.partition('_')[0]}".lower()


def exercises_folder() -> Path:
    """Find the folder with the exercises: here or above, or the kit's own."""
    signs = (f"*/{FILE}", f"*/{PACKED}")
    return kit_folders.first_with(kit_folders.EXERCISES, signs, above=3)


def exercise_folders(place: Path | None = None) -> list[Path]:
    """List the folders of all exercises, in the order of their ids; the capstone comes last."""
    found = _in(place or exercises_folder())
    return sorted(found, key=lambda f: (not f.name[0].isdigit(), f.name))


def _in(place: Path) -> set[Path]:
    return {f.parent for name in (FILE, PACKED) for f in place.glob(f"*/{name}")}


def find_exercise(name: str) -> Exercise:
    """Find an exercise by its id, its number or its folder; raises `InputError` with the nearest one."""
    wanted = name.strip().lower().replace(".", "_")
    folders = exercise_folders()
    for folder in folders:
        if wanted in (id_of(folder), folder.name.lower()):
            return load_exercise(folder)
    ids = [id_of(f) for f in folders]
    hint = did_you_mean(wanted, ids)
    raise InputError(f"there is no exercise called {name[:40]!r}{hint} (known: {', '.join(ids)})")
