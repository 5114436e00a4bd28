"""Where few people of a group gave an answer, it is said that the saved file would tell it."""

import html

import pytest
from cli_stage import run
from test_survey_control import Page
from widget_tree import form_with

from coprod_sim.population.survey import load_population, read_survey

SMALL = {0: 10, 3: 6, 7: 2, 10: 1}
"""How many of 19 renters gave each answer: two answers by fewer than 3 of them."""
SAID = (
    "In the less-heard group (2 answers) there are answers that fewer than 3 people gave. Whoever has the"
    " saved file could work them out from its shares: pass it on only to those who may see such numbers, or"
    " choose a larger group."
)
GROUPS = {"scale": "0-10", "reversed": False, "group": "home", "less_heard": ["rent"]}


def file_of(small: dict[int, int] = SMALL) -> str:
    rows = [f"{n},rent" for n, times in small.items() for _ in range(times)]
    return "\n".join(["trust,home", *rows, *(f"{k % 11},own" for k in range(220))]) + "\n"


def test_python_and_the_command_line_say_which_group_has_answers_of_few(tmp_path, capsys):
    file, out = tmp_path / "s.csv", tmp_path / "people.toml"
    file.write_text(file_of(), "utf-8")
    assert SAID in read_survey(file, GROUPS).notes
    options = ["--scale", "0-10", "--no-reversed", "--group", "home", "--less-heard", "rent"]
    code, said, _ = run(capsys, "population", str(file), *options, "--out", str(out))
    assert code == 0
    assert SAID in said
    assert SAID in load_population(out).notes


def test_the_page_says_it_where_the_group_is_chosen_and_with_what_is_kept():
    page = Page()
    page.upload("s.csv", file_of().encode())
    page.answer(low=0.0, high=10.0, direction="up", group="home")
    page.tick("less-", "rent")
    helps = [getattr(part, "help", "") for part in form_with(page.box, "group").parts]
    assert any(SAID in one for one in helps)
    assert page.use() is not None
    assert SAID in html.unescape(str(page.control._in_use.value))


@pytest.mark.parametrize("small", [{0: 10, 3: 6, 7: 3}, {5: 40}])
def test_where_enough_gave_each_answer_nothing_is_said(tmp_path, small):
    file = tmp_path / "s.csv"
    file.write_text(file_of(small), "utf-8")
    assert not [note for note in read_survey(file, GROUPS).notes if "work them out" in note]


def test_without_groups_it_is_said_of_the_whole_survey(tmp_path):
    file = tmp_path / "s.csv"
    file.write_text("trust\n" + "3\n" * 20 + "9\n", "utf-8")
    (said,) = [
        n for n in read_survey(file, {"scale": "0-10", "reversed": False}).notes if "work them" in n
    ]
    assert said.startswith(
        "In the survey (1 answer) there are answers that fewer than 3 people gave."
    )
    assert said.endswith("who may see such numbers.")
