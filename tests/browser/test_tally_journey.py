"""Sixty people without a phone: a helper types in their cards, and not one is lost or saved as another's."""

from collections.abc import Iterator

import pytest
from conftest import sideways, violations
from playwright.sync_api import Page, expect

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.control import RoomServer

TRAINER = "/voila/render/apps/run_a_session.ipynb"
PEOPLE = 60
pytestmark = pytest.mark.slow


@pytest.fixture
def rooms(kept: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look where the kit keeps its rooms; afterwards stop the room server the trainer's page started."""
    for name, folder in kept.items():
        monkeypatch.setenv(name, folder)
    yield
    server = RoomServer.find()
    if server is not None:
        server.stop()


def line_of(card: int) -> str:
    """What stands on a card: two questions left out, the others different from card to card."""
    return " ".join(str((card + k) % 11) if k < 6 else "-" for k in range(8))


def turn(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()


def press(page: Page, name: str) -> None:
    page.locator(".part:visible").get_by_role("button", name=name).first.click()


@pytest.mark.usefixtures("rooms")
def test_sixty_cards_are_typed_in_without_the_mouse(page_at, kit):
    page = page_at(1280)
    page.goto(kit + TRAINER)
    expect(page.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    turn(page, "Room")
    page.get_by_label("This computer alone").check()
    press(page, "Open the room")
    press(page, "Go on and lead")
    press(page, "Start: Eight questions")
    expect(page.locator(".part-lead .now")).to_contain_text("Open now")
    turn(page, "Answers on paper")
    page.get_by_label("Answers of card 1 ").click()
    for card in range(1, PEOPLE + 1):
        box = page.get_by_label(f"Answers of card {card} ")
        expect(box).to_be_focused()
        if card == 7:  # a slip of the finger: named at the hand, and nothing is saved
            page.keyboard.type("15 4 4 4 4 4 4 4")
            page.keyboard.press("Enter")
            expect(page.locator(".part-cards .saved [role=alert]")).to_contain_text(
                "Answer A must be a whole number"
            )
            box.fill("")
        page.keyboard.type(line_of(card))
        page.keyboard.press("Enter")
    expect(page.locator(".part-cards")).to_contain_text(
        f"Card {PEOPLE} is saved. {PEOPLE} have answered."
    )
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert violations(page) == []
    assert sideways(page) <= 0
    trainer = Trainer()
    rows = trainer.room.record()["rows"]
    assert len(rows) == PEOPLE * 6
    given: dict[int, list[int]] = {}
    for row in rows:
        given.setdefault(row["person"], []).append(row["value"])
    asked = [[int(v) for v in line_of(card).split() if v != "-"] for card in range(1, PEOPLE + 1)]
    assert sorted(map(sorted, given.values())) == sorted(map(sorted, asked))
    trainer.delete()
