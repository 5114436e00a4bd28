"""What the command line suggests for a survey is a whole command: it keeps what was said, and works."""

import re
import shlex

import pytest
from cli_stage import run
from survey_stage import workbook

from coprod_sim.population.survey import load_population

CODES = "id;trust;ward;w\n" + "".join(
    f"{k};{[1, 2, 4, 5, 5, 9, 3][k % 7]};{'AB'[k % 2]};0,{5 + k % 4}\n" for k in range(42)
)


def commands(said: str) -> list[list[str]]:
    """Give the commands suggested, as a shell parts them."""
    return [shlex.split(line) for line in said.splitlines() if line.startswith("  coprod-sim ")]


def asked(capsys, *words: str) -> list[list[str]]:
    code, _, err = run(capsys, "population", *words)
    assert code == 2
    found = commands(err)
    assert found
    return found


def works(capsys, command: list[str]) -> str:
    code, out, err = run(capsys, *command[1:])
    assert code == 0, err
    return out


@pytest.fixture
def codes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "our survey.csv").write_text(CODES, encoding="utf-8")
    return "our survey.csv"


def test_every_command_suggested_works_and_keeps_what_was_said(capsys, codes):
    said = [
        "--weight",
        "w",
        "--group",
        "ward",
        "--less-heard",
        "B",
        "--name",
        "Our people",
        "--out",
        "it.toml",
    ]
    found = asked(capsys, codes, *said)
    assert (
        len(found) == 4
    )  # 1-5 without 9, and 1-9, each with one end or the other as the most trust
    for command in found:
        assert "less heard" in works(capsys, command)
        made = load_population("it.toml")
        assert made.name == "Our people"
        assert (made.reading.weight, made.reading.group, made.reading.less_heard) == (
            "w",
            "ward",
            ("B",),
        )
    assert [command[command.index("--scale") + 1] for command in found] == [
        "1-5",
        "1-5",
        "1-9",
        "1-9",
    ]
    assert ["--missing" in command for command in found] == [True, True, False, False]
    assert ["--reversed" in command for command in found] == [False, True, False, True]


@pytest.mark.parametrize(
    ("given", "count"),
    [
        (["--scale", "1-5", "--weight", "w"], 2),
        (["--scale", "1-5", "--reversed", "--weight", "w"], 1),
        (["--scale", "1-9", "--weight", "w"], 2),
        (["--reversed", "--weight", "w"], 2),
        (["--missing", "9", "--weight", "w"], 2),
    ],
)
def test_what_was_said_of_the_scale_stays(capsys, codes, given, count):
    found = asked(capsys, codes, *given)
    assert len(found) == count
    for command in found:
        assert set(given) <= set(command)
        works(capsys, command)


def test_what_a_file_of_options_says_stays(capsys, codes, tmp_path):
    (tmp_path / "how.toml").write_text(
        'weight = "w"\nmissing = ["9"]\nscale = "1-5"\n', encoding="utf-8"
    )
    for command in asked(capsys, codes, "--map", "how.toml"):
        assert "('9')" in works(capsys, command)
        assert load_population("our survey_population.toml").reading.weight == "w"


@pytest.mark.parametrize("odd", ["-9", "weiss, nicht", "it's --that", "-x, y"])
def test_answers_that_a_shell_or_a_list_would_part_stay_whole(capsys, tmp_path, monkeypatch, odd):
    monkeypatch.chdir(tmp_path)
    rows = "".join(f'{k};"{[0, 3, 10, odd][k % 4]}"\n' for k in range(20))
    (tmp_path / "s.csv").write_text("id;trust\n" + rows, encoding="utf-8")
    found = asked(capsys, "s.csv", "--scale", "0-10", "--no-reversed")
    assert len(found) == 1
    works(capsys, found[0])
    assert load_population("s_population.toml").n_used == 15


def test_words_are_put_in_order_by_the_reader_and_never_by_chance(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = ["teils", "gar nicht", "voll", "weiß nicht"]
    rows = "".join(f"{k};{words[k % 4]}\n" for k in range(20))
    (tmp_path / "s.csv").write_text("id;trust\n" + rows, encoding="utf-8")
    (command,) = asked(capsys, "s.csv")
    at = command.index("--scale") + 1
    assert sorted(command[at].split(" ? ")) == [
        "(nobody chose)",
        "gar nicht",
        "teils",
        "voll",
    ]
    code, _, err = run(capsys, *command[1:])
    assert code == 2, "as it stands it says no order"
    assert "is not a scale" in err
    command[at] = "gar nicht < teils < voll"
    works(capsys, command)
    assert load_population("s_population.toml").share_trusting == pytest.approx(1 / 3)


def test_a_sheet_or_a_first_person_left_open_gets_whole_commands_too(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [["trust", "w"], *([k % 11, 1] for k in range(22))]
    (tmp_path / "s.xlsx").write_bytes(workbook(A=rows, B=rows))
    told = ["--scale", "0-10", "--no-reversed", "--weight", "w"]
    found = asked(capsys, "s.xlsx", *told)
    assert [re.findall(r"--sheet (\w)", " ".join(one)) for one in found] == [["A"], ["B"]]
    (tmp_path / "s.csv").write_text("trust\nNot at all\n" + "4\n5\n6\n" * 5, encoding="utf-8")
    found += asked(capsys, "s.csv", "--scale", "0-10", "--no-reversed", "--missing", "Not at all")
    for command in found:
        works(capsys, command)


def test_a_slider_from_0_to_100_is_offered_as_one_and_hardly_any_answer_as_none(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    given = [n for n in range(101) if n not in (5, 40, 41, 99)] + [999]
    (tmp_path / "slider.csv").write_text("trust\n" + "\n".join(map(str, given * 2)))
    found = asked(capsys, "slider.csv")
    scales = [command[command.index("--scale") + 1] for command in found]
    assert scales[:2] == ["0-100", "0-100"]
    assert "0-4" not in scales
    assert [p for p in found[0] if p == "--missing"] == ["--missing"]
    assert found[0][found[0].index("--missing") + 1] == "999"


def test_a_column_that_may_hold_weights_is_said_and_asked_about_next(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"{k % 5 + 1},{1 + k % 3}\n" for k in range(60))
    (tmp_path / "ours.csv").write_text(f"trust,wgt\n{rows}")
    _, _, err = run(capsys, "population", "ours.csv")
    assert "Who counts is asked next: column 'wgt' may hold weights." in err
    for command in commands(err):
        ways = asked(capsys, *command[2:])
        assert [way[way.index("--scale") + 2 :][-2:] for way in ways] == [
            ["--weight", "wgt"],
            [command[-1], "--unweighted"],
        ]
        for way in ways:
            works(capsys, way)


def test_where_the_column_of_trust_is_not_clear_each_that_may_be_is_a_command(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"{k},{k % 5 + 1},{k % 4 + 1}\n" for k in range(60))
    (tmp_path / "ours.csv").write_text(f"id,q1,q2\n{rows}")
    found = asked(capsys, "ours.csv")
    assert [command[command.index("--trust") + 1] for command in found] == ["q1", "q2"]
