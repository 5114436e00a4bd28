"""Answers on paper, typed in by a trainer: nothing is saved as something else."""

import html

import pytest

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.errors import InputError
from coprod_sim.live.moves import opening
from coprod_sim.live.questions import Scale
from coprod_sim.live.steps import CloseActivity
from coprod_sim.live.tally_line import read_line
from coprod_sim.words import words_in

WRONG = {
    "15 4 4 4 4 4 4 4": "Answer A must be a whole number from 0 to 10, or - for none. You typed 15.",
    "4 4 4 4 4 4 4": "8 answers are needed, from A to H, and there are 7",
    "4 4 4 4 4 4 4 4 4": "and there are 9",
    "4 4 x 4 4 4 4 4": "Answer C must be a whole number",
    "4 4 4 4.5 4 4 4 4": "Answer D must be",
    "4 4 4 4 -3 4 4 4": "Answer E must be",
    "- - - - - - - -": "At least one answer is needed.",
    "": "and there are 0",
}


def at_the_cards():
    """Start a session, open its first round, and turn to the cards: the trainer, the form, what it says."""
    trainer = Trainer()
    _, shell, _trouble, *boxes, _look = open_trainer(trainer).children
    trainer.start(lan=False)
    trainer.do(*opening(trainer.plan.turns[0]))
    shell.turn("cards")
    return trainer, *boxes[5].children[0].children[2:4]


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_is_mistyped_on_a_card_is_never_saved_as_something_else():
    trainer, form, done = at_the_cards()
    for line, said in WRONG.items():
        form.answer("line_1", line)
        form.click("save")
        assert said in html.unescape(done.value), line
        assert trainer.room.record()["rows"] == []
    for card in ("0", "x", "501", "1.5"):
        form.answer("card", card)
        form.click("save")
        assert "Type the number that stands on the card, from 1 to 500." in done.value
        assert trainer.room.record()["rows"] == []
    form.answer("card", "1")
    form.answer("line_1", "10, 0;3 - 5 6 7 8")
    form.click("save")
    assert "Card 1 is saved" in done.value
    found = {r["question"]: r["value"] for r in trainer.room.record()["rows"]}
    assert found == {
        "trust": 10,
        "know": 0,
        "change": 3,
        "heard": 5,
        "fair": 6,
        "talk": 7,
        "come": 8,
    }


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_number_on_a_card_gives_its_corner():
    trainer = Trainer()
    _, shell, _trouble, *boxes, _look = open_trainer(trainer).children
    trainer.start(lan=False)
    turn = next(t for t in trainer.plan.turns if t.name == "experiment.first")
    trainer.do(*opening(turn))
    shell.turn("cards")
    form = boxes[5].children[0].children[2]
    for card in range(1, 6):
        assert form.values["card"] == str(card)
        form.answer(f"line_{card}", "2")
        form.click("save")
    rows = trainer.room.record()["rows"]
    ways = sorted((r["cell"], r["decision"], r["arm"]) for r in rows)
    library, bus = ("library_hours", "tickbox"), ("bus_route", "tickbox")
    full = "co_production"
    assert ways == [
        (0, *library),
        (0, *library),
        (1, library[0], full),
        (2, *bus),
        (3, bus[0], full),
    ]
    assert {r["value"] for r in rows} == {1}


def on_the_page(form) -> str:
    """Give all that stands in the form, as help and labels."""
    return " ".join(f"{f.label} {f.help}" for f in form.fields.values())


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_next_question_begins_at_card_one_with_nothing_left_over():
    trainer = Trainer()
    _, shell, _trouble, *boxes, _look = open_trainer(trainer).children
    trainer.start(lan=False)
    first, second = trainer.plan.turns[:2]
    trainer.do(*opening(first))
    shell.turn("cards")
    form, done = boxes[5].children[0].children[2:4]
    for card in (1, 2, 3):
        form.answer(f"line_{card}", "4 4 4 4 4 4 4 4")
        form.click("save")
    assert "Card 3 is saved" in done.value
    form.answer("card", "-3")
    form.answer("line_1", "4 4 4")
    form.click("save")
    assert "number that stands on the card" in done.value
    trainer.do(CloseActivity(), *opening(second))
    assert form.values == {"card": "1"}
    assert done.value == ""
    assert "Answers of card 1" in on_the_page(form)


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_card_typed_in_before_says_so_and_a_new_one_too():
    trainer = Trainer()
    _, shell, _trouble, *boxes, _look = open_trainer(trainer).children
    trainer.start(lan=False)
    first, second = trainer.plan.turns[:2]
    trainer.do(*opening(first))
    shell.turn("cards")
    form = boxes[5].children[0].children[2]
    assert "is new" not in on_the_page(form)
    form.answer("card", "3")
    form.answer("line_3", "4 7 2 - 5 6 7 8")
    form.click("save")
    assert "before" not in on_the_page(form)
    form.answer("card", "3")
    said = on_the_page(form)
    assert "Card 3 was typed in before: 4 7 2 - 5 6 7 8. It is replaced only" in said
    trainer.do(CloseActivity(), *opening(second))
    form.answer("card", "41")
    assert "Card 41 is new in this room." in on_the_page(form)
    form.answer("card", "3")
    assert "is new" not in on_the_page(form)


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_card_that_stands_is_replaced_only_on_the_second_enter():
    trainer, form, done = at_the_cards()

    def enter(line: str) -> str:
        form.answer("card", "1")
        form.answer("line_1", line)
        form.click("save")
        return html.unescape(done.value)

    def stands() -> list[int]:
        return [r["value"] for r in trainer.room.record()["rows"]]

    enter("1 1 1 1 1 1 1 1")
    assert "Card 1 stands as: 1 1 1 1 1 1 1 1." in enter("2 2 2 2 2 2 2 2")
    assert stands() == [1] * 8
    assert "Card 1 stands as" in enter("3 3 3 3 3 3 3 3")  # another line is asked for anew
    assert stands() == [1] * 8
    form.click("save")
    assert "Card 1 is saved" in done.value
    assert stands() == [3] * 8
    assert "Card 1 is saved" in enter("3 3 3 3 3 3 3 3")  # the same again changes nothing


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_card_that_the_pack_has_not_is_asked_about_so_that_a_slip_is_no_more_person():
    trainer, form, done = at_the_cards()
    assert trainer.plan.most == 60
    form.answer("card", "61")
    form.answer("line_61", "1 1 1 1 1 1 1 1")
    form.click("save")
    said = "Nothing is saved yet. The pack has the cards 1 to 60. If card 61 is really there, press"
    assert said in html.unescape(done.value)
    assert trainer.room.record()["rows"] == []
    form.click("save")
    assert "Card 61 is saved" in done.value
    form.answer("card", "60")
    form.answer("line_60", "1 1 1 1 1 1 1 1")
    form.click("save")
    assert "Card 60 is saved" in done.value


def test_one_question_and_one_answer_are_said_as_one():
    t = words_in("en")
    assert "from A to A" not in t("trainer-cards-line_help", last="A")
    assert "from A to H" in t("trainer-cards-line_help", last="H")
    assert "One person has answered." in t("trainer-cards-saved", card=1, count=1)
    assert "24 have answered." in t("trainer-cards-saved", card=24, count=24)
    with pytest.raises(InputError, match="One answer is needed, and there are 2"):
        read_line((Scale(name="x", text="?", low=0, high=10),), "3 4")


HALF = '"{}" was closed before this card was saved: card 7: 4 7 2. Open it again under "Lead"'


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_half_typed_card_waits_while_its_question_is_closed_or_another_is_open():
    trainer, form, _done = at_the_cards()
    first, second = trainer.plan.turns[:2]
    said = HALF.format(trainer.plan.name_of(first, trainer.t))
    form.answer("card", "7")
    form.answer("line_7", "4 7 2")
    trainer.do(CloseActivity())
    assert said in on_the_page(form)
    assert "line_7" not in form.fields
    trainer.do(*opening(second))
    assert said in on_the_page(form)
    assert form.values == {"card": "1"}  # nothing of it stands in the box of the other question
    trainer.do(*opening(first))
    assert form.values == {"card": "7", "line_7": "4 7 2"}
    assert "was closed before" not in on_the_page(form)
    form.answer("line_7", "4 7 2 - - - - -")
    form.click("save")
    trainer.do(CloseActivity())
    assert "was closed before" not in on_the_page(form)
    assert {r["value"] for r in trainer.room.record()["rows"]} == {4, 7, 2}


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_a_browser_still_held_when_the_box_went_waits_too_until_it_is_thrown_away():
    trainer = Trainer()
    _, shell, _trouble, *boxes, _look = open_trainer(trainer).children
    trainer.start(lan=False)
    trainer.do(*opening(trainer.plan.turns[0]))
    shell.turn("cards")
    form = boxes[5].children[0].children[2]
    form.answer("line_1", "4")
    trainer.do(*opening(trainer.plan.turns[1]))  # from one question to the next at once
    form._receive(form, {"kind": "left", "id": "line_7", "value": "4 7 2"}, [])
    said = "was closed before these cards were saved: card 1: 4; card 7: 4 7 2"
    assert said in on_the_page(form)
    assert "was closed before" in shell.aloud  # for whoever cannot see it
    form.click("throw")
    assert "was closed before" not in on_the_page(form) + shell.aloud
    assert form.told == "Thrown away. No card that was saved has changed."
    trainer.do(*opening(trainer.plan.turns[0]))
    assert form.values == {"card": "1"}


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_is_typed_stays_on_the_screen_while_the_number_of_its_card_is_corrected():
    trainer, form, done = at_the_cards()
    first = trainer.plan.turns[0]
    form.answer("card", "7")
    for number in ("", "0", "999", "abc"):
        form.answer("card", number)
        assert "Answers of the card (type its number first)" in on_the_page(form)
        assert "card 1" not in on_the_page(form)
        box = next(name for name in form.fields if name.startswith("line_"))
        form.answer(box, "9 9 9 9 9 9 9 9")
        form.click("save")
        assert "Type the number that stands on the card" in done.value
    form.answer("card", "3")
    assert "Answers of card 3" in form.fields[box].label
    assert form.values[box] == "9 9 9 9 9 9 9 9"
    form.answer("card", "x")
    trainer.do(CloseActivity())
    assert "a card without a number: 9 9 9 9 9 9 9 9" in on_the_page(form)
    trainer.do(*opening(first))
    assert "Answers of the card (type its number first)" in on_the_page(form)
    form.answer("card", "3")
    form.click("save")
    assert "Card 3 is saved" in done.value
    assert form.values == {"card": "4"}
    trainer.do(CloseActivity())
    assert "was closed before" not in on_the_page(form)
    assert set(trainer.room.cards()) == {3}


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_is_typed_for_a_corrected_number_waits_under_that_number():
    trainer, form, _done = at_the_cards()
    form.answer("line_1", "4 4")
    form.answer("card", "2")
    assert form.values["line_1"] == "4 4"
    trainer.do(CloseActivity())
    assert "this card was saved: card 2: 4 4" in on_the_page(form)


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_a_fast_hand_typed_while_the_number_was_taken_over_stands_in_the_new_box():
    trainer, form, done = at_the_cards()
    form.answer("card", "7")
    form._receive(form, {"kind": "left", "id": "line_1", "value": "4 4 4 4 4 4 4 4"}, [])
    assert form.values["line_7"] == "4 4 4 4 4 4 4 4"
    form.click("save")
    assert "Card 7 is saved" in done.value
    assert set(trainer.room.cards()) == {7}
