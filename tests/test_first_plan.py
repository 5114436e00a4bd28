"""Who loses by the first plan: what a form says of it is what is played, also where no middle exists."""

import json
from typing import Any

import node_stage
import pytest

from coprod_sim.apps.own_case.case_fields import groups
from coprod_sim.board.leading import leading
from coprod_sim.board.rests import rests_in_words
from coprod_sim.board.view import View
from coprod_sim.results import compare
from coprod_sim.results.first_plan import losing_by_answer, losing_in_100
from coprod_sim.scenarios import Scenario, load_scenario
from coprod_sim.scenarios.case_questions import DRAFTS
from coprod_sim.scenarios.described import A_MIDDLE, NO_MIDDLE, described
from coprod_sim.words import words_in

T = words_in("en")
SAID = {"fits": 27, "slightly": 32, "usual": 44, "badly": 75, "very_badly": 97}
"""How many in 100 lose by the first plan, worked out from normal curves, where 30 in 100 are less heard."""
CLOSURE = {"zero_sum": "yes", "heat": "hot", "months": 6.0, "count": 6.0}
"""The teaching case of a closure, as a leader would describe it."""
LABELS = """given.asked.map(([name, answer, own]) => {
  const say = (key, more) => `${key} ${JSON.stringify(more ?? {})}`;
  const words = {say, has: (key) => key.startsWith("case_form-")};
  const town = {people: {share_less_heard: (own.share_less_heard ?? 30) / 100}};
  const view = {own, assumptions: given.changed};
  return m.answerSaid({words, declared: given.declared, view, case: town}, name, answer);
})"""


def as_played(own: dict[str, Any]) -> float:
    """Give how many in 100 lose by the first decision where nobody is asked, as the model plays it."""
    found = compare(described(own), ["no_exercise"], draws=0, over="luck")
    return 100 * found.value("no_exercise", "losers", decision=1)["mean"]


@pytest.mark.parametrize("less_heard", [10.0, 30.0, 70.0])
@pytest.mark.parametrize("answer", list(DRAFTS))
def test_an_answer_about_the_first_plan_says_how_many_lose_in_what_is_played(answer, less_heard):
    own = {"draft": answer, "share_less_heard": less_heard}
    assert losing_in_100("draft", answer, less_heard / 100) == pytest.approx(
        as_played(own), abs=1.0
    )
    if less_heard == 30.0:
        assert losing_in_100("draft", answer, less_heard / 100) == SAID[answer]


def test_where_no_middle_exists_the_less_heard_lose_whatever_was_said_of_the_plan_before():
    own = {"zero_sum": "yes", "draft": "fits"}
    assert losing_in_100("zero_sum", "yes", 0.3) == 31
    assert as_played(own) == pytest.approx(31, abs=1.0)
    assert described(own) == described({"zero_sum": "yes"})


def test_a_closure_described_as_the_teaching_case_gives_what_the_teaching_case_gives():
    library = load_scenario("zero_sum_closure")
    ours = described(CLOSURE)
    assert ours.assumptions == library.assumptions
    assert (ours.decisions.draft, ours.decisions.direction) == (0.9, "as given")
    assert ours.decisions.but(what="-") == library.decisions.but(what="-")
    alike = ours.but({"people.trust": {"source": "reference"}})
    assert alike.people == library.people
    assert _played(alike) == _played(library)


def _played(case: Scenario) -> list[float]:
    ways = ["tickbox", "co_production"]
    found = compare(case, ways, runs=16, draws=0, over="luck")
    return [
        found.value(way, m)["mean"] for way in ways for m in ("acceptance", "losers", "quality")
    ]


def test_what_is_not_said_of_a_middle_is_among_what_is_assumed():
    assert A_MIDDLE in described({}).assumed
    assert NO_MIDDLE in described(CLOSURE).assumed
    assert not {A_MIDDLE, NO_MIDDLE} & set(described({"zero_sum": "no"}).assumed)
    assert load_scenario("zero_sum_closure").title in NO_MIDDLE


def test_the_browser_makes_the_same_case_of_the_same_answers():
    declared = json.loads(json.dumps({"own": leading([])["own"]}))
    for own in (CLOSURE, CLOSURE | {"draft": "fits"}, {"draft": "badly", "zero_sum": "no"}, {}):
        there = node_stage.worked_out(
            "own.ts",
            "m.ownCase(given.own, null, given.declared)",
            {"own": own, "declared": declared},
        )
        here = described(own)
        assert there["assumptions"] == here.assumptions
        said = here.decisions.model_dump(exclude={"what"})
        assert {k: there["decisions"][k] for k in said} == said


def test_the_page_and_the_worksheet_say_the_share_with_each_answer():
    asked = [["draft", a, {"share_less_heard": 70.0}] for a in DRAFTS] + [["zero_sum", "yes", {}]]
    given = {
        "declared": {k: leading([])[k] for k in ("own", "assumed")},
        "asked": asked,
        "changed": {},
    }
    there = node_stage.worked_out("leaders/own.tsx", LABELS, given)
    shares = [
        losing_in_100(name, answer, own.get("share_less_heard", 30.0) / 100)
        for name, answer, own in asked
    ]
    assert [int(line.rpartition('"lose":')[2].rstrip("}")) for line in there] == shares
    changed = given | {"changed": {"ideal_spread": 0.3}}
    assert not any(
        "lose" in line for line in node_stage.worked_out("leaders/own.tsx", LABELS, changed)
    )
    (plan,) = [g for g in groups(T, {"share_less_heard": 70.0}) if g.legend == "The plan"]
    labels = {f.id: [o.label for o in f.options] for f in plan.fields}
    said = [label.split(". ")[0] for label in labels["draft"]]
    assert said == [f"{share} in 100 lose by it" for share in shares[:-1]]
    assert labels["zero_sum"][1] == "Yes: 70 in 100 lose, and no plan in between helps both"


def test_the_worksheet_does_not_ask_about_the_plan_where_it_is_settled():
    fields = [f.id for g in groups(T, CLOSURE) for f in g.fields]
    assert "zero_sum" in fields
    assert "draft" not in fields
    assert set(losing_by_answer("zero_sum")) == {"yes"}


def test_the_reach_of_false_stories_is_said_as_it_is_played():
    (shocks,) = [g for g in groups(T, {}) if g.legend == "What could go wrong"]
    labels = [o.label for o in shocks.fields[0].options]
    assert labels[1:] == [
        "Some, and they reach about 30 in 100 people", "Many, and they reach about 70 in 100 people",
    ]  # fmt: skip


def test_paper_counts_who_loses_among_the_people_of_the_survey_as_the_page_does():
    """The page said 45 and the saved page 44, which took the usual 30 in 100 less-heard people for 57."""
    survey = {
        "name": "panel", "table": [1 / 11] * 11, "less_heard": [1 / 11] * 11,
        "well_connected": [1 / 11] * 11, "share_less_heard": 0.57, "n_used": 200, "n_read": 210,
    }  # fmt: skip
    view = View(case="own", own={"draft": "usual"}, survey=survey)
    assert "(45 in 100 lose by it in the model" in rests_in_words(view)
    assert "(44 in 100 lose by it" in rests_in_words(view.but(survey=None))
    changed = rests_in_words(view.but(assumptions={"ideal_spread": 0.3}))
    assert "lose by it in the model" not in changed
    assert losing_in_100("draft", "usual", 0.123) == 43
