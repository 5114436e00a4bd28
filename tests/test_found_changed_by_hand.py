"""A way that was found and then changed by hand is no longer called the best within anything."""

import node_stage
import pytest

SAID = """m.retitled(given, {cases: {}}, {say: (key, {way, limits} = {}) =>
  ({"board-way-set": `${way} as set here`, "board-way-found_turned": "The way found, changed by hand",
    "board-way-found_earlier": `A way found earlier, for ${limits}`})[key]}).found"""
TITLE = "The best way found within 11 weeks and \u00a330,000"
CHANGED = "The way found, changed by hand"


@pytest.mark.parametrize("found", [f"{TITLE} as set here", CHANGED])
@pytest.mark.parametrize("weeks", [11.0, 24.0])
def test_it_goes_by_a_name_that_claims_nothing(found: str, weeks: float):
    sought = {"title": TITLE, "limits": "11 weeks", "about": "", "weeks": 11.0}
    view = {"case": "west_dulwich", "ways": ["found"], "money": {"weeks_available": weeks}}
    told = node_stage.worked_out("parts/sought.ts", SAID, view | {"found": found, "sought": sought})
    assert told == CHANGED
