"""Twenty-five people go through plan B, three of them in real browsers; the server is killed on the way.

Each thing that the script tells the trainer to show is looked for on the big screen when its part is led.
"""

import json
import os
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import sideways, violations
from playwright.sync_api import Page, expect
from room_visitor import Visitor

from coprod_sim.live.control import RoomServer
from coprod_sim.live.places import note_of, store_at
from coprod_sim.live.plans import load_plan
from coprod_sim.live.session_plan import Shown

TRAINER = "/voila/render/apps/run_a_session.ipynb"
PEOPLE, PHONES, WRITERS = 25, 3, 6
"""How many take part, how many of them in real browsers, and how many write an idea."""
IDEA = "Keep Monday mornings open, please"
WHY = "It saves £19,000, and £40,000 is needed."
CHOOSE = """(form, place) => {
  for (const asked of form.querySelectorAll("fieldset")) {
    const options = asked.querySelectorAll("input");
    options[place % options.length].click();
  }
}"""
"""Clicks one answer of each question, all in one go, for there are hundreds of them."""
ON_THE_WALL = {
    "join": "Join with your phone",
    "asked": "Answer on your phone now",
    "corners": "Blue, Orange, Green, Pink",
    "phones": "Your phone says what was decided",
    "winner": re.compile("had the most votes|we drew a lot"),
    "seal": "The model's guess is locked",
    "beside": "in 4 of 5 tries",
    "ideas": "What became of an idea",
}
"""What is found on the big screen for each thing that a script shows."""
pytestmark = pytest.mark.slow


@dataclass
class Room:
    """The trainer's page, the phones and the projector of one session."""

    trainer: Page
    link: str = ""
    phones: list[Page] = field(default_factory=list)
    others: list[Visitor] = field(default_factory=list)
    part_now: int = 0
    seen: set[tuple[int, Shown]] = field(default_factory=set)
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
        self.shows("asked")

    def close(self, answered: int = PEOPLE) -> None:
        expect(self.part("lead").locator(".now")).to_contain_text(
            f"{answered} of {PEOPLE} have answered"
        )
        self.press("Close it")
        expect(self.part("lead").locator(".now")).to_contain_text("Nothing is open")

    def to_part(self, title: str) -> None:
        self.press("Next part")
        self.part_now += 1
        expect(self.part("lead").get_by_role("heading", name=title)).to_be_visible()

    def shows(self, kind: str) -> None:
        """Look on the big screen for what the script of this part shows, if it shows it."""
        for shown in load_plan("b").part[self.part_now].screens:
            if shown.kind == kind:
                said = shown.words if kind == "words" else ON_THE_WALL[kind]
                expect(self.projector.locator("main")).to_contain_text(said)
                self.seen.add((self.part_now, shown))


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


def everybody(room: Room, heading: str, words: str = "", others: int = PEOPLE - PHONES) -> None:
    for k, phone in enumerate(room.phones):
        expect(phone.get_by_role("heading", name=heading).first).to_be_visible()
        answer(phone, k, words)
    the_others(room, words, others)


def the_others(room: Room, words: str = "", many: int = PEOPLE - PHONES) -> None:
    """Let those without a real browser answer all that their phones ask, each something else."""
    code = room.link.rpartition("/")[2]
    for k, phone in enumerate(room.others[:many]):
        phone.ask("GET", f"/{code}")
        # in the second round they move by different steps, so that there is luck to measure
        said, later = {}, 'value="second_scores"' in phone.text
        for name in dict.fromkeys(re.findall(r'name="(q_\w+)"', phone.text)):
            given = re.findall(rf'name="{name}" value="(\d+)"', phone.text)
            place = k + len(name) + later * (k % 3)
            said[name] = given[place % len(given)] if given else words or "2"
        assert phone.send(f"/{code}/answer", **said) == 200


def open_room(page_at, kit: str) -> Room:
    """Open the trainer's page and a room for plan B; let everybody and the projector in."""
    room = Room(page_at(1280))
    room.trainer.goto(kit)
    room.trainer.get_by_role("link", name="I train").click()
    expect(room.trainer.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    expect(room.trainer.get_by_role("radio", name="B. The room experiment")).to_be_checked()
    room.press("Go on to the room")
    room.part("room").get_by_label("This computer alone").check()
    room.press("Open the room")
    expect(room.part("room")).to_contain_text("Nobody is here yet")
    address, code = room.part("room").locator(".large").all_inner_texts()
    room.link = f"http://{address}/{code}"
    assert violations(room.trainer) == []
    for _ in range(PHONES):
        phone = page_at(360, f"http://{address}")
        phone.goto(room.link)
        phone.get_by_role("button", name="Join").click()
        expect(phone.get_by_role("heading", name="You are in")).to_be_visible()
        room.phones.append(phone)
    code, port = room.link.rpartition("/")[2], int(address.rpartition(":")[2])
    for _ in range(PEOPLE - PHONES):
        room.others.append(Visitor(port))
        room.others[-1].join(code)
    room.projector = page_at(1280, f"http://{address}")
    room.projector.goto(f"{room.link}/screen")
    expect(room.part("room")).to_contain_text(f"{PEOPLE} people are here")
    room.shows("join")
    expect(room.projector.locator("main")).to_contain_text(code)
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
    room.to_part("The model's locked guess")
    room.press("Work out and lock the guess")
    notice = room.projector.locator(".notice")
    expect(notice).to_contain_text("Seal of the locked guess", timeout=90_000)
    room.shows("seal")
    return notice.inner_text().rpartition(" ")[2]


def kill_the_server() -> None:
    note = json.loads(note_of(store_at(None)).read_text(encoding="utf-8"))
    os.kill(note["pid"], signal.SIGKILL)


def two_decisions(room: Room) -> None:
    """Live both decisions; the server is killed when half of the first scores are in."""
    room.to_part("First decision")
    room.start("Two decisions: First decision")
    for phone in room.phones:
        expect(phone.locator("main")).to_contain_text("Your corner:")
    told = [phone.locator("main").inner_text() for phone in room.phones]
    assert any("Your views are important to us" in text for text in told)
    assert any("Who gains, who loses?" in text for text in told)
    room.shows("corners")
    everybody(room, "Two decisions")
    room.close()
    room.start("Two decisions: First decision: how it felt")
    room.shows("phones")
    expect(room.part("lead")).to_contain_text(ON_THE_WALL["winner"])
    alone = room.part("lead").get_by_text("Say each of these in its own corners alone")
    expect(alone).to_have_count(1)
    expect(room.part("lead").locator(".step-cards")).to_contain_text("in its own corners alone")
    for phone in room.phones:
        expect(phone.locator("main")).to_contain_text(
            re.compile("until eight( on one evening)?: |until eight on|shelter and (a|the) bench: ")
        )
    the_others(room)
    expect(room.phones[0].locator("main")).to_contain_text("Can you live with")
    answer(room.phones[0], 0)
    kill_the_server()
    for k, phone in enumerate(room.phones[1:], 1):
        expect(phone.locator("main")).to_contain_text("Can you live with")
        answer(phone, k)
    room.close()
    room.to_part("Second decision")
    room.start("Two decisions: Second decision")
    room.shows("corners")
    for (
        phone
    ) in room.phones:  # the server has only just begun again, and a phone may show what was on
        expect(phone.locator("main")).not_to_contain_text("Can you live with")
    everybody(room, "Two decisions")
    room.close()
    room.to_part("Second decision: how it felt")
    room.start("Two decisions: Second decision: how it felt")
    room.shows("phones")
    for k, phone in enumerate(room.phones):
        expect(phone.locator("main")).to_contain_text("Can you live with")
        answer(phone, k)
    the_others(room)
    room.close()
    room.shows("winner")
    for page in (room.projector, *room.phones):
        expect(page.locator(".decided")).to_contain_text("Each decision was made twice")
        expect(page.locator(".decided dl")).to_have_count(2)


def silence(room: Room) -> None:
    """Put the question on the big screen, then gather ideas."""
    room.to_part("Silence: what you felt")
    room.press("Show the words: What did you feel in each round?")
    room.shows("words")
    room.start("Your idea")
    everybody(room, "Your idea", IDEA, WRITERS - PHONES)
    room.close(WRITERS)
    room.to_part("The room beside the model")
    room.start("Your guess, before we look")
    everybody(room, "Your guess, before we look")
    room.close()


def room_beside_model(room: Room, seal: str) -> None:
    """Compare, open the guess, and show both to all."""
    room.press('Go to "Room beside model"')
    room.press("Compare the two ways")
    beside = room.part("model").locator(".beside")
    expect(beside).to_contain_text(f"Among all {PEOPLE}")
    expect(beside).to_contain_text("in 4 of 5 tries")
    expect(beside).not_to_contain_text("The sealed guess")
    room.press("Show to all: those who lost")
    expect(room.projector.get_by_role("heading", level=1)).to_have_text(
        "Could those who lost live with it?"
    )
    room.press("Show to all: everybody")
    room.shows("beside")
    expect(room.projector.locator("main")).not_to_contain_text("The sealed guess for")
    room.press("Open the locked guess")
    for place in (beside, room.projector.locator("main"), room.phones[0].locator("main")):
        expect(place).to_contain_text("The sealed guess for")  # all that show the room show it now
    assert seal in room.part("model").locator(".seal code").text_content().replace(" ", "")
    assert violations(room.trainer) == []
    expect(room.phones[0].locator("main")).to_contain_text("in 4 of 5 tries")
    assert violations(room.projector) == []


def debrief(room: Room) -> None:
    """Let people talk, vote, talk and vote again."""
    room.turn("Lead")
    room.to_part("Debrief")
    room.press("Show the words: Talk now")
    room.shows("words")
    for _ in ("before", "after"):
        room.start("Which step was missing most?")
        everybody(room, "Which step was missing most?")
        room.close()
    room.to_part("What became of your idea")
    room.press('Go to "Ideas"')


def goodbye(room: Room) -> None:
    """Ask the last questions, and thank people."""
    room.turn("Lead")
    room.to_part("Six last questions, and goodbye")
    room.start("Six last questions")
    everybody(room, "Six last questions")
    room.close()
    room.press("Show the words: Thank you")
    room.shows("words")


def fates(room: Room) -> None:
    """Give each idea its fate; each phone sees what became of its own, and why."""
    one = room.part("ideas").locator("fieldset.group").first
    expect(room.part("ideas").get_by_label("Which idea").locator("option")).to_have_count(WRITERS)
    room.press(f"Let all {WRITERS} ideas through")
    for k in range(WRITERS):
        expect(one).to_contain_text(IDEA)
        expect(one.locator("> legend")).to_have_text(f"Idea {k + 1} (let through)")
        one.get_by_label("Not taken up").check()
        if k == 0:
            one.get_by_label("Why").fill(WHY)
        else:  # what was written once is chosen from then on
            one.get_by_label("A reason to start from").select_option(label=WHY)
        one.get_by_role("button", name="Save this answer").click()
        expect(room.part("ideas")).to_contain_text(f"{k + 1} of {WRITERS} ideas have an answer")
    assert violations(room.trainer) == []
    for place, name in enumerate(("Show the first answer", "Show the next answer"), 1):
        room.press(name)
        title = room.projector.get_by_role("heading", level=1)
        expect(title).to_have_text(f"What became of an idea ({place} of {WRITERS})")
    room.shows("ideas")
    expect(room.projector.locator("main")).to_contain_text(f"Not taken up. Why: {WHY}")
    assert violations(room.projector) == []
    room.press("Make all answers final")
    for phone in room.phones:
        expect(phone.locator("section.fate")).to_contain_text(WHY)
    assert violations(room.phones[0]) == []


@pytest.mark.usefixtures("rooms")
def test_twenty_five_people_go_through_plan_b_and_lose_nothing(page_at, kit):
    room = open_room(page_at, kit)
    seal = start_and_lock(room)
    two_decisions(room)
    silence(room)
    room_beside_model(room, seal)
    debrief(room)
    fates(room)
    goodbye(room)
    assert room.seen == {(k, s) for k, part in enumerate(load_plan("b").part) for s in part.screens}
    room.trainer.reload()  # a closed tab: the page finds the session again
    expect(room.trainer.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    heading = room.part("lead").get_by_role("heading", name="Six last questions, and goodbye")
    expect(heading).to_be_visible(timeout=90_000)
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
    assert f"{PEOPLE} people" in page
    for screen in room.phones[1:]:
        screen.close()  # people go home; one phone and the wall are left on
    room.part("record").get_by_label("Yes, I am sure").check()
    room.press("Delete this room now")
    expect(room.part("record")).to_contain_text("No room is open yet")
    for screen in (room.phones[0], room.projector):
        screen.wait_for_timeout(3000)  # they ask for news of a room that is gone
        expect(screen.get_by_role("heading", name="The session has ended")).to_be_visible()
        screen.close()
