"""A trainer changes a plan in the page, or makes one for a decision of one's own; a file says the same."""

import pytest

from coprod_sim.apps.trainer.plan_changes import edit
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.errors import InputError
from coprod_sim.live.plans import (
    add_part,
    change_part,
    drop_part,
    load_plan,
    move_part,
    plan_names,
    plan_of_own,
    plan_text,
    read_plan,
    text_of,
)

OWN = {
    "title": "Opening hours of the library in Northfield",
    "question": "When should the library be open?",
    "options": ["Early", "Late", "Saturdays"],
    "fixed": "Forty hours a week, because $12,000 is what there is",
}


def titles(plan) -> list[str]:
    return [part.title for part in plan.part]


def test_parts_are_moved_added_changed_and_taken_out_and_the_minutes_follow():
    plan = load_plan("f")
    before = titles(plan)
    down = move_part(plan, 0, 1)
    assert titles(down)[:2] == before[1::-1]
    assert titles(move_part(down, 1, -1)) == before
    assert titles(move_part(plan, 0, -1)) == before  # at the end it stays
    longer = add_part(plan, 1)
    assert (longer.part[2].title, longer.minutes) == ("A part of your own", plan.minutes + 10)
    told = change_part(longer, 2, {"title": "Tea", "minutes": 25, "say": ["Have a cup.", "Talk."]})
    assert (told.part[2].say, told.minutes) == (("Have a cup.", "Talk."), plan.minutes + 25)
    assert titles(drop_part(told, 2)) == before
    assert drop_part(told, 2).minutes == plan.minutes


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"minutes": 0}, "part\\[0\\].minutes"),
        ({"title": ""}, "part\\[0\\].title"),
        ({"say": []}, "part\\[0\\].say"),
        ({"minutes": 300}, "is talk about what happened"),
        ({"minutes": 1}, "asks more than fits"),
    ],
)
def test_a_change_that_makes_no_plan_gets_a_sentence_and_changes_nothing(changes, said):
    with pytest.raises(InputError, match=said):
        change_part(load_plan("b"), 0, changes)


@pytest.mark.parametrize("name", plan_names())
def test_a_changed_plan_is_the_same_after_its_file_is_opened_again(name):
    plan = add_part(load_plan(name), 0)
    again = read_plan(text_of(plan).encode(), f"{name}.toml")
    assert again == plan
    assert "\n[[part]]\n" in text_of(plan)
    assert text_of(load_plan(name)) == plan_text(name)


def test_a_plan_for_a_decision_of_ones_own_asks_what_its_trainer_wrote():
    plan = plan_of_own(**OWN)
    choice = plan.room.activity("own_choice")
    assert (choice.question, choice.options) == (OWN["question"], tuple(OWN["options"]))
    script = " ".join(line for part in plan.part for line in (*part.say, *part.do))
    assert OWN["title"] in script
    assert OWN["fixed"] in script
    assert "$title" not in text_of(plan)
    assert plan.minutes == 60
    assert read_plan(text_of(plan).encode(), "own_decision.toml") == plan


@pytest.mark.parametrize(
    "lacks", [{"title": " "}, {"question": ""}, {"fixed": ""}, {"options": ["One"]}]
)
def test_a_plan_of_ones_own_that_lacks_something_is_refused_in_a_sentence(lacks):
    with pytest.raises(InputError, match="write what the decision is about"):
        plan_of_own(**OWN | lacks)


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_plan_is_reordered_while_its_session_runs_and_another_tab_sees_it():
    trainer = Trainer()
    trainer.start(lan=False)
    trainer.go(7)
    here = trainer.plan.part[7].title
    edit(trainer, move_part(trainer.plan, 7, 1))
    assert trainer.plan.part[trainer.session.part].title == here
    again = Trainer()
    again.refresh()
    assert titles(again.plan) == titles(trainer.plan)
    assert again.text == trainer.text != plan_text("b_room_experiment")
    whole = titles(trainer.plan)
    with pytest.raises(InputError, match="you cannot remove it during the session"):
        edit(trainer, drop_part(trainer.plan, 0))
    assert titles(trainer.plan) == whole
    with pytest.raises(InputError, match="is still running"):
        trainer.begin_anew(plan_of_own(**OWN))
