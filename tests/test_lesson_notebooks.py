"""A lesson is a notebook one can read, run and change: the code behind its bet, and what an export shows."""

import json
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from coprod_sim.apps.frame.in_print import in_print
from coprod_sim.apps.learner import LessonPage
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.results import Comparison

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
CODE = ["code", "code-run", "code-ranges", "code-chart", "code-board", "code-try"]
pytestmark = pytest.mark.usefixtures("progress_file")
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


def run(codes: list[str], page: LessonPage) -> tuple[dict[str, Any], list[Any]]:
    """Run cells one after the other; gives their names, and what the last line of each gives."""
    space: dict[str, Any] = {"lesson": page}
    shown = []
    for code in codes:
        before, last = (
            code[: code.rindex("lesson.after_bet")],
            code[code.rindex("lesson.after_bet") :],
        )
        exec(compile(before, "cell", "exec"), space)  # noqa: S102 - our own notebooks
        shown.append(eval(last, space))  # noqa: S307 - our own notebooks
    return space, shown


@each_lesson
def test_the_code_of_a_bet_follows_it_and_only_notebooks_have_it(name):
    cells = cells_of(name)
    ids = list(cells)
    assert ids[ids.index("code") : ids.index("code") + 6] == CODE
    assert ids.index("predict") < ids.index("see") < ids.index("code")
    assert ids.index("example") < ids.index("default-result") < ids.index("bet-words")
    tagged = [
        k for k, cell in cells.items() if "only-in-a-notebook" in cell["metadata"].get("tags", [])
    ]
    assert tagged == CODE


@each_lesson
def test_the_code_is_short_lines_a_reader_may_edit(name):
    for cell in cells_of(name).values():
        if cell["cell_type"] == "code":
            assert max(map(len, source(cell).splitlines())) <= 100
            assert not re.search(r"^(def|class|for|if) ", source(cell), re.MULTILINE)


def test_what_a_bet_is_about_shows_itself_only_once_the_bet_stands():
    codes = [source(cells_of("1_awareness")[k]) for k in CODE[1:5]]
    codes[0] = codes[0].replace("runs=48", "runs=8, draws=0")
    _space, held = run(codes, page_of("1_awareness", bet=False))
    assert all("as soon as your bet stands" in one._repr_html_() for one in held)
    space, shown = run(codes, page_of("1_awareness", bet=True))
    found = space["found"]
    assert isinstance(found, Comparison)
    assert shown[0] is found
    assert shown[1].index.get_level_values("engagement").unique().tolist() == ["tickbox", "louder"]
    assert "<svg" in shown[2]._repr_html_()
    assert shown[3].value.measure == "trust"
    assert [way.name for way in shown[3].ways] == ["tickbox", "louder"]


@pytest.mark.slow
@each_lesson
def test_the_code_plays_the_run_of_the_bet_and_the_line_to_change_does_what_is_said(name):
    lesson, cells = load_lesson(name), cells_of(name)
    task, item = lesson.code, lesson.predict
    played = f"{source(cells['code-run'])}\n{source(cells['code-chart'])}"
    assert played.count(task.old) == 1, "the line to change is found at once"
    space, _shown = run([source(cells["code-run"])], page_of(name, bet=True))
    found = space["found"]
    assert [v.name for v in found.variants] == list(item.run.names)
    assert found.scenario == item.run.case
    again, _shown = run(
        [source(cells["code-run"]).replace(task.old, task.new)], page_of(name, bet=True)
    )
    changed, read = again["found"], task.read
    last = changed.frame.query(
        f"decision == {changed.scenario.decisions.count} and group == '{read.group}'"
    )
    wide = last.pivot_table(index=["draw", "run"], columns="engagement", values=read.measure)
    names = [v.name for v in changed.variants]
    against = read.against if read.against in names else names[0]
    apart = 100 * (wide[read.of] - wide[against]).groupby("draw").mean()
    assert task.low <= apart[0] <= task.high
    assert (apart.drop(0) * apart[0] > 0).mean() >= task.models


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
def test_run_all_works_in_a_copy_of_the_kit_and_the_pages_need_no_script(tmp_path, progress_file):
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    names = [f"{name}.ipynb" for name in lesson_names()]
    subprocess.run(
        [
            sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", "--execute",
            "--ExecutePreprocessor.store_widget_state=False", "--HTMLExporter.embed_images=True", *names,
        ],
        cwd=tmp_path / "notebooks", check=True, capture_output=True,
    )  # fmt: skip
    assert not progress_file.exists(), "who only reads leaves no trace"
    for name in lesson_names():
        lesson = load_lesson(name)
        page = (tmp_path / "notebooks" / f"{name}.html").read_text(encoding="utf-8")
        assert "Traceback" not in page
        body = page.split("<main>")[-1]
        assert len(re.findall(r'<img[^>]*"data:image/svg\+xml;base64,', body)) == 3
        plain = " ".join(unescape(re.sub(r"<[^>]+>", "", body)).split())
        for option in lesson.predict.options:
            assert option.text in plain
            assert option.feedback not in plain, "no answer to the bet is in the page"
        assert plain.count("as soon as your bet stands") == 4
