"""The board as Python sees it: its view, its case and ways, and the comparison it shows."""

import json

import numpy as np
import pytest

import coprod_sim
from coprod_sim.board.view import View
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario

SMALL = {"runs": 8, "draws": 1}


def arrives(board, **changes) -> None:
    """Let a changed view arrive as the page sends it."""
    table = board.value.model_dump(mode="json") | changes
    board.set_state({"value": json.loads(json.dumps(table))})


def test_a_board_begins_with_the_ways_its_case_names() -> None:
    board = coprod_sim.explore("good_plan_no_time", span="series")
    assert board.value.ways == load_scenario("good_plan_no_time").engagements[:3]
    assert board.value.span == "series"


def test_what_the_page_turns_is_in_the_view_and_in_the_comparison() -> None:
    board = coprod_sim.explore("west_dulwich")
    arrives(
        board, turned={"co_production": {"feedback": 0.2}}, over="luck", money={"staff_hour": 70}
    )
    assert board.value.turned == {"co_production": {"feedback": 0.2}}
    shown = board.result(**SMALL)
    turned = load_engagement("co_production").but(feedback=0.2)
    case = load_scenario("west_dulwich").but({"money.staff_hour": 70.0})
    same = compare(case, ["tickbox", "honest_consultation", turned], over="luck", **SMALL)
    assert np.array_equal(shown.ranges, same.ranges, equal_nan=True)


def test_what_cannot_be_changes_nothing_and_says_why() -> None:
    board = coprod_sim.explore("west_dulwich")
    before = board.value
    for wrong, said in (
        ({"turned": {"co_production": {"feedbak": 0.2}}}, "feedback"),
        ({"turned": {"co_production": {"feedback": 7}}}, "between 0 and 1"),
        ({"measure": "trst"}, "trust"),
        ({"case": "nowhere"}, "no scenario"),
    ):
        arrives(board, **wrong)
        assert board.value == before
        assert said in board.problem
    arrives(board, measure="trust")
    assert board.problem == ""


def test_a_case_and_a_way_of_ones_own_are_handed_over() -> None:
    case = load_scenario("reference").but(name="ours", title="Our street")
    way = load_engagement("co_production").but(name="our_way", title="Our way", seats=12.0)
    board = coprod_sim.explore(case, ["tickbox", way])
    declared = json.loads(board._declared)
    assert declared["cases"]["ours"]["title"] == "Our street"
    assert declared["ways"][-1]["dials"][8] == 12.0
    assert [e.name for e in board.result(**SMALL).engagements] == ["tickbox", "our_way"]


def test_another_case_in_the_view_brings_its_declarations_along() -> None:
    board = coprod_sim.explore("west_dulwich")
    board.value = View(case="own", own={"title": "The pool", "what": "Close it or not"})
    assert list(json.loads(board._declared)["cases"]) == ["own"]
    assert board.scenario.title == "The pool"


def test_unknown_names_are_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match="west_dulwich"):
        coprod_sim.explore("west_dulwitch")
    with pytest.raises(InputError, match="tickbox"):
        coprod_sim.explore("west_dulwich", ["tickbx"])


def test_a_browser_that_cannot_run_the_model_is_given_pythons_answer_and_it_follows() -> None:
    board = coprod_sim.explore("west_dulwich", ["tickbox", "co_production"])
    assert json.loads(board._declared)["answers"] == {}
    board.set_state({"_asked": True})
    first = json.loads(board._declared)["answers"]["west_dulwich"]
    assert first["ways"] == ["tickbox", "co_production"]
    board.value = board.value.turn("co_production", "influence", 0.0)
    second = json.loads(board._declared)["answers"]["west_dulwich"]
    assert second["dials"][1][7] == 0.0
    assert second["ranges"] != first["ranges"]


def test_an_export_without_scripts_shows_the_answer_its_picture_and_its_table() -> None:
    board = coprod_sim.explore("west_dulwich", ["tickbox", "co_production"])
    data, _ = board._repr_mimebundle_()
    found = compare("west_dulwich", ["tickbox", "co_production"], draws=0, over="luck")
    low, high = (found.value("co_production", "acceptance")[end] * 100 for end in ("low", "high"))
    for part in (
        "<svg",
        "<table",
        "over luck alone",
        "coprod-sim site --one",
        f"{low:.0f} to {high:.0f}",
    ):
        assert part in data["text/html"]
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"]
