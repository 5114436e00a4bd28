"""A page for the board with too little room: what stays on the first sheet, and what is said of the rest."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from pdf_structure import smallest_on, text_on
from pool_case import HURRY, LONG_NAME, POOL

from coprod_sim.apps.leaders.files_to_save import made
from coprod_sim.board.view import View
from coprod_sim.briefing import Extras, briefing_of, pdf_briefing
from coprod_sim.results import compare

DUTY = "A duty to ask is likely, and {} would probably not meet it. Ask your lawyers."
KNOWS_NO_LAW = "This page cannot say what the law requires here."


@pytest.fixture(scope="module")
def sheets() -> Callable[[View], tuple[str, str]]:
    """Give the first sheet of a view and what comes in full, each made once."""
    known: dict[str, tuple[str, str]] = {}

    def of(view: View) -> tuple[str, str]:
        if view.recommended_way not in known:
            text = unescape(made("html", view).data.decode())
            first, _, rest = text.partition('class="annex"')
            known[view.recommended_way] = (first, rest)
        return known[view.recommended_way]

    return of


def test_each_way_that_misses_a_likely_duty_is_named_first_also_where_a_challenge_is_worked_out(
    sheets,
):
    first, _ = sheets(POOL)
    fit = (
        "these fit: tickbox consultation and consultation done well, but tickbox consultation would"
    )
    assert f"{fit} probably not meet the likely duty to ask." in first
    assert "At your chance of 20 in 100" in first
    for view, ways in (
        (POOL, "tickbox consultation"),
        (HURRY, "tickbox consultation and the way found"),
    ):
        care = re.search('<section class="care">(.*?)</section>', sheets(view)[0], re.DOTALL)
        assert care is not None
        assert DUTY.format(ways) in care[1]


def test_a_full_sheet_keeps_the_duty_and_why_to_stop_and_leaves_out_first_that_it_knows_no_law(
    sheets,
):
    for view, why in (
        (POOL, "It is not certain that there is time before the decision."),
        (HURRY, "The answer can no longer change anything."),
    ):
        first, rest = sheets(view)
        assert (
            "The law:</strong> By the answers given, a duty to ask or to involve people is likely: "
            in first
        )
        assert "Ask your lawyers before you start." in first
        assert why in first
        assert KNOWS_NO_LAW not in first
        assert KNOWS_NO_LAW in rest


def test_a_way_that_was_found_has_its_long_name_in_the_answer_and_where_it_is_recommended(sheets):
    first, rest = sheets(HURRY)
    assert f"or do not start. {LONG_NAME} " in first
    unmet = "but it would probably not meet the likely duty to ask."
    assert f"We recommend:</strong> {LONG_NAME}, {unmet} " in first
    assert (first.count(LONG_NAME), rest.count(LONG_NAME)) == (2, 0)
    assert f"only the way found fits, {unmet}" in first
    assert "With the way found, we sign up to" in first


def test_all_that_is_said_in_full_ends_as_a_sentence(sheets):
    for view in (POOL, HURRY):
        said = re.findall(r"<p>(.*?)</p>", sheets(view)[1], re.DOTALL)
        assert len(said) > 5
        assert [one[-40:] for one in said if not one.endswith(".")] == []
    assert "swimming pool. <strong>Who decides:" in sheets(POOL)[0]


def test_the_hours_of_two_ways_are_one_sentence(sheets):
    assert (
        "Hours for one decision: with consultation done well, 600 of staff and 3,400 to 40,000 of people's "
        "own; with tickbox consultation, 319 of staff and 1,300 to 16,000 of people's own."
    ) in " ".join(sheets(POOL))


def test_what_is_too_much_for_one_sheet_is_made_to_fit_it():
    one, two = text_on(made("pdf", HURRY).data)
    for caution in (
        "tickbox consultation and the way found would probably not meet it. Ask your lawyers.",
        "Compared with it, acceptance with the way found is",
        "These take longer than that: tickbox consultation (13) and co-production (30).",
        "The £29,400 for co-production is less than the £60,000 to £200,000 published",
    ):
        assert caution in one
    assert "Page 2 has in full what was shortened" in one
    assert two.startswith("In full")


def test_a_full_sheet_sets_its_lines_closer_and_no_letter_smaller_than_9_points():
    assert smallest_on(made("pdf", HURRY).data) == 9.0


def test_the_page_that_is_named_is_the_one_it_is_where_the_first_takes_two_sheets():
    page = briefing_of(
        compare("west_dulwich", runs=8, draws=0, over="luck"), Extras(law="Ask. " * 99)
    )
    full = replace(page.sheets[0], limits=("People can accept what harms them.",) * 60)
    full = replace(page, sheets=(full,))
    *first, _ = sheets = text_on(pdf_briefing(full))
    assert len(sheets) == 3
    assert "Page 3 has in full what was shortened" in " ".join(first)
    assert sheets[2].startswith("In full")


def test_the_sheet_in_full_says_why_a_single_run_may_have_more_people_than_seats(sheets):
    """The page and `compare` said it; the PDF, where ranges of who came stand too, did not."""
    said = "each person who wants a seat draws a lot."
    assert said in sheets(POOL)[1]
    alone = POOL.but(ways=("tickbox", "honest_consultation"), recommended_way="")
    assert said not in sheets(alone)[1]


def test_what_is_signed_keeps_the_whole_recommendation_the_equality_duty_and_what_is_assumed(
    sheets,
) -> None:
    """The signed sheet ended in the middle of the leader's reason, and before the Equality Act."""
    reason = "We keep what we can. " * 18 + "Move the day to May."
    law = {
        "loses": "yes",
        "promised": "yes",
        "listed": "unsure",
        "groups": "yes",
        "elsewhere": "no",
    }
    first, _ = sheets(
        POOL.but(recommended_way="co_production", recommendation=reason, gate=POOL.gate | law)
    )
    said = re.sub(r"<[^>]+>", "", first)
    for part in (
        "Move the day to May.", "Equality Act 2010, section 149", "Treat what is not certain as a yes",
        "Assumed, as nobody entered it: how well the first plan suits people",
    ):  # fmt: skip
        assert part in said, part


def test_the_sheet_that_is_signed_is_measured_and_leaves_nothing_weighty_out_while_it_has_room():
    """Lines were counted: what a challenge comes to went overleaf beside a third of a column left empty."""
    one, _ = text_on(made("pdf", POOL).data)
    for said in (
        "At your chance of 20 in 100, with the risk and the wait for the saving counted in,",
        "consultation done well is cheaper than tickbox consultation once the chance of a lost challenge is",
        "of the less-heard people lose by it",
        "In 57 of 100 made-up results",
        "Assumed, as nobody entered it: how well the first plan suits people",
    ):
        assert said in " ".join(one.split()), said


def test_the_sheet_that_is_signed_has_the_caution_the_reasons_and_what_the_wait_costs():
    """The caution about equality, and why to stop, stood on the second sheet; the sum hid the wait."""
    view = POOL.but(
        gate=POOL.gate | {"means": "unsure"}, efforts={}, saving=210_000.0, besides={}, money=
        {"challenge": 90_000.0}, own=POOL.own | {"what": "", "who_decides": ""},
    )  # fmt: skip
    one, _ = text_on(made("pdf", view).data)
    page = unescape(made("html", view).data.decode()).partition('class="annex"')[0]
    for first in (one, page):
        for said in (
            "This is no equality assessment. Before you decide, think through who could be hit harder here.",
            "It is not certain that there are people and money to do it.",
            "It is not certain that there is time before the decision.",
            "(£31,100 of it for the wait)",
        ):
            assert said in " ".join(first.split()), said
