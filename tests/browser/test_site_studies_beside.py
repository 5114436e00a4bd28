"""What a study on the leaders' page says beside its answer, and of ways that take longer."""

import numpy as np
import pytest
from board_stage import settled
from playwright.sync_api import expect
from site_stage import part_of, turn_to, view_in
from test_site_studies import ONCE, PAIR, dials_said

from coprod_sim.board.view import View, link_of
from coprod_sim.charts.words import about, money, span
from coprod_sim.results import compare
from coprod_sim.results.discovery import (
    goal_seek,
    trust_repair,
)
from coprod_sim.results.player import play, trial_of
from coprod_sim.results.variant import Variant


def test_the_risk_entered_for_one_first_way_is_asked_again_for_another(page_of, stick) -> None:
    risk = View(part="what", chance=0.3, left=0.5, money={"challenge": 150_000.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(risk)}")
    part = page.get_by_role("region", name="When does it become the cheaper choice?")
    expect(part.locator(".found")).to_contain_text("At your chance of 30 in 100")
    page.get_by_role("button", name="Leave Tickbox consultation out").click()
    expect(part).not_to_contain_text("your chance of")
    kept = view_in(page)
    assert (kept.ways[0], kept.chance, kept.left) == ("honest_consultation", None, None)
    assert kept.money == {"challenge": 150_000.0}


def test_beside_the_limits_stands_what_the_next_step_costs_and_brings(page_of, stick) -> None:
    found = compare("west_dulwich", View().ways)
    weeks = {name: effort.weeks for name, effort in found.efforts.items()}
    limit = round(weeks["tickbox"] + 1)
    view = View(case="west_dulwich", part="why", money={"weeks_available": float(limit)})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    first, then = (
        found.value(name, "losers_acceptance", decision=1)
        for name in ("tickbox", "honest_consultation")
    )
    part = part_of(page, "What can we do in the time and money we have?")
    now = span(100 * first["low"], 100 * first["high"])
    more = float(about(weeks["honest_consultation"])) - limit  # as both are written
    expect(part).to_contain_text(
        f"With about {more:g} weeks more than you have, honest consultation would fit: "
        f"over plausible assumptions, of those who lose {span(100 * then['low'], 100 * then['high'])} "
        "in 100 then accept it after one decision. "
        f"With tickbox consultation, which fits now, {now} in 100 do.",
        timeout=60_000,
    )  # fmt: skip
    part.get_by_label("Weeks you have").fill("200")
    expect(part).not_to_contain_text("would fit:")


def test_limits_into_which_nothing_fits_are_said_to_be_so(page_of, stick) -> None:
    view = View(part="why", budget=10.0, involving=True)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What can we do in the time and money we have?")
    part.get_by_role("button", name="Find the best within these limits").click()
    expect(part.locator(".found")).to_contain_text(
        "We found no way within £10 in which somebody takes part."
    )
    part.get_by_label("Only ways in which somebody takes part").uncheck()
    part.get_by_role("button", name="Find the best within these limits").click()
    expect(part.locator(".found")).to_contain_text(
        "Nobody takes part. This tells people and asks nobody.", timeout=60_000
    )


def test_trust_in_ones_own_case_takes_decisions_as_long_as_one_entered(page_of, stick) -> None:
    view = View(part="why", case="own", own={"months": 5.5})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "How long does trust take to come back?")
    part.get_by_role("button", name="Work out how long it takes").click()
    expect(part.locator(".found .first")).to_contain_text("Each takes 5.5 months.")
    expect(part.locator("figure")).to_contain_text("5.5 months each")
    expect(part.locator(".found")).to_contain_text("This counts trust alone: what people lost by")


def test_trust_takes_decisions_as_long_as_the_way_where_the_months_are_far_too_few(
    page_of, stick
) -> None:
    view = View(part="what", case="own", own={"months": 2.5})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    turn_to(page, "Why")
    expect(page.get_by_text("is not the same as with")).to_have_count(0)
    part = part_of(page, "How long does trust take to come back?")
    part.get_by_role("button", name="Work out how long it takes").click()
    expect(part.locator(".found .first")).to_contain_text("Each takes about 30 weeks.")
    expect(part.locator("figure")).to_contain_text("about 30 weeks each")


@pytest.mark.parametrize("involving", [False, True])
def test_the_cheapest_way_to_a_goal_is_what_python_finds(page_of, stick, involving: bool) -> None:
    view = View(part="why", target=0.35, involving=involving)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What is the cheapest way to a goal?")
    part.get_by_role("button", name="Find the cheapest way there").click()
    found = goal_seek(ONCE, *PAIR, target=0.35, involving=involving)
    assert found.engagement.asked is involving
    said = part.locator(".found p")
    expect(said.first).to_contain_text("35 in 100 can be reached")
    expect(said.first).to_contain_text(money(found.money, found.money, "GBP"))
    found_words = part.locator(".found")
    expect(found_words).to_contain_text(f"each dial from 0 to 100: {dials_said(found.engagement)}")
    # How often it does so is counted in 200 runs by which nothing was chosen.
    trial = trial_of(ONCE, Variant(name="found", engagement=found.engagement))
    further = play([trial], 200, seed=1, first_run=16_000)[0].last("losers_acceptance")
    often = np.mean(further >= 0.35)
    expect(found_words).to_contain_text(f"it reaches the goal in {often * 100:.0f} of 100.")
    assert found.share_of_runs > 0.8
    assert bool(often < 0.8) is involving
    if involving:
        expect(found_words).to_contain_text("That is less than 8 in 10")


def test_trust_comes_back_after_as_many_good_decisions_as_python_counts(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='why'))}")
    part = part_of(page, "How long does trust take to come back?")
    part.get_by_role("button", name="Work out how long it takes").click()
    rows = trust_repair("west_dulwich", "in_name_only", "co_production").table
    takes = [span(v["low"], v["high"]) for _, v in rows.iterrows()]
    expect(part.locator(".found .first")).to_contain_text(f"it takes {takes[-1]} good decisions")
    expect(part.locator("svg desc")).to_contain_text(takes[-1])
    for count, one in enumerate(takes, start=1):
        expect(part.locator(".found")).to_contain_text(
            f"after {count} bad one{'s' * (count > 1)} it takes {one}"
        )
