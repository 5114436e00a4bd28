"""Whether there is time before the decision is answered from the weeks entered, where they are known."""

import pytest

from coprod_sim.apps.leaders.gate_said import gate_facts
from coprod_sim.board.cases import scenario_of, ways_of
from coprod_sim.board.view import View
from coprod_sim.results import compare

UNSURE = "It is not certain that there is time before the decision. "
GATE = dict.fromkeys(["problem", "open", "used", "means", "enough", "answer"], "yes")


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        (
            None,
            'Enter your weeks under "What it takes", and the page says which ways fit into them.',
        ),
        (5.0, "By the weeks you entered (5), none of the ways compared fits."),
        (
            13.0,
            "By the weeks you entered (13), of the ways compared only tickbox consultation fits.",
        ),
        (
            24.0,
            "By the weeks you entered (24), of the ways compared these fit: tickbox consultation and "
            "consultation done well.",
        ),
        (52.0, "By the weeks you entered (52), all the ways compared fit."),
    ],
)
def test_not_being_sure_of_time_is_answered_from_the_weeks_entered(weeks, said) -> None:
    view = View(
        case="own", gate=GATE | {"time": "unsure"}, stakes="high", trust="low",
        ways=("tickbox", "ladder_consultation_well_done", "co_production"),
        money={} if weeks is None else {"weeks_available": weeks},
    )  # fmt: skip
    found = compare(scenario_of(view), ways_of(view), runs=8, draws=0)
    facts = gate_facts(found, view, found.engagements[1])
    assert UNSURE + said in facts["gate"]
