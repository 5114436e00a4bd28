"""The site in a real browser: the gate, one's own case, where we are, what stays when one comes back."""

import json
import re

import pytest
from board_stage import dial, figures, settled
from conftest import sideways
from playwright.sync_api import expect
from site_stage import POOL, STEPS, answer_gate, answer_law, part_of, turn_to, verdict, view_in

from coprod_sim.board.view import View, link_of
from coprod_sim.charts.words import between
from coprod_sim.results import compare
from coprod_sim.scenarios.described import described


def test_a_double_click_on_the_start_page_leads_to_a_result(page_of, stick: str) -> None:
    page = page_of(f"{stick}/index.html")
    page.get_by_role("heading", name="I decide").get_by_role("link").click()
    turn_to(page, "What would happen")
    found = compare("west_dulwich")
    ends = [found.value(e.name, "acceptance", decision=1) for e in found.engagements]
    said = [between(e["low"] * 100, e["high"] * 100).removesuffix(" in 100") for e in ends]
    assert figures(settled(page)) == said


def test_a_strict_web_space_below_a_folder_gives_the_same_numbers(page_of, stick, space) -> None:
    there = figures(settled(page_of(f"{space}/leaders.html#case=ireland_eighth")))
    assert there == figures(settled(page_of(f"{stick}/leaders.html#case=ireland_eighth")))


@pytest.mark.parametrize(
    ("answers", "law", "said"),
    [
        ("nyyyyyy", "nnnnn", "Inform honestly, and do not ask"),
        ("nyyyyyy", "", "Ask your lawyers before you leave people out"),
        ("nyyyyyy", "ynnnn", "Find what people can help with, or do not start"),
        ("nyyyyyy", "nnnyn", "Think first about who could be hurt"),
        ("nyyyyyy", "nnnny", "Ask your lawyers before you leave people out"),
        ("yyynyyy", "nnnnn", "Do less, and promise less"),
        ("yyynyyy", "nynnn", "Find the means, or move the decision"),
        ("yyyyyyn", "", "Fix this first, then ask"),
        ("yyyuyyy", "", "Fix this first, then ask"),
    ],
)
def test_the_gate_leads_where_its_rule_says(page_of, stick, answers, law, said) -> None:
    page = page_of(f"{stick}/leaders.html")
    turn_to(page, "Should we ask?")
    answer_gate(page, answers)
    answer_law(page, law)
    expect(verdict(page)).to_have_text(said)
    expect(page.locator(".verdict")).to_contain_text("sk your lawyers")


def test_seven_times_yes_is_no_verdict_and_the_reason_printed_is_the_one_given(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html")
    turn_to(page, "Should we ask?")
    answer_gate(page, "yyyyyyy")
    said = page.locator(".verdict")
    expect(said).to_contain_text("2 of 9 questions are still open.")
    expect(said).to_contain_text("5 of 5 questions about the law are still open.")
    page.get_by_label("Much, or it is hard to undo").check()
    expect(said).to_contain_text("1 of 9 questions is still open.")
    page.locator("fieldset", has_text="How much do people trust you").get_by_label("Much").check()
    expect(verdict(page)).to_have_text("Decide it together")
    expect(said).to_contain_text("Much is at stake for people")
    expect(said).not_to_contain_text("little trust")


def test_the_gate_says_that_it_cannot_tell_the_law_and_names_the_acts(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html")
    turn_to(page, "Should we ask?")
    expect(
        page.get_by_text("This page cannot tell you what the law requires in your case.")
    ).to_be_visible()
    page.get_by_text("What the law may ask for").click()
    table = page.get_by_role("region", name="What the law may ask for").get_by_role("table")
    for said in ("Gunning", "section 149", "14Z45", "Local Government Act 1999, section 3",
                 "community involvement", "promise"):  # fmt: skip
        expect(table).to_contain_text(said)
    assert table.get_by_role("link").count() == 9


def test_a_case_of_ones_own_gives_what_python_gives_for_the_same_answers(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#case=west_dulwich")
    settled(page)
    turn_to(page, "The case")
    page.get_by_label("Case", exact=True).select_option("own")
    page.get_by_label("What do you call it?").fill("The bus in our valley")
    page.get_by_label("How well does the first plan suit people?").select_option("badly")
    page.get_by_label("How many of the people are less heard? (in 100)").fill("45")
    page.get_by_label("Country").select_option("IE")
    page.get_by_label("Which of these is most like your public body").select_option("police")
    page.get_by_role("button", name="Next: Should we ask?").click()
    page.get_by_role("button", name="Next: Where we are").click()
    page.get_by_role("button", name="Next: What would happen").click()
    own = {
        "title": "The bus in our valley", "draft": "badly", "share_less_heard": 45.0,
        "country": "IE", "institution": "police",
    }  # fmt: skip
    found = compare(described(own))
    ends = [found.value(e.name, "acceptance", decision=1) for e in found.engagements]
    said = [between(e["low"] * 100, e["high"] * 100).removesuffix(" in 100") for e in ends]
    assert figures(settled(page)) == said
    assert view_in(page).own == own


def test_another_case_takes_over_no_price_and_no_dial_of_the_last_one(page_of, stick) -> None:
    view = View(money={"staff_hour": 99.0}, turned={"co_production": {"feedback": 0.1}})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    turn_to(page, "The case")
    page.get_by_label("Case", exact=True).select_option("ireland_eighth")
    kept = view_in(page)
    assert (kept.case, kept.money, kept.turned) == ("ireland_eighth", {}, {})


def test_what_was_entered_about_a_case_waits_until_one_comes_back_to_it(page_of, stick) -> None:
    mine = {"money": {"staff_hour": 99.0, "weeks_available": 10.0}, "conditions": ("buy_in_1",),
            "recommendation": "Keep the pool.", "own": {"title": "Our pool"}}  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(View(case='own', part='case', **mine))}")
    turn_to(page, "The case")
    expect(page.locator(".about")).to_have_text("Case: Our pool")
    page.get_by_label("Case", exact=True).select_option("wales_20mph")
    there = view_in(page)
    assert (there.money, there.conditions, there.recommendation) == ({}, (), "")
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).not_to_contain_text("pool")
    turn_to(page, "The case")
    page.get_by_label("Case", exact=True).select_option("own")
    back = view_in(page)
    assert {name: getattr(back, name) for name in mine} == mine
    assert back.kept == {}


def test_cases_are_found_by_field_and_by_kind(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#case=west_dulwich")
    settled(page)
    turn_to(page, "The case")
    page.get_by_label("From which field").select_option(label="Schools")
    expect(page.get_by_text("1 case is listed.")).to_be_visible()
    page.get_by_label("From which field").select_option(label="All")
    page.get_by_label("What kind of decision").select_option(label="Closing something")
    page.get_by_label("Case", exact=True).select_option("bbc_6_music")
    expect(page.get_by_text("On 5 July 2010 the Trust did not approve the closure")).to_be_visible()


def test_ones_own_case_shows_its_peers_and_what_the_gate_was_told(page_of, stick: str) -> None:
    view = View(
        case="own", part="case", stakes="high", gate={"loses": "yes"}, own={"title": "Mine"}
    )
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    page.get_by_label("Which field is it from?").select_option(label="Housing and regeneration")
    expect(page.get_by_role("button", name="Look at Love Lane")).to_be_visible()
    hot = page.get_by_label("How hot is it?")
    expect(hot).to_be_visible()
    expect(page.get_by_text("with: Much, or it is hard to undo.")).to_be_visible()
    hot.select_option("hot")
    turn_to(page, "Should we ask?")
    expect(page.get_by_text('"How hot is it?" with: Hot')).to_be_visible()
    turn_to(page, "The case")
    page.get_by_role("button", name="Look at Love Lane").click()
    expect(page.get_by_text("113 voted yes and 90 no")).to_be_visible()
    page.get_by_label("Case", exact=True).select_option("own")
    expect(page.get_by_label("What do you call it?")).to_have_value("Mine")


def test_the_case_is_named_in_every_part(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html")
    for step in STEPS:
        turn_to(page, step)
        expect(page.locator(".about")).to_contain_text("West Dulwich")


SCORED_OWN = View(
    case="own", part="now", own={"title": "The pool in Northfield"}, citizens={"feedback": 0.25}
)


@pytest.mark.parametrize("view", [View(part="now"), SCORED_OWN], ids=["library", "own"])
@pytest.mark.parametrize("place", ["stick", "space"])
def test_where_we_are_is_compared_and_every_step_still_stands(
    page_of, request, place, view: View
) -> None:
    page = page_of(f"{request.getfixturevalue(place)}/leaders.html#view={link_of(view)}")
    page.locator("fieldset.question").nth(1).get_by_role("radio").nth(2).check()
    page.get_by_role("button", name="Compare this with other ways").click()
    board = settled(page)
    assert len(figures(board)) == 3
    expect(board.get_by_label("Turn the dials").locator("option")).to_have_count(3)
    expect(board.get_by_label("First way", exact=True)).to_have_value("now")
    dial(board, "Feedback").fill("60")
    board.get_by_label("Turn the dials").select_option("now")
    before = dial(board, "Feedback").input_value()
    assert before == "25" or not view.citizens
    dial(board, "Feedback").fill("90")
    expect(board.locator(".turned")).to_contain_text(f"feedback at 90 instead of {before}")
    for step in STEPS:
        turn_to(page, step)
        expect(page.locator(".step [data-below]").first).not_to_be_empty()
        expect(page.locator(".failed")).to_have_count(0)


def test_a_part_that_cannot_be_shown_says_so_and_the_others_go_on(context, space: str) -> None:
    page = context.new_page()
    broken = "coprodDeclared.doubts = null; delete coprodDeclared.charts.recipes.dots;"
    page.route(
        "**/assets/declared.js",
        lambda route: route.fulfill(response=(r := route.fetch()), body=r.text() + broken),
    )
    page.goto(f"{space}/leaders.html#view={link_of(View(part='what'))}")
    board = settled(page)
    expect(board.get_by_role("alert").filter(has_text="This part cannot be shown")).to_have_count(1)
    expect(part_of(page, "What it takes")).to_be_visible()
    turn_to(page, "Is this rigged?")
    expect(page.get_by_role("alert").filter(has_text="This part cannot be shown")).to_be_visible()
    turn_to(page, "The case")
    page.get_by_label("Case", exact=True).select_option("ireland_eighth")
    expect(page.locator(".about")).to_contain_text("Eighth Amendment")


def test_ones_own_case_stays_in_the_list_above_the_picture(page_of, stick: str) -> None:
    view = View(case="own", part="what", own={"title": "The pool in Northfield"})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    which = page.get_by_label("The case", exact=True)
    expect(which).to_have_value("own")
    expect(which.locator("option:checked")).to_have_text("Our own case: The pool in Northfield")
    which.select_option("ireland_eighth")
    which.select_option("own")
    expect(page.locator(".about")).to_have_text("Case: The pool in Northfield")


def test_figures_that_may_still_change_are_called_rough_and_look_it(page_of, stick: str) -> None:
    page = page_of(f"{stick}/index.html")
    page.add_init_script(WATCH_FIGURES)
    page.goto(f"{stick}/leaders.html#view={link_of(View(part='what'))}")
    page.wait_for_function("self.rough > 0", timeout=60_000)
    settled(page)
    page.wait_for_timeout(500)
    assert page.evaluate("self.unsaid") == []
    expect(page.locator(".figure small").first).to_have_text("in 100")
    expect(page.locator(".facts:not(.held) b")).to_have_count(3)


WATCH_FIGURES = """
self.unsaid = []; self.rough = 0;
const look = () => {
  const root = document.querySelector('[data-shade]')?.shadowRoot;
  if (root?.querySelector('.figure') && !root.querySelector('.progress.done')) {
    self.rough += 1;
    const said = [...root.querySelectorAll('.figure small')]
      .every((one) => one.textContent.endsWith('rough'));
    const held = [...root.querySelectorAll('.facts, .below')].every((one) => one.matches('.held'));
    const answer = root.querySelector('.answer.rough');
    if (!said || !held || !answer) self.unsaid.push(root.querySelector('.live').innerText);
  }
  requestAnimationFrame(look);
};
look();
"""
"""Looks at every frame whether figures are shown before all is worked out, and how."""


def test_what_a_question_found_is_there_again_on_coming_back_to_its_step(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='why'))}")
    page.get_by_role("button", name="Work out how long it takes").click()
    part = part_of(page, "How long does trust take to come back?")
    found = part.locator(".found .first").inner_text(timeout=60_000)
    turn_to(page, "Watch one town")
    page.get_by_role("button", name="Run this town").click()
    page.get_by_role("slider", name="Decision").fill("2")
    stood = page.get_by_role("status").filter(has_text="decision").last.inner_text()
    turn_to(page, "Why")
    expect(part.locator(".found .first")).to_have_text(found)
    turn_to(page, "Watch one town")
    expect(page.get_by_role("status").filter(has_text="decision").last).to_have_text(stood)
    turn_to(page, "The case")
    page.get_by_label("Case", exact=True).select_option("ireland_eighth")
    turn_to(page, "Why")
    expect(part.get_by_role("button", name="Work out how long it takes")).to_be_visible()


def test_a_step_is_marked_once_it_was_read_or_all_of_it_is_answered(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what', gate={'loses': 'yes'}))}")
    settled(page)
    marks = page.locator(".steps .mark")
    expect(marks).to_have_count(0)
    for step in STEPS[4:]:
        turn_to(page, step)
    marked = page.locator(".steps button", has=page.locator(".mark"))
    expect(marked).to_have_text([re.compile(f"{step}.*read") for step in STEPS[3:7]])
    turn_to(page, "Should we ask?")
    answer_gate(page, "yyyyyyy")
    answer_law(page, "nnnnn")
    expect(marks).to_have_count(4)
    page.get_by_label("Much, or it is hard to undo").check()
    page.locator("fieldset", has_text="How much do people trust you").get_by_label("Much").check()
    expect(marked.first).to_have_text(re.compile("Should we ask.*done"))


def test_a_link_to_the_page_for_the_board_opens_with_the_page_first_on_a_phone(
    page_of, space: str
) -> None:
    page = page_of(f"{space}/index.html")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{space}/leaders.html#view={link_of(POOL)}")
    headline = page.get_by_role("article").locator("header [data-below]")
    expect(headline).to_be_in_viewport(timeout=60_000)
    expect(page.locator("[aria-current=step]")).to_be_in_viewport(ratio=0.9)
    turn_to(page, "Watch one town")
    turn_to(page, "Take it away")
    expect(headline).to_be_in_viewport()


def test_the_money_a_way_takes_is_in_sight_on_a_phone(page_of, space: str) -> None:
    page = page_of(f"{space}/index.html")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{space}/leaders.html#view={link_of(View(part='what'))}")
    settled(page)
    table = part_of(page, "What it takes").get_by_role("table")
    box = table.get_by_role("columnheader").last.bounding_box()
    assert box["x"] + box["width"] <= 360
    assert sideways(page) <= 0


def test_a_faulty_file_is_named_plainly_where_it_was_opened(page_of, stick, tmp_path) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='take'))}")
    file = tmp_path / "ours.coprod.json"
    file.write_text(json.dumps({"format": 1, "case": "nosuch", "prepared_by": "A. Clerk"}))
    page.get_by_label("Open a saved view").set_input_files(file)
    expect(page.locator(".said")).to_have_text(
        'The saved view is open. ours.coprod.json asks for a case called "nosuch", '
        "and there is none of that name here. It was left out."
    )
    expect(page.get_by_role("article")).to_contain_text("Prepared by A. Clerk on")


def test_the_page_counts_the_questions_it_asks_and_names_cases_as_the_list_does(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html")
    turn_to(page, "Should we ask?")
    expect(page.get_by_text("So first answer 9 questions")).to_contain_text("Then answer 5 about")
    assert page.locator("fieldset.question").count() == 14
    turn_to(page, "The case")
    listed = page.get_by_label("Case", exact=True).locator("option").all_inner_texts()
    turn_to(page, "Is this rigged?")
    page.locator("summary").first.click()
    named = page.get_by_text("Try the cases").inner_text().split("Try the cases")[1]
    titles = re.findall('"(.+?)"', named)
    assert len(titles) == 2
    for title in titles:
        assert any(one.startswith(f"{title} (") for one in listed)


def test_where_nobody_takes_part_nothing_is_said_about_seats(page_of, stick: str) -> None:
    turned = {"no_exercise": {"seats": 40.0}}
    view = View(part="what", ways=("no_exercise", "co_production"), turned=turned)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    said = part_of(page, "Who loses by it")
    expect(said).to_contain_text("nobody takes part.")
    expect(said).not_to_contain_text(re.compile(" 0 people in 100 take part"))


def test_a_case_of_ones_own_is_one_decision_until_a_series_is_asked_for(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(case='own', part='case'))}")
    count = page.get_by_label("Is it one decision, or a series?")
    expect(count).to_have_value("1")
    count.fill("2.5")
    count.press("Tab")
    expect(page.get_by_role("alert").filter(has_text="whole number from 1 to 50")).to_be_visible()
    count.fill("4")
    expect(page.get_by_label("Before which decision of the series?")).to_have_count(0)
    page.get_by_label("Will somebody spread false stories").select_option("some")
    before = page.get_by_label("Before which decision of the series?")
    before.fill("5")
    before.press("Tab")
    expect(page.get_by_role("alert").filter(has_text="whole number from 1 to 4")).to_be_visible()
