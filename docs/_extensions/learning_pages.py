"""Writes the pages of lessons from their notebooks, and the list of exercises."""

import json
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

from repository_links import ROOT, to_site

from coprod_sim.learning.lesson import Lesson, load_lesson
from coprod_sim.words import ENGLISH, words_in

LESSONS = """# Lessons

Ten lessons of 20 to 40 minutes. Here you can read them. To *do* them, with bets, dials and a case of
your own, type `coprod-sim open` and choose "I learn" ([how](../doors/learner.md)).

```{toctree}
:maxdepth: 1

"""
DOOR = """
:::{{note}}
This is the text of the lesson, with the example that it prints. Its questions, bets and dials work in the
kit: type `coprod-sim open`, choose "I learn", then "{title}".
:::
"""
EXERCISES = """# Exercises

{count} exercises, each with a worked example, hints, and words for every answer. Do them with
`coprod-sim open` ("I learn", then "Go to the exercises"), or hand them out to a class
([how](howto/exercises.md)). Solutions are left out here on purpose.

| | Exercise | Step | Kind | Minutes |
|---|---|---|---|---:|
"""


def lesson_pages() -> Iterator[tuple[str, str]]:
    """Give a page for each lesson, and their index."""
    names = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
    yield "lessons/index.md", LESSONS + "\n".join(names) + "\n```\n"
    for name in names:
        yield f"lessons/{name}.md", to_site(_lesson(name), f"notebooks/{name}.ipynb")


def _lesson(name: str) -> str:
    """Join the prose of a notebook; in place of widgets stand the questions that they ask."""
    table = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    asked = _asked(load_lesson(name))
    first, *rest = [
        "".join(c["source"]) if c["cell_type"] == "markdown" else asked.get(c["id"], "")
        for c in table["cells"]
    ]
    title = table["metadata"]["title"]
    return "\n\n".join([first, DOOR.format(title=title), *filter(None, rest)]) + "\n"


def _asked(lesson: Lesson) -> dict[str, str]:
    """Write the questions of a lesson, by the id of the cell that asks them in the kit."""
    found = {"recall": "\n".join(_question(q.question, q.options) for q in lesson.recall)}
    if lesson.predict:
        found["predict"] = _question(lesson.predict.question, lesson.predict.options)
    points = "\n".join(f"- {line}" for line in lesson.key_points)
    head = f"## {words_in(ENGLISH)('learner-finish-points')}"
    return found | {"studies": lesson.studies, "take-away": f"{head}\n\n{points}"}


def _question(question: str, options: Sequence[Any]) -> str:
    """Write a question with its answers, and folded away what each answer hears."""
    heard = [(o.text, getattr(o, "why", "") or getattr(o, "feedback", "")) for o in options]
    answers = "\n".join(f"- {text}" for text, _ in heard)
    words = "\n".join(f"- *{text}*: {said}" for text, said in heard if said)
    folded = f"<details><summary>What each answer hears</summary>\n\n{words}\n\n</details>\n"
    return f"**{question}**\n\n{answers}\n\n{folded if words else ''}"


def exercise_page() -> str:
    """List all exercises in one table."""
    found = sorted((ROOT / "exercises").glob("*/exercise.toml"))
    rows = [_exercise(path.parent.name, tomllib.loads(path.read_text("utf-8"))) for path in found]
    return EXERCISES.format(count=len(rows)) + "\n".join(rows) + "\n"


def _exercise(name: str, one: dict) -> str:
    number = ".".join(name.split("_")[:2]).upper()
    step = one["step"].replace("_", "-")
    return f"| {number} | **{one['title']}** | {step} | {one['kind']} | {one['minutes']} |"
