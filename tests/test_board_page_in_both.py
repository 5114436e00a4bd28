"""The page for a board that Python makes says of a view what the browser's says: one rule, two languages."""

import re
from html import unescape
from math import isnan
from typing import Any

import pytest
from node_stage import worked_out

from coprod_sim.apps.leaders.costs_said import besides_in_words
from coprod_sim.apps.leaders.files_to_save import extras_of, made
from coprod_sim.apps.leaders.next_best import apart_of, beside_in_words, next_best
from coprod_sim.board import stored
from coprod_sim.board.declarations import declarations, town_of, way_of, words
from coprod_sim.board.leading import LEADERS_WORDS, entered_elsewhere, leading
from coprod_sim.board.shown import limits_of, played
from coprod_sim.board.view import View
from coprod_sim.briefing.cautions import WORSE, efforts_in_words
from coprod_sim.briefing.entered_limits import beyond, none_fits, parts_beyond
from coprod_sim.briefing.headline import headline
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.charts.counted import enough_of, usual_above, usual_in_words, worse_of
from coprod_sim.charts.values import against_first, gains_of, last
from coprod_sim.charts.verdict import SIDES
from coprod_sim.gate import Duty, duty
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.ahead import lean_of
from coprod_sim.results.effort import effort_of

POOL: dict[str, Any] = {"case": "own", "own": {"title": "The pool"}, "span": "one"}
THREE = ("tickbox", "honest_consultation", "co_production")
HARDLY: dict[str, Any] = {
    "co_production": {"influence": 0.0, "performance": 0.0, "feedback": 0.0, "buy_in": 0.0}
}
"""Dials with which co-production in name only ends behind an honest consultation."""
ENTERED: dict[str, dict[str, Any]] = {
    "nothing": {},
    "weeks": {"money": {"weeks_available": 10.0}},
    "too few weeks": {"money": {"weeks_available": 2.0}},
    "hours": {"staff_hours": 200.0},
    "money": {"budget": 4000.0},
    "recommended": {"recommended_way": "co_production", "money": {"weeks_available": 10.0}},
    "the first": {"recommended_way": "tickbox"},
    "behind": {"turned": HARDLY, "ways": THREE},
    "behind and late": {
        "turned": HARDLY,
        "ways": ("tickbox", "co_production", "honest_consultation"),
        "efforts": {"co_production": {"weeks": 30.0}},
        "money": {"weeks_available": 20.0},
    },
    "by trust": {"measure": "trust", "ways": THREE, "money": {"weeks_available": 15.0}},
    "rooms": {"besides": {"tickbox": {"venue": 500.0}, "co_production": {"venue": 900.0}}},
    "paid": {"money": {"citizen_hour": 12.5}},
    "no weeks": {
        "efforts": {"co_production": {"weeks": 0.0, "staff_hours": 0.0, "hours_each": 3.0}}
    },
    "months": {
        "own": {"title": "The pool", "months": 12.0},
        "money": {"weeks_available": 4.0},
    },
}


def entered(name: str, **more: Any) -> View:
    """Give a view of one's own case with what `ENTERED` has, and more."""
    return View(**(POOL | ENTERED[name] | more))


def there(rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Write what is missing as JSON can: where nobody takes part, nobody in the room is measured."""
    return {
        measure: [
            {k: None if not isinstance(v, str) and isnan(v) else v for k, v in row.items()}
            for row in all_
        ]
        for measure, all_ in rows.items()
    }


def in_the_browser(found: Comparison, view: View) -> dict[str, str]:
    """Ask the page's own code, with the numbers of a comparison."""
    ends = {
        measure: [
            {end: float(row[end]) for end in ("low", "mean", "high")}
            for _, row in last(found, measure).iterrows()
        ]
        for measure in MEASURES
    }
    apart = {
        measure: [
            {end: float(row[end]) for end in ("low", "mean", "high")}
            | {"side": SIDES[lean_of(row["low"], row["high"], gains_of(found, str(name), measure))]}
            for name, row in against_first(found, measure).iterrows()
        ]
        for measure in MEASURES
    }
    costs = [
        {"weeks": found.weeks[name], "staffHours": e.staff_hours, "hoursEach": e.hours_each}
        for name, e in found.efforts.items()
    ]
    table = view.model_dump(mode="json")
    usual = [
        {"weeks": e.weeks, "staffHours": e.staff_hours, "hoursEach": e.hours_each}
        for e in map(effort_of, found.engagements)
    ]
    shown = {"view": table, "ways": [way_of(way) for way in found.engagements]}
    declared = declarations([]) | entered_elsewhere() | {"own": leading([])["own"]}
    board = {
        "declared": declared, "view": table, "shown": shown, "costs": costs,
        "case": town_of(found.scenario, []), "decision": found.scenario.decisions.count - 1,
        "assumedCosts": usual, "phase": "settled", "played": {"towns": found.runs, "sets": found.draws},
    }  # fmt: skip
    others = [way.name for way in found.engagements[1:]]
    ahead = [enough_of(found, name, view.measure, view.at_least) for name in others]
    above = [usual_above(found, name, view.measure) for name in others]
    worse = [{measure: worse_of(found, name, measure) for measure in WORSE} for name in others]
    way = spoken_of(found, view.recommended_way, limits_of(view), view.measure)
    other = next_best(found, view, way)
    measured, place = found.measured, list(MEASURES).index(view.measure)
    given = {
        "runs": measured.numbers[:, :, -1, measured.groups.index("all"), place].tolist(),
        "assumed": int((measured.draws == 0).sum()),
        "apart_other": None if other is None else apart_of(found, view, way, other),
        "likely": duty(view.gate) is Duty.LIKELY,
        "board": board, "texts": words(LEADERS_WORDS), "ends": there(ends), "apart": there(apart),
        "ahead": ahead, "above": above, "worse": worse,
    }  # fmt: skip
    return worked_out("../test/board_said.ts", "m.said(given)", given)


@pytest.mark.parametrize("name", ENTERED)
def test_both_speak_of_the_same_way_and_say_the_same_of_what_was_entered(name: str):
    view = entered(name)
    found = played(view)
    there = in_the_browser(found, view)
    way = spoken_of(found, view.recommended_way, limits_of(view), view.measure)
    over = beyond(found, limits_of(view))
    assert way.name == there["spoken"]
    assert stored.headline(view, found) == there["headline"]
    assert usual_in_words(found, way.name, view.measure) == there["usual"]
    assert parts_beyond(over.get(way.name, [])) == there["late"]
    assert none_fits(over, len(found.engagements)) == there["none"]
    assert there["left"] in besides_in_words(found, view)
    assert there["efforts"] == efforts_in_words(found)
    text = unescape(made("html", view).data.decode())
    assert ("travel and care of members" in text) == (name == "paid")
    assert ("pay and travel of members" in text) != (name == "paid")
    for said in ("late", "none", "left", "months", "efforts"):
        assert there[said] in text, said


def test_the_usual_way_is_spoken_of_though_another_ends_ahead_and_that_is_said():
    view = entered("behind")
    found = played(view)
    means = last(found, "acceptance")["mean"]
    assert means.idxmax() != "co_production"
    assert in_the_browser(found, view)["spoken"] == "co_production"
    said = headline(found)
    assert said.startswith("Co-production as set here mostly ") or "No clear" in said
    assert said.endswith("Co-production as set here does not come first here.")


def test_where_the_usual_way_is_too_slow_the_best_that_fits_is_spoken_of_never_the_first():
    view = entered("behind and late")
    found = played(view)
    assert in_the_browser(found, view)["spoken"] == "honest_consultation"


def test_every_row_of_the_browsers_page_stands_on_pythons():
    view = entered("weeks", staff_hours=900.0, budget=90000.0)
    text = unescape(made("html", view).data.decode())
    for said in (
        "No way is recommended here yet. This page is about ",
        "Not said yet", "Weeks available", "Staff hours available", "Money available", "£90,000",
        "<h2>Risks</h2>", "<h2>Equality</h2>", "This is no equality assessment.",
        "No campaign of false stories is counted in", "<h2>If it is challenged</h2>",
        "Nobody has entered what a lost challenge would cost",
    ):  # fmt: skip
        assert said in text, said


def test_a_recommended_way_that_does_not_fit_is_said_not_to_and_is_what_is_signed_up_to():
    view = entered("recommended", conditions=("awareness_1",))
    text = unescape(made("html", view).data.decode())
    assert "The way you recommend does not fit: it takes" in text
    assert "With co-production, we sign up to" in text
    assert "No way is recommended here yet" not in text


@pytest.mark.parametrize("way", THREE)
def test_every_headline_leads_with_the_way_that_is_recommended(way: str):
    """The page in one file led with co-production, above "We recommend: Tickbox consultation"."""
    named = {
        "tickbox": "Tickbox consultation", "honest_consultation": "Honest consultation",
        "co_production": "Co-production",
    }[way]  # fmt: skip
    view = entered("nothing", ways=THREE, recommended_way=way)
    found = played(view)
    heads = {
        "dial board": in_the_browser(found, view)["headline"],
        "an export": stored.headline(view, found),
        "paper": headline(found, view.recommended_way, limits_of(view), view.measure),
    }
    for place, said in heads.items():
        assert said.startswith(named), (place, said)


BOTH = {
    "co-production": {"ways": THREE, "recommended_way": "co_production"},
    "the first": {"ways": THREE, "recommended_way": "tickbox"},
    "the one that is beside it": {"ways": THREE, "recommended_way": "honest_consultation"},
    "by who loses": {"ways": THREE, "measure": "losers"},
    "beyond the weeks": {"ways": THREE, "money": {"weeks_available": 14.0}},
    "two ways": {"ways": ("tickbox", "co_production")},
    "a series": {"ways": THREE, "span": "series", "own": {"title": "The pool", "count": 3}},
    "the first, where what would meet the duty is late": {
        "ways": THREE, "recommended_way": "tickbox", "money": {"weeks_available": 20.5},
        "gate": {"loses": "yes", "promised": "yes", "listed": "no", "groups": "no", "elsewhere": "no"},
    },
    "the cheapest that would meet a duty": {
        "ways": ("tickbox", "ladder_consultation_well_done", "co_production"),
        "recommended_way": "ladder_consultation_well_done",
        "gate": {"loses": "yes", "promised": "yes", "listed": "no", "groups": "no", "elsewhere": "no"},
    },
    "a duty": {
        "ways": ("tickbox", "honest_consultation", "ladder_consultation_well_done"),
        "gate": {"loses": "yes", "promised": "yes", "listed": "no", "groups": "no", "elsewhere": "no"},
    },
}  # fmt: skip


@pytest.mark.parametrize("name", BOTH)
def test_both_set_the_next_best_way_beside_the_one_they_speak_of(name: str):
    view = View(**(POOL | BOTH[name]))
    found = played(view)
    there = in_the_browser(found, view)
    way = spoken_of(found, view.recommended_way, limits_of(view), view.measure)
    assert there["beside"] == beside_in_words(found, view, way)
    assert bool(there["beside"]) == (name != "two ways")
    assert there["behind"] in extras_of(found, view).risks
    assert bool(there["behind"]) == (name != "two ways" and not name.startswith("the first"))


def test_a_board_reads_what_honest_consultation_takes_and_brings_beside_co_production():
    """It stood in a table, and in one paragraph far down; the risks and the headline named tickbox alone."""
    view = View(case="west_dulwich", ways=THREE, recommended_way="co_production", span="one")
    found = played(view)
    more = extras_of(found, view)
    weeks = [f"{found.efforts[name].weeks:.0f}" for name in THREE]
    said = " ".join(more.cautions or ())
    low, high = (
        f"{v:.0f}" for v in last(found, "acceptance").loc["honest_consultation", ["low", "high"]]
    )
    assert said.startswith("Compared with honest consultation, acceptance with co-production is ")
    takes = f"For one decision, co-production takes about {weeks[2]} weeks and £"
    assert f", against {low} to {high}. {takes}" in said
    assert f", against {weeks[1]} weeks and £" in said
    behind = found.measured
    ours, theirs = (
        behind.numbers[behind.engagements.index(n), :, -1, behind.groups.index("all"), 0]
        for n in ("co_production", "honest_consultation")
    )
    assert next(iter(MEASURES)) == "acceptance"
    others = behind.draws > 0
    short = 100 * ((ours - theirs)[others] < 0.05).mean()
    assert (
        f"Over honest consultation, it gains too little in {short:.0f} of 100 (by acceptance "
        in more.risks
    )


def test_at_ones_chance_of_a_lost_challenge_every_way_compared_has_its_sum():
    view = View(
        case="west_dulwich", ways=THREE, recommended_way="co_production", span="one",
        money={"challenge": 300_000.0}, chance=0.12, left=0.2, lefts={"honest_consultation": 0.5},
    )  # fmt: skip
    said = extras_of(played(view), view).challenge
    assert "At your chance of 12 in 100" in said
    for way in ("tickbox", "honest consultation", "co-production"):
        assert re.search(f"{way}[a-z ]* costs £", said), way
