"""Per cents and answers such as 7/10 are read where only one reading fits, and else refused helpfully."""

import shlex

import pytest
from cli_stage import run
from survey_stage import column, refusal, survey
from test_survey_control import Page

from coprod_sim.population.number_signs import mixed_signs, out_of, signs_of
from coprod_sim.population.survey import load_population


@pytest.mark.parametrize(
    "answers",
    [
        ["45,5 %", "20 %", "99,9 %", "70 %"],
        ["45.5%", "20%", "99.9%", "70%"],
        ["45,5%", "20%", "99,90 %", "70,00%"],
    ],
)
def test_per_cents_are_read_as_0_to_100(tmp_path, answers):
    quoted = [f'"{answer}"' for answer in answers for _ in range(5)]
    read = survey(tmp_path, column(*quoted, ""), reversed=False)
    assert read.reading is not None
    assert (read.reading.scale, read.share_trusting, read.n_used) == ("0-100", 0.5, 20)
    assert "The scale of trust is 0-100, as the signs for per cent say; the highest" in " ".join(
        read.notes
    )


def test_only_the_direction_of_per_cents_is_asked(tmp_path):
    said = refusal(tmp_path, column(*["45%", "70%"] * 10))
    assert said.endswith("say whether the highest or the lowest answer is the most trust.")


@pytest.mark.parametrize("way", ["{}/10", "{} / 10", "{} out of 10", "{} von 10", "{} allan o 10"])
def test_answers_out_of_ten_are_read_as_numbers(tmp_path, way):
    answers = [way.format(k) for k in [0, 3, 7, 10] * 5]
    read = survey(tmp_path, column(*answers, "NA"), reversed=False)
    assert read.reading is not None
    assert (read.reading.scale, read.share_trusting, read.n_used) == ("0-10", 0.5, 20)


def test_out_of_ten_without_a_nought_the_lowest_answer_is_asked(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.csv").write_text(column(*["3/10", "7/10"] * 10))
    code, _, err = run(capsys, "population", "s.csv")
    assert code == 2
    commands = [shlex.split(line) for line in err.splitlines() if line.startswith("  coprod-sim")]
    assert [one[one.index("--scale") + 1] for one in commands] == ["0-10", "0-10", "1-10", "1-10"]
    assert run(capsys, *commands[0][1:])[0] == 0
    assert load_population("s_population.toml").share_trusting == 0.5


def test_the_page_fills_in_out_of_how_many():
    page = Page()
    page.upload("s.csv", column(*["3/10", "7/10"] * 10).encode())
    assert (page.value("low"), page.value("high")) == (None, 10)


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        (["7/10", "3/5"], "'7/10' and '3/5'"),
        (["7/10", "6"], "'7/10' and '6'"),
        (["45 %", "70"], "'45 %' and '70'"),
    ],
)
def test_signs_that_do_not_go_together_are_named(tmp_path, answers, named):
    said = refusal(tmp_path, column(*answers * 10))
    assert (
        f"{named} are not written on one scale; write all answers in the same way, without the sign"
        in said
    )


def test_what_carries_no_sign_has_none():
    assert (
        signs_of(["7", "10"])
        == signs_of(["so", "no"])
        == signs_of([])
        == signs_of(["120 %", "5 %"])
        == (False, None)
    )
    assert out_of("7/10") == (7, 10)
    assert out_of("1/2/2026")[1] == 0
    assert (
        mixed_signs(["7", "10"]) == mixed_signs(["yes", "no"]) == mixed_signs(["45 %", "5 %"]) == ""
    )
