"""The big screen in a hall: each thing that is shown fits the wall, and can be read from the back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import violations
from playwright.sync_api import Browser, Page

from benchmarks.ports import free_port
from coprod_sim.live.activities import WordChoice
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.effect_report import chart, on_the_wall
from coprod_sim.live.guess_verdict import ASKED
from coprod_sim.live.plans import load_plan
from coprod_sim.live.screens import Screen
from coprod_sim.live.steps import (
    AddActivity,
    CloseActivity,
    EnterCards,
    OpenActivity,
    Reveal,
    RoomStep,
    SetNotice,
    ShowScreen,
)
from coprod_sim.live.treatment_effect import Effect
from coprod_sim.words import words_in

pytestmark = pytest.mark.slow
WALLS = [(1280, 720), (1920, 1080)]
IDEA = (
    "Keep Monday mornings open for two hours, run by friends of the library; tell people a year ahead. "
    * 3
)
WHY = "Not taken up. Why: It saves \u00a319,000, and \u00a340,000 is needed. Check it in the budget, page 12."
LOST = Effect(measure="acceptance", who="lost", people=14, mean=1.2, error=0.4, freedom=11, tickbox=4.1,
              co_production=5.3)  # fmt: skip
ALL = [replace(LOST, who="all", people=25, measure=measure) for measure in ASKED]
RANGE = {"low": 0.4, "mean": 1.0, "high": 1.7}
GUESS = {"difference": dict.fromkeys(("losers", "acceptance", "fairness"), RANGE)}
GUESS["difference"]["trust"] = {"low": -3.9, "mean": -3.0, "high": -2.2}
ORDER = (
    "The first round may colour the second. That cannot be told apart from chance here: because of it, "
    "the full picture may stand for everybody anywhere between 1.6 points lower and 2.2 higher (95 in "
    "100). That could be all of it.",
    "For everybody, the first round alone, in which nothing was carried over, puts the full picture "
    "between 0.5 points lower and 3.3 higher (95 in 100): it cannot tell which way scored higher.",
)


def screens() -> dict[str, tuple[RoomStep, ...]]:
    drawn = chart([LOST], GUESS)
    said = tuple(on_the_wall(LOST, GUESS, [LOST, *ALL], ORDER))
    pages = {
        "words": Screen(title="What would have to be true here?"),
        "seal": Screen(
            title="The model's guess is locked", large="0a1b 2c3d", signs=True, paragraphs=("Take a photo.",)
        ),
        "chart": Screen(title="Could those who lost live with it?", paragraphs=said, svg=drawn.svg),
        "idea": Screen(title="An idea from this room", large=IDEA[:280], paragraphs=(WHY,)),
        "longest": Screen(
            title="What became of an idea (12 of 25)", large=IDEA[:280], paragraphs=((WHY * 5)[:430],)
        ),
        "short": Screen(title="An idea from this room", large="More benches", paragraphs=(WHY,)),
        "middling": Screen(title="An idea from this room", large=IDEA[:98], paragraphs=((WHY * 5)[:430],)),
    }  # fmt: skip
    shown: dict[str, tuple[RoomStep, ...]] = {k: (ShowScreen(screen=s),) for k, s in pages.items()}
    for part in ("first", "first_scores"):
        opened = OpenActivity(activity="experiment", round=part)
        shown[part] = (CloseActivity(), ShowScreen(), opened)
    parts = ("first_scores", "second", "second_scores")
    lived = (OpenActivity(activity="experiment", round=part) for part in parts)
    shown["decided"] = (ShowScreen(), *(step for one in lived for step in (one, CloseActivity())))
    shown["vote"] = (CloseActivity(), ShowScreen(), OpenActivity(activity="which_step"))
    for key in ("which_step", "guess_effect", "evaluation_short"):
        shown[f"what the room said: {key}"] = (CloseActivity(), Reveal(activity=key))
    return {"join": (), **shown}


@pytest.fixture
def control(tmp_path: Path) -> Iterator[RoomControl]:
    server = RoomServer.start(str(tmp_path / "rooms.sqlite"), port=free_port())
    yield server.create(load_plan("b").room)
    server.again()
    server.stop()


def everybody_answers(control: RoomControl) -> None:
    """Let 25 people answer what is shown to all afterwards, in every round."""
    plan, t = load_plan("b"), words_in("en")
    for turn in plan.turns:
        activity = plan.room.activity(turn.key)
        if turn.key not in ("which_step", "guess_effect", "evaluation_short"):
            continue
        control.do(OpenActivity(activity=turn.key, round=turn.round))
        people = []
        for card in range(1, 26):
            asked = activity.questions(turn.round, None, t)
            said = {q.name: card % 5 for q in asked}
            one = {"activity": turn.key, "round": turn.round, "answer": said}
            people.append({"card": card, "cell": (card - 1) % 4, "answers": [one]})
        control.do(EnterCards.model_validate({"people": people}), CloseActivity())


@pytest.mark.parametrize(("width", "height"), WALLS)
def test_each_thing_fits_the_wall_and_is_read_from_the_back(
    control, browser: Browser, width, height, tmp_path
):
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    everybody_answers(control)
    control.do(SetNotice(text="Seal of the locked guess: " + "0a1b2c3d" * 8))
    for name, steps in screens().items():
        control.do(*steps)
        page.goto(f"{control.server.address}/{control.code}/screen")
        page.screenshot(path=tmp_path / f"{name}.png")
        fits(page, name)
        can_be_joined(page, name)
        if name in LEAST:
            read_from_the_back(page, name)
    context.close()


def test_many_questions_at_once_fit_the_wall_too(browser: Browser, tmp_path, control: RoomControl):
    """Seven yes-or-no questions, nine cards in three piles, and four questions with right answers."""
    t = words_in("en")
    for letter in ("a", "c", "d", "e"):
        plan = load_plan(letter)
        room = control.server.create(plan.room)
        for activity in plan.room.activities:
            if activity.kind not in ("sort", "knowledge", "evaluate", "start", "words", "scale"):
                continue
            for part in activity.rounds:
                asked = activity.questions(part, None, t)
                people = []
                for card in range(1, 26):
                    said = {q.name: said_to(q, card) for q in asked}
                    one = {"activity": activity.key, "round": part, "answer": said}
                    corner = (card - 1) % 4 if room_has_corners(plan) else None
                    people.append({"card": card, "cell": corner, "answers": [one]})
                room.do(OpenActivity(activity=activity.key, round=part))
                room.do(EnterCards.model_validate({"people": people}), CloseActivity())
            room.do(Reveal(activity=activity.key))
            for width, height in WALLS:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(f"{control.server.address}/{room.code}/screen")
                page.screenshot(path=tmp_path / f"{letter}_{activity.key}_{width}.png")
                fits(page, f"{letter}: {activity.key}")
                page.close()


def said_to(question, card: int):
    """Answer with one of the options, or with the number a scale has there; of words, with two."""
    many = len(getattr(question, "options", range(10)))
    return [card % many, (card + 1) % many] if question.kind == "several" else card % many


def test_twenty_answers_to_one_question_fit_the_wall(
    browser: Browser, tmp_path, control: RoomControl
):
    words = "A bench in the sun by the door of the library, and a light above it, number"
    table = {"key": "spot", "kind": "words", "title": "Which ideas?", "question": "Which of these?",
             "words": [f"{words} {k}" for k in range(20)], "most": 3}  # fmt: skip
    activity = WordChoice.model_validate(table)
    one = {"activity": "spot", "round": "answer", "answer": {"words": [0, 1, 2]}}
    people = [{"card": card, "cell": (card - 1) % 4, "answers": [one]} for card in range(1, 26)]
    control.do(AddActivity(activity=activity), OpenActivity(activity="spot"))
    control.do(
        EnterCards.model_validate({"people": people}), CloseActivity(), Reveal(activity="spot")
    )
    for width, height in WALLS:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{control.server.address}/{control.code}/screen")
        page.screenshot(path=tmp_path / f"twenty_{width}.png")
        fits(page, "twenty answers")
        page.close()


def room_has_corners(plan) -> bool:
    return any(a.kind == "experiment" for a in plan.room.activities)


def can_be_joined(page: Page, name: str) -> None:
    """Whoever comes late reads code and address from the back; they cover nothing that is shown."""
    for what, part in ((".joincode", 16), (".address", 30)):
        place = page.locator(what)
        size = place.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert size >= page.viewport_size["height"] / part, (name, what, size)
        box = place.bounding_box()
        assert box["x"] + box["width"] <= page.viewport_size["width"], (name, what)
        assert box["y"] + box["height"] <= page.viewport_size["height"], (name, what)
        if name != "join":
            beside = page.locator(".now").bounding_box()
            assert box["x"] >= beside["x"] + beside["width"], (name, what)


LEAST = {"short": 11, "middling": 15, "idea": 21, "longest": 21, "seal": 9, "words": 13}
"""How much of the height one line of what is shown takes at least: this one part of so many."""


def read_from_the_back(page: Page, name: str) -> None:
    what = "document.querySelector('.large, .alone h1')"
    size, face = page.evaluate(
        f"(s => [parseFloat(s.fontSize), s.fontFamily])(getComputedStyle({what}))"
    )
    assert size >= page.viewport_size["height"] / LEAST[name], name
    assert ("monospace" in face) == (name == "seal"), name


def fits(page: Page, name: str) -> None:
    high, wide, view = page.evaluate(
        "(d => [d.scrollHeight, d.scrollWidth, [innerWidth, innerHeight]])(document.documentElement)"
    )
    assert (wide <= view[0], high <= view[1]) == (True, True), (name, wide, high, view)
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1, h2')).fontSize)")
    assert size >= view[1] / 30, name
    assert violations(page) == [], name
