"""Puts the learners' pages together: lessons, exercises, and what all of them need to know."""

from typing import Any

from coprod_sim import kit_folders
from coprod_sim.board.declarations import WORDS, declarations, over_of, words
from coprod_sim.charts.declared import declared
from coprod_sim.learning.check_result import DONE
from coprod_sim.learning.checking import TRIES
from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.grading import guess_chance
from coprod_sim.learning.items import UNKNOWN, Prediction
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.lesson_progress import FEWEST
from coprod_sim.learning.progress import LedgerEntry
from coprod_sim.learning.progress.brought_together import written_handed
from coprod_sim.learning.progress.progress_record import FORMAT, MOST_BYTES
from coprod_sim.learning.runs import models_played
from coprod_sim.model.sums import SPLITS
from coprod_sim.results.uncertainty import NOT_RULED_OUT
from coprod_sim.site.exercises import exercise_files
from coprod_sim.site.handed import handed
from coprod_sim.site.lessons import lesson_files, lessons_listed, work_handed

LEARNING_WORDS = (*WORDS, "frame.ftl", "lessons.ftl", "exercises.ftl", "progress.ftl", "pages.ftl")
"""The files of words that learners' pages need, of each language."""
SCRIPT, SHARED = "learn.js", "assets/learning.js"
KEPT = {
    "version",
    "theme",
    "dials",
    "measures",
    "groups",
    "assumptions",
    "reference",
    "size",
    "sums",
}
"""What these pages need of the board's declarations."""


def learner_files(language: str) -> dict[str, str]:
    """Make every page for learners.

    Args:
        language: the language of the pages.

    Returns:
        The text of each file by its address inside the site.
    """
    tables: list[list[float]] = []
    files = lesson_files(language, tables) | exercise_files(language, tables)
    return files | {SHARED: handed("coprodDeclared", _shared(language, tables))}


def _shared(language: str, tables: list[list[float]]) -> dict[str, Any]:
    found = declarations([])
    kept = {name: value for name, value in found.items() if name in KEPT}
    return (
        kept
        | work_handed(language)
        | {
            "words": words(LEARNING_WORDS),
            "over": [over_of(NOT_RULED_OUT, models_played(), found["size"]["seed"])],
            "trusts": tables,
            "charts": declared(),
            "lessons": lessons_listed(),
            "unknown": UNKNOWN,
            "splits": SPLITS,
            "progress": {"format": FORMAT, "most": MOST_BYTES, "written": written_handed()},
            "points": [_points(guess) for guess in sorted(_guesses())],
            "tries": TRIES,
            "fewest": FEWEST,
            "done": [str(state) for state in DONE],
        }
    )


def _guesses() -> set[float]:
    """List the chances that a pure guess has at any bet there is."""
    folders = exercise_folders(kit_folders.home() / kit_folders.EXERCISES)
    items = [load_lesson(name).predict for name in lesson_names()]
    items += [load_exercise(folder).detail for folder in folders]
    return {guess_chance(item) for item in items if isinstance(item, Prediction)}


def _points(guess: float) -> dict[str, Any]:
    """Give the points of a bet for each chance it may be given, whether it comes out or not."""
    return {"guess": guess} | {
        name: [_bet(guess, float(sure), right).points for sure in range(101)]
        for name, right in (("yes", True), ("no", False))
    }


def _bet(guess: float, sure: float, right: bool) -> LedgerEntry:
    return LedgerEntry(item="", question="", sure=sure, right=right, guess=guess)
