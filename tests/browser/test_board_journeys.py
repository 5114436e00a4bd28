"""The dial board in a real browser: from a memory stick, on a strict web space, by keyboard, on a phone."""

import re
from collections.abc import Callable, Iterator

import pytest
from board_stage import dial, figures, settled, web_space
from conftest import sideways, violations
from playwright.sync_api import Browser, Page, expect

from coprod_sim.board.answer import answer_of
from coprod_sim.board.declarations import declarations
from coprod_sim.board.standalone import one_file, page, write_files
from coprod_sim.board.view import View
from coprod_sim.charts.words import between
from coprod_sim.engagement import load_engagement
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario

CASE = "west_dulwich"
MOST_BYTES = 800_000
"""The largest a page in one file may be, to go by mail [bytes]."""


@pytest.fixture(scope="module")
def found():
    return compare(CASE)


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory, found) -> str:
    """Write a board as one file, as it would come by mail, and give its address."""
    declared = declarations([load_scenario(CASE)]) | {"answers": {CASE: answer_of(found)}}
    file = tmp_path_factory.mktemp("stick") / "board.html"
    file.write_text(one_file(declared, View(case=CASE)), encoding="utf-8")
    assert file.stat().st_size < MOST_BYTES
    return file.as_uri()


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Put a board and a page with two of them below a folder of a strict web space."""
    root = tmp_path_factory.mktemp("space")
    folder = root / "town" / "board"
    write_files(folder / "static")
    view = View(case=CASE)
    text = page(declarations([load_scenario(CASE)]), view, static="static/")
    (folder / "index.html").write_text(text, encoding="utf-8")
    start = text.index("<div data-coprod-board")
    board = text[start : text.index("</div>", start) + 6]
    (folder / "two.html").write_text(text.replace(board, board + board), encoding="utf-8")
    with web_space(root) as address:
        yield f"{address}/town/board"


@pytest.fixture
def page_of(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Make pages that may ask nobody but the place they come from, and write no error."""
    faults: list[str] = []
    contexts = []

    def make(address: str, width: int = 1280, height: int = 900, script: str = "", **more) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        made = context.new_page()
        home = address.split("/town/", maxsplit=1)[0]
        made.on("request", lambda r: r.url.startswith((home, "blob:")) or faults.append(r.url))
        made.on("pageerror", lambda error: faults.append(str(error)))
        made.on("console", lambda m: m.type == "error" and faults.append(m.text))
        made.goto(address)
        return made

    yield make
    for context in contexts:
        context.close()
    assert faults == []


def test_one_file_from_a_memory_stick_shows_pythons_numbers(page_of, stick: str, found) -> None:
    board = settled(page_of(stick))
    ends = [found.value(e.name, "acceptance", decision=1) for e in found.engagements]
    assert figures(board) == [
        between(e["low"] * 100, e["high"] * 100).removesuffix(" in 100") for e in ends
    ]
    expect(board.locator(".answer")).to_contain_text(
        "more people in 100 accept it than with tickbox consultation"
    )


def test_a_turned_dial_gives_what_python_gives_for_it(page_of, stick: str) -> None:
    board = settled(page_of(stick))
    dial(board, "Feedback").fill("20")
    turned = load_engagement("co_production").but(feedback=0.2)
    end = compare(CASE, ["tickbox", turned]).value("co_production", "acceptance", decision=1)
    said = between(end["low"] * 100, end["high"] * 100).removesuffix(" in 100")
    expect(board.locator(".row .figure").nth(2)).to_contain_text(said)


def test_a_strict_web_space_below_a_folder_shows_the_same(page_of, stick: str, space: str) -> None:
    there, here = settled(page_of(f"{space}/index.html")), settled(page_of(stick))
    assert figures(there) == figures(here)


def test_two_boards_on_a_page_do_not_disturb_each_other(page_of, space: str) -> None:
    two = page_of(f"{space}/two.html")
    first, second = settled(two, 0), settled(two, 1)
    before = figures(second)
    dial(first, "Real influence").fill("0")
    first.get_by_label("Show").select_option("trust")
    expect(first.locator(".progress.done")).to_be_attached()
    assert figures(second) == before
    assert second.get_by_label("Show").input_value() == "acceptance"
    assert dial(second, "Real influence").input_value() == "75"


def test_everything_can_be_done_by_keyboard(page_of, stick: str) -> None:
    made = page_of(stick)
    board = settled(made)
    seen: list[str] = []
    for _ in range(40):
        made.keyboard.press("Tab")
        seen.append(made.evaluate("document.activeElement.shadowRoot?.activeElement?.id ?? ''"))
        if seen[-1].endswith("dial-feedback"):
            break
    names = [name.split("-", 2)[-1] for name in seen]
    assert names[:3] == ["measure", "span", "over"]
    slider = dial(board, "Feedback")
    for key, value in (("ArrowLeft", "84"), ("PageDown", "74"), ("Home", "0"), ("End", "100")):
        made.keyboard.press(key)
        assert slider.input_value() == value
    expect(slider).to_have_attribute("aria-valuetext", "100 in 100: " + slider_caption(board))


def test_25_seats_can_be_entered_and_stand_where_they_are(page_of, stick: str) -> None:
    made = page_of(stick)
    board = settled(made)
    slider, box = dial(board, "Seats"), board.get_by_label("Seats, people")
    expect(box).to_have_value("40")
    box.fill("25")
    expect(slider).to_have_value("25")
    slider.press("ArrowRight")
    expect(slider).to_have_value("26")
    expect(box).to_have_value("26")
    box.fill("350")  # beyond the slider
    box.blur()
    expect(slider).to_have_attribute("aria-valuetext", re.compile("350 people"))
    box.fill("many")
    box.blur()
    expect(board.get_by_text("Until then 350 counts, as before.")).to_be_visible()


def test_what_was_typed_goes_when_another_number_comes_from_elsewhere(page_of, stick: str) -> None:
    """After "Put these dials back" it said "Until then 200 counts", and 40 counted."""
    board = settled(page_of(stick))
    slider, box = dial(board, "Seats"), board.get_by_label("Seats, people")
    box.fill("200")
    box.blur()
    box.fill("about 60")
    box.blur()
    expect(board.get_by_text("Until then 200 counts, as before.")).to_be_visible()
    board.get_by_role("button", name="Put these dials back").click()
    expect(box).to_have_value("40")
    expect(board.get_by_text("Until then")).to_have_count(0)
    box.fill("many")
    box.blur()
    expect(board.get_by_text("Until then 40 counts, as before.")).to_be_visible()
    slider.press("ArrowRight")
    expect(box).to_have_value("41")
    expect(board.get_by_text("Until then")).to_have_count(0)


def test_seats_are_whole_and_may_be_written_with_what_they_count(page_of, stick: str) -> None:
    board = settled(page_of(stick))
    slider, box = dial(board, "Seats"), board.get_by_label("Seats, people")
    box.fill("2.5")
    box.blur()
    expect(
        board.get_by_text("Please give a whole number from 0 to 10,000. Until then 40 counts")
    ).to_be_visible()
    expect(slider).to_have_value("40")
    box.fill("60 people")
    box.blur()
    expect(box).to_have_value("60")
    expect(slider).to_have_value("60")


def test_a_dial_between_whole_numbers_is_shown_where_it_is(page_of, found, tmp_path) -> None:
    declared = declarations([load_scenario(CASE)]) | {"answers": {CASE: answer_of(found)}}
    view = View(case=CASE, turned={"co_production": {"feedback": 0.255, "seats": 25.0}})
    file = tmp_path / "board.html"
    file.write_text(one_file(declared, view), encoding="utf-8")
    board = settled(page_of(file.as_uri()))
    assert dial(board, "Feedback").input_value() == "25.5"
    assert dial(board, "Seats").input_value() == "25"
    assert board.get_by_label("Feedback, in 100").input_value() == "25.5"


def slider_caption(board) -> str:
    return board.locator("[id$=dial-feedback-said]").inner_text()


def test_a_screen_reader_is_told_the_answer_when_it_rests_and_not_before(
    page_of, stick: str
) -> None:
    made = page_of(stick)
    board = settled(made)
    spoken = board.get_by_role("status")
    expect(spoken).to_have_text(board.locator(".answer").inner_text())
    made.evaluate("""() => {
        const status = document.querySelector("[data-shade]").shadowRoot.querySelector("[role=status]");
        window.said = [];
        new MutationObserver(() => said.push(status.textContent))
          .observe(status, { subtree: true, childList: true, characterData: true });
    }""")
    dial(board, "Feedback").focus()
    for _ in range(12):
        made.keyboard.press("ArrowLeft")
    settled(made)
    expect(spoken).to_have_text(board.locator(".answer").inner_text())
    assert len(made.evaluate("said")) <= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(page_of, stick: str, scheme: str, width: int) -> None:
    made = page_of(stick, width=width, color_scheme=scheme)
    board = settled(made)
    for fold in board.locator("details:not([open]) summary").all():
        if fold.is_visible():
            fold.click()
    assert violations(made) == []


def test_on_a_phone_the_picture_stays_in_sight_while_the_last_dial_moves(
    page_of, stick: str
) -> None:
    made = page_of(stick, width=360, height=740, has_touch=True)
    board = settled(made)
    assert sideways(made) <= 0
    last = dial(board, "Seats")
    last.scroll_into_view_if_needed()
    last.focus()
    picture, thumb = board.locator(".picture").bounding_box(), last.bounding_box()
    assert picture is not None
    assert thumb is not None
    assert 0 <= picture["y"] < picture["y"] + picture["height"] <= thumb["y"]
    assert picture["height"] < 740 / 2


def test_whatever_can_be_touched_is_large_enough(page_of, stick: str) -> None:
    made = page_of(stick, width=360, height=740, has_touch=True)
    board = settled(made)
    for control in board.locator("input, select, button, summary").all():
        box = control.bounding_box()
        if box:
            assert box["height"] >= 44, control.evaluate("n => n.outerHTML")


def test_at_four_times_the_size_nothing_is_cut_off(page_of, stick: str) -> None:
    made = page_of(stick, width=320, height=256)
    board = settled(made)
    assert sideways(made) <= 0
    assert board.locator(".picture").evaluate("n => getComputedStyle(n).position") == "static"


def test_an_old_browser_gets_a_sentence_and_the_answer_worked_out_beforehand(
    page_of, stick: str
) -> None:
    made = page_of(stick, script="WebAssembly.validate = () => false")
    board = made.locator("[data-shade]")
    expect(board.get_by_role("alert").first).to_contain_text("cannot run the model")
    expect(dial(board, "Feedback")).to_be_disabled()
    assert figures(board) == figures(settled(page_of(stick)))


def test_a_worker_that_dies_is_started_again_by_itself(page_of, stick: str) -> None:
    made = page_of(
        stick,
        script="""
        window.workers = [];
        const Real = Worker;
        window.Worker = class extends Real { constructor(...a) { super(...a); workers.push(this); } };
    """,
    )
    board = settled(made)
    before = figures(board)
    made.evaluate("workers[0].terminate()")
    made.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    made.wait_for_function("workers.length === 2")
    dial(board, "Real influence").fill("0")
    expect(board.locator(".row .figure").nth(2)).not_to_contain_text(before[2])
    settled(made)
    assert figures(board)[2] != before[2]


def test_prices_are_ones_own_only_once_they_are_entered(page_of, stick: str) -> None:
    board = settled(page_of(stick))
    price = board.get_by_label("An hour of staff time")
    expect(board.locator("[id$=staff_hour-whose]")).to_have_text("£35, assumed")
    price.fill("70")
    price.press("Tab")
    expect(board.locator("[id$=staff_hour-whose]")).to_have_text("£70, as entered")
    price.fill("-3")
    price.press("Tab")
    expect(board.locator("[id$=staff_hour-wrong]")).to_contain_text("from 0 to")
    price.fill("")
    price.press("Tab")
    expect(board.locator("[id$=staff_hour-whose]")).to_have_text("£35, assumed")


def test_ways_can_be_left_out_chosen_and_added(page_of, stick: str) -> None:
    board = settled(page_of(stick))
    board.get_by_role("button", name="Leave Honest consultation out").click()
    expect(board.locator(".row")).to_have_count(2)
    board.get_by_label("Add a way").select_option("told_openly")
    expect(board.locator(".row .name").nth(2)).to_have_text(load_engagement("told_openly").title)
    board.get_by_label("First way", exact=True).select_option("co_production")
    expect(board.locator(".row .name").first).to_have_text("Co-production")
    expect(board.locator(".row .name").nth(1)).to_have_text("Tickbox consultation")
