"""The board as Python sees it: its view, its case and ways, and the comparison it shows."""

import json
from html import unescape
from typing import Any

import numpy as np
import pytest
from node_stage import worked_out

import coprod_sim
from coprod_sim.board.answer import answer_of
from coprod_sim.board.view import View
from coprod_sim.charts.words import span
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario

SMALL: dict[str, Any] = {"runs": 8, "draws": 1}


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
    shown = board.result(runs=8)
    turned = load_engagement("co_production").but(feedback=0.2)
    case = load_scenario("west_dulwich").but({"money.staff_hour": 70.0})
    same = compare(case, ["tickbox", "honest_consultation", turned], over="luck", runs=8)
    assert np.array_equal(shown.ranges, same.ranges, equal_nan=True)


def test_what_cannot_be_changes_nothing_and_says_why() -> None:
    board = coprod_sim.explore("west_dulwich")
    before = board.value
    for wrong, said in (
        ({"turned": {"co_production": {"feedbak": 0.2}}}, "feedback"),
        ({"turned": {"co_production": {"feedback": 7}}}, "between 0 and 1"),
        ({"measure": "trst"}, "trust"),
        ({"case": "nowhere"}, "no case"),
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


def test_no_way_at_all_and_a_way_named_twice_are_refused() -> None:
    with pytest.raises(InputError, match="name at least one way"):
        coprod_sim.explore("west_dulwich", [])
    with pytest.raises(InputError, match="'tickbox' is named twice"):
        coprod_sim.explore("west_dulwich", ["tickbox", load_engagement("tickbox")])


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


SHOWN = {
    "as it begins": {},
    "another measure after all decisions": {"measure": "trust", "span": "series"},
    "over the models that fit": {"over": "not_ruled_out", "measure": "losers_acceptance"},
    "over luck alone": {"over": "luck", "measure": "quality"},
    "a way whose dial was turned": {"turned": {"co_production": {"influence": 0.0}}},
    "another way recommended": {"recommended_way": "honest_consultation", "measure": "fairness"},
    "a difference that leans": {"measure": "gap_acceptance", "span": "series"},
}


def live_and_stored(board: Any) -> tuple[str, str]:
    """Give the headline of the board in the browser, and what an export keeps of the same board."""
    board.set_state({"_asked": True})
    given = {"declared": json.loads(board._declared), "view": board.value.model_dump(mode="json")}
    said = "m.headlineOf(new m.Board(given.declared, null, given.view))"
    live = worked_out("../test/answering.ts", said, given)
    return live, unescape(board._repr_mimebundle_()[0]["text/html"])


@pytest.mark.parametrize("view", SHOWN.values(), ids=SHOWN)
def test_an_export_without_scripts_says_what_the_live_board_says(view: dict) -> None:
    board = coprod_sim.explore("west_dulwich", **view)
    live, stored = live_and_stored(board)
    assert f"<p>{live}</p>" in stored
    decision = None if view.get("span") == "series" else 1
    measure = board.value.measure
    for way in board.result().engagements:
        row = board.result().value(way.name, measure, decision=decision)
        assert span(100 * row["low"], 100 * row["high"]) in stored


LIMITED: dict[str, dict[str, Any]] = {
    "nothing fits": {"money": {"weeks_available": 2.0}},
    "the usual way is too slow": {"money": {"weeks_available": 20.0}},
    "the usual way is too dear": {"budget": 6000.0, "staff_hours": 500.0},
    "the first way is recommended": {
        "recommended_way": "tickbox",
        "money": {"weeks_available": 20.0},
    },
    "what is left out of the sums is entered": {
        "besides": {"co_production": {"venue": 90000.0}},
        "budget": 50000.0,
    },
}


@pytest.mark.parametrize("view", LIMITED.values(), ids=LIMITED)
def test_an_export_without_scripts_says_what_fits_as_the_live_board_does(view: dict) -> None:
    live, stored = live_and_stored(coprod_sim.explore("west_dulwich", **view))
    assert " fit" in live
    assert f"<p>{live}</p>" in stored


def test_few_other_models_name_no_winner_on_the_board_or_beside_it() -> None:
    board = coprod_sim.explore("west_dulwich", ["tickbox", "co_production"])
    for draws, few in ((19, True), (20, False)):
        found = board.result(runs=8, draws=draws)
        declared = json.loads(board._declared) | {"answers": {"west_dulwich": answer_of(found)}}
        given = {"declared": declared, "view": board.value.model_dump(mode="json")}
        said = "m.answer(new m.Board(given.declared, null, given.view))"
        live = worked_out("../test/answering.ts", said, given)
        assert (f"We ran only {draws} of the plausible models" in live) == few
        assert ("than with tickbox consultation" in live) != few


def test_an_export_without_scripts_has_a_picture_a_table_and_the_way_to_a_board() -> None:
    board = coprod_sim.explore("west_dulwich", ["tickbox", "co_production"])
    data, _ = board._repr_mimebundle_()
    for part in ("<svg", "<table", "32 plausible models", "coprod-sim site --one"):
        assert part in data["text/html"]
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"]
