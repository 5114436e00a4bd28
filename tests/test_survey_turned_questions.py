"""A question that may be turned round never gets its direction from the kit, and the file's words count."""

import pytest
from survey_stage import column, refusal, said, survey

from coprod_sim.cli.answers_table import answers_table
from coprod_sim.population.answer_words import is_date
from coprod_sim.population.question_wording import asks_plainly
from coprod_sim.population.reading import build_reading
from coprod_sim.population.survey import (
    SeveralReadingsError,
    open_survey,
    population_from,
    survey_table,
    take_answers,
)

pytestmark = pytest.mark.usefixtures("few_are_enough")

TURNED = [
    "I do not trust the hospital", "I don't trust the hospital", "My trust in the hospital has fallen",
    "The hospital is not trustworthy", "The hospital does not deserve my trust", "I never trust it",
    "How important is it that you trust the hospital?", "mistrust of us", "Lack of trust in us",
    "no confidence in the council", "I can hardly trust them", "I am unable to trust you",
    "I have less trust than before", "I am suspicious of it, no trust", "I doubt I can trust it",
    "Nid wyf yn trust", "Ich habe nicht trust", "Dim trust", "kein trust", "trust_change", "trustLost",
    "Trust in us is a problem", "Why do you trust us?", "How much do you trust us to waste money?",
    "Trust in ward 5 is falling", "Worry about trust", "How much do you trust us (or not)?",
    "Our staff trust us",
]  # fmt: skip
PLAIN = [
    "trust", "Q12_trust_council", "trust_local_gov", "Trust in the council", "trstprl", "trustCouncil",
    "How much do you trust the council?", "Q5. How far do you trust us?", "Confidence in the council",
    "On a scale of 0 to 10, how much do you trust us?", "Trust in us (0-10)",
    "How much do you trust the council to act in the interest of residents? - 0 = no trust",
    "Trust in us, where 1 is a great deal and 4 is none at all",
]  # fmt: skip
ENDS = ("1 - Not at all", 2, 3, 4, "5 - Completely")


@pytest.mark.parametrize("question", TURNED)
def test_below_a_question_that_may_be_turned_the_direction_is_asked(tmp_path, question):
    assert not asks_plainly(question, "")
    said = refusal(tmp_path, column(*ENDS, name=question))
    assert "say whether the highest or the lowest answer is the most trust." in said
    assert said.endswith(
        "The question does not plainly ask how much people trust, so its words do not tell which end is"
        " the most trust."
    )


@pytest.mark.parametrize("question", TURNED)
def test_whoever_says_the_direction_of_a_turned_question_is_believed(tmp_path, question):
    read = survey(tmp_path, column(*ENDS, 5, 5, name=question), reversed=True)
    assert read.share_trusting == pytest.approx(2 / 7)
    assert "the lowest answer is the most trust, as told." in said(read)
    assert "the opposite (" not in said(read)


@pytest.mark.parametrize("question", PLAIN)
def test_a_plain_question_is_taken_without_asking(tmp_path, question):
    assert survey(tmp_path, column(*ENDS, name=question)).share_trusting == pytest.approx(2 / 5)


def test_a_wording_in_the_question_itself_turns_nothing_round_by_guess(tmp_path):
    name = "I do not trust the hospital (1 = not at all, 5 = completely)"
    assert "say whether" in refusal(tmp_path, f'"{name}"\n1\n2\n3\n4\n5\n')


def test_words_below_a_turned_question_are_put_in_order_by_a_person(tmp_path):
    answers = ("Not at all", "A little", "Somewhat", "A lot", "Completely")
    assert "say the scale." in refusal(
        tmp_path, column(*answers, name="I do not trust the hospital")
    )


# Against the words of the file


def test_a_direction_against_the_words_of_the_answers_is_said_to_be_so(tmp_path):
    answers = ["1 - Very low trust"] * 4 + ["5 - Very high trust"]
    right, wrong = (survey(tmp_path, column(*answers), reversed=way) for way in (None, True))
    assert (right.share_trusting, wrong.share_trusting) == (0.2, 0.8)
    assert right.notes[2] == (
        "The scale of trust is 1-5, as the words at its ends say; the highest answer is the most trust."
    )
    assert wrong.notes[2:4] == (
        "The scale of trust is 1-5, as the words at its ends say; the lowest answer is the most trust, as"
        " told.",
        "Check this: the words of the file say the opposite ('1 - Very low trust').",
    )


def test_a_direction_against_the_words_of_the_question_is_said_to_be_so(tmp_path):
    name = "trust (0 = not at all; 10 = completely)"
    read = survey(tmp_path, column(0, 5, 10, name=name), reversed=True)
    assert f"Check this: the words of the file say the opposite ('{name}')." in read.notes


def test_words_turned_round_are_written_the_same_in_table_and_note():
    answers = ["Strongly distrust", "Tend to distrust", "Tend to trust", "Strongly trust"]
    told = build_reading({"reversed": True})
    table = survey_table(column(*answers).encode())
    row = answers_table(take_answers(table, told)).splitlines()[-2]
    assert " ".join(row.split()) == "Strongly distrust 1 25.0% 5 of 5, most trust"
    notes = population_from(table, told, "x").notes
    assert notes[2].endswith("the first of them is the most trust, as told.")
    assert notes[3] == "Check this: the words of the file say the opposite ('Strongly distrust')."


def test_who_reads_a_survey_again_as_it_was_found_is_not_said_to_have_told_it(tmp_path):
    first = survey(tmp_path, column(*ENDS))
    assert first.reading is not None
    table = open_survey(tmp_path / "survey.csv")
    again = population_from(table, first.reading, "survey.csv")
    assert again.notes == first.notes
    assert "as told" not in said(again)
    assert ", as named." not in said(again)


# Dates


@pytest.mark.parametrize(
    "text", ["01-Feb", "Feb-01", "2026-02-01", "2026-02-01 00:00:00", "1.2.2026", "01/02/26", "3 März",
             "01-Feb-2026", "10-Dez"],
)  # fmt: skip
def test_a_date_is_known(text):
    assert is_date(text)


@pytest.mark.parametrize("text", ["1-2", "3", "May", "2 - rather low", "1 - Never", "10.5"])
def test_an_answer_is_no_date(text):
    assert not is_date(text)


def test_a_date_that_a_program_made_of_an_answer_is_not_read_as_a_number(tmp_path):
    text = column(*[1, 2, 3, 4, 5] * 4, "01-Feb", "01-Feb")
    told = {"scale": "1-5", "reversed": False}
    assert refusal(tmp_path, text, **told) == (
        "survey.csv: the answers in column 'trust' can be read in more than one way; say which answers are"
        " none ('01-Feb' is no point of the scale 1-5; it first stands in row 22). '01-Feb' is a date,"
        " which a spreadsheet program may have made of an answer such as '1-2'."
    )
    read = survey(tmp_path, text, **told, missing="01-Feb")
    assert (read.n_used, read.share_trusting) == (20, 0.4)
    assert "Dropped 2 rows: an answer that means none ('01-Feb')." in read.notes


def test_a_column_of_dates_is_no_column_of_trust(tmp_path):
    text = column(*["01-Feb", "03-Apr", "05-Jun", "07-Aug", "09-Oct"] * 4)
    assert refusal(tmp_path, text, scale="1-10", reversed=False) == (
        "survey.csv: column 'trust' holds dates such as '01-Feb', which a spreadsheet program may have made"
        " of answers such as '1-2'; give the file as it was before, or choose another question."
    )


def test_a_cell_with_a_second_number_is_no_answer(tmp_path):
    said = refusal(tmp_path, column(1, 8, "2 (changed to 8)"), scale="0-10", reversed=False)
    assert "'2 (changed to 8)' is no point of the scale" in said


def test_on_a_scale_from_0_to_1_only_the_ends_are_the_ends():
    table = survey_table(column("0", "0.5", "0.96", "1").encode())
    lines = answers_table(take_answers(table, build_reading({"scale": "0-1", "reversed": False})))
    assert [" ".join(line.split()[3:]) for line in lines.splitlines()[2:6]] == [
        "on the scale, least trust", "on the scale", "on the scale", "on the scale, most trust",
    ]  # fmt: skip


def test_an_answer_near_an_end_is_not_at_the_end():
    table = survey_table(column("0,5", "10", "0").encode())
    lines = answers_table(take_answers(table, build_reading({"scale": "0-10", "reversed": False})))
    assert "1.5 of 11\n" in lines


def test_a_question_that_is_unclear_says_so_before_it_is_used(tmp_path):
    with pytest.raises(SeveralReadingsError) as asked:
        survey(tmp_path, column(1, 5, name="I never trust it"), scale="1-5")
    assert asked.value.taken.plainly_asked is False


def test_a_known_scale_of_which_a_place_is_left_unnamed_is_still_as_its_words_say(tmp_path):
    answers = ["None at all", "A fair amount", "A great deal"]
    told = ["None at all", "(answer 2)", "A fair amount", "A great deal"]
    assert ", as its words say;" in said(survey(tmp_path, column(*answers), scale=told))
