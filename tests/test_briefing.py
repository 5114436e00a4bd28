"""The page for the board: one page, honest, safe with any text, and readable by machines that read aloud."""

import re
import shutil
import zlib
from html import unescape
from typing import Any

import pytest
from pdf_structure import structure_of
from playwright.sync_api import sync_playwright

from coprod_sim.apps.leaders.files_to_save import made
from coprod_sim.board import shown, stored
from coprod_sim.board.view import View
from coprod_sim.briefing import Extras, briefing_of, html_briefing, pdf_briefing
from coprod_sim.briefing.fitting import Block, cut, fitted, shortened
from coprod_sim.errors import InputError
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario, scenario_names

LONG = "Here is a finding that goes on for quite some while, with 38 to 52 in 100. " * 8
EQUALITY = "Here is a finding of one sort. " * 10
"""About as long as the sentences on equality, which are the same for every case; those on risks are twice as
long at most."""
FULL = Extras(
    gate="Decide it together", matters=LONG, against=LONG, not_pay=LONG, would_have=LONG,
    challenge=LONG[:300], risks=EQUALITY * 2, equality=EQUALITY,
    conditions=("We will pay for people's time, and for travel and care.",) * 3,
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
    return {name: compare(name, runs=8, draws=20) for name in scenario_names()}


def test_the_pdf_of_every_case_with_everything_on_it_is_two_tagged_pages_at_most(played):
    for name, found in played.items():
        pdf = pdf_briefing(briefing_of(found, FULL))
        assert pages(pdf) <= 2, name
        assert b"/MarkInfo" in pdf or b"/StructTreeRoot" in pdf
        assert b"pdfuaid" in pdf


def test_a_screen_reader_meets_the_page_in_order_and_the_picture_in_words(played):
    found = structure_of(pdf_briefing(briefing_of(played["west_dulwich"], FULL)))
    assert (found.tagged, found.shows_title, found.language) == (True, True, "en-GB")
    assert found.title == "For the board: West Dulwich: the report that never arrived"
    assert found.kinds("H1", "Table", "Figure")[:3] == ["H1", "Table", "Figure"]
    kinds = found.kinds("H1", "H2", "H3")
    assert kinds == sorted(
        kinds
    )  # the first page's parts, then the second's below their own heading
    (said,) = [words for kind, words in found.elements if kind == "Figure"]
    assert re.search(r"Co-production \d+ to \d+ in 100\.$", said)


@pytest.mark.slow
def test_the_html_page_of_every_case_prints_on_two_sheets_at_most(played):
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for name, found in played.items():
            page.set_content(html_briefing(briefing_of(found, FULL)))
            assert pages(page.pdf(prefer_css_page_size=True)) <= 2, name
        browser.close()


def test_whatever_is_too_long_for_the_first_page_stands_on_the_second_in_full(played):
    long = LONG + "The last sentence of it."
    more = Extras(
        matters=long, against=long, not_pay=long, would_have=long, law=long, gate=long,
        challenge=long, risks=long, equality=long, recommended_way="co_production",
        recommended="Keep it open, " * 25 + "for now", turned=long,
    )  # fmt: skip
    page = briefing_of(played["west_dulwich"], more)
    text = unescape(html_briefing(page))
    assert 'What was shortened or left out here is at the end, under "In full".' in text
    assert "Page 2" not in text  # on a screen there are no pages
    annex = text[text.index('class="annex"') :]
    heads = (
        "What matters most", "In how many models it does not gain enough", "When it would not gain enough",
        "What would have to be true", "If it is challenged", "Risks", "Equality",
        "The law", "Dials turned",
        "Should we ask people?",
    )  # fmt: skip
    for head in heads:
        assert f"<h3>{head}</h3>\n<p>{LONG.strip()} The last sentence of it" in annex, head
    assert "for now" in text.split('class="annex"')[0]  # what is signed is never cut
    case = load_scenario("west_dulwich")
    for whole in (*case.assumed, case.outcome, *(one.rstrip(".") for one in case.sources)):
        assert " ".join(whole.split()) in annex


def test_a_page_on_which_all_has_room_has_no_second():
    told = {
        "sources": ("One source",),
        "assumed": (),
        "outcome": "It went well.",
        "summary": "A town.",
    }
    short = load_scenario("reference").but(told)
    page = briefing_of(compare(short, ["tickbox", "co_production"], runs=8, draws=20))
    assert page.annex == ()
    assert "shortened or left out" not in html_briefing(page)


def test_the_honest_line_and_every_part_stand_on_the_page(played):
    html = html_briefing(briefing_of(played["west_dulwich"], FULL))
    for words in (
        "A thinking tool, consistent with published findings, not a forecast.",
        "What really happened", "People who lose", "Took no part", "What matters most",
        "In how many models it does not gain enough", "When it would not gain enough",
        "What would have to be true", "What it costs",
        "What we sign up to", "What is assumed", "What this cannot tell you", "Sources", "seed 1",
        "24 November 2026",
    ):  # fmt: skip
        assert words in html
    assert "<script" not in html
    assert re.findall(r"(?:src|href)=.https?:", html) == []


def test_ones_own_case_is_called_so_says_nothing_twice_and_counts_rightly():
    own: dict[str, Any] = {
        "title": "The pool", "what": "Whether to close the pool.", "place": "Northfield",
    }  # fmt: skip
    view = View(
        case="own", own=own, chance=0.2, span="one",
        recommended_way="co_production", recommendation="Keep it open.",
    )  # fmt: skip
    text = unescape(made("html", view).data.decode())
    for said in ("A case of our own.", "We recommend:", "Co-production. Keep it open",
                 "This page cannot say what the law requires here.", "people's own time is not paid",
                 "It takes about"):  # fmt: skip
        assert said in text, said
    assert "made up for teaching" not in text
    assert "things are assumed" not in text  # each has been listed
    assert "can be changed under" not in text  # not on paper
    assert "your chance" not in text  # what a lost challenge costs was not entered
    assert text.count("Whether to close the pool") == 1


def test_the_page_says_what_was_turned_that_nothing_fits_and_why_not_to_ask_yet():
    known = ["problem", "open", "used", "means", "enough", "answer"]
    asked: dict[str, Any] = dict.fromkeys(known, "yes") | {"time": "unsure"}
    view = View(
        case="own", gate=asked, stakes="high", trust="low", span="one",
        turned={"co_production": {"awareness": 0.0}}, money={"weeks_available": 5.0},
    )  # fmt: skip
    text = unescape(made("html", view).data.decode())
    for said in ("Co-production as set here: awareness at 0 instead of 85.",
                 "None of these ways fits into your 5 weeks. ", "Weeks available",
                 "Fix this first, then ask. It is not certain that there is time"):  # fmt: skip
        assert said in text, said


HILLSIDE = View(
    case="own", span="one", ways=("tickbox", "ladder_consultation_well_done", "co_production"),
    own={
        "title": "Closing Hillside leisure centre", "what": "Whether to close Hillside leisure centre.",
        "place": "Hillside", "people_affected": 4200, "heat": "disputed", "by_when": "March 2027",
    },
    money={"weeks_available": 10.0}, budget=30_000.0, stakes="high", trust="low",
    gate=dict.fromkeys(
        ("problem", "open", "used", "means", "time", "enough", "answer", "listed", "loses"), "yes"
    ),
    recommended_way="ladder_consultation_well_done",
    recommendation="It fits our money, and it keeps the door open to people who will lose most",
    conditions=("awareness_1", "buy_in_2", "feedback_1"), prepared_by="The chief executive",
)  # fmt: skip
"""A case that fills the page: three ways, a reason, three conditions of which two go further than the way."""


@pytest.fixture(scope="module")
def hillside():
    return unescape(made("html", HILLSIDE).data.decode())


def test_a_full_page_of_ones_own_is_one_sheet_and_in_full_is_the_second():
    assert pages(made("pdf", HILLSIDE).data) == 2


def test_a_condition_that_goes_further_than_the_way_has_that_below_it_whole(hillside: str):
    assert (
        "<li>We will ask people first whether and how they want to be involved. But with consultation "
        "done well, buy-in stands at 50: A leader is named and present, and staff are briefed.</li>"
    ) in hillside
    assert "Dials turned" not in hillside


def test_what_speaks_against_a_recommended_way_is_on_the_first_sheet_in_plain_sentences(
    hillside: str,
):
    first = hillside[: hillside.index('class="annex"')]
    assert (
        "In every model of both sets it does not gain enough over co-production and over telling people "
        "openly without asking (which would probably not meet the duty to ask), by the same count."
    ) in first


def test_the_first_sheet_keeps_why_the_models_that_fit_flatter_beside_their_count(hillside: str):
    first = hillside[: hillside.index('class="annex"')]
    assert re.search(
        r"Counted among those who lose: in \d+ of 100 plausible models, and in \w+ (of )?100 models that fit",
        first,
    )
    assert "so co-production fails less often in them." in first


def test_the_page_answers_in_the_boards_own_sentence(hillside: str):
    found = shown.played(HILLSIDE)
    way = next(e for e in found.engagements if e.name == HILLSIDE.recommended_way)
    said = stored.answer(HILLSIDE, found, way)
    assert said.startswith("Consultation done well mostly gains less here than is worth having: ")
    assert said in hillside


def test_half_a_week_is_told_alike_in_the_headline_and_in_the_table():
    text = unescape(made("html", HILLSIDE.but(money={"weeks_available": 10.5})).data.decode())
    assert "fits into your 10.5 weeks." in text
    assert re.search(r"Weeks available</th>\s*<td[^>]*>10\.5\b", text)


@pytest.mark.parametrize("way", ["", "honest_consultation"])
def test_a_reason_is_not_printed_without_the_way_it_is_for(way: str):
    text = unescape(made("html", HILLSIDE.but(recommended_way=way)).data.decode())
    assert "We recommend:" not in text
    assert "keeps the door open" not in text
    assert "No way is recommended here yet." in text


def test_what_is_shortened_ends_between_words():
    assert cut("A leader is present", 14) == "A leader is\N{HORIZONTAL ELLIPSIS}"


def test_gain_and_price_are_told_over_the_same_decisions(played):
    said = briefing_of(played["west_dulwich"]).headline
    assert "6 decisions take about 180 weeks" in said  # one takes 30


def test_what_was_not_worked_out_is_left_out(played):
    html = html_briefing(briefing_of(played["reference"]))
    assert "What matters most" not in html
    assert "What we sign up to" not in html


def test_how_many_models_speak_against_it_is_counted_until_those_that_fit_have_been_played(played):
    found = played["reference"]
    said = " ".join(html_briefing(briefing_of(found)).split())
    assert re.search(r"In (all|\d+ of) 20 plausible models, co-production", said)
    told = "In 23 of 100 models that fit the findings, co-production does not gain enough here."
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
    assert pages(pdf_briefing(briefing)) == 2  # what is shortened stands on the second


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


def test_without_typst_one_sentence_says_what_to_add(played, monkeypatch):
    monkeypatch.setattr("coprod_sim.report.tagged_pdf.find_spec", lambda _name: None)
    with pytest.raises(
        InputError, match=r"^to have a PDF made here, .*pip install typst \(or print"
    ):
        pdf_briefing(briefing_of(played["reference"]))
