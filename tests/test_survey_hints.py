"""What a file says of the ends of a scale is shown where the direction is asked, and decides nothing."""

import shlex

import pytest
from cli_stage import run
from test_survey_control import Page
from widget_tree import form_with

from coprod_sim.population.said_of_ends import said_of_ends
from coprod_sim.population.survey import load_population

ANSWERS = "".join(f"{k},{k % 5 + 1}\n" for k in range(50))
GERMAN = 'Nr,"Meinung zur Gemeinde: Vertrauen (1 = sehr groß, 6 = keines)"\n' + ANSWERS
TITLE = '"Survey 2026 (1 = no trust, 5 = full trust)"\n\nNr,trust\n' + ANSWERS


@pytest.mark.parametrize(
    ("wording", "text", "turned"),
    [
        ("Vertrauen (1 = sehr groß, 6 = keines)", "1 = sehr groß, 6 = keines", True),
        ("1 = no trust, 5 = full trust", "1 = no trust, 5 = full trust", False),
        ("from 1 (no trust) to 5 (full trust)", "1 = no trust, 5 = full trust", False),
        ("1: very high; 4: very low", "1 = very high, 4 = very low", True),
        ("0 = dim, 10 = llawn", "0 = dim, 10 = llawn", False),
        ("1 = no trust, 5 = whatever", "1 = no trust, 5 = whatever", None),
    ],
)
def test_what_is_said_of_two_ends_is_found(wording, text, turned):
    found = said_of_ends(["trust", wording])
    assert found is not None
    assert (found.text, found.reversed) == (text, turned)


@pytest.mark.parametrize(
    "wording",
    [
        "trust",
        "1 = no trust",
        "Survey of 3.4.2026, 10:30",
        "Part 1: the bus, part 2: the road",
        "Q1 = Q2",
        "",
    ],
)
def test_where_nothing_is_said_of_two_ends_there_is_no_hint(wording):
    assert said_of_ends([wording]) is None


@pytest.mark.parametrize(
    ("text", "says", "scale", "way"),
    [
        (GERMAN, "'1 = sehr groß, 6 = keines'. If that is said of this question, the lowest", "1-6",
         "--reversed"),
        (TITLE, "'1 = no trust, 5 = full trust'. If that is said of this question, the highest", "1-5",
         "--no-reversed"),
    ],
)  # fmt: skip
def test_the_command_line_shows_it_and_puts_what_follows_first(
    capsys, tmp_path, monkeypatch, text, says, scale, way
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.csv").write_text(text, encoding="utf-8")
    code, _, err = run(capsys, "population", "s.csv")
    assert code == 2, "a hint decides nothing"
    assert f"The file says: {says} answer is the most trust." in err
    first = next(shlex.split(line) for line in err.splitlines() if line.startswith("  coprod-sim"))
    assert (first[first.index("--scale") + 1], way in first) == (scale, True)
    assert run(capsys, *first[1:])[0] == 0
    assert load_population("s_population.toml").n_used == 50


def test_the_page_shows_it_beside_the_question_of_direction_and_chooses_nothing():
    page = Page()
    page.upload("s.csv", TITLE.encode())
    assert form_with(page.box, "direction").fields["direction"].help == (
        'The file says: "1 = no trust, 5 = full trust". If that is said of this question, the highest'
        " number is the most trust."
    )
    assert not page.value("direction")
    page.upload("s.csv", b"trust\n1\n2\n3\n")
    assert form_with(page.box, "direction").fields["direction"].help == ""
