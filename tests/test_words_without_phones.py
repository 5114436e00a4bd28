"""A plan without phones: from the opening to the end its page speaks of cards, and of no phone."""

import re

import pytest
from widget_tree import forms, texts

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import PARTS, open_trainer
from coprod_sim.live.moves import opening, putting_by
from coprod_sim.live.steps import CloseActivity, EnterCards
from coprod_sim.words import words_in


def said_by(widget) -> str:
    """Give all that a part of the page says, in its forms as well."""
    found = [texts(widget)]
    for form in forms(widget):
        for part in form.parts:
            found += [getattr(part, "legend", ""), part.help]
        for field in form.fields.values():
            found += [field.label, field.help, *(f"{o.label} {o.help}" for o in field.options)]
        found += [form.told, form.said]
    return " ".join(found)


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("plan", "spoken_of"), [("h_no_devices", False), ("b_room_experiment", True)]
)
def test_a_plan_without_phones_speaks_of_none_once_its_room_is_open(plan, spoken_of):
    trainer = Trainer()
    whole = open_trainer(trainer)
    _, shell, trouble, *boxes, _look = whole.children
    trainer.choose(plan)
    trainer.start(lan=False)
    turn = next(t for t in trainer.plan.turns if t.key == "idea")
    trainer.do(*opening(turn))
    answer = {"activity": turn.key, "round": turn.round, "answer": {"idea": "A bench"}}
    trainer.do(EnterCards.model_validate({"people": [{"card": 1, "cell": 0, "answers": [answer]}]}))
    trainer.do(CloseActivity())
    found = []
    for part, box in zip(PARTS, boxes, strict=True):
        if part.key not in ("ideas", "cards", "record"):
            continue
        shell.turn(part.key)
        assert trouble.value == ""
        found += re.findall(r"[^.:]*phones?\b[^.:]*", said_by(box))
    assert bool(found) is spoken_of, found
    shell.turn("record")
    end = next(form for form in forms(boxes[6]) if "end" in form.fields)
    end.click("end")
    assert ("phone" in shell.say) is spoken_of
    assert "is saved for another day" in shell.say


def test_what_the_wall_says_when_a_room_without_phones_is_put_by():
    screens = [putting_by(words_in("en"), phones=phones)[1].screen for phones in (True, False)]
    assert ["phone" in " ".join(screen.paragraphs) for screen in screens] == [True, False]
