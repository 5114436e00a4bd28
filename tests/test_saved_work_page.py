"""All that one has written, as one page: each thing under what asked for it, alike in the browser."""

import random
from pathlib import Path

import pytest
from test_learners_work_in_javascript import SAY, T, in_javascript, some_work, stored

from coprod_sim.learning import portfolio
from coprod_sim.learning.artefact import artefacts
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.lesson import load_lesson


@pytest.mark.parametrize("place", ["lesson/1_awareness/predict", "exercise/1_2/bet"])
def test_a_reason_is_on_the_page_wherever_it_was_written(tmp_path: Path, place: str):
    store = stored(tmp_path, {place: {"because": "They hear and cannot act."}})
    assert "They hear and cannot act." in portfolio.plain(store, T)


def test_a_reason_stands_under_what_asked_for_it_and_the_answer_that_was_bet_under_the_bet(
    tmp_path: Path,
):
    item = load_lesson("1_awareness").predict
    kept = {"answer": {"choice": "same"}, "because": "They hear and cannot act."}
    lines = portfolio.plain(stored(tmp_path, {"lesson/1_awareness/predict": kept}), T).splitlines()
    asked = lines.index(item.question)
    assert lines[asked : asked + 5] == [
        item.question, "My bet, before the run: It is about the same (within 2 points)", "",
        item.because.prompt,
        "They hear and cannot act.",
    ]  # fmt: skip


def test_a_bet_on_the_page_says_that_it_is_one_how_sure_it_was_and_what_the_models_say(
    tmp_path: Path,
):
    kept = {"answer": {"choice": "same"}, "sure": 62.5, "seed": 7}
    stores = [
        {"lesson/1_awareness/predict": kept},
        {"lesson/1_awareness/predict": kept | {"seed": 0}},
    ]
    placed, chosen = (portfolio.plain(stored(tmp_path, one), T) for one in stores)
    assert "My bet, before the run: It is about the same (within 2 points)\n" in placed
    assert "\nHow sure I was: 62.5 in 100\nWhat the models say: " in placed
    assert "What the models say" not in chosen  # nothing of the run is told before the bet stands
    assert in_javascript("portfolio", f"m.plain(given.about, kept, {SAY})", stores) == [
        placed,
        chosen,
    ]


def test_what_was_written_in_one_lesson_stands_under_one_heading(tmp_path: Path):
    kept = {
        "lesson/1_awareness/predict": {"answer": {"choice": "same"}},
        "journal/1_awareness/change": {"prompt": "What?", "text": "The bus."},
    }
    lines = portfolio.plain(stored(tmp_path, kept), T).splitlines()
    assert lines.count(load_lesson("1_awareness").title.upper()) == 1


@pytest.mark.parametrize(
    ("answer", "printed"),
    [
        (
            {"order": ["small_plain", "big_plain", "small_vague", "big_vague"], "choice": None},
            ["My bet, before the run, was this order:", "1. Small say, told plainly",
             "2. Big say, told plainly", "3. Small say, left vague", "4. Big say, left vague"],
        ),
        (
            {"order": ["", "big_vague"], "choice": None},
            ["My bet, before the run, was this order:", "2. Big say, left vague"],
        ),
        (
            {"order": ["big_vague"], "choice": "unknown"},
            ["My bet, before the run: I don't know"],
        ),
    ],
)  # fmt: skip
def test_an_order_that_was_bet_stands_under_the_bet_and_its_reason_under_what_asked_for_it(
    tmp_path: Path, answer: dict, printed: list[str]
):
    item = find_exercise("3_2").detail
    kept = {"exercise/3_2/bet": {"answer": answer, "because": "They hear it early."}}
    text = portfolio.plain(stored(tmp_path, kept), T)
    lines = text.splitlines()
    asked = lines.index(item.question)
    expected = [
        item.question,
        *printed,
        "",
        item.because.prompt,
        "They hear it early.",
    ]
    assert lines[asked : asked + len(expected)] == expected
    assert in_javascript("portfolio", f"m.plain(given.about, kept, {SAY})", [kept]) == [text]


def test_the_page_to_give_away_is_the_same_in_the_browser_and_holds_no_record(tmp_path: Path):
    stores = [{}, *(some_work(random.Random(seed)) for seed in range(8))]
    say = SAY
    asked = f"Object.values(given.about.makes).map((x) => m.handed(given.about, x, kept, {say}))"
    there = in_javascript("portfolio.ts", asked, stores)
    for kept, found in zip(stores, there, strict=True):
        store = stored(tmp_path, kept)
        assert found == [portfolio.handed(store, one, T) for one in artefacts()]
