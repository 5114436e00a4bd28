"""The site's views travel in links and files, without a connection, by keyboard, at every width."""

import base64
import json
import zlib
from pathlib import Path

import pytest
from board_stage import dial, settled
from conftest import sideways, violations
from playwright.sync_api import expect
from site_stage import POOL, STEPS, turn_to, view_in

from coprod_sim.board.view import View, file_of, from_file, link_of


def test_a_link_from_python_shows_its_view_and_the_page_writes_one_python_reads(
    page_of, space: str
) -> None:
    view = View(
        case="lewisham_hospital", measure="trust", span="series", over="not_ruled_out",
        ways=("tickbox", "co_production"), turned={"co_production": {"feedback": 0.3}}, part="what",
        gate={"problem": "yes"}, conditions=("buy_in_1",), prepared_by="Łucja & Sons",
    )  # fmt: skip
    page = page_of(f"{space}/leaders.html#view={link_of(view)}")
    board = settled(page)
    assert dial(board, "Feedback").input_value() == "30"
    assert board.get_by_label("Show").input_value() == "trust"
    dial(board, "Feedback").fill("40")
    expected = view.but(turned={"co_production": {"feedback": 0.4}}, ways=view.ways)
    assert view_in(page).but(made_with=view.made_with) == expected


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"format": 1, "case": "west_dulwhich"}, 'Did you mean "west_dulwich"?'),
        ({"format": 1, "measure": "trusst"}, 'Did you mean "trust"?'),
        ({"format": 1, "chance": 7}, "must be 0 to 1"),
        ({"format": 1, "turned": {"tickbox": {"feedbak": 0.1}}}, 'Did you mean "feedback"?'),
        ({"format": 1, "turned": {"tickbox": {"feedback": 3}}}, "must be 0 to 1"),
        (
            {"format": 1, "case": "../../pyproject.toml"},
            "there is none of that name here. It was left",
        ),
        ({"format": 1, "case": "nosuch"}, 'asks for a case called "nosuch", and there is none'),
        ({"format": 9}, "was saved in format 9"),
        ({"format": 1, "made_with": "0.0.9"}, "made with version 0.0.9 of the kit"),
        ({"format": 1, "assumptions": {"trust_speed": 0.2}}, "belongs to the first version"),
        ({"format": 1, "survey": {"name": "x", "table": [1], "n_used": 3}}, "cannot be read"),
        (
            {
                "format": 1,
                "survey": {"name": "x", "table": [1, *[0] * 10], "n_read": 9, "n_used": 9},
            },
            "holds the answers of 9 people. At least 10 are needed",
        ),
        ({"format": 1, "colour": "red"}, '"colour" is not part of a view'),
    ],
)
def test_a_link_with_something_wrong_says_what_and_shows_the_rest(
    page_of, stick, table, said
) -> None:
    text = base64.urlsafe_b64encode(zlib.compress(json.dumps(table).encode())).decode().rstrip("=")
    page = page_of(f"{stick}/leaders.html#view={text}")
    turn_to(page, "What would happen")
    settled(page)
    expect(page.get_by_role("alert").first).to_contain_text(said)


def test_a_link_cut_off_on_the_way_says_so_and_the_page_works(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(case='ireland_eighth'))[:-9]}")
    turn_to(page, "What would happen")
    settled(page)
    expect(page.get_by_role("alert").first).to_contain_text("The link is broken")


def test_a_saved_view_travels_between_the_page_and_the_kit(page_of, stick, tmp_path) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(case='ireland_eighth', seed=7))}")
    settled(page)
    turn_to(page, "Take it away")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save this view as a file").click()
    saved = Path(waiting.value.path()).read_bytes()
    assert from_file(saved, "view").case == "ireland_eighth"
    file = tmp_path / "other.coprod.json"
    file.write_bytes(file_of(View(case="wales_20mph", conditions=("feedback_1",))))
    page.get_by_label("Open a saved view").set_input_files(file)
    expect(page.locator(".said")).to_contain_text("The saved view is open.")
    assert (view_in(page).case, view_in(page).conditions) == ("wales_20mph", ("feedback_1",))
    file.write_text("holiday snaps")
    page.get_by_label("Open a saved view").set_input_files(file)
    expect(page.locator(".said")).to_contain_text("is not a saved view")
    assert view_in(page).case == "wales_20mph"


def test_once_opened_the_site_works_without_a_connection(page_of, context, space: str) -> None:
    page = page_of(f"{space}/index.html")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    page.get_by_role("heading", name="I decide").get_by_role("link").click()
    turn_to(page, "What would happen")
    settled(page)
    context.set_offline(False)


@pytest.mark.parametrize("width", [1280, 360])
def test_every_step_is_clean_for_axe_and_fits_the_screen(page_of, space: str, width: int) -> None:
    page = page_of(f"{space}/leaders.html#case=west_dulwich")
    page.set_viewport_size({"width": width, "height": 740})
    settled(page)
    for step in STEPS:
        turn_to(page, step)
        page.wait_for_timeout(300)
        assert violations(page) == [], step
        assert sideways(page) <= 0, step
    page.goto(f"{space}/index.html")
    assert violations(page) == []
    assert sideways(page) <= 0


def test_turning_to_a_step_puts_the_keyboard_at_its_start(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#case=west_dulwich")
    settled(page)
    page.get_by_role("button", name="Next: Why").press("Enter")
    inside = "document.activeElement.shadowRoot.activeElement.getAttribute('aria-label')"
    assert page.evaluate(inside) == "Why"


def test_a_link_that_no_phone_can_reach_says_so_and_what_can_be_sent(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(case='own', part='take'))}")
    again = page.get_by_role("region", name="Come back to this view", exact=True)
    expect(again).to_contain_text("no phone and no other computer can reach it")
    expect(again).to_contain_text("coprod-sim site --one page.html --case own.coprod.json")
    with page.expect_download() as coming:
        again.get_by_role("button", name="Save this view as a file").click()
    assert coming.value.suggested_filename == "own.coprod.json"
    page.evaluate("navigator.clipboard.writeText = () => Promise.resolve()")
    again.get_by_role("button", name="Copy the link").click()
    expect(again.locator("p.said")).to_have_text(
        "The link is copied. It works on this computer only."
    )


UNFOLDED = """() => {
    const inside = document.querySelector("[data-shade]").shadowRoot;
    for (const fold of inside.querySelectorAll("details")) fold.open = true;
    const wide = [...inside.querySelectorAll(".wide")];
    return wide.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.ariaLabel);
}"""
"""Opens every fold and names the tables that must be pushed sideways to be read."""


def test_no_table_behind_a_fold_must_be_pushed_sideways_on_a_phone(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='what'))}")
    page.set_viewport_size({"width": 360, "height": 740})
    settled(page)
    page.evaluate(UNFOLDED)
    first = (
        page.get_by_role("table", name="Every measure")
        .or_(page.locator("details.table table"))
        .first
    )
    expect(first.get_by_role("rowheader").first).to_be_visible()
    assert page.evaluate(UNFOLDED) == []
    for step in STEPS:
        turn_to(page, step)
        page.wait_for_timeout(1500)
        assert page.evaluate(UNFOLDED) == [], step
        assert sideways(page) <= 0, step
