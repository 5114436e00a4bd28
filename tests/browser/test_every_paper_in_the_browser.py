"""Page, print and one-file page say every caution that holds; what is signed is on the first sheet."""

from pathlib import Path

import pytest
from board_page_stage import FULL, LIBRARY
from conftest import sideways
from paper_cases import CASES
from pdf_structure import text_on
from playwright.sync_api import expect

from coprod_sim.apps.leaders.files_to_save import extras_of, made
from coprod_sim.apps.leaders.in_models import in_models_in_words
from coprod_sim.board.cases import scenario_of
from coprod_sim.board.shown import played
from coprod_sim.board.view import View, link_of
from coprod_sim.briefing.fitting import sentences_of
from coprod_sim.site import write_one_file

LIKELY = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
CROWDED = LIBRARY.but(
    own=LIBRARY.own | {"people_affected": 12_000.0}, gate=LIBRARY.gate | LIKELY,
    sought={"title": LIBRARY.found, "limits": "10 weeks and £30,000", "weeks": 12.0, "about": "other"},
    besides={
        "found": {"venue": 900.0, "recruitment": 400.0}, "co_production": {"venue": 2_000.0}
    },
)  # fmt: skip
"""A found way that misses a likely duty, does not fit and was sought for another case."""

TOGETHER = dict.fromkeys(("problem", "open", "used", "means", "time", "enough", "answer"), "yes")
OVERFULL = CROWDED.but(
    ways=("tickbox", "honest_consultation", "found"), gate=CROWDED.gate | TOGETHER, stakes="high",
    trust="low",
)  # fmt: skip
"""The same in the place of co-production, where the answers say to decide together."""


LONGEST = OVERFULL.but(
    recommendation="We cannot keep every branch open, and this lets people say what matters. " * 5,
    besides=FULL.besides | {"found": FULL.besides["co_production"]},
    money=FULL.money | {"weeks_available": 10.0},
)  # fmt: skip
"""The same with a recommendation as long as there is room for, and everything entered that costs."""


def cautions_of(view: View) -> tuple[str, ...]:
    found = extras_of(played(view), view).cautions
    assert found
    return tuple(
        said for one in found for said in sentences_of(one)
    )  # a button may stand between two


@pytest.mark.parametrize("name", CASES)
def test_page_print_and_one_file_say_each_caution_that_holds(
    page_of, stick: str, tmp_path: Path, name: str
) -> None:
    view = CASES[name][0].but(part="take")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet.locator(".care")).to_be_visible(timeout=60_000)
    said = cautions_of(view)
    for one in said:
        expect(sheet).to_contain_text(one)
    file = tmp_path / "one.html"
    write_one_file(file, scenario_of(view).unpaid(), view=view, in_models=in_models_in_words)
    alone = page_of(file.as_uri())
    expect(alone.locator(".care")).to_be_visible(timeout=60_000)
    for one in said:
        expect(alone.locator("body")).to_contain_text(one)


@pytest.mark.parametrize(
    "view", [CROWDED, OVERFULL, LONGEST], ids=["crowded", "overfull", "longest"]
)
def test_the_pdf_of_a_found_way_of_which_much_has_to_be_said_is_one_sheet_and_one_in_full(
    view: View,
):
    """It took two first sheets, the second with a few lines; what is in full ran over, too."""
    first, rest = text_on(made("pdf", view).data)
    for part in ("Risks", "In how many models", "Name Signature Date", "What this cannot tell you"):
        assert part in first
    assert ("What is assumed Entered: months" in first) is (view is CROWDED)
    for part in ("What is assumed, and what the ranges mean", "Ranges hold 9 in 10 results",
                 "Sources", "described by the user", "To repeat these numbers"):  # fmt: skip
        assert part in rest, part
    assert rest.startswith("In full")
    is_whole = view is CROWDED  # measured, its table has room on the first sheet
    assert ("Trust 30 to 45" in first) is is_whole
    assert ("The rest of the table Trust: tickbox consultation 30 to 45; " in rest) is not is_whole
    assert ("Gap between groups: tickbox consultation" in rest) is not is_whole


def test_a_found_way_of_which_much_has_to_be_said_prints_its_signature_on_the_first_sheet(
    page_of, stick: str
) -> None:
    """The signature stood alone on the second."""
    page = page_of(f"{stick}/leaders.html#view={link_of(CROWDED)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("plausible models", timeout=120_000)
    # What comes last counts, too.
    expect(sheet).to_contain_text("would probably meet the duty is co-production", timeout=60_000)
    printed = page.pdf(format="A4", tagged=True)
    first, second = text_on(printed)
    assert "Signature" in first
    assert second.startswith("What the answer rests on: ")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    assert sideways(page) <= 0
    says, duty = sheet.locator(".gate-says").last, sheet.locator("header .late").first
    above, below = says.bounding_box(), duty.bounding_box()
    assert above
    assert below
    assert above["x"] == below["x"]  # one mark along both, not a second in the middle of a line
    assert abs(above["y"] + above["height"] - below["y"]) < 1
    chart = sheet.locator(".drawn svg").last.bounding_box()
    assert chart
    assert chart["height"] > 0.3 * chart["width"]  # it was squashed to a strip


@pytest.mark.parametrize("view", [LIBRARY, LONGEST], ids=["library", "longest"])
def test_the_saved_page_prints_on_two_sheets_at_most(page_of, tmp_path: Path, view: View) -> None:
    """It took three, one of them with a line about the link alone."""
    file = tmp_path / "page.html"
    file.write_bytes(made("html", view).data)
    first, second = text_on(page_of(file.as_uri()).pdf(prefer_css_page_size=True))
    assert "Signature" in first
    assert "In full" in second


@pytest.mark.parametrize("view", [OVERFULL, LONGEST], ids=["overfull", "longest"])
def test_where_one_sheet_does_not_hold_it_the_first_is_signed_and_the_second_says_what_it_rests_on(
    page_of, stick: str, view: View
) -> None:
    """Conditions and signature stood alone on the second sheet, in letters of 8 points on the first."""
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("plausible models, and in", timeout=120_000)
    expect(sheet).to_contain_text("Co-production was looked at", timeout=60_000)
    on_screen = sheet.inner_text()
    first, second = text_on(page.pdf(format="A4", tagged=True))
    for said in (
        "We recommend:", "Take care", "Risks", "Equality", "The law", "What this cannot tell",
        "What one decision would take", "If it is challenged", "Name", "Signature",
        "More on the next sheet: what the answer rests on.",
    ):  # fmt: skip
        assert said in first, said
    assert second.startswith("What the answer rests on: The branch library in Northfield")
    for moved in ("How the sums are counted", "What it rests on", "In how many models", "How sure"):
        assert moved in second, moved
        assert moved not in first, moved
    assert sheet.inner_text() == on_screen  # after printing all is on the one page again


def test_the_page_for_a_board_leads_with_the_answer_and_asks_below_it(page_of, stick: str) -> None:
    """Nine conditions to tick stood before it."""
    page = page_of(f"{stick}/leaders.html#view={link_of(CROWDED.but(part='what'))}")
    page.get_by_role("navigation", name="The parts of this page").get_by_role(
        "button", name="Take it away"
    ).click()
    sheet = page.get_by_role("article")
    expect(sheet.locator(".care")).to_be_visible(timeout=60_000)
    asked = page.locator("fieldset.question").first.bounding_box()
    answer = sheet.locator("header h2").bounding_box()
    assert asked
    assert answer
    assert answer["y"] < asked["y"]
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        picture, care = sheet.locator(".seen").bounding_box(), sheet.locator(".care").bounding_box()
        rows = sheet.locator(".rows-side dl").bounding_box()
        assert picture
        assert care
        assert rows
        assert picture["y"] <= care["y"] + 1 < rows["y"], width
        assert sideways(page) <= 0
