"""One trainer and six phones go through plan B, from joining to the fate of ideas; the server is killed."""

import json
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import sideways, violations
from playwright.sync_api import Page, expect

from coprod_sim.live.control import RoomServer
from coprod_sim.live.places import note_of, store_at

TRAINER = "/voila/render/apps/run_a_session.ipynb"
PHONES = 6
IDEA = "Keep Monday mornings open, please"
WHY = "It saves £19,000, and £40,000 is needed."
CHOOSE = """(form, place) => {
  for (const asked of form.querySelectorAll("fieldset")) {
    const options = asked.querySelectorAll("input");
    options[place % options.length].click();
  }
}"""
"""Clicks one answer of each question, all in one go, for there are hundreds of them."""
pytestmark = pytest.mark.slow


@dataclass
class Room:
    """The trainer's page, the phones and the projector of one session."""

    trainer: Page
    link: str = ""
    phones: list[Page] = field(default_factory=list)
    projector: Page | None = None

    def part(self, name: str):
        return self.trainer.locator(f".part-{name}")

    def turn(self, name: str) -> None:
        self.trainer.get_by_role("navigation").get_by_role("button", name=name, exact=False).click()

    def press(self, name: str) -> None:
        self.trainer.locator(".part:visible").get_by_role("button", name=name).first.click()

    def start(self, name: str) -> None:
        """Start something and wait until it is open on every phone."""
        self.press(f"Start: {name}")
        expect(self.part("lead").locator(".now")).to_contain_text("Open now")

    def close(self, answered: int = PHONES) -> None:
        expect(self.part("lead").locator(".now")).to_contain_text(
            f"{answered} of {PHONES} have answered"
        )
        self.press("Close it")
        expect(self.part("lead").locator(".now")).to_contain_text("Nothing is open")

    def to_part(self, title: str) -> None:
        self.press("Next part")
        expect(self.part("lead").get_by_role("heading", name=title)).to_be_visible()


@pytest.fixture
def rooms(kept: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look where the kit keeps its rooms; afterwards stop the room server the trainer's page started."""
    for name, folder in kept.items():
        monkeypatch.setenv(name, folder)
    yield
    server = RoomServer.find()
    if server is not None:
        server.stop()


def answer(phone: Page, place: int, words: str = "") -> None:
    """Answer all that is asked on a phone, each person something else, and wait until it is saved."""
    form = phone.locator("form#answer")
    expect(form).to_be_visible()
    form.evaluate(CHOOSE, place * 2 + 3)
    for box in form.locator("textarea, input[type=text], input[type=number]").all():
        box.fill(words or "2")
    form.get_by_role("button").last.click()
    expect(phone.get_by_role("status")).to_contain_text("Your answer is saved")


def everybody(room: Room, heading: str, words: str = "") -> None:
    for k, phone in enumerate(room.phones):
        expect(phone.get_by_role("heading", name=heading).first).to_be_visible()
        answer(phone, k, words)


def open_room(page_at, kit: str) -> Room:
    """Open the trainer's page and a room for plan B; let six phones and the projector in."""
    room = Room(page_at(1280))
    room.trainer.goto(kit)
    room.trainer.get_by_role("link", name="I train").click()
    expect(room.trainer.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    expect(room.trainer.get_by_role("radio", name="B. The room experiment")).to_be_checked()
    room.press("Go on to the room")
    room.part("room").get_by_label("This computer alone").check()
    room.press("Open the room")
    expect(room.part("room")).to_contain_text("0 people are here")
    address, code = room.part("room").locator(".large").all_inner_texts()
    room.link = f"http://{address}/{code}"
    assert violations(room.trainer) == []
    for _ in range(PHONES):
        phone = page_at(360, f"http://{address}")
        phone.goto(room.link)
        phone.get_by_role("button", name="Join").click()
        expect(phone.get_by_role("heading", name="You are in")).to_be_visible()
        room.phones.append(phone)
    room.projector = page_at(1280, f"http://{address}")
    room.projector.goto(f"{room.link}/screen")
    expect(room.part("room")).to_contain_text(f"{PHONES} people are here")
    return room


def start_and_lock(room: Room) -> str:
    """Ask the eight questions and the wishes, lock the model's guess, and give its seal."""
    room.press("Go on and lead")
    room.start("Eight questions")
    assert violations(room.phones[0]) == []
    assert sideways(room.phones[0]) <= 0
    assert violations(room.projector) == []
    everybody(room, "Eight questions")
    room.close()
    room.start("Two decisions: What people wanted")
    everybody(room, "Two decisions")
    room.close()
    room.to_part("Locked guesses")
    room.start("Your guess")
    everybody(room, "Your guess")
    room.close()
    room.turn("Room beside model")
    room.press("Work out and lock the guess")
    seal = room.part("model").locator(".seal code")
    expect(seal).to_be_visible(timeout=90_000)
    expect(room.projector.locator("body")).to_contain_text("Seal of the locked guess")
    room.turn("Lead")
    return seal.text_content().replace(" ", "")


def kill_the_server() -> None:
    note = json.loads(note_of(store_at(None)).read_text(encoding="utf-8"))
    os.kill(note["pid"], signal.SIGKILL)


def two_decisions(room: Room) -> None:
    """Live both decisions; the server is killed when half of the first scores are in."""
    room.to_part("First decision")
    room.start("Two decisions: First decision")
    told = [phone.locator("main").inner_text() for phone in room.phones]
    assert any("Your views are important to us" in text for text in told)
    assert any("Who gains, who loses?" in text for text in told)
    everybody(room, "Two decisions")
    room.close()
    room.start("Two decisions: First decision: how it felt")
    for k, phone in enumerate(room.phones[:3]):
        expect(phone.locator("main")).to_contain_text("Can you live with")
        answer(phone, k)
    kill_the_server()
    for k, phone in enumerate(room.phones[3:], 3):
        expect(phone.locator("main")).to_contain_text("Can you live with")
        answer(phone, k)
    room.close()
    room.start("Your idea")
    everybody(room, "Your idea", IDEA)
    room.close()
    room.to_part("Second decision")
    room.start("Two decisions: Second decision")
    everybody(room, "Two decisions")
    room.close()
    room.to_part("Votes")
    room.start("Two decisions: Second decision: how it felt")
    for k, phone in enumerate(room.phones):
        expect(phone.locator("main")).to_contain_text("Can you live with")
        answer(phone, k)
    room.close()


def room_beside_model(room: Room, seal: str) -> None:
    """Compare, open the guess, and show both to all."""
    room.turn("Room beside model")
    room.press("Compare the two ways")
    beside = room.part("model").locator(".beside")
    expect(beside).to_contain_text(f"Among all {PHONES}")
    expect(beside).to_contain_text("we can only see effects bigger than")
    expect(beside).not_to_contain_text("The model's guess was")
    room.press("Open the locked guess")
    expect(beside).to_contain_text("The model's guess was")
    assert seal in room.part("model").locator(".seal code").text_content().replace(" ", "")
    assert violations(room.trainer) == []
    room.press("Show it to all")
    expect(room.projector.locator("body")).to_contain_text("we can only see effects bigger than")
    expect(room.phones[0].locator("main")).to_contain_text("we can only see effects bigger than")
    assert violations(room.projector) == []


def fates(room: Room) -> None:
    """Give each idea its fate; each phone sees what became of its own, and why."""
    room.turn("Ideas")
    ideas = room.part("ideas").locator("fieldset.group")
    expect(ideas).to_have_count(PHONES)
    for k in range(PHONES):
        one = ideas.nth(k)
        expect(one).to_contain_text(IDEA)
        one.get_by_role("button", name="Show to all").click()
        expect(ideas.nth(k).locator("> legend")).to_contain_text("shown")
        ideas.nth(k).get_by_label("Not taken up").check()
        ideas.nth(k).get_by_label("Why").fill(WHY)
        ideas.nth(k).get_by_role("button", name="Save this answer").click()
        expect(room.part("ideas")).to_contain_text(f"{k + 1} of {PHONES} ideas have an answer")
    assert violations(room.trainer) == []
    room.press("Show each phone what became")
    for phone in room.phones:
        expect(phone.locator("section.fate")).to_contain_text(WHY)
    assert violations(room.phones[0]) == []


@pytest.mark.usefixtures("rooms")
def test_a_trainer_and_six_phones_go_through_plan_b_and_lose_nothing(page_at, kit):
    room = open_room(page_at, kit)
    seal = start_and_lock(room)
    two_decisions(room)
    room_beside_model(room, seal)
    fates(room)
    room.trainer.reload()  # a closed tab: the page finds the session again
    expect(room.trainer.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    expect(room.part("lead").get_by_role("heading", name="Votes")).to_be_visible(timeout=90_000)
    room.trainer.set_viewport_size({"width": 360, "height": 800})
    assert violations(room.trainer) == []
    assert sideways(room.trainer) <= 0
    room.trainer.set_viewport_size({"width": 1280, "height": 900})
    room.turn("Record")
    with room.trainer.expect_download() as coming:
        room.press("Save the page to print")
    page = Path(coming.value.path()).read_text(encoding="utf-8")
    assert seal in page
    assert WHY in page
    assert f"{PHONES} people" in page
    for screen in (*room.phones, room.projector):
        screen.close()  # people go home
    room.part("record").get_by_label("Yes, I am sure").check()
    room.press("Delete this room now")
    expect(room.part("record")).to_contain_text("No room is open yet")
