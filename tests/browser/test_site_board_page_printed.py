"""The page for the board as it prints, and on a phone."""

import re

import pytest
from board_page_stage import BROKEN, CENTRE, FULL, LIBRARY
from conftest import sideways, violations
from pdf_structure import letters_on, structure_of, text_on
from playwright.sync_api import expect
from printed_cases import TREES as SMALL
from site_stage import POOL

from coprod_sim.board.view import View, link_of


def test_the_page_for_the_board_fits_a_phone(page_of, space: str) -> None:
    page = page_of(f"{space}/leaders.html#view={link_of(POOL)}")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_role("article")).to_contain_text("At your chance of 15", timeout=60_000)
    assert sideways(page) <= 0
    assert violations(page) == []


def test_the_page_for_the_board_prints_as_one_tagged_page(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    expect(page.get_by_role("article")).to_contain_text("At your chance of 15", timeout=60_000)
    printed = page.pdf(prefer_css_page_size=True, tagged=True)
    assert re.findall(rb"/Type /Pages\b[^>]*/Count (\d+)", printed) == [b"1"]
    for tag in (b"/StructTreeRoot", b"/Marked true", b"/Lang (en)", b"/S /H2", b"/S /Table"):
        assert tag in printed


def test_a_screen_reader_meets_the_printed_page_in_order_and_every_picture_in_words(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    expect(page.get_by_role("article")).to_contain_text("At your chance of 15", timeout=60_000)
    found = structure_of(page.pdf(prefer_css_page_size=True, tagged=True))
    assert (found.pages, found.tagged, found.language) == (1, True, "en")
    assert found.title
    assert found.kinds("H1", "H2", "H3", "Table", "L") == ["H2", "H3", "L", "Table", "H3", "L"]
    pictures = [words for kind, words in found.elements if kind == "Figure"]
    assert len(pictures) >= 2
    assert all(pictures)
    assert re.search(r"Co-production \d+ to \d+ in 100", pictures[0])


@pytest.mark.parametrize(("media", "width"), [("print", 718), ("screen", 360), ("screen", 1280)])
def test_no_number_or_word_in_the_table_of_the_board_page_is_broken(
    page_of, stick: str, media: str, width: int
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    page.emulate_media(media=media)
    page.set_viewport_size({"width": width, "height": 1000})
    assert sheet.evaluate(BROKEN) == []
    assert sideways(page) <= 0


def test_the_printed_page_keeps_the_title_the_key_and_the_differences_of_its_bands(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    for said in (
        "Of 100 people, how many accept the decision (after one decision)", "Pale: 9 in 10 results",
        "more than tickbox consultation",
    ):  # fmt: skip
        expect(sheet.locator(".sheet").get_by_text(said).last).to_be_visible()
    printed = page.pdf(format="A4", tagged=True)
    assert re.findall(rb"/Type /Pages\b[^>]*/Count (\d+)", printed) == [b"1"]


@pytest.mark.parametrize("view", [FULL, LIBRARY], ids=["full", "library"])
def test_an_own_case_with_everything_on_it_prints_its_signature_on_the_first_sheet(
    page_of, stick: str, view: View
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    expect(sheet).to_contain_text("plausible models", timeout=120_000)
    expect(sheet.locator(".kicker")).to_contain_text("A thinking tool, not a forecast.")
    first, *rest = text_on(page.pdf(format="A4"))
    assert "Signature" in first
    assert len(rest) <= 1
    assert len(first) > 2000


def test_where_the_signature_stands_on_a_sheet_of_its_own_it_says_what_is_signed(
    page_of, stick: str
) -> None:
    long = LIBRARY.but(
        recommendation="We ask people before we close anything. " * 10, ways=LIBRARY.ways
    )
    page = page_of(f"{stick}/leaders.html#view={link_of(long)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    page.emulate_media(media="print")
    signed = sheet.locator(".signed")
    expect(signed).to_contain_text("With the way found, we sign up to")
    expect(signed.get_by_text("On: The branch library in Northfield")).to_be_visible()
    assert len(letters_on(page.pdf(format="A4"))) <= 2


@pytest.mark.parametrize(
    ("view", "size", "sheets"),
    [
        (View(case="west_dulwich", part="take"), 9.0, 1),
        (SMALL, 9.0, 1),
        (FULL, 8.0, 1),
        (LIBRARY, 8.5, 2),
    ],
    ids=["a case of the library", "small", "full", "library"],
)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_printed_page_is_set_as_large_as_one_sheet_allows_and_else_on_two(
    page_of, stick: str, view: View, size: float, sheets: int, paper: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("In how many models it does not gain enough", timeout=60_000)
    expect(sheet).to_contain_text("plausible models, and in")
    assert len(letters_on(page.pdf(format=paper))) == sheets
    page.emulate_media(media="print")
    stands = sheet.evaluate("sheet => parseFloat(getComputedStyle(sheet).fontSize)")
    assert round(stands * 0.75, 2) == size
