"""What speaks against the way spoken of names its measure, and is not the first that a sheet leaves out."""

from dataclasses import replace
from typing import Any

import pytest
from pdf_structure import text_on

from coprod_sim.apps.leaders.files_to_save import extras_of, known_of, made
from coprod_sim.board.shown import played
from coprod_sim.board.view import View
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.briefing.wording import blocks

FULL: dict[str, Any] = {
    "case": "own", "span": "one", "recommended_way": "co_production",
    "ways": ("tickbox", "ladder_consultation_well_done", "co_production"),
    "own": {"title": "The pool", "what": "Whether to close the pool.", "campaign": "strong"},
    "money": {"challenge": 50_000.0}, "chance": 0.1, "left": 0.5, "saving": 80_000.0,
}  # fmt: skip
COUNTED = "acceptance among all people"


@pytest.fixture(scope="module")
def first_sheet() -> str:
    return " ".join(text_on(made("pdf", View(**FULL)).data)[0].split())


@pytest.mark.parametrize(
    "said",
    [
        "made-up results, co-production gains less than 5 in 100 over tickbox consultation, or loses (by "
        f"{COUNTED}).",
        "Over consultation done well, it gains too little in",
        "over telling people openly without asking",
        "On money alone, co-production is",
        "cheaper here than consultation done well",
    ],
)  # fmt: skip
def test_the_first_sheet_keeps_what_speaks_against_the_way(first_sheet: str, said: str):
    """It kept the "5 of 100", and left out 23, 33 and every "never cheaper"."""
    assert said in first_sheet


def test_two_counts_on_one_page_name_the_measures_they_count_by(first_sheet: str):
    """Risks had 23 of 100 and lower down 57 of 100, all people and those who lose, with one idea's words."""
    view = View(**FULL)
    found = played(view)
    risks = extras_of(found, view).risks
    assert risks.count(f"(by {COUNTED}).") == 2
    by_trust = view.but(measure="trust")
    assert "(by trust)." in extras_of(played(by_trust), by_trust).risks
    assert "Counted among those who lose: in" in first_sheet


def test_a_long_part_is_not_cut_below_the_sentences_that_stay():
    view = View(**FULL)
    found = played(view)
    way = spoken_of(found, view.recommended_way, None, view.measure)
    more = replace(extras_of(found, view), **known_of(found, view, way))
    long = "It is said at great length, so that no more than this has room. " * 9
    parts = {b.head: b.words for b in blocks(found, replace(more, risks=long + "A last one."))}
    assert parts["Risks"] == long.strip()
