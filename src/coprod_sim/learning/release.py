"""Writes the learner's copy of the exercises, and everything that is made from other files."""

import json
import shutil
from pathlib import Path

from coprod_sim import kit_folders
from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write
from coprod_sim.learning.exercise import (
    FILE,
    NOTEBOOK,
    PACKED,
    TRAINER,
    exercise_folders,
    load_exercise,
)
from coprod_sim.learning.glossary import glossary_page
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.lesson_cells import lesson_cells, lesson_pictures
from coprod_sim.learning.notebooks import exercise_notebook, learners_notebook, with_cells
from coprod_sim.learning.shipped_counts import told_again
from coprod_sim.packed_text import pack

GLOSSARY = Path("docs") / "glossary.md"


def release(target: Path) -> list[Path]:
    """Write the learner's copy into a new folder: no trainer's folder, no solutions.

    Raises `InputError` for a folder that already holds something.
    """
    place = target / "exercises"
    if place.exists() and any(place.iterdir()):
        raise InputError(f"{place}: is there already and not empty; choose a new folder")
    written = []
    for folder in exercise_folders():
        copy = place / folder.name
        try:
            shutil.copytree(folder, copy, ignore=_left_out)
        except OSError as problem:
            raise InputError(cannot_write(target, problem)) from None
        if (folder / FILE).is_file():
            (copy / PACKED).write_bytes(pack((folder / FILE).read_bytes()))
        source = exercise_notebook(load_exercise(folder))
        (copy / NOTEBOOK).write_text(learners_notebook(source), encoding="utf-8")
        written.append(copy)
    return written


def _left_out(_folder: str, names: list[str]) -> set[str]:
    return {n for n in names if n in (TRAINER, FILE, NOTEBOOK) or n.startswith(".")}


def made_files() -> dict[Path, str]:
    """Give everything in the project that is made from other files, by where it belongs."""
    root = kit_folders.project()
    made = {
        folder / NOTEBOOK: learners_notebook(exercise_notebook(load_exercise(folder)))
        for folder in exercise_folders(root / "exercises")
    }
    for name in lesson_names():
        path = root / "notebooks" / f"{name}.ipynb"
        if path.is_file():
            lesson, text = load_lesson(name), path.read_text(encoding="utf-8")
            pictures = lesson_pictures(lesson)
            shown = {cell: (one.file, one.said) for cell, one in pictures.items()}
            cells = told_cells(text, name) | lesson_cells(lesson)
            made[path] = with_cells(text, cells, shown)
            made |= {path.parent / one.file: f"{one.svg}\n" for one in pictures.values()}
    made[root / GLOSSARY] = glossary_page()
    return made


def told_cells(text: str, name: str) -> dict[str, str]:
    """Give the prose of a lesson's notebook with the number of models behind every claim in it."""
    cells = json.loads(text)["cells"]
    prose = {c["id"]: "".join(c["source"]) for c in cells if c["cell_type"] == "markdown"}
    return {cell: told_again(source, name) for cell, source in prose.items()}


def build() -> list[Path]:
    """Write what is made from other files, where it has changed."""
    changed = []
    for path, text in made_files().items():
        if not path.is_file() or not same(path.read_text(encoding="utf-8"), text, path):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def same(one: str, other: str, path: Path) -> bool:
    """Say whether two texts say the same; in notebooks, how they are spaced does not count."""
    return json.loads(one) == json.loads(other) if path.suffix == ".ipynb" else one == other
