"""The printed page for a board: nothing is cut off at its edge, and nothing that the screen says is lost."""

import re

import pytest
from board_page_stage import BROKEN, FULL, LIBRARY
from pdf_structure import text_on
from playwright.sync_api import Locator, Page, expect
from printed_cases import THEATRE, TREES, WIDE
from test_every_paper_in_the_browser import LONGEST, OVERFULL

from coprod_sim.board.view import View, link_of

DULWICH = View(case="west_dulwich", part="take")
SHEETS = {"A4": 726, "Letter": 748}
"""How wide a sheet is without its margins [px]."""
OUTSIDE = """sheet => {
    const edge = sheet.getBoundingClientRect().right + 0.5, found = [];
    const cut = (right, edge, what) => right > edge && found.push(what.trim().slice(0, 60));
    for (const table of sheet.querySelectorAll('table'))
        if (table.offsetWidth)
            cut(table.scrollWidth, table.parentElement.clientWidth, table.innerText);
    const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        if (walk.currentNode.parentElement.closest('.unseen')) continue;
        const column = walk.currentNode.parentElement.closest('td, th')?.getBoundingClientRect();
        for (const box of range.getClientRects()) {
            cut(box.right, edge, walk.currentNode.data);
            if (column) cut(box.right, column.right + 0.5, walk.currentNode.data);
        }
    }
    return found;
}"""
"""Names the tables that are wider than their column, and words beyond the sheet's edge or their cell's."""
NOT_SAID = {
    "button": "nobody presses paper",
    "details": "the picture above it shows the same numbers",
    ".unseen": "the picture says it; it is for who cannot see",
    ".axis .unit": "the title of the picture and each of its ranges say it",
}
"""What of the page on screen is not on paper, and why."""
SHOWN = """(sheet, hidden) => {
    const gone = [...sheet.querySelectorAll(hidden)].map(one => [one, one.style.display]);
    gone.forEach(([one]) => one.style.setProperty('display', 'none', 'important'));
    const said = sheet.innerText;
    gone.forEach(([one, was]) => (one.style.display = was));
    return said;
}"""


def opened(page_of, stick: str, view: View) -> tuple[Page, Locator]:
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text(re.compile("plausible models,? and in"), timeout=120_000)
    if view.recommended_way and view.recommended_way != "tickbox":
        expect(sheet.locator(".beside").first).to_be_attached(timeout=60_000)
    return page, sheet


def sentences(text: str) -> list[str]:
    found = (s.strip() for s in re.split(r"(?<=[.!?:])\s+|[\n\t]+", text))
    return [s for s in found if len(s) > 1]


def close(text: str) -> str:
    """Leave out all spaces: lines break elsewhere on paper."""
    return "".join(text.split())


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize(
    "view", [TREES, TREES.but(recommended_way=""), THEATRE, WIDE, LONGEST],
    ids=["small", "small, none recommended", "theatre", "wide", "longest"],
)  # fmt: skip
def test_no_table_or_word_of_the_printed_page_is_cut_off_at_the_edge(
    page_of, stick: str, view: View, paper: str
) -> None:
    """A note of three words made one column wide, and the money was printed as £11,20."""
    page, sheet = opened(page_of, stick, view)
    page.set_viewport_size({"width": SHEETS[paper], "height": 1000})
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert sheet.get_by_role("table").first.is_visible()
    assert sheet.evaluate(OUTSIDE) == []
    assert sheet.evaluate(BROKEN) == []


@pytest.mark.parametrize(
    "view", [TREES, THEATRE, LIBRARY, FULL, OVERFULL, LONGEST, DULWICH],
    ids=["small", "theatre", "library", "full", "overfull", "longest", "west dulwich"],
)  # fmt: skip
def test_every_sentence_of_the_page_on_screen_is_on_one_of_two_printed_sheets(
    page_of, stick: str, view: View
) -> None:
    """Why a way misses a duty, and that a challenge is likelier to succeed, stood on no sheet."""
    page, sheet = opened(page_of, stick, view)
    said = sentences(sheet.evaluate(SHOWN, ", ".join(NOT_SAID)))
    assert len(said) > 50
    sheets = text_on(page.pdf(format="A4"))
    printed = close(" ".join(sheets))
    assert [one for one in said if close(one) not in printed] == []
    assert len(sheets) <= 2
    if view.conditions:
        assert "Signature" in sheets[0]


def test_what_bears_on_the_sums_of_a_challenge_stays_on_the_sheet_that_is_signed(
    page_of, stick: str
) -> None:
    page, _ = opened(page_of, stick, THEATRE)
    first, second = text_on(page.pdf(format="A4"))
    for kept in (
        "tickbox consultation costs £33,700; consultation done well costs £57,200",
        "On money alone, co-production is never cheaper than tickbox consultation here.",
        "So a challenge to it is likelier to succeed.",
        "It is not certain that there is time before the decision.",
        "By the weeks until your date (11), none of the ways compared fits.",
        "With co-production, only 40 of 46,000 people have a seat;",
        "takes about 21 weeks and £19,400, against 30 weeks and £29,400",
    ):
        assert kept in first, kept
    assert second.startswith("What the answer rests on: Closing the theatre in Northfield")


def test_a_small_case_prints_all_it_has_on_one_sheet(page_of, stick: str) -> None:
    page, _ = opened(page_of, stick, TREES)
    [only] = text_on(page.pdf(format="A4"))
    assert "takes about 21 weeks and £19,400, against 30 weeks and £29,400" in only
