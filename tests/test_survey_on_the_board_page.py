"""The page for a board says of a survey what was asked, how many answered, and when they are few."""

from dataclasses import replace
from typing import Any

import pytest
from node_stage import worked_out

from coprod_sim.board.declarations import words
from coprod_sim.board.rests import rests_in_words
from coprod_sim.board.view import View
from coprod_sim.population.survey import (
    SurveyPopulation,
    build_reading,
    population_from,
    survey_table,
)

QUESTION = "How much do you trust the hospital?"
FEW = (
    "That is fewer than 100 answers, or weights as if it were, so take what follows from the survey as a"
    " rough guide."
)


def brought(people: int, heavy: str = "1") -> SurveyPopulation:
    """Read so many people, of whom 3 in 10 trust, and 12 that gave no answer; the first may weigh more."""
    rows = [f"{9 if k % 10 < 3 else 2},{heavy if k == 0 else 1}" for k in range(people)] + [
        ",1"
    ] * 12
    told = build_reading({"scale": "0-10", "reversed": False, "weight": "weight"})
    table = survey_table("\n".join([f"{QUESTION},weight", *rows]).encode())
    return population_from(table, told, "Clinic 2026.csv")


def said(survey: dict[str, Any], trust: str = "") -> str:
    """Give what Python says, once it is sure that the browser says it too."""
    whole = rests_in_words(View.model_validate({"case": "own", "survey": survey, "trust": trust}))
    own = {"few_answers": 100, "longest_question": 200}
    given = {"texts": words(("leaders.ftl",)), "survey": survey, "own": own, "trust": trust}
    there = worked_out("../test/board_said.ts", "m.surveyed(given)", given)
    assert whole.endswith(there)
    return there


def plain(survey: SurveyPopulation) -> dict[str, Any]:
    return survey.model_dump(mode="json", exclude_none=True)


def test_a_board_reads_what_was_asked_and_how_many_answered():
    assert said(plain(brought(1200))) == (
        'The survey Clinic 2026 asked: "How much do you trust the hospital?". Read on the scale 0-10; the'
        " highest answer is the most trust. Answers used: 1,200; left out: 12 (no answer on trust: 12). Of"
        " 100 who answered, by the survey's weights, 30 trust: they answered above the middle of the"
        " scale. The survey does not count less-heard people apart: the trust of all is taken for both"
        " groups."
    )


def test_what_is_to_be_checked_of_a_survey_stands_where_the_survey_stands():
    """The page for a board said nothing of it: a scale read the wrong way round looked like any other."""
    rows = "".join(f"{k % 5 + 1}\n" for k in range(200))
    table = survey_table(f'"trust (1=complete, 5=none)"\n{rows}'.encode())
    told = build_reading({"scale": "1-10", "reversed": False})
    there = said(plain(population_from(table, told, "q.csv")))
    assert "Read on the scale 1-10; the highest answer is the most trust." in there
    assert (
        "Check this: the file says '1 = complete, 5 = none', but the scale is taken to be 1-10 and the"
        " highest answer is taken for the most trust."
    ) in there
    assert "Check this: nobody answered in the upper half of the scale." in there


def test_a_scale_in_words_is_said_by_its_ends():
    rows = "".join(f"{('A lot', 'Some', 'Not at all')[k % 3]}\n" for k in range(200))
    order = ["Not at all", "Some", "A lot"]
    for scale, turned in ((order, False), (order[::-1], True)):
        told = build_reading({"scale": scale, "reversed": turned})
        found = said(plain(population_from(survey_table(f"trust\n{rows}".encode()), told, "q.csv")))
        assert (
            'Read as 3 answers, from "Not at all", the least trust, to "A lot", the most.' in found
        )


def test_a_small_group_is_said_to_be_a_rough_guide():
    rows = [f"{9 if k % 10 < 3 else 2},{'rent' if k < 19 else 'own'}" for k in range(400)]
    chosen = {"scale": "0-10", "reversed": False, "group": "home", "less_heard": ["rent"]}
    table = survey_table("\n".join([f"{QUESTION},home", *rows]).encode())
    there = said(plain(population_from(table, build_reading(chosen), "ours.csv")))
    assert (
        "Check this: the smaller group rests on 19 answers: take the shares as a rough guide."
        in there
    )


@pytest.mark.parametrize(
    ("answer", "trusting", "word"),
    [
        ("low", 64, "little"),
        ("high", 30, "much"),
        ("low", 30, ""),
        ("high", 64, ""),
        ("middle", 64, ""),
    ],
)
def test_an_answer_about_trust_that_the_survey_denies_is_held_against_it(answer, trusting, word):
    """On one page stood that people have little trust, and that 64 in 100 trust; nothing joined the two."""
    rows = "".join(f"{9 if k % 100 < trusting else 2}\n" for k in range(200))
    told = build_reading({"scale": "0-10", "reversed": False})
    survey = plain(population_from(survey_table(f"trust\n{rows}".encode()), told, "q.csv"))
    both = f"You answered that trust is {word}; in your survey {trusting} in 100 trust."
    assert (both in said(survey, answer)) == bool(word)
    assert "You answered" not in said(survey, answer) or word


def test_groups_that_are_kept_are_said_with_their_share():
    rows = [f"{9 if k % 10 < 3 else 2},{'rent' if k % 4 == 0 else 'own'}" for k in range(400)]
    told = build_reading(
        {"scale": "0-10", "reversed": False, "group": "home", "less_heard": ["rent"]}
    )
    table = survey_table("\n".join([f"{QUESTION},home", *rows]).encode())
    assert said(plain(population_from(table, told, "ours.csv"))).endswith(
        "Trust is counted apart for less-heard people, 25 in 100 of them all, and for the others."
    )


@pytest.mark.parametrize(("people", "few"), [(99, True), (100, False)])
def test_fewer_than_a_hundred_answers_are_called_a_rough_guide(people, few):
    assert said(plain(brought(people))).endswith(FEW) == few


def test_many_answers_of_which_one_weighs_nearly_all_are_called_a_rough_guide_too():
    found = brought(400, heavy="100")
    assert (found.n_used, found.n_behind) == (400, 23)  # 499 squared, over 100 squared and 399
    assert said(plain(found)).endswith(FEW)


def test_a_population_made_by_hand_says_what_it_has():
    table = [0.0] * 10 + [1.0]
    assert said({"name": "x", "table": table, "n_read": 500, "n_used": 400}) == (
        "Answers used: 400; left out: 100. The survey does not count less-heard people apart: the trust of"
        " all is taken for both groups."
    )


def test_without_a_survey_nothing_is_said_of_one():
    assert "survey" not in rests_in_words(View(case="own")).split(", by survey)")[0].casefold()


def test_the_words_of_a_question_are_said_and_not_the_name_of_its_column():
    rows = "".join(f"{k % 11}\n" for k in range(200))
    table = survey_table(f"trstprl\n{rows}".encode())
    table = replace(table, questions={"trstprl": "Trust in the hospital"})
    told = build_reading({"scale": "0-10", "reversed": False})
    found = population_from(table, told, "02_stata.dta")
    assert found.question == "Trust in the hospital"
    assert said(plain(found)).startswith('The survey 02_stata asked: "Trust in the hospital".')
    assert "Of 100 who answered, 45 trust" in said(plain(found))


def test_answers_of_weight_0_are_not_among_those_used():
    rows = "".join(f"{k % 11},{0 if k < 27 else 1}\n" for k in range(293))
    told = build_reading({"scale": "0-10", "reversed": False, "weight": "w"})
    found = population_from(survey_table(f"trust,w\n{rows}".encode()), told, "rev.csv")
    assert found.n_used == 266
    assert "Answers used: 266; left out: 27 (no weight, or a weight of 0: 27)." in said(
        plain(found)
    )


def test_a_board_reads_how_many_were_left_out_and_why():
    rows = [
        f"{'Survey Preview' if k < 9 else 'IP Address'},{9 <= k < 41},{k % 11}" for k in range(220)
    ]
    text = "\n".join(["Status,Unfinished,trust", *rows]).replace("Unfinished", "Finished")
    text = text.replace("True", "x").replace("False", "True").replace("x", "False")
    told = build_reading({"scale": "0-10", "reversed": False, "unfinished": False})
    found = said(plain(population_from(survey_table(text.encode()), told, "Clinic.csv")))
    assert "Answers used: 179; left out: 41 (previews and tests: 9; not finished: 32)." in found


def test_the_trust_in_a_council_is_said_to_be_set_between_two_that_a_survey_asks_about():
    """The page said that the survey asked about councils; the form says that it does not."""
    said = rests_in_words(View(case="own", own={"institution": "council"}))
    assert "set between that in parliament and that in the courts, nearer to parliament" in said
    half = rests_in_words(View(case="own", own={"institution": "halfway"}))
    assert "set half way between that in parliament and that in the courts" in half
    police = rests_in_words(View(case="own", own={"institution": "police"}))
    assert "is that of people in the police (United Kingdom, by survey)" in police
