"""In German or Welsh the question is found, and words are believed below plain questions only."""

import pytest
from survey_stage import plain, said, survey, table_of

from coprod_sim.errors import InputError
from coprod_sim.population.answer_words import end_of
from coprod_sim.population.columns import find_trust
from coprod_sim.population.question_wording import asks_plainly
from coprod_sim.population.reading import Reading

PLAIN = [
    "Vertrauen in die Gemeinde", "Wie sehr vertrauen Sie dem Stadtrat?",
    "Wie viel Vertrauen haben Sie in das Amt?",
    "Ihr Vertrauen in die Polizei", "Ymddiriedaeth yn y cyngor", "Hyder yn y cyngor",
    "I ba raddau ydych chi'n ymddiried yn y cyngor?", "Faint o hyder sydd gennych yn y bwrdd iechyd?",
]  # fmt: skip
TURNED = [
    "Mein Vertrauen in die Gemeinde ist gesunken", "Ich vertraue der Gemeinde nicht",
    "Kein Vertrauen in das Amt", "Wie wichtig ist Ihnen Vertrauen?", "Vertrauen Sie uns weniger als früher?",
    "Misstrauen gegen die Gemeinde",
    "Warum vertrauen Sie uns?", "Nid wyf yn ymddiried yn y cyngor", "Diffyg ymddiriedaeth yn y cyngor",
    "Mae fy hyder yn y cyngor wedi gostwng", "Pa mor bwysig yw ymddiriedaeth?", "Dim hyder yn y cyngor",
]  # fmt: skip


@pytest.mark.parametrize("question", PLAIN)
def test_the_question_is_found_and_the_words_at_its_ends_are_believed(tmp_path, question):
    least, most = (
        ("0 - überhaupt kein Vertrauen", "10 - volles Vertrauen")
        if "ertrau" in question
        else ("0 - dim o gwbl", "10 - yn llwyr")
    )
    rows = [least, *range(1, 10), most] * 10
    text = f"Nr;{question};Alter\n" + "".join(f"{k};{a};40\n" for k, a in enumerate(rows))
    read = survey(tmp_path, text)
    assert read.reading is not None
    assert (read.reading.trust, read.reading.scale, read.reading.reversed) == (
        question,
        "0-10",
        False,
    )
    assert read.share_trusting == pytest.approx(5 / 11)


@pytest.mark.parametrize("question", TURNED)
def test_below_a_question_that_may_be_turned_nothing_is_believed(question):
    assert not asks_plainly(question, "")


@pytest.mark.parametrize("question", ["Vertrauen in die Gemeinde", "Hyder yn y cyngor"])
def test_bare_numbers_are_asked_about_in_every_language(tmp_path, question):
    text = f"Nr;{question}\n" + "".join(f"{k};{k % 11}\n" for k in range(44))
    with pytest.raises(InputError, match="can be read in more than one way; say the scale"):
        survey(tmp_path, text)
    assert f"'{question}', the only one that speaks of" in said(plain(tmp_path, text))


@pytest.mark.parametrize(
    "other", ["Vertraulichkeit", "Confidentiality agreed", "Trustee", "Ymddiriedolaeth GIG"]
)
def test_what_only_looks_like_trust_is_not_taken_for_it(other):
    table = table_of(f"Nr;{other}\n" + "".join(f"{k};{k % 2}\n" for k in range(20)))
    with pytest.raises(InputError, match="it is not clear which column holds the answers on trust"):
        find_trust(table, Reading())


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Vertraue überhaupt nicht", "least"), ("Vertraue voll und ganz", "most"),
        ("Vertraue nicht völlig", ""), ("Nicht vollständig", ""), ("I do not fully trust them", ""),
        ("I don't entirely trust them", ""), ("Dim o gwbl", "least"), ("Yn llwyr", "most"),
        ("Ddim yn llwyr", ""), ("Completely", "most"), ("No trust at all", "least"),
    ],
)  # fmt: skip
def test_an_end_that_is_denied_is_no_end(words, end):
    assert end_of(words) == end
