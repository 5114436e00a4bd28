"""Where learners write, besides what they make: declared once for the kit and the site."""

from dataclasses import dataclass

from coprod_sim.learning.exercise import Exercise, exercise_folders, load_exercise
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.words import Words

JOURNAL = "journal/"
"""How the names of journal entries begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingPlace:
    """One place to write in, besides the journal and what is made: its chapter, and where it is kept.

    `path` leads from what is kept under `name` to the text.
    """

    title: str
    asked: str
    name: str
    path: tuple[str, ...]


def writing_places(t: Words) -> list[WritingPlace]:
    """List where reasons, ideas and texts are written, in the order of lessons and exercises."""
    found = []
    for name in lesson_names():
        one = load_lesson(name)
        if one.predict is not None:
            asked = f"{one.predict.question} {t('learner-part-because')}"
            found.append((one.title, asked, f"lesson/{name}/predict", ("because",)))
        if one.idea is not None:
            found.append((one.title, one.idea.question, f"idea/{name}", ("words",)))
    for one in map(load_exercise, exercise_folders()):
        if one.kind == "write":
            found.append((_headed(one), "", f"exercise/{one.id}", ("answer", "text")))
        if one.kind == "predict" and one.detail.because is not None:
            asked = f"{one.detail.question} {t('learner-part-because')}"
            found.append((_headed(one), asked, f"exercise/{one.id}/bet", ("because",)))
    return [WritingPlace(title=a, asked=b, name=c, path=d) for a, b, c, d in found]


def titles() -> dict[str, str]:
    """Give the title of everything that has its place in the journal, by its name there."""
    lessons = {name: load_lesson(name).title for name in lesson_names()}
    return lessons | {one.journal: _headed(one) for one in map(load_exercise, exercise_folders())}


def _headed(one: Exercise) -> str:
    return f"{one.number} {one.title}"
