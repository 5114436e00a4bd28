"""Script and screens agree: each thing a plan shows is on the big screen at the press of its button."""

import html
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from room_visitor import Visitor
from trainer_stage import all_answer

from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.errors import InputError
from coprod_sim.live.control import RoomServer
from coprod_sim.live.pack.sheets import script
from coprod_sim.live.plans import load_plan, plan_names, plan_text, read_plan
from coprod_sim.live.session_plan import Shown
from coprod_sim.live.steps import ModerateIdea
from coprod_sim.words import words_in

NAMES = plan_names()
SEAL = "0123456789abcdef" * 4


@pytest.fixture
def trainer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trainer]:
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path / "rooms"))
    monkeypatch.setenv("COPROD_SESSIONS", str(tmp_path / "sessions"))
    yield Trainer()
    server = RoomServer.find()
    if server is not None:
        server.stop()


class Walk:
    """A trainer who presses the buttons of the page, and somebody who looks at the big screen."""

    def __init__(self, trainer: Trainer) -> None:
        self.trainer, self.luck = trainer, random.Random(1)
        _, self.shell, self.trouble, *boxes, _look = open_trainer(trainer).children
        trainer.start(lan=False)
        self.shell.turn("lead")
        lead = boxes[2].children[0].children
        self.form, self.move = lead[2], lead[5]
        self.eye = Visitor(trainer.room.server.port)

    def press(self, name: str) -> None:
        self.draw_lots()
        there = [f.id for one in self.form.parts for f in getattr(one, "fields", (one,))]
        assert name in there, f"no button {name} (there are: {there})"
        self.form.click(name)
        assert self.trouble.value == ""

    def draw_lots(self) -> None:
        """Say what has won wherever the page asks it."""
        for one in [f for f in self.form.parts if str(getattr(f, "id", "")).startswith("lot__")]:
            self.form.answer(one.id, one.options[-1].value)

    def press_below(self, name: str) -> None:
        assert name in [one.id for one in self.move.parts]
        self.move.click(name)
        assert self.trouble.value == ""

    def screen(self) -> str:
        assert self.eye.ask("GET", f"/{self.trainer.session.code}/screen") == 200
        shown = re.sub(r"<aside.*?</aside>", "", self.eye.text, flags=re.S)
        return html.unescape(re.sub(r"<[^>]+>", " ", shown))

    def ask_all(self, part: int) -> dict[str, str]:
        """Start, answer and close everything of a part; gives what was on the big screen meanwhile."""
        seen = {}
        for turn in self.trainer.plan.turns_of(part):
            if not self.trainer.done(turn):
                self.press(f"start__{turn.key}__{turn.round}")
                seen[turn.name] = self.screen()
                all_answer(self.trainer, turn, self.luck)
                self.press("close")
        return seen


def test_every_plan_shows_what_its_script_says(trainer):
    """The script's lines are made from the same list that is walked here."""
    del trainer
    for name in NAMES:
        plan, t = load_plan(name), words_in("en")
        words = script(plan, t).words
        for part in plan.part:
            assert all(shown.sentence(t) in words for shown in part.screens)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_each_thing_the_script_names_is_on_the_big_screen_when_its_button_is_pressed(trainer, name):
    trainer.choose(name)
    walk = Walk(trainer)
    for k, part in enumerate(trainer.plan.part):
        trainer.go(k)
        if Shown("join") in part.screens:
            walk.press("wait")
            assert trainer.session.code in walk.eye.text or walk.screen()
            walk.screen()
            assert trainer.session.code in walk.eye.text
            assert 'class="qr"' in walk.eye.text
        seen = walk.ask_all(k)
        for place, shown in enumerate(s for s in part.screens if s.kind == "words"):
            walk.press(f"say__{place}")
            assert shown.words in walk.screen()
        for shown in part.screens:
            SEEN.get(shown.kind, lambda *_: None)(walk, k, seen)


def asked(walk: Walk, _part: int, seen: dict[str, str]) -> None:
    for name, text in seen.items():
        activity = walk.trainer.plan.room.activity(name.split(".")[0])
        assert activity.title in text, name
        assert "Answer on your phone now" in text
        if (
            activity.kind != "experiment"
            and len(activity.questions("answer", None, words_in("en"))) == 1
        ):
            assert activity.question in text


def results(walk: Walk, part: int, _seen: dict[str, str]) -> None:
    plan = walk.trainer.plan
    for key in dict.fromkeys(turn.key for turn in plan.turns_of(part)):
        walk.press(f"reveal__{key}")
        text = walk.screen()
        assert plan.room.activity(key).title in text
        assert "What the room said" in text


def corners(_walk: Walk, _part: int, seen: dict[str, str]) -> None:
    reading = [
        text for name, text in seen.items() if name in ("experiment.first", "experiment.second")
    ]
    assert reading
    for text in reading:
        assert "Blue, Orange, Green, Pink" in text
        assert not re.search("leaflet|full picture|tickbox", text, re.I)


def phones(_walk: Walk, _part: int, seen: dict[str, str]) -> None:
    scoring = [text for name, text in seen.items() if name.endswith("_scores")]
    assert scoring
    for text in scoring:
        assert "Your phone says what was decided" in text
        assert not re.search(
            "leaflet|full picture|tickbox|had the most votes|drew a lot", text, re.I
        )


def winner(walk: Walk, _part: int, seen: dict[str, str]) -> None:
    assert "experiment.second_scores" in seen
    text = walk.screen()
    assert len(re.findall("had the most votes|we drew a lot", text)) == 4
    assert "Each decision was made twice" in text
    assert not re.search("leaflet|full picture|tickbox", text, re.I)


def seal(walk: Walk, _part: int, _seen: dict[str, str]) -> None:
    session_results.keep_guess(walk.trainer, "{}", SEAL)
    text = walk.screen()
    assert "0123 4567" in text
    assert SEAL in text


def beside(walk: Walk, _part: int, _seen: dict[str, str]) -> None:
    session_results.work_out(walk.trainer)
    for who, words in (("lost", "those who lost live with it"), ("all", "everybody live with it")):
        session_results.show_beside(walk.trainer, who)
        assert words in walk.screen()
        assert 'class="drawing"' in walk.eye.text or "stays hidden" in walk.eye.text


def ideas(walk: Walk, _part: int, _seen: dict[str, str]) -> None:
    assert "to_ideas" in [one.id for one in walk.move.parts]
    key = next(a.key for a in walk.trainer.plan.room.activities if a.kind == "idea")
    first = walk.trainer.ideas[0]
    walk.trainer.do(ModerateIdea(activity=key, idea=first["idea"], state="shown"))
    walk.press(f"reveal__{key}")
    assert first["text"] in walk.screen()


def choosing(walk: Walk, _part: int, _seen: dict[str, str]) -> None:
    own = next(a.key for a in walk.trainer.plan.room.activities if a.kind == "idea")
    for k, one in enumerate(walk.trainer.ideas[:3]):
        walk.trainer.do(ModerateIdea(activity=own, idea=one["idea"], state="shown"))
        if k == 0:
            walk.move.click("choosing")
            assert "Let two ideas or more through" in html.unescape(walk.trouble.value)
    walk.press_below("choosing")
    text = walk.screen()
    assert "Which of these ideas do you choose?" in text
    turn = walk.trainer.plan.turns_of(walk.trainer.session.part)[-1]
    assert turn.key == "choosing_1"
    asked_ = walk.trainer.plan.room.activity(turn.key)
    assert (asked_.most, len(asked_.words)) == (3, 3)
    all_answer(walk.trainer, turn, walk.luck)
    walk.press("close")
    walk.press("reveal__choosing_1")
    assert "What the room said" in walk.screen()


def made_up(walk: Walk, _part: int, _seen: dict[str, str]) -> None:
    walk.press("made_up")
    text = walk.screen()
    assert "Made up: this is not your room" in text
    assert "5.9 with the leaflet, 4.1 with the full picture" in text
    assert 'class="drawing"' in walk.eye.text
    assert "this room" not in text.lower().replace("this is not your room", "")
    assert "Made up: how much higher the full picture scored" in text


SEEN = {
    "asked": asked, "results": results, "corners": corners, "phones": phones, "winner": winner,
    "seal": seal, "beside": beside, "ideas": ideas,
    "choosing": choosing, "made_up": made_up,
}  # fmt: skip


def test_the_walk_looks_for_each_kind_of_thing_a_script_may_name():
    used = {shown.kind for name in NAMES for part in load_plan(name).part for shown in part.screens}
    assert used - {"join", "words", "elsewhere"} == set(SEEN)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"seal"]', '"seel"]'), "did you mean 'seal'"),
        (('"words: Talk now"', '"words"'), "write words: ... or elsewhere: ..."),
        (('shows = ["seal"]', 'shows = ["results"]'), "'results' needs an activity in this part"),
        (('shows = ["seal"]', 'screen = "The seal"'), "write shows instead, a list"),
        (('["evaluation_short"]', '["evaluation_short", "evaluation", "knowledge"]'), "asks more than fits"),
    ],
)  # fmt: skip
def test_a_script_that_names_what_is_not_there_or_asks_too_much_is_refused(change, said):
    with pytest.raises(InputError) as problem:
        read_plan(plan_text("b_room_experiment").replace(*change).encode(), "mine.toml")
    assert said in str(problem.value)
