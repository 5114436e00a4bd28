"""Nobody can press paper: no page of a leader prints a button, nor sends its reader to a step of the page."""

from pathlib import Path

from pdf_structure import text_on
from playwright.sync_api import expect
from printed_cases import THEATRE, TREES

from coprod_sim.apps.leaders.in_models import in_models_in_words
from coprod_sim.board.cases import scenario_of
from coprod_sim.board.view import link_of
from coprod_sim.site import write_one_file


def test_the_page_in_one_file_prints_no_button(page_of, tmp_path: Path) -> None:
    """It printed "Turn the dial to match"."""
    file = tmp_path / "one.html"
    write_one_file(file, scenario_of(THEATRE).unpaid(), view=THEATRE, in_models=in_models_in_words)
    page = page_of(file.as_uri())
    button = page.get_by_role("button", name="Turn the dial to match").first
    expect(button).to_be_visible(timeout=60_000)
    page.emulate_media(media="print")
    expect(button).not_to_be_visible()
    assert [one for one in page.get_by_role("button").all() if one.is_visible()] == []


def test_the_printed_page_sends_nobody_to_a_step_and_writes_hours_as_the_pdf_does(
    page_of, stick: str
) -> None:
    """It said 'see "Why"', and 3 to 44 hours where the PDF says 3.4 to 44."""
    view = TREES.but(
        gate=THEATRE.gate, stakes="high", trust="low", own=TREES.own | {"zero_sum": "yes"}
    )
    page = page_of(f"{stick}/leaders.html#view={link_of(TREES)}")
    sheet = page.get_by_role("article")
    expect(sheet.get_by_role("row").nth(1)).to_contain_text("3.4 to 44", timeout=60_000)
    page = page_of(
        f"{stick}/leaders.html#view={link_of(view.but(gate=dict.fromkeys(view.gate, 'yes')))}"
    )
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("find out why before you", timeout=60_000)
    assert 'see "Why"' not in " ".join(text_on(page.pdf(format="A4")))
