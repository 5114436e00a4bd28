"""What the words of a file say of a scale is held against what was chosen, and goes where the survey goes."""

import html

import pytest
from cli_stage import run
from survey_stage import survey
from test_survey_control import Page
from widget_tree import forms, texts

from coprod_sim.population.said_of_ends import said_of_ends
from coprod_sim.population.survey import SurveyPopulation, load_population

GIVEN = {1: 20, 2: 31, 3: 17, 4: 20, 5: 12, 8: 6, 9: 4}
"""How many gave each answer: 51 of the 100 that answered lie on the side of "complete"."""
ASKED = "q7 trust (1=complete, 5=none)"
SAYS = "the file says '1 = complete, 5 = none', but "
WRONG_WAY = f"Check this: {SAYS}the highest answer is taken for the most trust."
WRONG_ENDS = f"Check this: {SAYS}the scale is taken to be 1-9; 10 answers beyond those ends count ('8', '9')."
BOTH = (
    f"Check this: {SAYS}the scale is taken to be 1-9 and the highest answer is taken for the most trust; 10"
    " answers beyond those ends count ('8', '9')."
)


def file_of(asked: str = ASKED) -> str:
    rows = [number for number, times in GIVEN.items() for _ in range(times)]
    return "\n".join([f'nr,"{asked}"', *(f"{k},{n}" for k, n in enumerate(rows))]) + "\n"


def to_check(population) -> list[str]:
    return [note for note in population.notes if note.startswith("Check this")]


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        ({"scale": "1-5", "reversed": False, "missing": "8,9"}, [WRONG_WAY]),
        ({"scale": "1-9", "reversed": True}, [WRONG_ENDS]),
        ({"scale": "1-9", "reversed": False}, [BOTH]),
        ({"scale": "1-5", "reversed": True, "missing": "8,9"}, []),
    ],
)
def test_a_reading_that_contradicts_the_words_of_the_file_is_to_be_checked(tmp_path, chosen, says):
    odd = "Check this: nobody answered in the upper half of the scale."
    assert [one for one in to_check(survey(tmp_path, file_of(), **chosen)) if one != odd] == says


def test_codes_for_no_answer_are_no_ends_of_a_scale():
    found = said_of_ends(["1 = complete, 5 = none, 8 = don't know, 9 = refused"])
    assert found is not None
    assert (found.low, found.high, found.reversed) == (1, 5, True)


def test_a_question_that_may_be_turned_round_has_its_direction_from_whoever_uses_it(tmp_path):
    """How much people distrust: the words at the ends say nothing against the lowest as the most trust."""
    asked = "How much do you distrust us? (1 = none, 5 = complete)"
    found = survey(tmp_path, file_of(asked), trust=asked, scale="1-5", reversed=True, missing="8,9")
    assert to_check(found) == []


def test_the_words_that_stand_for_values_are_held_against_it_too(tmp_path):
    rows = "".join(f"{'1 - high' if k % 3 else '2' if k % 2 else '5 - low'}\n" for k in range(60))
    found = survey(tmp_path, f"trust\n{rows}", scale="1-5", reversed=False)
    assert (
        "Check this: the file says '1 = high, 5 = low', but the highest answer is taken for the most trust."
        in to_check(found)
    )


def test_an_order_of_words_that_runs_from_most_to_least_is_to_be_checked(tmp_path):
    words = ("complete", "much", "some", "none")
    rows = "".join(f"{words[k % 4]}\n" for k in range(60))
    found = survey(tmp_path, f"trust\n{rows}", scale=" < ".join(words))
    assert any("say the opposite" in one for one in to_check(found))


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ("1 - high < 2 < 3 < 4 < 5 - low", True),
        ("5 - low < 4 < 3 < 2 < 1 - high", False),
    ],
)
def test_an_order_given_in_words_is_held_against_the_numbers_in_them(tmp_path, order, says):
    answers = ("1 - high", "2", "3", "4", "5 - low")
    rows = "".join(f"{answers[k % 5]}\n" for k in range(60))
    found = survey(tmp_path, f"trust\n{rows}", scale=order)
    wrong = "the highest answer is taken for the most trust"
    assert any(wrong in one for one in to_check(found)) is says


def test_a_scale_in_brackets_is_held_against_another(tmp_path):
    rows = "".join(f"{k % 8 + 1}\n" for k in range(80))
    found = survey(tmp_path, f"trust (0-10)\n{rows}", scale="1-8", reversed=False)
    assert to_check(found) == [
        "Check this: the file says a scale 0-10, but the scale is taken to be 1-8."
    ]


def test_the_command_line_shows_it_and_keeps_it_with_the_population(capsys, tmp_path):
    file, out = tmp_path / "q.csv", tmp_path / "people.toml"
    file.write_text(file_of(), "utf-8")
    options = ["--scale", "1-5", "--no-reversed", "--missing", "8,9", "--out", str(out)]
    code, said, _ = run(capsys, "population", str(file), *options)
    assert code == 0
    assert WRONG_WAY in said
    assert WRONG_WAY in load_population(out).notes


def read_wrongly() -> tuple[Page, SurveyPopulation | None]:
    page = Page()
    page.upload("q.csv", file_of().encode())
    page.answer(low=1.0, high=5.0, direction="up")
    page.tick("none-", "8 (", "9 (")
    return page, page.use()


def test_the_page_says_it_before_the_answers_are_used_and_beside_the_success():
    page = Page()
    page.upload("q.csv", file_of().encode())
    page.answer(low=1.0, high=5.0, direction="up")
    assert SAYS in plain_of(page)
    page, kept = read_wrongly()
    assert kept is not None
    status = texts(page.box).split('role="status"')[-1]
    assert "q.csv is in use now" in status
    assert "highest answer is taken for the most trust" in status.split("</div>")[0]


def test_the_same_file_again_has_no_direction_filled_in_that_its_words_deny():
    page, _ = read_wrongly()
    page.upload("q.csv", file_of().encode())
    assert page.value("low") == 1.0
    assert not page.value("direction")


def plain_of(page: Page) -> str:
    """Give all that stands on the page, also as help of a group of questions."""
    groups = [part for form in forms(page.box) for part in form.parts if hasattr(part, "help")]
    return html.unescape(texts(page.box)) + " ".join(str(part.help) for part in groups)
