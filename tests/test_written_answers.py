"""Free writing is marked by its writer; a computer counts, and never says what a text is worth."""

import tomllib
from pathlib import Path

import pytest
from widget_tree import form_with, texts

from coprod_sim.apps.learner import exercise_here
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.learning.answer_key import load_answer_key
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.counted import amounts_in, dates_in, sum_of_costs
from coprod_sim.learning.exercise import exercise_folders, find_exercise, load_exercise
from coprod_sim.learning.kinds.write import sentences_of
from coprod_sim.words import words_in

ROOT = Path(__file__).resolve().parents[1]
WRITTEN = tomllib.loads((ROOT / "tests" / "data" / "written_answers.toml").read_text("utf-8"))
ANSWERS = WRITTEN["answer"]
TO_WRITE = [
    one
    for one in map(load_exercise, exercise_folders(ROOT / "exercises"))
    if one.kind == "write"
]  # fmt: skip
JO = ANSWERS[0]["text"]
PAGE = """Our library costs £84,000 a year. Next year we have £66,000.
By law we must offer a good library for all. We cannot spend money we do not have.
We could close on two days: that saves £19,000. We could let the top floor: that may bring in £12,000.
Or trained helpers could run three of the six days: that saves £21,000.
If we close on two days, 60 pupils lose a warm place after school. If we let the top floor, the 25 people who
look for work there lose the computers. With helpers, all keep their hours, but two staff lose theirs.
We do not know if anybody wants to rent the floor. We do not know if we can find enough helpers.
The cabinet decides on {vote}. Until {until} all three options are open, and yours may be a fourth."""
CATS = next(a["text"] for a in ANSWERS if "cat king" in a["text"])
pytestmark = pytest.mark.usefixtures("progress_file")


def said(exercise: str, text: str, **marks: str):
    return check_answer(find_exercise(exercise), {"text": text, "marks": marks}, 1)


@pytest.mark.parametrize("written", ANSWERS, ids=lambda a: f"{a['exercise']} {a['text'][:24]}")
def test_no_writer_is_told_by_a_computer_which_parts_are_there(written):
    found = said(written["exercise"], written["text"])
    assert found.status is Status.NOT_YET
    assert found.right == frozenset(), "nobody has marked anything yet"
    assert "are there" not in found.text
    assert "missing" not in found.text


def test_jo_is_told_of_no_gap_when_the_writer_has_pointed_at_every_part():
    whole = sentences_of(JO)
    marks = {
        "gain": whole[1], "cost": whole[3], "risk": whole[4], "give_up": whole[5],
        "worth": whole[7], "fair": "own_words",
    }  # fmt: skip
    assert whole[3] == "It is not cheap: it takes 840 hours of officer time for each decision."
    found = said("2_3", JO, **marks)
    assert found.status is Status.MARKED
    assert "You marked 6 of 6 parts as there" in found.text
    assert "nobody has checked it" in found.text
    assert whole[4] in found.notes["risk"]


def test_nonsense_with_every_figure_is_never_called_right():
    assert said("1_3", CATS).status is Status.NOT_YET
    parts = [p.id for p in find_exercise("1_3").detail.parts]
    claimed = said("1_3", f"{CATS} {CATS} {CATS}", **dict.fromkeys(parts, "own_words"))
    assert claimed.status is Status.MARKED
    assert claimed.status is not Status.YES
    assert "your own judgement" in claimed.text


@pytest.mark.parametrize("text", ["asdf", "Our library costs too much. Tell us what you think."])
@pytest.mark.parametrize("one", TO_WRITE, ids=lambda e: e.id)
def test_a_text_too_short_to_be_of_use_is_not_done_however_it_is_marked(one, text):
    found = said(one.id, text, **{p.id: "own_words" for p in one.detail.parts})
    assert found.status is Status.NOT_YET
    assert f"{len(text.split())} words are too few" in found.text
    assert found.right == {p.id for p in one.detail.parts}, (
        "the marks stand; only the length is lacking"
    )


@pytest.mark.parametrize("text", ["x", "! ?"])
@pytest.mark.parametrize("one", TO_WRITE, ids=lambda e: e.id)
def test_signs_and_single_letters_are_no_text_and_count_as_no_try(one, text):
    found = said(one.id, text, **{p.id: "own_words" for p in one.detail.parts})
    assert found.status is Status.NOT_TRIED
    assert "There are no words in your text yet" in found.text


def test_a_part_the_writer_finds_missing_gets_advice_and_the_others_none():
    found = said("2_3", JO, gain="own_words", give_up="missing")
    assert "what they can no longer decide alone" in found.notes["give_up"]
    assert found.notes["gain"].startswith("You say that yours has it")
    assert found.notes["risk"].startswith("Not marked yet")
    assert found.right == {"gain"}


def test_a_mark_falls_away_with_the_sentence_it_pointed_at():
    first = sentences_of(JO)[1]
    assert said("2_3", JO, gain=first).right == {"gain"}
    assert said("2_3", JO.replace("44%", "45%"), gain=first).right == frozenset()


@pytest.mark.parametrize(
    ("vote", "until"),
    [
        ("9 May", "18 April"),
        ("9th May", "18th April"),
        ("the 9th of May", "the 18th of April"),
        ("9 May 2027", "18 April 2027"),
        ("May 9", "April 18"),
        ("May 9th, 2027", "April 18th, 2027"),
        ("09/05", "18/04"),
        ("9/5/27", "18/4/27"),
        ("9.5.", "18.4."),
        ("09.05.2027", "18.04.2027"),
        ("2027-05-09", "2027-04-18"),
        ("9\N{NO-BREAK SPACE}May", "18\N{NO-BREAK SPACE}April"),
        ("Sunday, 9 May", "Friday 18 Apr."),
    ],
)
def test_a_page_with_its_dates_in_any_usual_form_gets_no_hint_about_them(vote, until):
    hints = said("1_3", PAGE.format(vote=vote, until=until)).hints
    assert hints == ()


def test_a_page_without_its_dates_is_asked_about_them_and_not_marked_down():
    found = said("1_3", PAGE.format(vote="a day in May", until="then"))
    assert [h for h in found.hints if "9 May" in h]
    assert [h for h in found.hints if "18 April" in h]
    assert not [h for h in found.said if "May" in h]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It costs 9.5 hours and 3/4 of the money.", {(3, 4)}),  # a hint may be mistaken
        ("You may send 9 letters.", set()),
        ("In March 2027 we counted 310 cars.", set()),
        ("31 June is no worry of ours, 40 May is.", {(31, 6)}),
        ("12/31/27", {(31, 12)}),
    ],
)
def test_what_is_taken_for_a_date(text, days):
    assert dates_in(text) == days


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It costs £1,250, not 90.5, in 2 weeks.", [1250.0, 90.5, 2.0]),
        ("GBP 84k goes out and £66k comes in", [84000.0, 66000.0]),
        ("£84\N{NO-BREAK SPACE}000 or 84 000 or 84 thousand", [84000.0, 84000.0, 84000.0]),
        ("a quarter of a million, £0.25m", [250000.0]),
        ("44% of 9 people, 1 in 2", [44.0, 9.0, 1.0, 2.0]),
    ],
)
def test_amounts_are_read_as_people_write_them(text, numbers):
    assert amounts_in(text) == numbers


def test_a_list_of_costs_is_added_up_whatever_the_sign_for_money():
    bill = "Hall: £60\nTaxis, 2 x £18 = £36\nPay: 280 pounds\nNo cost here, only 45 minutes\nTotal GBP 376"
    assert sum_of_costs(bill, "total") == ([60.0, 36.0, 280.0], 376.0)
    assert sum_of_costs("Nothing yet", "total") == ([], None)


def test_a_wrong_sum_is_a_hint_beside_the_writers_own_marks():
    bill = "Hall: £60\nSigners: £300\nTaxi: £18\nCarers: £105\nChildren: £45\nPaper: £70\nPay: £280"
    found = said("4_2", f"{bill}\nTotal: £924")
    assert "Together they make £878; your text says £924." in " ".join(found.hints)
    right = said("4_2", f"{bill}\nTotal: £878")
    assert "Together" not in " ".join(right.hints)


@pytest.mark.parametrize("one", TO_WRITE, ids=lambda e: e.id)
def test_every_criterion_shows_a_line_that_meets_it_and_one_that_misses_it(one):
    parts = one.detail.parts
    assert len(parts) >= 5
    for part in parts:
        assert part.met != part.missed
        assert part.met not in one.answer, "an example that can be copied is no example"
    has = one.detail.weaker.has
    assert 0 < len(has) < len(parts), "the second answer is weaker, and not empty"


def test_a_learner_writes_marks_their_own_text_and_compares_it_with_two_others():
    shown = exercise_here("2_3")
    form_with(shown, "text").answer("text", JO)
    assert "gain" not in form_with(shown, "check").fields
    form_with(shown, "check").click("check")
    # asks_the_model: the check runs beside the page; in a test it is over when the call returns
    rubric = form_with(shown, "gain")
    offered = [o.value for o in rubric.fields["gain"].options]
    assert offered[-2:] == ["own_words", "missing"]
    assert JO.split(". ")[1] + "." in offered
    assert "This does it:" in rubric.fields["gain"].help
    for part in ("gain", "cost", "risk", "give_up", "worth", "fair"):
        rubric.answer(part, "own_words")
    form_with(shown, "check").click("check")
    assert "You have marked every part" in texts(shown)
    form_with(shown, "show").click("show")
    page = texts(shown)
    assert "One good answer" in page
    assert "A weaker answer" in page
    again = ExerciseState(find_exercise("2_3"), Learner())
    assert again.best == Status.MARKED
    assert again.answer["marks"]["risk"] == "own_words"


def test_a_full_note_that_nobody_has_marked_yet_is_not_called_not_quite():
    one = find_exercise("5_2")
    right = load_answer_key(one.folder).right[0].answer
    found = check_answer(one, {"text": right["text"]}, 1)
    assert found.headed == "unmarked"
    assert words_in("en")("learner-outcome-unmarked") == "You have not marked it yet."
    assert "You marked 0" not in found.text
    part = one.detail.parts[0].id
    begun = check_answer(one, {"text": right["text"], "marks": {part: "missing"}}, 1)
    assert begun.headed == "not_yet"
    assert "You marked 0 of 7 parts as there." in begun.text
