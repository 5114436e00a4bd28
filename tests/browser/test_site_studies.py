"""What the site works out when it is asked gives the numbers that Python gives."""

import re

from board_stage import figures, settled
from playwright.sync_api import expect
from site_stage import part_of, turn_to, view_in

from coprod_sim.assumptions import DECLARED
from coprod_sim.board.cases import ways_of
from coprod_sim.board.view import View, link_of
from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import against_first, last
from coprod_sim.charts.words import between, difference, money, small, span
from coprod_sim.engagement import DIALS, SHARES, Engagement
from coprod_sim.results import Comparison, compare
from coprod_sim.results.discovery import (
    best_within,
    break_even,
    first_order_effects,
    play_outcomes,
)
from coprod_sim.results.discovery.theories import against, beliefs
from coprod_sim.results.prior_posterior import over_models
from coprod_sim.scenarios import load_scenario
from coprod_sim.scenarios.scenario import DRAFT


def test_when_it_would_not_pay_is_counted_over_both_sets_of_models_as_python_counts(
    page_of, stick
) -> None:
    view = View(case="misinformation_vote", span="series", part="rigged", at_least=0.2)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    page.get_by_role("button", name="Run both sets of models").click()
    found = over_models("misinformation_vote", "tickbox", "co_production")
    bad, sample = against(found, "co_production", at_least=0.2)
    expect(page.locator(".found .first")).to_have_text("Money and weeks are not counted here.")
    lines = page.locator(".found p")
    first = lines.nth(1)
    wide = over_models("misinformation_vote", "tickbox", "co_production", over="plausible")
    more = against(wide, "co_production", at_least=0.2)[0]
    assert more.sum() > bad.sum()
    expect(first).to_contain_text(
        f"in {more.sum()} of 100 plausible models, and in {bad.sum()} of 100 models that fit the findings."
    )
    expect(page.locator(".found")).to_contain_text("which is partly what went in")
    table = beliefs(sample, bad)
    expect(page.locator(".found p")).to_have_count(6 + max(len(table.head(3)) + 1, 1))
    others = (
        ("honest_consultation", "honest consultation"),
        ("told_openly", "telling people openly without asking"),
    )
    for place, (name, title) in enumerate(others, start=2):
        beside = over_models("misinformation_vote", name, "co_production")
        worse = against(beside, "co_production", at_least=0.2)[0].sum()
        expect(lines.nth(place)).to_contain_text(f"Compared with {title}, co-production")
        expect(lines.nth(place)).to_contain_text(f"in {worse or 'none'} of 100 models that fit")
        expect(lines.nth(place)).to_be_visible()
    expect(lines.nth(5)).to_contain_text("To gain enough, co-production must raise")
    for name, row in table.head(3).iterrows():
        rates = f"in {round(row['low'] * 100)}"
        said = page.locator(".found p", has_text=rates)
        assert DECLARED[name].schools or expect(said.first).to_contain_text(DECLARED[name].label)
        expect(said.first).to_be_visible()
    page.get_by_label("It gains enough when acceptance").fill("0")
    expect(first).not_to_contain_text(f"in {bad.sum()} of")


def test_a_number_inside_the_rules_that_one_changes_goes_into_the_link_and_the_numbers(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='rigged'))}")
    page.get_by_text("What people want, and what a plan is worth to them", exact=True).click()
    page.get_by_label(
        "How much less a plan is worth, the further it is from what suits a person"
    ).fill("1.1")
    expect(page.get_by_text("One number is your own.")).to_be_visible()
    assert view_in(page).assumptions == {"merit_slope": 1.1}
    turn_to(page, "What would happen")
    case = load_scenario("west_dulwich").but({"assumptions.merit_slope": 1.1})
    found = compare(case)
    ends = [found.value(e.name, "acceptance", decision=1) for e in found.engagements]
    said = [between(e["low"] * 100, e["high"] * 100).removesuffix(" in 100") for e in ends]
    assert figures(settled(page)) == said


def test_a_question_can_be_stopped_and_asked_again(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='why', span='series'))}")
    page.get_by_role("button", name="Work out what each step adds").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped. Nothing was changed.")).to_be_visible()
    page.get_by_role("button", name="Work out what each step adds").click()
    expect(page.locator(".found .first")).to_be_visible()


def test_what_brings_the_most_is_a_step_that_the_way_does(page_of, stick) -> None:
    low = {"expectations": 0.1, "feedback": 0.1, "buy_in": 0.1, "awareness": 0.1}
    view = View(part="why", turned={"tickbox": dict.fromkeys(low, 0.0), "co_production": low})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    page.get_by_role("button", name="Work out what each step adds").click()
    found = page.locator(".found").first
    expect(found.locator(".first")).to_contain_text(
        "Of the five steps, Performance brings the most"
    )
    expect(found).to_contain_text("Not named among these, because this way hardly does it")


def test_the_break_even_counts_nothing_as_the_leaders_own_until_it_is_entered(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what'))}")
    settled(page)
    part = page.get_by_role("region", name="When does it become the cheaper choice?")
    expect(part.get_by_role("status")).to_have_text(
        "Enter what a lost challenge would cost, and how much of the risk remains. "
        "Then the answer appears here."
    )
    expect(part).not_to_contain_text("your chance of")
    part.get_by_label("What a lost challenge would cost").fill("35000")
    part.get_by_label("How much of that risk remains").fill("10")
    unpaid = load_scenario("west_dulwich").but({"money.citizen_hour": 0.0})
    honest, even = (
        break_even(compare(unpaid), "tickbox", way, challenge=35_000.0, left=0.1)
        for way in ("honest_consultation", "co_production")
    )
    assert even.ends[0] == even.ends[1]
    said = part.locator(".found p")
    for line, way, title in ((0, even, "co-production"), (2, honest, "honest consultation")):
        expect(said.nth(line)).to_have_text(
            f"On money alone, {title} is cheaper than tickbox consultation once the chance of a "
            f"lost challenge is above {way.ends[0] * 100:.0f} in 100."
        )
    expect(part.locator("svg desc")).to_have_count(0)  # the words beside it are read once
    part.get_by_label("Chance that the first way").fill("80")
    dear, cheap = (money(*ends, "GBP") for ends in even.expected(0.8))
    expect(part.locator(".found")).to_contain_text(
        f"At your chance of 80 in 100, with the risk counted in, tickbox consultation costs {dear}; "
        f"honest consultation costs {money(*honest.expected(0.8)[1], 'GBP')} and co-production costs {cheap}."
    )
    heads = part.locator("figure th[scope=col]").all_text_contents()
    assert heads[1:] == ["Tickbox consultation", "Honest consultation", "Co-production"]
    kept = view_in(page)
    assert (kept.chance, kept.left, kept.money) == (0.8, 0.1, {"challenge": 35_000.0})
    part.get_by_label("Chance that the first way").fill("")
    expect(part.locator(".found")).not_to_contain_text("your chance of")
    assert view_in(page).chance is None


def test_charts_are_drawn_by_the_recipes_that_python_draws_by(page_of, space) -> None:
    page = page_of(f"{space}/leaders.html#case=west_dulwich")
    settled(page)
    drawn = page.get_by_role("region", name="Who loses by it").locator("figure svg")
    found = compare("west_dulwich")
    accept = [found.value(e.name, "losers_acceptance", decision=1) for e in found.engagements]
    said = [between(e["low"] * 100, e["high"] * 100).removesuffix(" in 100") for e in accept]
    assert [one for one in drawn.locator("text").all_text_contents() if one in said][-3:] == said
    wide = drawn.evaluate(
        "one => getComputedStyle(one).display + one.getBoundingClientRect().width"
    )
    assert wide.startswith("block4")


ONCE = load_scenario("west_dulwich").but({"decisions.count": 1, "money.citizen_hour": 0.0})
"""The case as the page plays it for one decision, with people's time unpaid."""
PAIR = ("tickbox", "co_production")


def dials_said(way: Engagement) -> str:
    """Say by their anchors where the dials stand, apart from what the page does."""
    at = [(DIALS[d], getattr(way, d)) for d in SHARES]
    place = [int(4 * v + 0.5) for _, v in at]
    done = [
        f"{d.label} ({v * 100:.0f}): {d.anchors[p]}"
        for (d, v), p in zip(at, place, strict=True)
        if p
    ]
    few = [
        f"{small(d.label)} ({v * 100:.0f})"
        for (d, v), p in zip(at, place, strict=True)
        if v and not p
    ]
    none = [small(d.label) for d, v in at if not v]
    heads = (("Hardly done: ", few), ("Not done: ", none))
    return " ".join([*done, *(f"{head}{listing(names)}." for head, names in heads if names)])


def test_what_matters_most_is_ranked_as_python_ranks_it(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='why'))}")
    part = part_of(page, "What matters most?")
    part.get_by_role("button", name="Work out what matters most").click()
    expected = first_order_effects(play_outcomes(ONCE, *PAIR)).head(3)
    labels = [small(DIALS[n].label if n in DIALS else DRAFT.label) for n in expected.index]
    expect(part.locator(".found .first")).to_contain_text(f"What matters most is {labels[0]}.")
    told = part.locator(".found p").nth(1).inner_text()
    places = [told.index(label) for label in labels]
    assert places == sorted(places)
    drawn = [small(one) for one in part.locator("svg text").all_text_contents()]
    assert [one for one in drawn if one in labels] == labels


def test_what_no_setting_reaches_is_said_with_the_best_there_is_in_the_numbers_of_the_board(
    page_of, stick
) -> None:
    """It said 29 for every dial at its top, where the search above it said 37 to 46."""
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='why', target=0.95))}")
    part = part_of(page, "What is the cheapest way to a goal?")
    part.get_by_role("button", name="Find the cheapest way").click()
    best = best_within(ONCE, *PAIR).engagement
    expect(part.locator(".found p").first).to_have_text(
        "No setting we tried reaches 95 in 100 in 8 out of 10 runs.", timeout=240_000
    )
    expect(part.locator(".found p").nth(1)).to_have_text(
        f"The best we found: over plausible assumptions, {accepting(on_the_board(PAIR[0], best), best)} in "
        "100 of those who lose accept it after one decision."
    )


def on_the_board(*ways: str | Engagement) -> Comparison:
    """Play ways as the board does."""
    return compare(ONCE, ways)


def accepting(found: Comparison, way: Engagement) -> str:
    """Write how many of those who lose accept it, as the board does."""
    return span(*last(found, "losers_acceptance").loc[way.name, ["low", "high"]])


def test_the_best_within_ten_weeks_and_thirty_thousand_is_what_python_finds(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='why', involving=True))}")
    part = part_of(page, "What can we do in the time and money we have?")
    expect(part).to_contain_text("Enter weeks, money or staff hours to ask this question.")
    part.get_by_label("Weeks you have").fill("10")
    part.get_by_label("Money you have (GBP)").fill("30000")
    part.get_by_role("button", name="Find the best within these limits").click()
    within = best_within(ONCE, *PAIR, money=30_000.0, weeks=10.0, involving=True)
    free = best_within(ONCE, *PAIR, involving=True)
    said = part.locator(".found p")
    best, most = within.engagement, free.engagement.but(name="free")
    played = on_the_board(PAIR[0], best, most)
    expect(said.first).to_have_text(
        f"Within 10 weeks and £30,000, the best we found: over plausible assumptions, "
        f"{accepting(played, best)} in 100 of those who lose accept it after one decision."
    )
    expect(said.nth(1)).to_contain_text(
        "The search chose it by the mean in 40 made-up towns of the usual model"
    )
    gained, all_of_them, losing = (
        difference(*against_first(played, measure).loc[best.name, ["low", "high"]])
        for measure in ("losers_acceptance", "acceptance", "losers")
    )
    expect(said.nth(2)).to_have_text(
        f"Compared with tickbox consultation: of those who lose, {gained} accept it; of all people, "
        f"{all_of_them} accept it, and {losing} lose by it."
    )
    expect(said.nth(4)).to_contain_text("Compared with co-production: of those who lose, ")
    expect(said.nth(5)).to_contain_text(
        f"Without limits, {accepting(played, most)} in 100 of those who lose would accept it."
    )
    expect(said.nth(6)).to_contain_text("Without limits it takes about")
    expect(said.nth(6)).to_contain_text(money(free.money, free.money, "GBP"))
    expect(said.nth(7)).to_contain_text(money(within.money, within.money, "GBP"))
    expect(said.nth(8)).to_have_text("Time is your limit, not money.")
    expect(said.nth(9)).to_contain_text(f"each dial from 0 to 100: {dials_said(within.engagement)}")
    assert within.effort.weeks <= 10.0
    part.get_by_role("button", name="Put these dials on the board").click()
    kept = view_in(page)
    assert (kept.budget, kept.money, kept.part) == (30_000.0, {"weeks_available": 10.0}, "what")
    assert (kept.ways[-2:], kept.found) == (
        ("found", "co_production"),
        "The best way found that involves people, within 10 weeks and £30,000",
    )
    assert "co_production" not in kept.turned
    assert ways_of(kept)[1].dials == within.engagement.dials
    board = settled(page)
    expect(board).to_contain_text(
        "The best way found that involves people, within 10 weeks and £30,000"
    )
    board.get_by_label("Show").select_option("losers_acceptance")
    expect(board.locator(".row .figure").nth(1)).to_contain_text(accepting(played, best))
    expect(board.get_by_label("Turn the dials").locator("option:checked")).to_have_text(kept.found)


def test_a_best_to_which_nobody_comes_says_so_and_that_there_may_be_a_duty_to_ask(
    page_of, stick
) -> None:
    law = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
    view = View(part="why", budget=6000.0, gate=law, lawful=False, money={"weeks_available": 9.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What can we do in the time and money we have?")
    ticked = part.get_by_label("Only ways in which somebody takes part")
    expect(ticked).to_be_checked()
    expect(part).to_contain_text(
        'ticked at the start because your answers under "Should we ask?" make a duty'
    )
    ticked.uncheck()
    part.get_by_role("button", name="Find the best within these limits").click()
    found = part.locator(".found")
    expect(found).to_contain_text("Nobody takes part. This tells people and asks nobody.")
    expect(found).to_contain_text('You may have a duty to ask: see "Should we ask?".')
    part.get_by_label("Only ways in which somebody takes part").check()
    part.get_by_role("button", name="Find the best within these limits").click()
    involving = best_within(ONCE, *PAIR, money=6000.0, weeks=9.0, involving=True)
    best = involving.engagement
    played = on_the_board(PAIR[0], best)
    expect(found).to_contain_text(f"{accepting(played, best)} in 100 of those who lose")
    expect(found).to_contain_text(f"each dial from 0 to 100: {dials_said(involving.engagement)}")
    expect(found).to_contain_text(re.compile(r"Over luck alone, \d.* to \d.* in 100 people take"))
    expect(found).not_to_contain_text("Nobody takes part")
    assert view_in(page).involving


def test_a_way_that_takes_more_hours_of_staff_than_there_are_says_so(page_of, stick) -> None:
    view = View(part="why", staff_hours=400.0)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What can we do in the time and money we have?")
    part.get_by_role("button", name="Find the best within these limits").click()
    first = part.locator(".found .first")
    expect(first).to_contain_text("Within 400 staff hours, ", timeout=180_000)
    turn_to(page, "What would happen")
    settled(page)
    expect(page.locator(".late:not(.duty)")).to_contain_text(
        "You have 400 staff hours for one decision. "
        "These need more than that: honest consultation (496) and co-production (840)."
    )
