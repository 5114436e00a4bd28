"""The lessons' notebooks and pages, for their tests."""

import json
from pathlib import Path
from typing import Any

import pytest

from coprod_sim.apps.learner import LessonPage
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.learning.lesson import lesson_names, load_lesson

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
PAGE = "coprod_sim.learning.exported.LessonAsPage"
each_lesson = pytest.mark.parametrize("name", lesson_names())


def cells_of(name: str) -> dict[str, dict[str, Any]]:
    table = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    return {cell["id"]: cell for cell in table["cells"]}


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def page_of(name: str, *, bet: bool) -> LessonPage:
    page = LessonPage(load_lesson(name), Learner())
    if bet:
        page.prediction.choose(choice="unknown")
        page.prediction.place()
    return page
