"""No file that is installed gives an exercise's answer in plain text, whichever file it is."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plain_install import ROOT, lay_out

from coprod_sim.learning.answer_key import load_answer_key
from coprod_sim.learning.exercise import exercise_folders, id_of, load_exercise
from coprod_sim.learning.items import Prediction
from coprod_sim.learning.learnt import FORMS, items
from validation.model_claims import claims

FOLDERS = exercise_folders(ROOT / "exercises")
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
AFTERWARDS = {"answer", "feedback", "why", "if_wrong", "says", "right", "wrong"}
"""What an exercise says only when it is answered, by its place in the file."""
NOT_MARKED = {"sure", "because", "lab", "seed", "text", "marks", "order"}
LIBRARY = "coprod_sim/engagement/library/"
"""Ways that anybody may compare; one of them may turn the dials of an exercise as far as a plan does."""
SAID_ELSEWHERE = {
    "the range in brackets holds 9 in 10 results over the models that fit the findings",
    "it plays a made up town",
    "we will you will and if not",
    "each of the five steps has an action with a name and a day",
}
"""How a result is read, what the model is, how a promise begins, what a plan has; other pages say it, too."""
NEAR = 400
"""Parts of an answer that lie this near each other stand together [characters]."""


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give every text of the wheel, by where it lies."""
    place = lay_out(tmp_path_factory.mktemp("wheel"))
    found = {}
    for path in sorted(p for p in place.rglob("*") if p.is_file()):
        try:
            found[path.relative_to(place).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


@pytest.fixture(scope="module")
def said(kit: dict[str, str]) -> dict[str, str]:
    """Give the words alone of every text of the wheel."""
    return {name: plain(text) for name, text in kit.items()}


def plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'£]+", text.lower()))


def parts_of(answer: dict[str, Any]) -> list[str]:
    """Give every part of an answer as a pattern: its name, then what was chosen or the dial's number."""
    found = []
    for name, given in answer.items():
        if name in NOT_MARKED or isinstance(given, bool):
            continue
        for one in given if isinstance(given, list) else [given]:
            value = (
                f"(?:{one:g}|{one:.1f}|{one:.2f}|{one * 100:.0f})"
                if one.__class__ is float
                else one
            )
            found.append(rf"\b{name}\b\W{{1,12}}{value}(?![\w.])")
    return found


def together(parts: list[str], text: str) -> bool:
    """Say whether all parts stand near each other, in any order."""
    places: list[list[int]] = []
    for part in parts:
        places.append([m.start() for m in re.finditer(part, text)])
        if not places[-1]:
            return False
    return any(
        all(any(abs(there - start) <= NEAR for there in others) for others in places)
        for start in places[0]
    )


@each_folder
def test_no_right_answer_stands_in_a_file_of_the_kit(folder: Path, kit: dict[str, str]):
    for right in load_answer_key(folder).right:
        order = r"\W+".join(right.answer.get("order", []))
        parts = parts_of(right.answer)
        found = [name for name, text in kit.items() if order and re.search(order, text)]
        if len(parts) > 1:
            found += [name for name, text in kit.items() if together(parts, text)]
        assert [name for name in found if not name.startswith(LIBRARY)] == []


@each_folder
def test_nothing_that_was_counted_names_the_answers_of_a_bet(folder: Path, kit: dict[str, str]):
    """Else the number of models beside each of its answers says which one holds."""
    detail = load_exercise(folder).detail
    asked = [detail, detail.see] if isinstance(detail, Prediction) else []
    for question in filter(None, asked):
        answers = [rf'"{one.id}"\W{{1,4}}\d' for one in question.options]
        assert not [name for name, text in kit.items() if answers and together(answers, text)]


def afterwards(value: Any, key: str = "") -> Iterator[str]:
    """Give every text of an exercise that is said only to an answer."""
    if isinstance(value, str) and key in AFTERWARDS:
        yield value
    for name, one in value.items() if isinstance(value, dict) else ():
        yield from afterwards(one, key if key in AFTERWARDS else name)
    for one in value if isinstance(value, list) else ():
        yield from afterwards(one, key)


@each_folder
def test_no_sentence_of_an_answer_stands_in_a_file_of_the_kit(folder: Path, said: dict[str, str]):
    table = tomllib.loads((folder / "exercise.toml").read_text(encoding="utf-8"))
    table.pop("why")  # why the exercise is worth it stands above it
    texts = [*afterwards(table), *(c.says for c in claims() if c.place == id_of(folder))]
    sentences = {plain(s) for text in texts for s in re.split(r"[.!?:;]\s|\n", text)}
    task = plain((folder / "exercise.ipynb").read_text(encoding="utf-8"))
    sentences = {s for s in sentences if s.count(" ") >= 5 and s not in task} - SAID_ELSEWHERE
    assert [(name, s) for s in sentences for name in said if s in said[name]] == []


def test_the_short_test_s_right_answers_lie_in_no_file_of_the_kit(kit: dict[str, str]):
    options = [one.options[0] for form in FORMS for one in items(form)]
    assert len(options) == 12
    assert [name for name, text in kit.items() for one in options if one in text] == []
