"""The live room as people meet it: phones 360 and 320 pixels wide, the projector, and a server that dies."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from room_phones import PLAN, check, join, phones, saved, served

from benchmarks.room.load import kill_server
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl
from coprod_sim.live.screens import Screen
from coprod_sim.live.steps import (
    AddActivity,
    AnswerIdea,
    CloseActivity,
    InviteLeader,
    OpenActivity,
    Reveal,
    ShowScreen,
    TakeSeat,
    WithdrawLeader,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def control(tmp_path: Path) -> Iterator[RoomControl]:
    with served(tmp_path) as room:
        yield room


@pytest.fixture
def phone(browser: Browser, control: RoomControl) -> Iterator[Callable[..., Page]]:
    with phones(browser, control) as make:
        yield make


def test_phones_follow_the_room_and_come_back_after_the_server_was_killed(control, phone):
    phones = [phone(320), phone(), phone()]
    for page in phones:
        join(page, control)
    screen = phone(1280)
    screen.goto(f"{control.server.address}/{control.code}/screen")
    expect(screen.get_by_text(control.code)).to_be_visible()
    expect(screen.get_by_text("3 here")).to_be_visible()
    check(screen)

    control.do(OpenActivity(activity="words"))
    for page in phones:  # each page turns by itself
        page.get_by_label("Equal say").check()
    phones[0].get_by_role("button", name="Send my answer").click()
    saved(phones[0])
    check(phones[0])
    expect(screen.get_by_text("1 answered")).to_be_visible()

    kill_server(control.server)
    phones[1].get_by_role("button", name="Send my answer").click()
    expect(phones[1].get_by_text("Your answer waits on this phone")).to_be_visible()
    assert control.server.again()
    saved(phones[1])
    phones[2].get_by_label("Speed").check()
    phones[2].get_by_label("Being heard").click()  # a third word is one too many
    expect(phones[2].get_by_text("Choose up to 2.", exact=True).last).to_be_visible()
    phones[2].get_by_role("button", name="Send my answer").click()
    saved(phones[2])
    assert control.do(CloseActivity())["activities"][0]["answered"] == {"answer": 3}
    control.do(Reveal(activity="words"))
    for page in (*phones, screen):
        expect(page.get_by_role("heading", name="What the room said")).to_be_visible()
        expect(page.get_by_text("Fewer than five people answered")).to_be_visible()
        check(page)


def seen(page: Page, words: str) -> None:
    """The words stand on the part of the page that is on the screen, whole."""
    expect(page.get_by_text(words)).to_be_in_viewport(ratio=1.0)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_on_a_long_page_a_phone_sees_that_its_answer_is_saved_where_the_hand_is(
    control, phone, width
):
    page = phone(width)
    join(page, control)
    control.do(OpenActivity(activity="start"))
    for number in (3, 8):
        page.get_by_role("radio", name=str(number), exact=True).last.check(force=True)
    page.get_by_role("button", name="Send my answer").click()
    seen(page, "Your answer is saved")
    expect(page.get_by_role("button", name="Saved")).to_be_in_viewport()
    check(page)
    page.get_by_role("radio", name="5", exact=True).first.check(force=True)  # far above the button
    seen(page, "This change is not sent yet")
    page.get_by_role("button", name="Change my answer").click()
    seen(page, "Your answer is saved")
    page.get_by_role("radio", name="6", exact=True).first.check(force=True)
    control.do(CloseActivity())
    seen(page, "What you chose here is not sent yet")


def test_what_was_chosen_but_not_sent_is_not_swept_away_by_a_new_page(control, phone):
    page = phone()
    join(page, control)
    control.do(OpenActivity(activity="feel"))
    page.get_by_role("radio", name="7", exact=True).check(force=True)
    control.do(CloseActivity())
    expect(page.get_by_text("What you chose here is not sent yet")).to_be_visible()
    page.get_by_role("button", name="Show the new page").click()
    expect(page.get_by_text("There is no answer from you here")).to_be_visible()


def test_a_phone_without_javascript_does_everything_by_keyboard(control, phone):
    page = phone(320, java_script_enabled=False)
    page.goto(f"{control.server.address}/{control.code}")
    page.get_by_role("button", name="Join").press("Enter")
    control.do(OpenActivity(activity="feel"))
    page.get_by_role("link", name="Look again").press("Enter")
    page.get_by_role("radio", name="0 worried").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Send my answer").press("Enter")
    saved(page)
    assert [row["value"] for row in control.record()["rows"]] == [3]
    control.do(CloseActivity())
    control.do(OpenActivity(activity="idea"))
    page.get_by_role("link", name="Look again").press("Enter")
    page.get_by_label("What would you change?").fill("More <b>benches</b>")
    page.get_by_role("button", name="Send my answer").press("Enter")
    saved(page)
    control.do(CloseActivity())
    control.do(
        AnswerIdea(
            activity="idea",
            idea=control.state()["ideas"][0]["idea"],
            fate="taken_up",
            why="They cost little.",
        )
    )
    control.do(Reveal(activity="idea"))
    page.get_by_role("link", name="Look again").press("Enter")
    expect(page.get_by_text("Taken up.")).to_be_visible()
    expect(page.get_by_text("Why: They cost little.")).to_be_visible()
    expect(page.get_by_text("More <b>benches</b>")).to_be_visible()


def join_and_answer(page, control) -> None:
    """Join and answer 7 to how it feels."""
    join(page, control)
    control.do(OpenActivity(activity="feel"))
    page.get_by_role("radio", name="7", exact=True).check(force=True)
    page.get_by_role("button", name="Send my answer").click()
    saved(page)


def in_view(page: Page, words: str) -> None:
    """The words stand on the screen without scrolling, and the focus is on what holds or heads them."""
    expect(page.get_by_text(words).first).to_be_in_viewport(ratio=0.9)
    expect(page.locator("h1:focus, [data-piece]:focus")).to_have_count(1)


def test_what_the_trainer_sent_last_is_in_view_on_a_phone_and_read_out(control, phone):
    page = phone(360, has_touch=True)
    page.set_viewport_size({"width": 360, "height": 560})
    join(page, control)
    long = " ".join(["Why now? The council has less to spend from April."] * 40)
    asked = {"kind": "idea", "key": "long", "title": "After a long text", "question": "Your idea?"}
    asked |= {"text": long[:1100]}
    control.do(AddActivity.model_validate({"activity": asked}))
    control.do(OpenActivity(activity="long"))
    expect(page.get_by_role("heading", name="After a long text")).to_be_focused()
    in_view(page, "After a long text")
    page.get_by_label("Your idea?").fill("More benches")
    page.get_by_role("button", name="Send my answer").click()
    saved(page)
    control.do(CloseActivity())
    in_view(page, "Answers are closed.")
    told = ("This room alone cannot tell.",)
    shown = Screen(title="Could everybody live with it?", paragraphs=told, phones=True)
    control.do(ShowScreen(screen=shown))
    expect(page.get_by_role("heading", name="Could everybody live with it?")).to_be_focused()
    in_view(page, "This room alone cannot tell.")
    check(page)
    control.do(ShowScreen())
    page.evaluate("window.scrollTo(0, 9999)")
    (idea,) = control.state()["ideas"]
    why = "It costs £900 more than there is."
    control.do(AnswerIdea(activity="long", idea=idea["idea"], fate="not", why=why))
    in_view(page, "Not taken up.")
    in_view(page, why)
    check(page)


def test_a_phone_that_was_away_finds_its_seat_and_its_answer_again(control, phone):
    page = phone()
    join_and_answer(page, control)
    page.goto("about:blank")
    page.goto(f"{control.server.address}/{control.code.lower()}")
    expect(page.get_by_role("radio", name="7", exact=True)).to_be_checked()
    assert control.state()["here"] == 1
    assert json.dumps(control.record()["rows"]).count("person") == 1


def test_a_phone_whose_seat_was_taken_away_says_so_and_how_to_go_on(control, phone):
    page = phone()
    join_and_answer(page, control)
    (seat,) = control.people()
    control.do(TakeSeat(seat=seat))
    told = page.get_by_role("alert")
    expect(told).to_contain_text("The trainer has taken your seat away")
    expect(told).to_be_focused()  # so it is read out
    expect(page.get_by_text("Your code to come back")).to_have_count(0)
    check(page)
    page.reload()
    expect(told).to_contain_text("you can join again below")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="How you feel")).to_be_visible()


def test_whoever_comes_back_on_another_device_is_told_so_on_the_first(control, phone):
    first, second = phone(), phone()
    join(first, control)
    back = first.get_by_text("Your code to come back").inner_text().split("back: ")[1].split()[0]
    second.goto(f"{control.server.address}/{control.code}")
    second.get_by_text("I was here before").click()
    second.get_by_label("My code to come back").fill(back)
    second.get_by_role("button", name="Take my seat again").click()
    expect(second.get_by_role("heading", name="You are in")).to_be_visible()
    control.do(OpenActivity(activity="feel"))
    expect(first.get_by_role("alert")).to_contain_text("on another device")
    expect(first.get_by_role("alert")).to_be_focused()
    check(first)


def test_a_phone_left_behind_at_an_old_address_says_what_to_do(control, phone):
    page = phone()
    join(page, control)
    page.context.set_offline(True)
    control.do(OpenActivity(activity="feel"))
    told = page.get_by_role("alert")
    expect(told).to_contain_text("It may have moved to another network")
    expect(told).to_contain_text("Look at the big screen")
    expect(told).to_contain_text("code to come back: ")
    check(page)
    page.context.set_offline(False)
    expect(page.get_by_role("radio", name="7", exact=True)).to_be_visible()
    expect(told).to_have_count(0)


def test_a_co_trainer_leads_from_a_phone_and_loses_no_half_typed_reason(
    control: RoomControl, phone: Callable[..., Page]
):
    person, lead = phone(360), phone(360)
    join(person, control)
    control.do(InviteLeader(invitation="ABCD2345"))
    lead.goto(f"{control.server.address}/{control.code}/lead?by=ABCD2345")
    check(lead)
    lead.get_by_role("button", name="Begin to lead").click()
    expect(lead.get_by_role("heading", name="You lead this room")).to_be_visible()
    check(lead)
    lead.get_by_text("Start something else").click()
    lead.get_by_role("button", name="Start: Your idea").last.click()
    expect(person.get_by_role("heading", name="Your idea")).to_be_visible()
    person.get_by_label("What would you change?").fill("Later buses, please")
    person.get_by_role("button", name="Send my answer").click()
    expect(person.get_by_role("status")).to_contain_text("Your answer is saved")
    expect(lead.locator("[data-number=answered]")).to_contain_text("1 answered")
    check(lead)
    lead.get_by_role("button", name="Close it").click()
    expect(lead.locator("blockquote")).to_contain_text("Later buses, please")
    check(lead)
    lead.get_by_label("Taken up in part").check()
    lead.get_by_label("Why", exact=True).fill("Two more at night")
    control.do(OpenActivity(activity="feel"))  # the trainer goes on meanwhile
    expect(lead.get_by_role("button", name="Show the new page")).to_be_visible()
    expect(lead.get_by_label("Why", exact=True)).to_have_value("Two more at night")
    lead.get_by_role("button", name="Save this answer").click()
    expect(lead.get_by_role("heading", name="Ideas: 1 of 1 has an answer")).to_be_visible()
    assert control.state()["ideas"][0]["why"] == "Two more at night"
    control.do(WithdrawLeader(number=1))
    expect(lead.get_by_role("heading", name="Lead this room from this device")).to_be_visible()
    expect(lead.get_by_role("alert")).to_contain_text("This device no longer leads the room")
    expect(lead.get_by_role("alert")).to_be_focused()
    check(lead)


def test_a_group_that_goes_by_names_reads_what_that_means_before_it_joins(
    control: RoomControl, phone: Callable[..., Page]
):
    agreed = PLAN | {"named": True, "floor": 1}
    room, page = control.server.create(RoomPlan.model_validate(agreed)), phone(320)
    page.goto(f"{control.server.address}/{room.code}")
    expect(page.get_by_text("Your name is shown with your idea")).to_be_visible()
    expect(page.get_by_text("a single answer may be seen")).to_be_visible()
    check(page)
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("You are Ada")).to_be_visible()
    check(page)
