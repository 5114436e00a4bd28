"""A lesson is a notebook one can read, run and change: the code behind its bet, and what an export shows."""

import re
import shutil
import subprocess
import sys
from html import unescape
from typing import Any

import pytest
from lesson_stage import NOTEBOOKS, PAGE, cells_of, each_lesson, page_of, source

from coprod_sim.apps.frame.in_print import in_print
from coprod_sim.apps.learner import LessonPage
from coprod_sim.learning.items import RunQuestion
from coprod_sim.learning.lesson import Lesson, lesson_names, load_lesson
from coprod_sim.learning.lesson_cells import code_cells
from coprod_sim.learning.model_counts import asked_of, look_up
from coprod_sim.learning.runs import Run
from coprod_sim.results import Comparison, compare
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import load_scenario
from coprod_sim.words import ENGLISH, words_in
from validation.model_claims import claims

CODE = ["code", "code-run", "code-ranges", "code-chart", "code-board", "code-try", "code-expect"]
EXAMPLE = ("default-result", "example-words")
"""The cells of the example, whose result is shown to whoever asks for it before the bet."""
FEW, MOST = 4, 0.6
"""Fewer words than this tell nothing; this share of a sentence's words in another says the same."""
SMALL = re.compile(
    r"about|also|been|both|does|from|have|here|into|just|much|only|some|than|that|their|them|then|there|"
    r"they|thing|this|those|very|were|what|when|where|which|whom|will|with|would|your|people|says|models?|among|more|most"
)
"""Words of four letters or more that carry no meaning of their own."""
ASKS = re.compile(r"\?$|\b(which|whether|how)\b")
"""A question gives nothing away."""
WHICH_WAY = re.compile(
    r"\b(less|more|fewer|most|least|higher|lower|highest|lowest|worse|worst|better|best|same|ahead|behind|"
    r"falls?|fell|rises?|rose|nothing|hardly|costs?|nearly)\b", re.IGNORECASE
)  # fmt: skip
"""A sentence that tells what came out says which way it went."""
pytestmark = pytest.mark.usefixtures("progress_file")


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
    assert ids[ids.index("code") : ids.index("code") + len(CODE)] == CODE
    assert ids.index("predict") < ids.index("see") < ids.index("code")
    assert ids.index("example") < ids.index("default-result") < ids.index("bet-words")
    tagged = [
        k for k, cell in cells.items() if "only-in-a-notebook" in cell["metadata"].get("tags", [])
    ]
    assert tagged == CODE


def told_of_the_result(lesson: Lesson) -> list[str]:
    """Give every sentence in which a lesson says what came out of its bet."""
    item, code, change = lesson.predict, lesson.code, lesson.change
    texts = [o.feedback for asked in (item, item.see) for o in asked.options]
    texts += [item.because.prompt, item.because.model, code.expect, change.talk]
    texts += [one.says for one in claims() if one.place == lesson.id and one.of == "predict"]
    return [sentence for text in texts for sentence in sentences(text)]


def sentences(text: str) -> list[str]:
    """Part a text at the ends of its sentences and lines."""
    return [
        one.strip("-# ") for one in re.split(r"(?<=[.!?:])\s+|\n+|\|", text) if one.strip("-# ")
    ]


def weighty(text: str) -> set[str]:
    """Give the words of a sentence that carry its meaning, without their endings."""
    words = re.findall(r"[a-z]{4,}", text.lower())
    return {word[:6] for word in words if not SMALL.fullmatch(word)}


def says_the_same(one: str, other: str) -> bool:
    """Say whether most of what a sentence about the result says is said in another."""
    mine, theirs = weighty(one), weighty(other)
    told = len(mine) >= FEW and len(mine & theirs) >= MOST * len(mine)
    return told and not ASKS.search(other) and all(map(WHICH_WAY.search, (one, other)))


def numbers_of(question: RunQuestion, run: Run) -> re.Pattern[str]:
    """Find what a question about a run came to, as people write it: 48 in 100, 13 points."""
    found = look_up(asked_of(question, run))
    assert found is not None, "run: python -m validation claims"
    value = abs(found.value)
    shown = {f"{value:.0f}", f"{value:.1f}"} - {"0", "0.0", "1"}
    units = r"\s+(points?|in 100|of 100|more|fewer|higher|lower)\b"
    return re.compile(rf"(?<![\d.,])({'|'.join(map(re.escape, shown)) or 'none'}){units}")


@each_lesson
def test_nothing_one_can_read_in_a_notebook_tells_what_came_out(name):
    """A notebook shows all of its cells at once, so none may hold in words what only the bet opens."""
    told = told_of_the_result(load_lesson(name))
    for cell, one in cells_of(name).items():
        for sentence in sentences(source(one)) if cell not in EXAMPLE else []:
            same = [s for s in told if says_the_same(s, sentence)]
            assert same == [], (cell, sentence)


@each_lesson
def test_nothing_one_can_read_in_a_notebook_tells_the_number_of_a_bet(name):
    item = load_lesson(name).predict
    for cell, one in cells_of(name).items():
        if cell not in EXAMPLE:
            for question in (item, item.see):
                assert not numbers_of(question, item.run).search(source(one)), (
                    cell,
                    question.question,
                )
            assert not re.search(r"\d \([^)]*\d to [^)]*\d\)", source(one)), (
                "a result with its range"
            )
            assert not one.get("outputs"), "an output would show what came out"


def test_the_net_for_given_away_results_catches_what_stood_in_notebooks_before():
    silence = "In the model silence costs most acceptance among those who lose."
    for cell in (
        "In the model silence costs most acceptance among those who lose (open: in 77 of 100 models).",
        "That silence costs those who lose more acceptance than any other step is a result of our numbers.",
    ):
        assert says_the_same(silence, cell)
    untrained = "Without full training more people still lose by the plan in nearly every model."
    assert says_the_same(untrained, "Without training more people lose by the plan in every model.")
    for asked in (
        "Which missing step costs the most acceptance among those who lose by the plan?",
        "Compare what silence does to the acceptance of those who lose in the model.",
    ):
        assert not says_the_same(silence, asked)
    item = load_lesson("0_start_here").predict
    assert numbers_of(item, item.run).search("Of those who lose, 48 in 100 say yes.")
    assert not numbers_of(item, item.run).search("In 1948 it took 148 points.")


@each_lesson
def test_what_tells_of_the_result_opens_in_a_notebook_when_the_bet_stands(name):
    lesson = load_lesson(name)
    held, shown = page_of(name, bet=False), page_of(name, bet=True)
    for part, told in (
        ("expect", lesson.code.expect), ("studies", lesson.studies), ("take_away", lesson.key_points[0])
    ):  # fmt: skip
        if not told:
            continue
        before, after = str(in_print(getattr(held, part)())), str(in_print(getattr(shown, part)()))
        word = re.sub(r"\W+", " ", told).split()[-6:]
        assert " ".join(word) not in re.sub(r"\W+", " ", before)
        assert " ".join(word) in re.sub(r"\W+", " ", unescape(re.sub(r"<[^>]+>", "", after)))
        assert "This opens when you have placed your bet." in before


def test_what_was_held_back_opens_by_itself_once_the_bet_is_placed():
    page = page_of("5_feedback", bet=False)
    points = page.take_away()
    assert page.lesson.key_points[1] not in str(in_print(points))
    page.prediction.choose(choice="unknown")
    page.prediction.place()
    assert page.lesson.key_points[1] in str(in_print(points))


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
    assert all("once you have placed your bet" in one._repr_html_() for one in held)
    space, shown = run(codes, page_of("1_awareness", bet=True))
    found = space["found"]
    assert isinstance(found, Comparison)
    assert shown[0] is found
    assert shown[1].index.get_level_values("engagement").unique().tolist() == ["tickbox", "louder"]
    assert "<svg" in shown[2]._repr_html_()
    assert shown[3].value.measure == "trust"
    assert [way.name for way in shown[3].ways] == ["tickbox", "louder"]


def test_a_board_that_leaves_out_what_came_before_says_so_in_its_cell():
    """The three tickbox exercises of lesson 2 stand in the picture above it, and not on the board."""
    t = words_in(ENGLISH)
    said = {
        name: code_cells(load_lesson(name), t)["code-board"]
        for name in ("2_buy_in", "4_performance")
    }
    assert "# The board plays every decision in the way its dials stand." in said["2_buy_in"]
    assert "#" not in said["4_performance"]


def test_a_way_whose_dials_are_to_be_changed_is_called_after_where_they_stand():
    code = source(cells_of("4_performance")["code-run"])
    assert "Nobody trained" not in code
    assert "Both sides trained" in code
    small = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 1})
    for value, said in (
        (0.0, "Co-production as set here (performance at 0 instead of 80)"),
        (0.4, "Co-production as set here (performance at 40 instead of 80)"),
    ):
        way = Variant(name="none", engagement="co_production", dials={"performance": value})
        played = compare(small, ["tickbox", way], runs=1, draws=0)
        assert played.engagements[-1].title == said
    named = Variant(name="none", title="Mine", engagement="tickbox", dials={"feedback": 0.4})
    assert named.engagements()[-1].title == "Mine"


@each_lesson
def test_what_to_expect_of_the_line_to_change_has_a_number_with_its_range(name):
    assert re.search(r"[\d.]+ \(\N{MINUS SIGN}?[\d.]+ to [\d.]+\)", load_lesson(name).code.expect)


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


@pytest.mark.slow
def test_run_all_works_in_a_copy_of_the_kit_and_the_pages_need_no_script(tmp_path, progress_file):
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    names = [f"{name}.ipynb" for name in lesson_names()]
    subprocess.run(
        [
            sys.executable, "-m", "jupyter", "nbconvert", "--to", PAGE, "--execute", *names,
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
        assert plain.count("once you have placed your bet") == 4


@each_lesson
def test_the_cell_with_ranges_says_what_each_of_its_columns_holds_and_in_which_unit(name: str):
    lines = source(cells_of(name)["code-ranges"]).splitlines()
    told = " ".join(line for line in lines if line.startswith("#"))
    for column in ("mean", "run_low", "run_high", "low", "high"):
        assert re.search(rf"\b{column}\b", told), column
    assert "0.5 means half of the people" in told


COUNTED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
LOOKED_AT = {
    "felt fairness": "fairness", "fairly": "fairness", "heard of": "aware", "trust": "trust",
    "acceptance": "acceptance",
    "the plan": "quality", "expect of their say": "expected_influence",
    "in the room": "room_opposed",
}  # fmt: skip
"""What a lesson may tell its reader to look at, by the measure that has to be drawn for it."""


@each_lesson
def test_what_one_is_told_to_look_at_is_there_and_is_as_many_as_one_is_told(name: str):
    item, said = load_lesson(name).predict, source(cells_of(name)["see-words"]).lower()
    assert item is not None
    reads = [item.read, *([item.see.read] if item.see else [])]
    drawn = {(read.measure, read.groups) for read in reads}
    for number in re.findall(rf"\b({'|'.join(COUNTED)}) (?:things|pictures|charts)", said):
        assert COUNTED[number] == len(drawn), said
    measures = {read.measure for read in reads} | {
        "quality" if "losers" in {r.measure for r in reads} else ""
    }
    for words, measure in LOOKED_AT.items():
        if words in said:
            assert measure in measures, f"{words} is not drawn"
