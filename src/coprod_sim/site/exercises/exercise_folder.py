"""Writes the exercises' pages: a list by step, and a page for each."""

from coprod_sim import kit_folders
from coprod_sim.learning.exercise import STEPS, Exercise, exercise_folders, load_exercise
from coprod_sim.site.exercises.handed_exercise import exercise_handed
from coprod_sim.site.handed import handed
from coprod_sim.site.links import linked
from coprod_sim.site.templates import page

FOLDER = "exercises"


def exercise_files(language: str, tables: list[list[float]]) -> dict[str, str]:
    """Make the list of exercises and a page for each.

    Args:
        language: the language of the pages.
        tables: tables of first trust; what the exercises' towns need is added.

    Returns:
        The text of each file by its address inside the site.
    """
    place = kit_folders.home() / kit_folders.EXERCISES
    read = [load_exercise(folder) for folder in exercise_folders(place)]
    found = [exercise_handed(one, tables) for one in read]
    steps = {step: [one for one in found if one["step"] == step] for step in STEPS}
    files = {"exercises.html": page("exercises.html.j2", language, up="", steps=steps)}
    for one in found:
        name, title = one["id"], one["title"]
        files[f"{FOLDER}/{name}.html"] = page(
            "exercise.html.j2", language, up="../", name=name, title=title
        )
        files[f"assets/{FOLDER}/{name}.js"] = handed("coprodExercise", linked(one, "../"))
    return files | _tables_beside(read)


def _tables_beside(exercises: list[Exercise]) -> dict[str, str]:
    """Give the tables that exercises are about, to lie beside their pages."""
    return {
        f"{FOLDER}/{name}": (one.folder / name).read_text("utf-8")
        for one in exercises
        if (name := getattr(one.detail, "file", ""))
    }
