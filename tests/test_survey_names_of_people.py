"""What points to people is refused as a group in plain words; names that may be groups are warned of."""

import pytest
from cli_stage import run
from survey_stage import PLAIN, plain, refusal, said
from test_survey_control import Page
from widget_tree import texts

from coprod_sim.population.personal_values import is_nhs_number, personal

NHS = ["943 476 5919", "987 654 4322", "401 023 2137"]
"""Numbers of which the last digit checks the others, worked out by hand for the first."""
CLINICIANS = ["Dr Amy Hart", "Dr Ben Cole", "Dr Cara Dunn"]


def seen(values: list[str], column: str) -> str:
    return f"trust,{column}\n" + "".join(
        f"{k % 11},{values[k % len(values)]}\n" for k in range(330)
    )


@pytest.mark.parametrize(
    ("column", "values", "kind"),
    [
        ("Full name", ["a", "b"], "names of people"),
        ("Email address", ["a", "b"], "e-mails"),
        ("NHS number", ["4857773456", "4857773457"], "NHS numbers"),
        ("no", NHS, "NHS numbers"),
        ("Hospital number", ["1234567", "1234568"], "patient numbers"),
        ("ref", ["485777345", "485777346"], "long numbers, as phones or patients have"),
        ("ref", ["07700 900123", "07700 900124"], "phone numbers"),
        ("Mobile", ["7700900123", "7700900124"], "phone numbers"),
    ],
)
def test_a_column_of_people_is_called_what_it_is(tmp_path, column, values, kind):
    assert personal(column, values) == kind
    told = refusal(tmp_path, seen(values, column), group=column, less_heard=values[0], **PLAIN)
    assert told == (
        f"survey.csv: column {column!r} seems to hold {kind}. These point to people, so the column does"
        " not tell groups apart. Make a column with a few groups of it, such as areas, and choose that one."
        " Nothing of it was kept."
    )


def test_the_last_digit_of_an_nhs_number_checks_the_others():
    """9, 4, 3, 4, 7, 6, 5, 9, 1 times 10 down to 2 make 299, which leaves 2 of 11: the last digit is 9."""
    assert all(map(is_nhs_number, NHS))
    assert not is_nhs_number("943 476 5918")
    assert not is_nhs_number("94347659")


def test_a_refused_group_stays_chosen_and_is_asked_about_until_another_is_chosen():
    page = Page()
    page.upload("s.csv", seen(["1", "2"], "Full name").encode())
    page.answer(low=0, high=10, direction="up", group="Full name")
    for _ in range(2):
        assert "seems to hold names of people" in page.alerts()[-1]
        assert page.value("group") == "Full name"
        assert page.use() is None
    page.answer(group="")
    assert not page.alerts()
    assert page.use() is not None


@pytest.mark.parametrize(
    ("column", "values", "told"),
    [
        (
            "Clinician seen",
            CLINICIANS,
            "Check this: column 'Clinician seen' seems to hold names of people",
        ),
        ("q9", CLINICIANS, "Check this: column 'q9' seems to hold names of people"),
        (
            "Clinician seen",
            ["Amy Hart", "Ben Cole"],
            "Check this: column 'Clinician seen' seems to hold names",
        ),
        (
            "tenure",
            ["rent", "own"],
            "Names of people cannot always be told from groups: look whether these are",
        ),
    ],
)
def test_names_of_people_are_warned_of_alike_everywhere(tmp_path, capsys, column, values, told):
    text = seen(values, column)
    assert told in said(plain(tmp_path, text, group=column, less_heard=values[0]))
    options = ("--scale", "0-10", "--no-reversed", "--group", column, "--less-heard", values[0])
    file, out = tmp_path / "s.csv", tmp_path / "p.toml"
    file.write_text(text)
    code, shown, _ = run(capsys, "population", str(file), *options, "--out", str(out))
    assert code == 0
    assert told in shown
    page = Page()
    page.upload("s.csv", text.encode())
    page.answer(low=0, high=10, direction="up", group=column)
    page.tick("less-", values[0])
    assert page.use() is not None
    assert told.replace("'", "&#39;") in texts(page.box)
