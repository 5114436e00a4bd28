"""A question that asks for trust in any usual wording is no cause for a warning, and its opposite is."""

import pytest
from survey_stage import column, said, survey
from test_survey_turned_questions import TURNED

from coprod_sim.population.question_wording import asks_plainly, may_ask_otherwise

PLAIN = [
    "I trust the hospital to act on what patients say", "How would you describe your trust in the council?",
    "How would you rate your trust in the hospital?", "Please rate your trust in the council",
    "I trust the council to make decisions that are good for people", "We trust our school",
    "I have confidence in the hospital", "Agree or disagree: I trust the council",
    "To what extent do you agree or disagree that you trust the council?",
    "To what extent do you agree? - I trust the hospital to act on what patients say",
    "How much do you agree with the following statements: We trust our school",
    "Please say how far you agree or disagree. - The council - I trust the council",
    "Inwieweit stimmen Sie zu? Ich vertraue der Gemeinde",
    "I trust my doctor to tell me when something is wrong", "How high is your trust in the police?",
    "Do you trust the council?", "Would you say you trust the council?",
    "How much confidence would you say you have in the council?", "How strong is your trust in us?",
    "Overall, how would you describe your level of trust in the hospital?",
    "Ich vertraue dem Krankenhaus", "Wie würden Sie Ihr Vertrauen in die Gemeinde beschreiben?",
    "Wie hoch ist Ihr Vertrauen in die Gemeinde?", "Ich habe Vertrauen in die Stadtverwaltung",
    "Bitte bewerten Sie Ihr Vertrauen in den Gemeinderat", "Wie groß ist Ihr Vertrauen in das Krankenhaus?",
    "Ich vertraue darauf, dass die Gemeinde tut, was den Leuten wichtig ist",
    "Rwy'n ymddiried yn y cyngor", "Sut fyddech chi'n disgrifio eich ymddiriedaeth yn y cyngor?",
    "Mae gen i hyder yn yr ysbyty",
]  # fmt: skip
OTHERWISE = [
    *TURNED, "I distrust the hospital", "I do not trust the hospital to act on what patients say",
    "I trust the hospital less than I did", "How would you describe your distrust in the council?",
    "How would you describe the change in your trust?", "I worry that I cannot trust the council",
    "I trust the council to do nothing", "I trust the council to ignore what people say",
    "I trust the council to let us down", "I trust nobody at the council", "I trust no council to act",
    "How high is your mistrust of the council?", "I have no confidence in the hospital",
    "Would you say you trust the council less?", "I have little trust in us",
    "My neighbours trust the council",
    "To what extent do you agree that you do not trust the council?",
    "To what extent do you agree? - I do not trust the hospital", "I worry - I trust the hospital",
    "To what extent do you agree? - The staff are kind", "Why do you not agree? - I trust the hospital",
    "I would trust it if it listened",
    "Ich vertraue dem Krankenhaus nicht", "Ich misstraue der Gemeinde",
    "Wie hoch ist Ihr Misstrauen gegen die Gemeinde?", "Ich habe kein Vertrauen in die Verwaltung",
    "Wie würden Sie den Verlust an Vertrauen beschreiben?", "Ich vertraue der Gemeinde weniger als früher",
    "Ich vertraue darauf, dass die Gemeinde nichts tut",
    "Dydw i ddim yn ymddiried yn y cyngor", "Nid oes gen i hyder yn yr ysbyty",
    "Mae gen i lai o hyder nag o'r blaen",
]  # fmt: skip
BARE = {"scale": "1-5", "reversed": False}


@pytest.mark.parametrize("question", PLAIN)
def test_a_usual_wording_of_trust_is_plain_and_warns_nobody(tmp_path, question):
    assert asks_plainly(question, "")
    assert asks_plainly("Q3", question)
    read = survey(tmp_path, column(*[1, 2, 3, 4, 5] * 4, name=f'"{question}"'), **BARE)
    assert "may ask for the opposite" not in said(read)


@pytest.mark.parametrize("question", OTHERWISE)
def test_the_opposite_of_trust_or_something_else_is_never_plain(question):
    assert not asks_plainly(question, "")
    assert not asks_plainly("Q3", question)


@pytest.mark.parametrize("question", OTHERWISE)
def test_what_has_a_word_that_turns_it_round_is_told(question):
    neither = ("Our staff trust us", "The staff are kind")
    assert may_ask_otherwise(question, "") or question.endswith(neither)
    assert may_ask_otherwise("Q3", question) or question.endswith(neither)


def test_a_turned_name_beside_a_plain_question_is_told():
    assert may_ask_otherwise("distrust", "How much do you trust the council?")
