"""Rows of questions below the names, and totals below the last person, are no people."""

import pytest
from survey_stage import cells, said, survey, table_of, workbook

from coprod_sim.errors import InputError
from coprod_sim.population.survey import survey_table
from coprod_sim.population.survey_files import FirstPersonNeededError

NAMES = ["RespID", "Q1", "Q2", "WT"]
QUESTIONS = ["Respondent ID", "How far do you trust the council?", "Which area?", "Weight"]
PEOPLE = [
    [str(k + 1), str(k * 7 % 11), ["North", "South", "East"][k * 5 % 3], f"{0.5 + k % 4 / 2:g}"]
    for k in range(30)
]
TRUST = [row[1] for row in PEOPLE]
BLANK = ["", "", "", ""]
WORDS = ["Not at all", "A little", "A lot"]
WORDED = [[WORDS[k % 3], ["North", "South"][k % 2]] for k in range(12)]


def text(rows: list[list[str]]) -> str:
    return "\n".join(",".join(row) for row in rows) + "\n"


def both(rows: list[list[str]]):
    """Give a table of text and one of Excel."""
    return table_of(text(rows)), survey_table(
        workbook(Data=[[c or None for c in row] for row in rows])
    )


@pytest.mark.parametrize(
    "top",
    [
        [NAMES, QUESTIONS],
        [NAMES, ["", "How far do you trust the council?", "Which area?", ""]],
        [NAMES, ["", "Trust in the council, overall", "Area", ""]],
        [NAMES, QUESTIONS, ["numeric", "numeric", "text", "numeric"]],
        [NAMES, BLANK, QUESTIONS, BLANK],
        [["Residents' survey 2024", "", "", ""], BLANK, NAMES, QUESTIONS],
        [
            ["Residents' survey 2024", "", "", ""],
            ["Base: adults", "", "", ""],
            NAMES,
            BLANK,
            QUESTIONS,
        ],
    ],
)
def test_questions_below_codes_are_no_person(top):
    for table in both([*top, *PEOPLE]):
        assert cells(table, "Q1") == TRUST
        assert "rust" in table.questions["Q1"]


def test_codes_below_questions_are_no_person():
    for table in both([QUESTIONS, NAMES, *PEOPLE]):
        assert cells(table, QUESTIONS[1]) == TRUST


def test_questions_over_answers_in_words_are_no_person():
    top = [["q1", "q2"], ["How far do you trust the council?", "Where do you live?"]]
    for table in both([*top, *WORDED]):
        assert cells(table, "q1") == [row[0] for row in WORDED]


def test_the_row_of_names_that_is_told_changes_nothing_about_questions_below_it():
    assert cells(table_of(text([NAMES, QUESTIONS, *PEOPLE]), names_row=1), "Q1") == TRUST


@pytest.mark.parametrize(
    "first",
    [["1", "ten", "North", "1"], ["1", "Refused", "West", "1"], ["1", "5", "why do you ask?", "1"],
     ["31", "99", "a place with a very long name indeed", ""]],
)  # fmt: skip
def test_a_first_person_with_an_odd_answer_stays(first):
    for table in both([NAMES, first, *PEOPLE]):
        assert cells(table, "Q1") == [first[1], *TRUST]


@pytest.mark.parametrize(
    "rows",
    [
        [["trust", "area"], ["ten", "West"], *(row[1:3] for row in PEOPLE)],
        [["q1", "q2"], ["Trust overall", "Area"], *WORDED],
        [["trust"], ["Not at all"], *([cell] for cell in TRUST)],
        [["Our survey"], ["trust"], *([cell] for cell in TRUST)],
    ],
)
def test_what_may_be_questions_or_a_person_is_asked_and_can_be_told(rows):
    for file in (text(rows).encode(), workbook(Data=rows)):
        with pytest.raises(
            FirstPersonNeededError, match="row 2 may hold the questions or a person"
        ) as asked:
            survey_table(file)
        assert asked.value.ways == ({"first_row": 2}, {"first_row": 3})
    people = [len(table_of(text(rows), first_row=first).frame) for first in (2, 3)]
    assert people == [len(rows) - 1, len(rows) - 2]


def test_a_first_person_above_the_names_is_refused():
    with pytest.raises(
        InputError, match="cannot stand in row 3, for the names of the columns stand in row 3"
    ):
        table_of(text([["Survey"], BLANK, NAMES, *PEOPLE]), first_row=3)


@pytest.mark.parametrize(
    "end",
    [
        [["Mean", "4.9", "", "1.2"]],
        [BLANK, ["Total", "30", "", "37"], ["Average:", "4.9", "", ""]],
        [BLANK, ["n = 30", "", "", ""], ["Source: panel of residents", "", "", ""]],
        [["Note: weighted to the census", "", "", ""]],
        [BLANK, ["For more see our report", "", "", ""], BLANK],
        [["Gesamt", "30", "", "37"]],
    ],
)
def test_totals_and_notes_below_the_last_person_are_no_people(end):
    for table in both([NAMES, *PEOPLE, *end]):
        assert cells(table, "Q1") == TRUST
        assert "as it holds totals or notes" in table.how


@pytest.mark.parametrize(
    "last", [["Max", "5", "North", "1"], ["31", "", "", ""], ["31", "5", "Total", "1"]]
)
def test_a_last_person_stays(last):
    for table in both([NAMES, *PEOPLE, last]):
        assert cells(table, "Q1") == [*TRUST, last[1]]


def test_a_last_person_who_answered_one_question_as_others_did_stays():
    rows = [["trust", "comment"], *([WORDS[k % 3], "fine"] for k in range(6)), ["A little", ""]]
    assert len(table_of(text(rows)).frame) == 7


def test_a_mean_without_a_word_is_asked_about(tmp_path):
    told = {"scale": "0-10", "reversed": False, "weight": "WT"}
    rows = [NAMES[1:2] + NAMES[3:], *([row[1], row[3]] for row in PEOPLE), ["4.9", "1.25"]]
    with pytest.raises(InputError, match="is no point of the scale 0-10"):
        survey(tmp_path, text(rows), trust="Q1", **told)
    read = survey(tmp_path, text(rows), trust="Q1", missing="4.9", **told)
    assert read.n_used == 30
    assert "Dropped 1 row: an answer that means none ('4.9')." in said(read)
