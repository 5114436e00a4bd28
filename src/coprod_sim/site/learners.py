"""Puts the learners' pages together: lessons, exercises, and what all of them need to know."""

from typing import Any

from coprod_sim.board.declarations import WORDS, declarations, over_of, words
from coprod_sim.charts.declared import declared
from coprod_sim.learning.check_result import DONE
from coprod_sim.learning.checking import TRIES
from coprod_sim.learning.items import UNKNOWN
from coprod_sim.learning.lesson_progress import FEWEST
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
            "tries": TRIES,
            "fewest": FEWEST,
            "done": [str(state) for state in DONE],
        }
    )
