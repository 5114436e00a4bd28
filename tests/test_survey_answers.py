"""What each answer is taken for: what the file says itself is used, the rest is asked, nothing guessed."""

import numpy as np
import pandas as pd
import pytest

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import AnswerScale
from coprod_sim.population.answer_words import end_of, is_no_answer, known_scales
from coprod_sim.population.counted_answers import count_answers
from coprod_sim.population.reading import build_reading
from coprod_sim.population.survey import SurveyTable, TakenAnswers, take_answers

NAN = float("nan")


def table(*answers: object, name: str = "trust", **told: object) -> SurveyTable:
    return SurveyTable(pd.DataFrame({name: list(answers)}, dtype=object), **told)  # pyright: ignore[reportArgumentType]


def taken(
    *answers: object, name: str = "trust", question: str = "", **options: object
) -> TakenAnswers:
    return take_answers(
        table(*answers, name=name, questions={name: question}),
        build_reading({"trust": name} | options),
    )


def points(found: TakenAnswers) -> dict[str, float]:
    """Give the place of each answer on its scale, and NaN for no answer."""
    return {row.text: value for row, value in zip(found.rows, list(found.values), strict=True)}


# No answer


@pytest.mark.parametrize(
    "text",
    ["", " ", "NA", "n/a", "#N/A", "N.A.", "NaN", "<NA>", "null", "#NULL!", "Missing", "-", "--", ".",
     "?", "DK", "d/k", "DK/NA", "unknown", "unsure", "not sure", "no opinion", "no response",
     "No  Answer", "not answered", "not applicable", "not asked", "not stated", "skipped", "can't say",
     "can\u2019t say", "cannot say", "can't choose", "cannot choose", "Don't know", "dont know at all",
     "do not know", "Prefer not to say", "rather not", "refused", "REFUSAL"],
)  # fmt: skip
def test_no_answer_is_known_in_all_its_words(text):
    assert is_no_answer(text)


@pytest.mark.parametrize(
    "text", ["0", "no", "none", "not at all", "well refused", "a", "sure", "---"]
)
def test_an_answer_is_not_taken_for_none(text):
    assert not is_no_answer(text)


# Counting


def test_answers_are_counted_numbers_first_and_in_order():
    found = count_answers(table("10", "b", "2", "b", "", 2.0, "a", None), "trust")
    assert [(a.text, a.times) for a in found.answers] == [
        ("2", 2),
        ("10", 1),
        ("b", 2),
        ("a", 1),
        ("", 2),
    ]
    assert found.of_rows(np.array([2, 10, 20, 30, 40.0])).tolist() == [10, 20, 2, 20, 40, 2, 30, 40]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("0 - No trust at all", 0, "No trust at all"),
        ("10 \N{EN DASH} Complete trust", 10, "Complete trust"),
        ("1: Not at all", 1, "Not at all"), ("1) Not at all", 1, "Not at all"), ("1. None", 1, "None"),
        ("5 (Completely)", 5, "Completely"), ("-3 = least", -3, "least"),
        ("Complete trust (10)", 10, "Complete trust"),
        ("Not at all - 0", 0, "Not at all"), ("2025-05-01", NAN, ""), ("3-5 years", NAN, ""),
        ("5 points", NAN, ""),
        ("7", 7, ""), ("a lot", NAN, ""),
    ],
)  # fmt: skip
def test_an_answer_may_carry_number_and_words(text, number, words):
    answer = count_answers(table(text), "trust").answers[0]
    assert answer.number == pytest.approx(number, nan_ok=True)
    assert answer.words == words


def test_answers_that_differ_in_capitals_and_spaces_alone_are_one():
    found = count_answers(table("Tend to trust", "tend  to TRUST", "no", "NO "), "trust")
    assert [(a.text, a.times) for a in found.answers] == [("Tend to trust", 2), ("no", 2)]
    assert found.of_rows(np.array([1.0, 2.0])).tolist() == [1, 1, 2, 2]


def test_words_for_values_nobody_chose_are_there_as_well():
    found = count_answers(
        table(1.0, 2.0, labels={"trust": {"1": "a", "2": "b", "3": "c"}}), "trust"
    )
    assert [(a.text, a.words, a.times) for a in found.answers] == [
        ("1", "a", 1),
        ("2", "b", 1),
        ("3", "c", 0),
    ]


# What a file says itself


ENDS = ["0 - No trust at all", "5", "10 - Complete trust"]


def test_words_at_both_ends_tell_scale_and_direction():
    found = taken(*ENDS, "Don't know")
    assert found.asks == ()
    assert points(found) == pytest.approx(
        {ENDS[0]: 0, "5": 5, ENDS[2]: 10, "Don't know": NAN}, nan_ok=True
    )
    turned = taken("1 - Completely", "2", "4 - Not at all")
    assert turned.asks == ()
    assert points(turned) == {"1 - Completely": 4, "2": 3, "4 - Not at all": 1}


def test_words_at_one_end_only_tell_nothing():
    assert taken("0 - No trust at all", "5", "10").asks == ("scale", "direction")
    assert taken("1 - Not at all", "3 - Somewhat").asks == ("scale", "direction")


def test_words_at_ends_that_are_no_whole_numbers_tell_nothing():
    labels = {"trust": {"0.5": "Not at all", "9.5": "Completely"}}
    found = take_answers(table("0.5", "5", "9.5", labels=labels), build_reading({}))
    assert found.asks == ("scale", "direction")


def test_answers_are_shown_in_the_order_of_their_scale_where_it_is_in_words():
    def shown(*answers: str) -> list[str]:
        return [row.text for row in taken(*answers).in_order]

    in_order = ["None at all", "A fair amount", "A great deal", "n/a"]
    assert shown("A great deal", "n/a", "None at all", "A fair amount") == in_order
    assert shown("7", "2", "30") == shown("30", "2", "7") == ["2", "7", "30"]
    assert shown("so so", "fine") == ["fine", "so so"]


def test_words_at_the_ends_do_not_help_where_the_question_may_be_another():
    for name, question in (
        ("worry", ""), ("distrust", ""), ("q1", "How far do you mistrust us?"),
        ("q1", "Is a lack of trust a problem here?"), ("q1", "How worried are you that trust is lost?"),
    ):  # fmt: skip
        found = taken(*ENDS, name=name, question=question)
        assert (found.scale, found.asks) == (AnswerScale(0, 10), ("direction",))


def test_a_known_scale_in_words_needs_no_telling():
    found = taken("A fair amount", "None at all", "A GREAT DEAL", "n/a")
    assert found.asks == ()
    assert points(found) == pytest.approx(
        {"A fair amount": 3, "None at all": 1, "A GREAT DEAL": 4, "n/a": NAN}, nan_ok=True
    )


@pytest.mark.parametrize(
    "answers",
    [("Not very much", "A fair amount"), ("yes", "no"), ("Strongly agree", "Strongly disagree"),
     ("None at all", "A fair amount", "so so")],
)  # fmt: skip
def test_words_that_fit_several_scales_or_none_are_asked_about(answers):
    assert taken(*answers).asks == ("scale",)
    assert {row.taken for row in taken(*answers).rows} == {"open"}


def test_a_known_scale_of_words_says_nothing_about_another_question():
    assert taken("None at all", "A great deal", name="worry").asks == ("scale",)


@pytest.mark.parametrize(
    ("question", "scale", "turned"),
    [
        ("How far do you trust us? 0 = no trust, 10 = complete trust", "0-10", False),
        ("Trust in us, where 1 means a great deal and 4 means none at all", "1-4", True),
        ("Trust in us (0-10)", "0-10", None),
        ("Trust, from 1 to 7", "1-7", None),
        ("Trust in 2024-2025", None, None),
        ("Trust, Q1-12", None, None),
        ("Trust (0-10) or (1-5)", None, None),
        ("Trust 1 = high, 5 = low", None, None),
        ("Trust: 1 = no trust, 5 = not at all, 7 days", None, None),
    ],
)
def test_the_wording_of_a_question_tells_what_it_says_and_no_more(question, scale, turned):
    found = taken("1", "2", "4", name="q1", question=question)
    assert (found.reading.scale, found.reading.reversed) == (scale, turned)


def test_what_a_file_declares_is_used():
    labels = {"trust": {"1": "A great deal", "2": "A fair amount", "3": "Not very much", "4": "None at all",
                        "8": "Don't know"}}  # fmt: skip
    held = table(1.0, 2.0, 8.0, 9.0, NAN, labels=labels, missing={"trust": frozenset({"9"})})
    found = take_answers(held, build_reading({}))
    assert (found.scale, found.reading.reversed, found.asks) == (AnswerScale(1, 4), True, ())
    assert points(found) == pytest.approx(
        {"1": 4, "2": 3, "3": 2, "4": 1, "8": NAN, "9": NAN, "": NAN}, nan_ok=True
    )


def test_words_for_all_values_tell_the_scale_though_not_the_direction():
    labels = {"trust": {"1": "gar nicht", "2": "etwas", "3": "sehr"}}
    found = take_answers(table(1.0, 2.0, labels=labels), build_reading({}))
    assert (found.scale, found.asks) == (AnswerScale(1, 3), ("direction",))
    beyond = take_answers(table(1.0, 9.0, labels=labels), build_reading({}))
    assert beyond.asks == ("scale", "direction")


# What is asked


@pytest.mark.parametrize(
    "answers", [range(11), range(1, 5), [0, 1, 2, 3], [0.25, 1], [10, 55, 99], [1, 5, 6]]
)
def test_bare_numbers_are_asked_about_whatever_they_look_like(answers):
    assert taken(*map(str, answers)).asks == ("scale", "direction")


def test_one_thing_is_asked_at_a_time_where_the_other_is_told():
    assert taken("1", "4", scale="1-4").asks == ("direction",)
    assert taken("1", "4", reversed=True).asks == ("scale",)
    assert taken("1", "4", "9", scale="1-4", reversed=True).asks == ("missing",)
    assert taken("1", "4", "9", "x", scale="1-4", reversed=True, missing="9").unplaced == ("x",)
    assert taken("1", "4", "9", "x", scale="1-4", reversed=True, missing="9,X").asks == ()


def test_numbers_may_lie_between_points_and_at_the_ends_but_not_beyond():
    found = taken("1", "2,5", "4", "0,99", scale="1-4", reversed=False)
    assert found.unplaced == ("0,99",)
    assert points(found)["2,5"] == 2.5


def test_what_is_named_as_none_is_none_even_on_the_scale():
    found = taken("0", "5", "10", scale="0-10", reversed=False, missing="0")
    assert points(found) == pytest.approx({"0": NAN, "5": 5, "10": 10}, nan_ok=True)
    assert [row.taken for row in found.rows] == ["none", "point", "point"]


def test_an_answer_is_named_by_its_text_its_number_or_its_words():
    for name in ("8 - Not sure either way", "8", "8.0", "not sure EITHER way"):
        found = taken("1", "8 - Not sure either way", scale="1-5", reversed=False, missing=[name])
        assert found.asks == ()


def test_words_are_put_in_order_by_whoever_knows():
    found = taken(
        "so so", "yes", "no", "Weiß nicht", scale="no < so so < yes", missing="weiß nicht"
    )
    assert found.asks == ()
    assert points(found) == pytest.approx(
        {"so so": 2, "yes": 3, "no": 1, "Weiß nicht": NAN}, nan_ok=True
    )
    assert [row.text for row in found.in_order] == ["no", "so so", "yes", "Weiß nicht"]
    assert points(taken("yes", "no", scale="no < yes", reversed=True)) == {"no": 2, "yes": 1}


def test_words_the_kit_takes_for_no_answer_can_be_a_point_of_a_scale():
    found = taken("no", "unsure", "yes", scale="no < unsure < yes")
    assert points(found) == {"no": 1, "yes": 3, "unsure": 2}


def test_people_see_how_often_each_answer_came_and_what_it_is_taken_for():
    found = taken("1", "1", "4", "9", scale="1-4", reversed=True, missing="9")
    assert [(r.text, r.times, r.share, r.taken, r.point) for r in found.rows] == [
        ("1", 2, 0.5, "point", 4.0),
        ("4", 1, 0.25, "point", 1.0),
        ("9", 1, 0.25, "none", None),
    ]


def test_a_column_without_answers_and_one_of_comments_are_refused_and_not_shown():
    for answers in (["", "NA"], [None, None]):
        with pytest.raises(InputError, match="column 'trust' holds no answers; choose another"):
            taken(*answers)
    with pytest.raises(InputError, match="column 'trust' holds 61 different texts") as refused:
        taken(*(f"person {k}" for k in range(61)))
    assert "person" not in str(refused.value)


# The words the kit knows


@pytest.mark.parametrize(
    ("words", "end"),
    [("No trust at all", "least"), ("Not at all", "least"), ("None at all", "least"),
     ("Do not trust", "least"),
     ("Completely distrust", "least"), ("Complete trust", "most"), ("A great deal", "most"),
     ("Strongly trust", "most"), ("Completely", "most"), ("Somewhat", ""), ("Not completely", ""),
     ("Strongly agree", ""), ("", "")],
)  # fmt: skip
def test_the_ends_of_a_scale_are_known_by_their_words(words, end):
    assert end_of(words) == end


def test_known_scales_rise_and_no_word_comes_twice():
    assert known_scales(["Tend to trust", "strongly DISTRUST"]) == [
        (
            "strongly DISTRUST",
            "Tend to distrust",
            "Neither trust nor distrust",
            "Tend to trust",
            "Strongly trust",
        )
    ]
    for scale in known_scales([]):
        assert len({word.casefold() for word in scale}) == len(scale) >= 2
        assert end_of(scale[0]) != "most"
        assert end_of(scale[-1]) != "least"
