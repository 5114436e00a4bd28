"""Ideas on the trainer's page: many are read and let through at once, and one that hurts is deleted alone."""

from pathlib import Path

import pytest
from room_visitor import Visitor
from widget_tree import form_with, forms, texts

from coprod_sim.apps.controls import Form
from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.fate_buttons import unanswered
from coprod_sim.apps.trainer.plan_changes import choose_among_ideas
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.live.activities import Agreed
from coprod_sim.live.moves import opening
from coprod_sim.live.record import IDEAS
from coprod_sim.live.steps import AnswerIdea, CloseActivity, EnterCards, MergeIdea

pytestmark = pytest.mark.slow
SAID = [f"Idea number {k}: keep a bench at stop {k}" for k in range(25)]
RUDE = "The mayor is a fool and so is everybody who sits with her"


class Page:
    """The trainer's page at its ideas, with a room in which the ideas are open."""

    def __init__(self, **agreed: bool) -> None:
        self.trainer = Trainer()
        whole = open_trainer(self.trainer)
        self.shell, self.trouble = whole.children[1:3]
        self.part = whole.children[3 + 4]
        self.trainer.start(lan=False, agreed=Agreed(**agreed))
        plan = self.trainer.plan
        self.turn = next(t for t in plan.turns if plan.room.activity(t.key).kind == "idea")
        self.trainer.do(*opening(self.turn))
        self.shell.turn("ideas")

    def write(self, *said: str, card: int = 1, heard: bool = True) -> None:
        """Have people write ideas, as from cards; the same card again writes anew, perhaps not heard yet."""
        given = [
            {"card": card + k, "cell": (card + k - 1) % 4, "answers": [
                {"activity": self.turn.key, "round": self.turn.round, "answer": {"idea": text}}]}
            for k, text in enumerate(said)
        ]  # fmt: skip
        do = self.trainer.do if heard else self.trainer.room.do
        do(EnterCards.model_validate({"people": given}))

    @property
    def ticks(self) -> list[str]:
        """The ideas that stand in the list to read, as they are read there."""
        found = (f for form in self.forms() for f in form.fields.values())
        return [f.label for f in found if f.id.startswith("tick__")]

    def forms(self) -> list[Form]:
        return list(forms(self.part))

    def press(self, label: str):
        """Press the button that says so, and give its form."""
        form, field = next(
            (form, f) for form in self.forms() for f in form.fields.values()
            if f.kind == "button" and f.label == label
        )  # fmt: skip
        form.click(field.id)
        return form

    def states(self) -> dict[str, str]:
        return {i["text"]: i["state"] for i in self.trainer.ideas}

    def end_of(self, text: str) -> str:
        idea = next(i for i in self.trainer.ideas if i["text"] == text)
        return f"{idea['activity']}__{idea['idea']}"

    def choose(self, text: str):
        """Have an idea shown with its fields, and give the form."""
        form = form_with(self.part, "idea")
        form.answer("idea", self.end_of(text))
        return form


@pytest.mark.usefixtures("kept")
def test_twenty_five_ideas_are_read_and_let_through_with_one_press():
    page = Page()
    page.write(*SAID)
    assert sorted(page.ticks) == sorted(SAID)
    form = page.press("Let all 25 ideas through")
    assert set(page.states().values()) == {"shown"}
    assert form.told == "25 ideas are let through."
    assert page.shell.say == form.told  # and read out
    assert page.trouble.value == ""
    assert page.ticks == []


@pytest.mark.usefixtures("kept")
def test_some_are_ticked_and_let_through_others_kept_hidden():
    page = Page()
    page.write(*SAID[:4])
    form = page.press("Let the ticked ideas through")
    assert form.said == "Tick one idea or more first."
    for text in SAID[1:3]:
        form.answer(f"tick__{page.end_of(text)}", True)
    assert page.press("Let the ticked ideas through").told == "2 ideas are let through."
    form.answer(f"tick__{page.end_of(SAID[0])}", True)
    assert page.press("Keep the ticked ideas hidden").told == "One idea is kept hidden."
    states = page.states()
    assert [states[text] for text in SAID[:4]] == ["hidden", "shown", "shown", "waiting"]
    assert page.ticks == [SAID[3]]


@pytest.mark.usefixtures("kept")
def test_of_one_idea_there_is_nothing_to_tick_and_phones_show_its_answer_once_ideas_are_closed():
    page = Page()
    page.write(SAID[0])
    form = form_with(page.part, f"tick__{page.end_of(SAID[0])}")
    labels = [f.label for f in form.fields.values()]
    assert labels == [SAID[0], "Let this idea through", "Keep this idea hidden"]
    assert page.press("Keep this idea hidden").told == "One idea is kept hidden."
    assert page.states() == {SAID[0]: "hidden"}
    assert "A phone shows the answer to its idea once they are closed." in texts(page.part)
    page.trainer.do(CloseActivity())
    assert "once they are closed" not in texts(page.part)


@pytest.mark.usefixtures("kept")
def test_ideas_made_one_are_counted_once_as_they_are_listed():
    page = Page()
    page.write(*SAID[:4])
    first, second = (i["idea"] for i in page.trainer.ideas[:2])
    about = {"activity": page.turn.key, "idea": first}
    page.trainer.do(MergeIdea(activity=page.turn.key, idea=second, into=first))
    said = texts(page.part)
    assert "0 of 3 ideas have an answer. One more is made one with one of these" in said
    assert unanswered(page.trainer) == 3
    page.trainer.do(AnswerIdea(**about, fate="not", why="It costs £9,000."))
    assert "1 of 3 ideas have an answer" in texts(page.part)
    assert unanswered(page.trainer) == 2


@pytest.mark.usefixtures("kept")
def test_nothing_slips_through_that_came_in_or_was_changed_after_the_list_was_read():
    page = Page()
    page.write(*SAID[:3])
    page.write(SAID[3], card=4)
    assert sorted(page.ticks) == SAID[:3]  # whoever comes while it is read waits beside the list
    note = form_with(page.part, "new_ones").fields["new_ones"].label
    assert note == "One more idea has come in. It is not in this list."
    held = page.ticks
    stale = form_with(page.part, "new_ones")
    for button in [f.id for f in stale.fields.values() if f.id.startswith("list__")]:
        stale.click(button)
    assert sorted(page.ticks) == SAID[:4] != held
    page.write(RUDE, card=2, heard=False)
    form = page.press("Let all 4 ideas through")
    assert "written anew since you read it" in form.said
    page.trainer.refresh()
    assert set(page.states().values()) == {"waiting"}


@pytest.mark.usefixtures("kept")
def test_a_button_of_an_older_list_lets_nothing_through():
    page = Page()
    page.write(*SAID[:2])
    form = form_with(page.part, f"tick__{page.end_of(SAID[0])}")
    old = next(f.id for f in form.fields.values() if f.id.startswith("all__"))
    page.press("Let all 2 ideas through")
    page.write(RUDE, card=3)
    form.click(old)
    assert page.states()[RUDE] == "waiting"


@pytest.mark.usefixtures("kept")
def test_a_group_with_names_reads_each_idea_with_its_name():
    page = Page(named=True)
    page.write(SAID[0])
    assert page.ticks == [f"Card 1: {SAID[0]}"]


def all_files(folder: Path) -> bytes:
    return b" ".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_rude_idea_is_deleted_alone_and_is_gone_from_screen_store_record_and_plan(kept):
    page = Page()
    page.write(*SAID[:6], RUDE)
    page.press("Let all 7 ideas through")
    form = page.choose(RUDE)
    form.click(f"wall__{page.end_of(RUDE)}")
    eye = Visitor(page.trainer.room.server.port)
    eye.ask("GET", f"/{page.trainer.session.code}/screen")
    assert RUDE in eye.text
    choose_among_ideas(page.trainer)
    page.trainer.do(CloseActivity(), count=page.turn.key)
    session_results.save_record(page.trainer)
    folder = page.trainer.folder
    assert RUDE in (folder / IDEAS).read_text(encoding="utf-8")
    form, end, here = page.choose(RUDE), page.end_of(RUDE), page.trainer.status["here"]
    (hurts,) = (p for p in form.parts if getattr(p, "legend", "") == "This idea hurts somebody")
    assert (
        hurts.help == f"This is about the idea: {RUDE}"
    )  # which one goes stands where it is deleted
    form.click(f"delete__{end}")
    assert form.said.startswith("Tick the box first. What the idea says is deleted")
    assert RUDE in page.states()
    form.answer(f"gone__{end}", True)
    form.click(f"delete__{end}")
    assert page.trouble.value == ""
    assert form.told == "The idea is deleted, and the saved record was written again without it."
    assert page.trainer.status["here"] == here  # the seat stays
    assert sorted(page.states()) == sorted(SAID[:6])
    assert RUDE not in texts(page.part)
    assert "mayor" not in str([f.label for form in page.forms() for f in form.fields.values()])
    for path in ("screen", ""):
        eye.ask("GET", f"/{page.trainer.session.code}/{path}".rstrip("/"))
        assert RUDE not in eye.text
    words = page.trainer.plan.room.activity("choosing_1").words
    assert "An idea that was deleted" in words
    assert len(words) == 7
    assert b"mayor is a fool" not in all_files(kept.parent)
    assert SAID[0].encode() in all_files(kept.parent)
