"""What opening a saved view puts in the place of what is on the page, and what it leaves there."""

from typing import Any

import node_stage
import pytest
from pool_case import POOL

from coprod_sim.board.declarations import declarations
from coprod_sim.board.leading import leading
from coprod_sim.board.view import View, file_of, from_file
from coprod_sim.engagement import DIALS
from coprod_sim.scenarios import load_scenario

OPENED = "m.putInPlace(given.view, given.file, given.usual, given.mine, given.declared)"
LAW = {"loses": "yes", "promised": "unsure", "listed": "yes", "groups": "yes"}
LIBRARY = View(case="west_dulwich", gate=LAW)


def opened(view: View, file: View) -> dict[str, Any]:
    """Open the file of one view on a page that has another, as the page does."""
    declared = leading([load_scenario("west_dulwich")])
    given = {
        "view": view.model_dump(mode="json"), "usual": View().model_dump(mode="json"),
        "file": from_file(file_of(file), "a file").model_dump(mode="json", exclude_defaults=True),
        "mine": declared["with_own"], "declared": declared,
    }  # fmt: skip
    return node_stage.worked_out("view.ts", OPENED, given)


def test_answers_about_the_law_of_a_case_of_the_library_leave_with_its_file():
    assert from_file(file_of(LIBRARY), "a file").gate == LAW
    assert opened(View(), LIBRARY)["gate"] == LAW


def test_opening_the_file_of_ones_own_case_leaves_the_answers_about_others():
    """It wiped them, and the page said that every question about the law was still open."""
    found = opened(LIBRARY, POOL)
    assert (found["case"], found["gate"]) == ("own", POOL.gate)
    assert found["kept"]["west_dulwich"]["gate"] == LAW


def test_opening_the_file_of_a_case_of_the_library_leaves_ones_own_case():
    found = opened(POOL, LIBRARY)
    assert (found["case"], found["gate"]) == ("west_dulwich", LAW)
    assert found["own"] == POOL.own
    assert found["kept"]["own"]["gate"] == POOL.gate


def test_what_was_entered_about_the_case_of_the_file_gives_way_to_what_the_file_holds():
    found = opened(View(case="west_dulwich", gate={"loses": "no"}), LIBRARY)
    assert found["gate"] == LAW
    assert "west_dulwich" not in found["kept"]


@pytest.mark.parametrize(("feedback", "named"), [(0.5, "some"), (0.7, "all"), (1.0, "all")])
def test_a_way_found_is_called_one_with_a_reply_only_where_everybody_hears(feedback, named):
    """It promised a reply at a list that shows only the successes."""
    found = node_stage.worked_out(
        "leaders/found_title.ts",
        "m.foundTitle({declared: given.declared, words: {say: (name, {feedback}) => feedback}}, "
        "given.dials, {lawful: true}, '')",
        {
            "declared": declarations([]),
            "dials": [feedback if name == "feedback" else 0.0 for name in DIALS],
        },
    )
    assert found == named
