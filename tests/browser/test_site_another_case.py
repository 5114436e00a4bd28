"""A second case of one's own begins empty, and the first can be brought back until the page is left."""

from pathlib import Path

from playwright.sync_api import Page, expect
from site_stage import POOL, turn_to, view_in

from coprod_sim.board.view import OF_A_CASE, View, file_of, link_of

FULL = POOL.but(
    part="case", recommended_way="co_production", turned={"co_production": {"feedback": 0.2}},
    besides={"co_production": {"venue": 900.0}}, efforts={"tickbox": {"weeks": 3.0}}, pays="all",
    lefts={"co_production": 0.5}, budget=20_000.0, staff_hours=400.0, saving=5_000.0, span="series",
    reasons={"tickbox": "Quick."}, own=POOL.own | {"count": 3.0},
)  # fmt: skip
"""A case about which all is entered that could go over into another."""
ANOTHER = "Describe another case"


def begin(page: Page) -> None:
    page.get_by_role("button", name=ANOTHER, exact=True).click()


def test_another_case_of_ones_own_begins_as_empty_as_the_first_and_keeps_who_prepares_it(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(FULL)}")
    begin(page)
    now, fresh = view_in(page), View(case="own")
    assert {name: getattr(now, name) for name in OF_A_CASE} == {
        name: getattr(fresh, name) for name in OF_A_CASE
    }
    assert (now.own, now.survey, now.prepared_by) == ({}, None, "A. Clerk")
    expect(page.get_by_role("button", name=ANOTHER, exact=True)).to_have_count(0)
    turn_to(page, "Should we ask?")
    expect(page.locator("fieldset.question input:checked")).to_have_count(0)
    turn_to(page, "Take it away")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("A. Clerk")
    for gone in ("Northfield", "Keep it open", "90,000", "We sign up", "The cabinet"):
        expect(sheet).not_to_contain_text(gone)


def test_the_case_from_before_is_offered_and_comes_back_with_all_that_was_typed(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(FULL)}")
    page.get_by_label("How many people does it affect?").fill("many")
    begin(page)
    said = page.locator(".former")
    expect(said).to_have_attribute("role", "status")
    expect(said).to_contain_text(
        'You have begun another case. Nothing of "The pool in Northfield" goes over into it.'
    )
    many = page.get_by_label("How many people does it affect?")
    expect(many).to_have_value("")
    page.get_by_label("What do you call it?").fill("The library in Southfield")
    begin(page)
    expect(said.get_by_role("button")).to_have_text(
        ['Bring back "The library in Southfield"', 'Bring back "The pool in Northfield"']
    )
    said.get_by_role("button", name="The pool in Northfield").click()
    expect(said).to_contain_text('"The pool in Northfield" is here again, as you left it.')
    expect(many).to_have_value("many")
    assert view_in(page).but(part="case") == FULL
    said.get_by_role("button", name="The library in Southfield").click()
    expect(page.get_by_label("What do you call it?")).to_have_value("The library in Southfield")
    expect(many).to_have_value("")
    expect(said.get_by_role("button")).to_have_text(['Bring back "The pool in Northfield"'])


def test_a_file_of_another_case_of_ones_own_puts_the_one_from_before_aside(
    page_of, stick: str, tmp_path: Path
) -> None:
    file = tmp_path / "library.coprod.json"
    file.write_bytes(file_of(View(case="own", part="take", own={"title": "The library"})))
    page = page_of(f"{stick}/leaders.html#view={link_of(FULL.but(part='take'))}")
    page.get_by_label("Open a saved view").set_input_files(file)
    said = page.locator(".former")
    expect(said).to_contain_text('The file took the place of "The pool in Northfield".')
    assert view_in(page).own == {"title": "The library"}
    said.get_by_role("button", name='Bring back "The pool in Northfield"').click()
    assert view_in(page).but(part="case") == FULL


def test_a_place_and_a_decider_that_were_left_empty_are_not_made_up(page_of, stick: str) -> None:
    """The page said "Our own place." and "A public body."."""
    view = POOL.but(part="take", own={"title": "The pool", "place": ""}, span="series")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet.locator(".kicker")).to_contain_text("The pool. A case of our own.")
    expect(sheet).to_contain_text("Not said yet.")
    for made_up in ("Our own place", "A public body", "1 such decisions"):
        expect(sheet).not_to_contain_text(made_up)
    turn_to(page, "The case")
    expect(page.get_by_label("Where?", exact=True)).to_have_value("")
