"""Lessons exported as pages: what is asked stands there, and nothing of what came out or was done."""

import re
import shutil
import subprocess
import sys
from html import unescape

import nbformat
import pytest
from lesson_stage import NOTEBOOKS, PAGE, cells_of, each_lesson, page_of, source

from coprod_sim.apps.frame.in_print import in_print
from coprod_sim.learning.exported import LessonAsPage
from coprod_sim.learning.lesson import lesson_names
from coprod_sim.words import ENGLISH, words_in

pytestmark = pytest.mark.usefixtures("progress_file")


def test_an_export_shows_what_is_asked_and_not_what_came_out():
    page = page_of("1_awareness", bet=False)
    said = {
        part: str(in_print(getattr(page, part)()))
        for part in ("predict", "see", "because", "change")
    }
    item = page.lesson.predict
    assert item.question in said["predict"]
    assert all(option.text in said["predict"] for option in item.options)
    assert not any(option.feedback in text for option in item.options for text in said.values())
    assert item.because.prompt not in said["because"]
    assert page.lesson.change.question not in said["change"]
    assert "<style" not in "".join(said.values())


def test_what_was_answered_stands_out_in_an_export():
    page = page_of("1_awareness", bet=True)
    assert "<strong>I don&#39;t know</strong>" in str(in_print(page.predict()))


@pytest.mark.slow
def test_a_page_made_after_a_bet_is_the_lesson_as_nobody_has_begun_it(tmp_path, progress_file):
    page = page_of("1_awareness", bet=False)
    item = page.lesson.predict
    page.prediction.choose(choice=item.options[0].id, sure=60.5)
    page.prediction.place()
    page.learner.keep("decision", "The lido in Hove")
    page.learner.keep("journal/1_awareness/place", {"text": "The lido in Hove, once more"})
    kept = progress_file.read_bytes()
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    command = [
        sys.executable,
        "-m",
        "jupyter",
        "nbconvert",
        "--to",
        PAGE,
        "--execute",
        "--no-input",
    ]
    subprocess.run(
        [*command, "1_awareness.ipynb"], cwd=tmp_path / "notebooks", check=True, capture_output=True
    )
    page = (tmp_path / "notebooks" / "1_awareness.html").read_text(encoding="utf-8")
    plain = " ".join(unescape(re.sub(r"<[^>]+>", "", page.split("<main>")[-1])).split())
    assert item.options[0].text in plain
    for own in ("60.5", "lido", item.because.prompt, *(o.feedback for o in item.options)):
        assert own not in plain, own
    assert words_in(ENGLISH)("learner-bet-placed") not in plain
    assert words_in(ENGLISH)("learner-after_bet-locked") in plain
    assert progress_file.read_bytes() == kept, "what was done stays where it is"


def test_what_cells_showed_when_a_notebook_was_saved_is_not_on_its_page():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("lesson.predict()")])
    shown = nbformat.v4.new_output("display_data", {"text/plain": "60.5 in 100"})
    notebook.cells[0].outputs = [shown]
    page, _resources = LessonAsPage().from_notebook_node(notebook)
    assert "lesson" in page
    assert "60.5" not in page
    assert notebook.cells[0].outputs == [shown], "the notebook stays as it is"


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> dict[str, str]:
    """Export every lesson as the docs say, but without running it."""
    folder = shutil.copytree(NOTEBOOKS, tmp_path_factory.mktemp("exported") / "notebooks")
    names = [f"{name}.ipynb" for name in lesson_names()]
    command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", PAGE, "--no-input", *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return {name: (folder / f"{name}.html").read_text(encoding="utf-8") for name in lesson_names()}


@each_lesson
def test_what_is_folded_away_stays_folded_in_an_exported_lesson(name, exported):
    body = exported[name].split("<main>")[-1]
    written = sum(source(cell).count("<details>") for cell in cells_of(name).values())
    folded = re.findall(r"<details><summary>[^<]+</summary>(.*?)</details>", body, re.DOTALL)
    assert len(folded) == body.count("<details>") == written >= 1
    assert all(len(re.sub(r"<[^>]+>", "", inside).split()) > 10 for inside in folded)


@each_lesson
def test_an_exported_lesson_without_code_does_not_speak_of_code(name, exported):
    body = exported[name].split("<main>")[-1]
    for words in ("in the cells above", "run this cell", "The code behind your bet"):
        assert words not in body
    assert "data:image/svg+xml" in body
