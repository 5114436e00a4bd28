"""The page asks again where the words of a question speak against a direction."""

from test_survey_control import Page, column
from widget_tree import forms

TURNED = "I do not trust the hospital"
ENDS = ["1 - Not at all"] * 30 + ["5 - Completely"] * 10


def groups_of(page: Page) -> str:
    return str([form.parts for form in forms(page.box)])


def test_a_turned_question_comes_with_no_direction_and_the_page_says_why():
    page = Page()
    page.upload("ours.csv", column(*ENDS).replace(b"trust", TURNED.encode()))
    assert (page.value("trust"), page.value("direction")) == (TURNED, None)
    assert "This question may ask for the opposite of trust" in groups_of(page)
    assert page.use() is None
    assert "Say which end is the most trust." in page.alerts()[0]
    page.answer(direction="down")
    read = page.use()
    assert read is not None
    assert read.share_trusting == 0.75
    assert "the lowest answer is the most trust, as told." in " ".join(read.notes)


def test_a_direction_against_the_words_of_the_file_is_used_only_when_it_is_confirmed():
    page = Page()
    page.upload("ours.csv", column(*ENDS))
    assert page.value("direction") == "up"
    assert not page.asks("sure")
    page.answer(direction="down")
    assert page.asks("sure")
    assert 'The words of the file say the opposite: "1 - Not at all".' in groups_of(page)
    assert page.use() is None
    assert "The words of the file say the opposite" in page.alerts()[0]
    page.answer(sure=True)
    page.answer(direction="up")
    page.answer(direction="down")
    assert page.use() is None, "what was confirmed before is asked again"
    page.answer(sure=True)
    read = page.use()
    assert read is not None
    assert read.share_trusting == 0.75
    assert any("the words of the file say the opposite" in note for note in read.notes)


def test_what_nobody_changed_is_not_said_to_be_told():
    page = Page()
    page.upload("ours.csv", column(*ENDS))
    read = page.use()
    assert read is not None
    said = " ".join(read.notes)
    assert "as the words at its ends say; the highest answer is the most trust." in said
    assert "as told" not in said
    assert ", as named" not in said


def test_what_is_wrong_with_an_answer_begins_with_a_capital():
    page = Page()
    page.upload("ours.csv", column(*ENDS))
    page.answer(low=5, high=1)
    page.use()
    assert "<p>The survey: scale: " in page.alerts()[0]
