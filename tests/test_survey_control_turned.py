"""The page asks again where the words of a question speak against a direction."""

import pytest
from test_survey_control import Page, column
from widget_tree import form_with, forms, texts

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


NEGATIVE = "The hospital cannot be trusted to listen"
AGREE = (
    ["Strongly disagree"] * 30 + ["Disagree"] * 10 + ["Neither agree nor disagree"] * 15 + ["Agree"] * 25
    + ["Strongly agree"] * 20
)  # fmt: skip


@pytest.mark.parametrize(("way", "trusting"), [("down", 0.40), ("up", 0.45)])
def test_a_turned_question_in_words_presets_nothing_and_asks_the_direction(way, trusting):
    page = Page()
    page.upload("ours.csv", column(*AGREE).replace(b"trust", NEGATIVE.encode()))
    page.answer(trust=NEGATIVE)
    assert [page.value(f"point-{k}") for k in range(5)] == [None] * 5
    assert "most trust" not in texts(page.box)
    asked = form_with(page.box, "direction").fields["direction"]
    assert [(o.value, o.label) for o in asked.options] == [
        ("up", '"Strongly agree" is the most trust'),
        ("down", '"Strongly disagree" is the most trust'),
    ]
    assert page.use() is None
    assert "Say which end is the most trust." in page.alerts()[-1]
    page.answer(direction=way)
    assert page.use() is None, "the order is to be confirmed"
    page.answer(in_order=True)
    read = page.use()
    assert read is not None
    assert read.share_trusting == pytest.approx(trusting)


def test_a_box_that_asks_which_way_round_has_a_control_for_every_kind_of_answers():
    for answers in (AGREE, ENDS, [1, 2, 3, 4, 5] * 8, ["ja", "nein"] * 20):
        page = Page()
        page.upload("ours.csv", column(*answers).replace(b"trust", NEGATIVE.encode()))
        page.answer(trust=NEGATIVE)
        boxes = [
            part
            for form in forms(page.box)
            for part in form.parts
            if getattr(part, "legend", "") == "Which way round?"
        ]
        assert [len(box.fields) for box in boxes] == [1]
        assert page.use() is None


def test_words_of_no_known_order_below_a_turned_question_are_confirmed():
    page = Page()
    page.upload("ours.csv", column(*["ja", "nein"] * 20).replace(b"trust", NEGATIVE.encode()))
    page.answer(trust=NEGATIVE)
    page.answer(**{"point-0": "1", "point-1": "2"})
    assert page.use() is None
    assert "Look at the order of the answers" in page.alerts()[-1]
    page.answer(in_order=True)
    assert page.use() is not None
