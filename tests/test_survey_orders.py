"""Answers in usual words are proposed in their order, and used only once a person has said it is right."""

import shlex

import pytest
from cli_stage import run
from test_survey_control import Page, column
from widget_tree import form_with

from coprod_sim.population.known_orders import proposed_order
from coprod_sim.population.survey import SeveralReadingsError, load_population, read_survey
from coprod_sim.words import words_in

AGREE = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
ORDERS = [
    AGREE,
    ["Very low trust", "Low trust", "Moderate trust", "High trust", "Very high trust"],
    ["Very dissatisfied", "Fairly dissatisfied", "Fairly satisfied", "Very satisfied"],
    ["Never", "Rarely", "Sometimes", "Often", "Always"],
    ["Very poor", "Poor", "Fair", "Good", "Very good"],
    ["Poor", "Fair", "Good", "Very good", "Excellent"],
    ["Very unlikely", "Unlikely", "Neither likely nor unlikely", "Likely", "Very likely"],
    ["No trust", "A little trust", "Some trust", "A lot of trust", "Complete trust"],
    ["Stimme überhaupt nicht zu", "Stimme eher nicht zu", "Teils/teils",
     "Stimme eher zu", "Stimme voll und ganz zu"],
    ["Sehr geringes Vertrauen", "Geringes Vertrauen", "Hohes Vertrauen", "Sehr hohes Vertrauen"],
    ["Sehr unzufrieden", "Unzufrieden", "Zufrieden", "Sehr zufrieden"],
    ["Nie", "Selten", "Manchmal", "Oft", "Immer"],
    ["Anghytuno'n gryf", "Anghytuno", "Cytuno", "Cytuno'n gryf"],
    ["Byth", "Anaml", "Weithiau", "Yn aml", "Bob amser"],
    ["Gwael iawn", "Gwael", "Gweddol", "Da", "Da iawn"],
]  # fmt: skip


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order[0])
def test_usual_answers_are_put_in_their_order_from_any_other(order):
    assert list(proposed_order(order[::-1])) == order
    assert list(proposed_order([word.upper() for word in order])) == [
        word.upper() for word in order
    ]


def test_a_place_that_nobody_chose_is_there_but_a_middle_may_be_missing():
    assert (
        list(
            proposed_order(["Agree", "Disagree", "Neither agree nor disagree", "Strongly disagree"])
        )
        == AGREE
    )
    assert list(proposed_order([*AGREE[:2], *AGREE[3:]])) == [*AGREE[:2], *AGREE[3:]]


def test_an_order_is_asked_for_with_the_answers_that_nobody_chose(capsys, tmp_path, monkeypatch):
    """The template held only what somebody chose: "Strongly disagree" was lost, and the mean was too low."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.csv").write_bytes(survey(AGREE[1:] * 5))
    code, _, err = run(capsys, "population", "s.csv")
    assert code == 2
    hint = 'Leave out "don\'t know". Count answers that nobody chose as well.'
    assert err.count(hint) == 2
    assert words_in("en")("survey-points_help") == hint
    template = err.splitlines()[-1]
    assert "? (nobody chose)" in template
    assert "Strongly disagree" in template
    with pytest.raises(SeveralReadingsError, match="Count answers that nobody chose as well"):
        read_survey("s.csv")
    (tmp_path / "s.csv").write_bytes(survey(["Blue", "Green", "Red"] * 5))
    assert "? (nobody chose)" in run(capsys, "population", "s.csv")[2].splitlines()[-1]


@pytest.mark.parametrize(
    "answers",
    [["ja", "nein"], ["Agree", "Blue"], ["Agree"], [], ["Good", "Fairly good"], ["Yes", "Never"]],
)
def test_where_the_words_are_of_no_one_scale_nothing_is_proposed(answers):
    assert proposed_order(answers) == ()


def survey(words: list[str], name: str = "trust") -> bytes:
    answers = [word for k, word in enumerate(words) for _ in range(5 + k)]
    return column(*answers, "Don't know").replace(b"trust\n", f"{name}\n".encode(), 1)


def test_the_command_line_offers_the_order_as_a_command_that_works(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.csv").write_bytes(survey(AGREE))
    code, _, err = run(capsys, "population", "s.csv")
    assert code == 2, "nothing is taken that nobody has said"
    assert (
        "- the answers go Strongly disagree < Disagree < Neither agree nor disagree < Agree < Strongly agree,"
        " and 'Strongly agree' is the most trust:" in err
    )
    found = [shlex.split(line) for line in err.splitlines() if line.startswith("  coprod-sim")]
    assert len(found) == 2, "the order, and the same with places for the reader's own"
    assert run(capsys, *found[0][1:])[0] == 0
    assert load_population("s_population.toml").share_trusting == pytest.approx((8 + 9) / 35)


def test_below_a_question_that_may_be_turned_both_directions_are_offered(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.csv").write_bytes(survey(AGREE, "I do not trust the council"))
    err = run(capsys, "population", "s.csv")[2]
    commands = [shlex.split(line) for line in err.splitlines() if line.startswith("  coprod-sim")]
    assert ["--reversed" in one for one in commands] == [False, True, False]
    assert run(capsys, *commands[1][1:])[0] == 0
    assert load_population("s_population.toml").share_trusting == pytest.approx((5 + 6) / 35)


def test_the_page_fills_the_order_in_and_asks_whether_it_is_right():
    page = Page()
    page.upload("s.csv", survey(AGREE))
    labels = [
        field.label
        for name, field in form_with(page.box, "points").fields.items()
        if name[:6] == "point-"
    ]
    assert [label.rsplit(" (", 1)[0] for label in labels] == [*AGREE, "Don't know"]
    assert page.value("points") == 5
    assert page.use() is None
    assert "Look at the order of the answers above" in page.alerts()[0]
    page.answer(in_order=True)
    read = page.use()
    assert read is not None
    assert read.share_trusting == pytest.approx((8 + 9) / 35)


def test_a_change_of_the_order_asks_again():
    page = Page()
    page.upload("s.csv", survey(AGREE))
    page.answer(in_order=True)
    fields = form_with(page.box, "points").fields
    name = next(name for name, field in fields.items() if field.label.startswith("Neither"))
    page.answer(**{name: "none"})
    assert page.use() is None
    page.answer(in_order=True)
    read = page.use()
    assert read is not None
    assert read.n_used == 28


def test_words_without_a_usual_order_are_put_in_order_as_before():
    page = Page()
    page.upload("s.csv", survey(["ja", "nein"]))
    assert not page.asks("in_order")
