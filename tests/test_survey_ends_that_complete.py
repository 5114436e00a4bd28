"""Words that complete a run of numbers are offered as its ends, and scales whose ends nobody used, too."""

import shlex
from typing import Any

import pytest
from cli_stage import run
from survey_stage import column, refusal, survey
from test_survey_control import Page
from widget_tree import forms, texts

from coprod_sim.population.survey import load_population

LEAST, MOST = "No trust at all", "Complete trust"
ANSWERS = [LEAST] * 40 + [2] * 20 + [3] * 30 + [4] * 50 + [5] * 60 + [6] * 102 + [MOST] * 58
"""360 people, of whom 98 gave an answer at an end in words."""
TRUSTING = (60 + 102 + 58) / 360


def offered(capsys, folder, *options: str, answers: Any = ANSWERS) -> tuple[str, list[list[str]]]:
    (folder / "s.csv").write_text(column(*answers))
    words = ("population", str(folder / "s.csv"), *options, "--out", str(folder / "p.toml"))
    code, _, err = run(capsys, *words)
    assert code == 2
    return err, [shlex.split(line) for line in err.splitlines() if line.startswith("  coprod-sim")]


@pytest.mark.parametrize("options", [(), ("--scale", "1-7")])
def test_the_command_line_offers_words_as_the_ends_they_complete(capsys, tmp_path, options):
    err, found = offered(capsys, tmp_path, *options)
    first, second = found[:2]
    assert (
        "- answers go from 1 to 7, 1 is 'No trust at all', 7 is 'Complete trust', and 7 is the most trust:"
        in err
    )
    assert (
        "- answers go from 1 to 7, 1 is 'Complete trust', 7 is 'No trust at all', and 1 is the most trust:"
        in err
    )
    for command, trusting in ((first, TRUSTING), (second, (20 + 30 + 58) / 360)):
        assert run(capsys, *command[1:])[0] == 0
        read = load_population(tmp_path / "p.toml")
        assert read.n_used == 360
        assert read.share_trusting == pytest.approx(trusting)


def test_a_direction_that_was_said_leaves_one_way(capsys, tmp_path):
    _, found = offered(capsys, tmp_path, "--no-reversed")
    assert f"{LEAST} < 2 < 3 < 4 < 5 < 6 < {MOST}" in found[0]
    assert not any(f"{MOST} < 2" in " ".join(command) for command in found)
    _, found = offered(capsys, tmp_path, "--reversed", "--scale", "1-7")
    assert f"{LEAST} < 6 < 5 < 4 < 3 < 2 < {MOST}" in found[0]
    assert run(capsys, *found[0][1:])[0] == 0


def test_one_end_in_words_is_offered_at_either_end(capsys, tmp_path):
    err, found = offered(capsys, tmp_path, answers=[LEAST] * 10 + [1, 2, 3, 4] * 10)
    assert f"- answers go from 0 to 4, 0 is '{LEAST}', and 4 is the most trust:" in err
    assert f"- answers go from 1 to 5, 5 is '{LEAST}', and 1 is the most trust:" in err
    assert run(capsys, *found[0][1:])[0] == 0
    assert load_population(tmp_path / "p.toml").n_used == 50


def test_one_end_in_words_is_offered_where_the_scale_that_was_said_has_room(capsys, tmp_path):
    err, _ = offered(capsys, tmp_path, "--scale", "1-5", answers=[LEAST] * 10 + [2, 3, 4, 5] * 10)
    assert f"1 is '{LEAST}', and 5 is the most trust:" in err
    assert f"5 is '{LEAST}'" not in err  # 5 was answered as a number


@pytest.mark.parametrize(
    "numbers", [[3], [1.5, 2.5], [0, 1, 2, 3]], ids=["one number", "no whole numbers", "from 0"]
)
def test_words_complete_no_run_that_is_none_or_has_no_place_below(capsys, tmp_path, numbers):
    err, _ = offered(capsys, tmp_path, answers=[LEAST] * 10 + numbers * 10 + [MOST] * 10)
    assert f"is '{LEAST}'" not in err


def test_words_that_name_no_end_can_be_put_in_order_even_when_the_scale_was_said(capsys, tmp_path):
    _, found = offered(capsys, tmp_path, "--scale", "1-5", answers=[1, 2, 3, 4, "so so"] * 10)
    assert found[-1][found[-1].index("--scale") + 1] == "1 ? 2 ? 3 ? 4 ? so so ? (nobody chose)"


def test_python_says_how_words_are_made_the_ends(tmp_path):
    scale = f"{LEAST} < 2 < 3 < 4 < 5 < 6 < {MOST}"
    assert refusal(tmp_path, column(*ANSWERS)).endswith(
        f"If 1 is '{LEAST}' and 7 is '{MOST}', say scale='{scale}'."
    )
    assert survey(tmp_path, column(*ANSWERS), scale=scale).share_trusting == pytest.approx(TRUSTING)


@pytest.mark.parametrize(("way", "low", "high"), [("up", LEAST, MOST), ("down", MOST, LEAST)])
def test_the_page_gives_words_a_place_at_the_ends(way, low, high):
    page = Page()
    page.upload("s.csv", column(*ANSWERS).encode())
    page.answer(low=1, high=7, direction=way)
    assert page.use() is None
    fields = {
        f.label: n
        for form in forms(page.box)
        for n, f in form.fields.items()
        if n.startswith("end-")
    }
    assert sorted(fields) == [f"{MOST} (58)", f"{LEAST} (40)"]
    counts = {LEAST: 40, MOST: 58}
    page.answer(
        **{fields[f"{low} ({counts[low]})"]: "low", fields[f"{high} ({counts[high]})"]: "high"}
    )
    assert "7 of 7, most trust" in texts(page.box)
    read = page.use()
    assert read is not None, page.alerts()
    assert read.n_used == 360
    expected = TRUSTING if way == "up" else (20 + 30 + 58) / 360
    assert read.share_trusting == pytest.approx(expected)
    page.upload("s.csv", column(*ANSWERS).encode())
    assert (page.value("low"), page.value("high"), page.value("direction")) == (1, 7, way)
    again = page.use()
    assert again is not None
    assert again.table == read.table


def test_the_page_says_where_a_word_and_a_number_have_one_place():
    page = Page()
    page.upload("s.csv", column(*ANSWERS).encode())
    page.answer(low=2, high=7, direction="up")
    fields = {
        f.label: n
        for form in forms(page.box)
        for n, f in form.fields.items()
        if n.startswith("end-")
    }
    page.answer(**{fields[f"{LEAST} (40)"]: "low"})
    assert page.use() is None
    assert "stand in one place, 2" in page.alerts()[-1]


def test_a_word_that_is_no_answer_can_be_said_to_be_none_on_the_page():
    page = Page()
    page.upload("s.csv", column(*[1, 2, 3, 4, 5] * 10, *["whatever"] * 3).encode())
    page.answer(low=1, high=5, direction="up")
    assert page.use() is None
    page.answer(**{"end-5": "none"})
    read = page.use()
    assert read is not None
    assert (read.n_read, read.n_used) == (53, 50)


def test_a_word_among_many_numbers_is_asked_about_beside_the_box_for_codes():
    page = Page()
    page.upload("s.csv", column(*range(1, 100), 998, "Not at all", "Completely").encode())
    page.answer(low=0, high=100, direction="up", none="998")
    assert page.use() is None
    page.answer(**{"end-101": "low", "end-100": "none"})
    read = page.use()
    assert read is not None, page.alerts()
    assert (read.n_read, read.n_used) == (102, 100)


# Scales of which the ends were not used


def test_a_scale_of_which_only_the_middle_was_used_is_among_those_offered(capsys, tmp_path):
    err, found = offered(capsys, tmp_path, answers=[2, 3, 4] * 10)
    scales = [command[command.index("--scale") + 1] for command in found]
    assert list(dict.fromkeys(scales)) == ["1-4", "1-5", "1-7", "0-10", "1-10"]
    for command in found:
        assert run(capsys, *command[1:])[0] == 0
    assert "If none is true of your survey, write the lowest and the highest answer" in err


@pytest.mark.parametrize(
    ("used", "scales"),
    [([1, 2, 3, 4, 5], ["1-5"]), ([1, 2, 3], ["1-3", "1-4", "1-5", "1-7", "0-10", "1-10"])],
)
def test_a_scale_that_was_used_to_its_ends_stands_alone(capsys, tmp_path, used, scales):
    err, found = offered(capsys, tmp_path, answers=used * 10)
    assert list(dict.fromkeys(c[c.index("--scale") + 1] for c in found)) == scales
    assert "If none is true" in err
