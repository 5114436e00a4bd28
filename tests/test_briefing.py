"""The page for the board: one page, honest, safe with any text, and readable by machines that read aloud."""

import re
import shutil
import zlib

import pytest
from playwright.sync_api import sync_playwright

from coprod_sim.briefing import Extras, briefing_of, html_briefing, pdf_briefing
from coprod_sim.briefing.fitting import Block, fitted, shortened
from coprod_sim.errors import InputError
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario, scenario_names

LONG = "Here is a finding that goes on for quite some while, with 38 to 52 in 100. " * 8
FULL = Extras(
    gate="Decide it together", matters=LONG, against=LONG, not_pay=LONG, would_have=LONG, repair=LONG,
    break_even=LONG, conditions=("We will pay for people's time, and for travel and care.",) * 3,
    prepared_by="The chief executive", link="?lang=en&view=" + "aB3-" * 60, date="24 November 2026",
)  # fmt: skip


def pages(pdf: bytes) -> int:
    """Count the pages of a PDF, by the page tree that may lie in compressed parts."""
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompressobj().decompress(found.group(1)))
        except zlib.error:
            continue
    counts = [
        int(n) for part in parts for n in re.findall(rb"/Type\s*/Pages[^>]*?/Count (\d+)", part)
    ]
    counts += [
        int(n) for part in parts for n in re.findall(rb"/Count (\d+)[^>]*?/Type\s*/Pages", part)
    ]
    return max(counts)


@pytest.fixture(scope="module")
def played():
    return {name: compare(name, runs=8, draws=2) for name in scenario_names()}


def test_the_pdf_of_every_case_with_everything_on_it_is_one_tagged_page(played):
    for name, found in played.items():
        pdf = pdf_briefing(briefing_of(found, FULL))
        assert pages(pdf) == 1, name
        assert b"/MarkInfo" in pdf or b"/StructTreeRoot" in pdf
        assert b"pdfuaid" in pdf


@pytest.mark.slow
def test_the_html_page_of_every_case_prints_on_one_sheet(played):
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for name, found in played.items():
            page.set_content(html_briefing(briefing_of(found, FULL)))
            assert pages(page.pdf(prefer_css_page_size=True)) == 1, name
        browser.close()


def test_the_honest_line_and_every_part_stand_on_the_page(played):
    html = html_briefing(briefing_of(played["west_dulwich"], FULL))
    for words in (
        "A thinking tool, consistent with published findings, not a forecast.",
        "What really happened", "People who lose", "Never came", "What matters most",
        "In how many models it does not pay", "When it would not pay", "What would have to be true",
        "What it costs", "Mending trust",
        "What we sign up to", "What is assumed", "What this cannot tell you", "Sources:", "seed 1",
        "24 November 2026",
    ):  # fmt: skip
        assert words in html
    assert "<script" not in html
    assert re.findall(r"(?:src|href)=.https?:", html) == []


def test_what_was_not_worked_out_is_left_out(played):
    html = html_briefing(briefing_of(played["reference"]))
    assert "What matters most" not in html
    assert "What we sign up to" not in html


def test_how_many_models_speak_against_it_is_counted_until_those_that_fit_have_been_played(played):
    found = played["reference"]
    said = " ".join(html_briefing(briefing_of(found)).split())
    assert re.search(r"In (all|\d of) 2 plausible models, co-production", said)
    told = "In 23 of 100 models that fit the findings, co-production does not pay here."
    html = html_briefing(briefing_of(found, Extras(against=told)))
    assert told in html
    assert "plausible models, co-production" not in html


def test_hostile_text_stays_text():
    case = load_scenario("reference").but(
        title='<script>alert(1)</script> #import "x" $x$ \\',
        place="*" * 90,
    )
    briefing = briefing_of(compare(case, ["tickbox", "co_production"], runs=8, draws=0), FULL)
    assert "<script>alert" not in html_briefing(briefing)
    assert pages(pdf_briefing(briefing)) == 1


def test_shortening_keeps_whole_sentences():
    assert shortened("One two. Three four. Five six.", 20) == "One two. Three four."
    assert shortened("A very long first sentence that does not fit.", 12).endswith(
        "\N{HORIZONTAL ELLIPSIS}"
    )


def test_a_full_page_loses_the_last_sentences_before_it_loses_a_part():
    heavy = Block(head="Heavy", text="One two three. Four five six. Seven eight nine.", weight=2.0)
    light = Block(head="Light", text="One two three. Four five six. Seven eight nine. " * 9)
    left, right = fitted([heavy, light], room=2 * light.height, taken=0.0)
    assert (*left, *right) == (heavy, light)
    left, right = fitted([heavy, light], room=0.5 * light.height, taken=0.0)
    kept = {b.head: b.text for b in (*left, *right)}
    assert kept["Heavy"] == heavy.text
    assert light.text.startswith(kept["Light"])
    assert len(kept["Light"]) < len(light.text)


def test_without_typst_the_user_is_told_what_to_install(played, monkeypatch):
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("coprod_sim.briefing.pdf.import_module", missing)
    with pytest.raises(InputError, match=r"pip install 'coprod-sim\[pdf\]'"):
        pdf_briefing(briefing_of(played["reference"]))
