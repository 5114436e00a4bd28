"""Writes the lessons' pages, and beside each what its scripts need to know."""

from functools import cache
from typing import Any

from coprod_sim import kit_folders
from coprod_sim.learning.canon import sources_markdown
from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.lesson_cells import drawings
from coprod_sim.learning.lesson_progress import parts_of
from coprod_sim.learning.marked_text import html_of
from coprod_sim.site.handed import handed
from coprod_sim.site.lessons.handed_lesson import lesson_handed
from coprod_sim.site.lessons.lesson_screens import screens_of
from coprod_sim.site.links import linked
from coprod_sim.site.templates import page

FOLDER = "lessons"


def lesson_files(language: str, tables: list[list[float]]) -> dict[str, str]:
    """Make the list of lessons, the short test, a page for each lesson, and what it needs to know.

    Args:
        language: the language of the pages.
        tables: tables of first trust; what the lessons' towns need is added.

    Returns:
        The text of each file by its address inside the site.
    """
    names, listed = lesson_names(), lessons_listed()
    files = {
        "learn.html": page("learn.html.j2", language, up="", lessons=listed),
        "learnt.html": page("learnt.html.j2", language, up=""),
    }
    for place, name in enumerate(names):
        table = _lesson(name, tables) | {
            "next": listed[place + 1] if place + 1 < len(names) else None
        }
        title = load_lesson(name).title
        files[f"{FOLDER}/{name}.html"] = page(
            "lesson.html.j2", language, up="../", name=name, title=title
        )
        files |= {f"assets/{one.file}": one.svg for one in drawings(load_lesson(name)).values()}
        files[f"assets/{FOLDER}/{name}.js"] = handed("coprodLesson", table)
    return files


def lessons_listed() -> list[dict[str, Any]]:
    """Give what a list of lessons says of each, and which of its parts can be done."""
    return [_listed(name) for name in lesson_names()]


def _lesson(name: str, tables: list[list[float]]) -> dict[str, Any]:
    lesson = load_lesson(name)
    handed = lesson_handed(lesson, tables) | {
        "screens": screens_of(lesson),
        "sources": html_of(sources_markdown(lesson)),
        "exercises": [{"id": one, "title": _titles()[one]} for one in lesson.exercises],
    }
    return linked(handed, "../")


@cache
def _titles() -> dict[str, str]:
    """Give the title of every exercise that comes with the kit, by its id."""
    found = map(load_exercise, exercise_folders(kit_folders.home() / kit_folders.EXERCISES))
    return {one.id: f"{one.number} {one.title}" for one in found}


def _listed(name: str) -> dict[str, Any]:
    """Give what a list of lessons says of one, and which of its parts can be done."""
    lesson = load_lesson(name)
    return {
        "name": name,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "see": bool(lesson.predict and lesson.predict.see),
        "parts": parts_of(lesson),
    }
