"""A note to a leader, with numbers of one's own run, is marked by its writer on the site as in the kit."""

import re
from pathlib import Path

import pytest
from conftest import sideways, violations
from learn_stage import items_in, saved
from playwright.sync_api import expect

from coprod_sim.charts.words import number
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.kinds.write import figures
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.learning.readouts import Readout, value
from coprod_sim.learning.runs import play

NOTE = """Gain. Of those who lose, many more accept it. Cost. It takes 5 hours.
Risk. If we ask and ignore, trust ends lower. You give up the last word."""


@pytest.mark.parametrize("width", [1280, 360])
def test_a_note_with_numbers_of_ones_own_run_is_marked_sentence_by_sentence(
    page_of, space: str, tmp_path: Path, width: int
) -> None:
    one = find_exercise("2_3")
    page = page_of(f"{space}/exercises/2_3.html")
    page.set_viewport_size({"width": width, "height": 740})
    page.get_by_role("button", name="Make my own run").click()
    page.locator(".chart svg").first.wait_for()
    page.get_by_label("Your text").fill(NOTE)
    page.get_by_role("button", name="Check my answer").click()
    hints = page.locator(".counted")
    expect(hints).to_contain_text("Write at least 80.")
    expect(hints).to_contain_text("Staff hours for one decision, co-production")
    risk = page.get_by_label(one.detail.parts[2].name)
    risk.select_option("If we ask and ignore, trust ends lower.")
    expect(page.locator(".card").nth(2)).to_contain_text("You point at:")
    page.get_by_label(one.detail.parts[0].name).select_option("missing")
    expect(page.locator(".card").first).to_contain_text("You say that it is missing.")
    page.get_by_role("button", name="Check again").click()
    expect(page.locator(".outcome").last).to_contain_text("You marked 1 of 6 parts as there.")
    assert violations(page) == []
    assert sideways(page) <= 0
    page.get_by_role("button", name="Show an answer").click()
    for head in ("One good answer", "A weaker answer"):
        expect(page.get_by_role("heading", name=head)).to_be_visible()
    page.get_by_label("Your text").fill(NOTE.replace("trust ends", "it ends"))
    expect(risk).to_have_value("")
    page.goto(f"{space}/learn.html")
    store = ProgressStore(tmp_path / "progress.json")
    store.take_in(saved(page), "from the page", place_said)
    kept = store.get("exercise/2_3")
    truth = figures(one.detail, kept["seed"])
    page.goto(f"{space}/exercises/2_3.html")
    for figure in one.detail.from_run.figures:
        line = page.get_by_role("listitem").filter(has_text=f"{figure.name}: ")
        ranged = r" \(.+ to .+\)" if figure.read.measure != "staff_hours" else ""
        expect(line).to_have_text(re.compile(f": {truth[figure.id]:.0f}{ranged}$"))
    assert check_answer(one, kept["answer"], kept["seed"]).status == "not_yet"


def test_who_gains_by_a_fair_process_is_played_for_both_groups_as_python_plays_it(
    page_of, stick: str
) -> None:
    one = find_exercise("6_5")
    asked = one.detail
    page = page_of(f"{stick}/exercises/6_5.html")
    page.get_by_label(asked.options[2].text, exact=True).check()
    page.get_by_role("slider", name="How sure are you that your bet is right?").fill("60")
    page.get_by_role("button", name="Place my bet").click()
    page.locator(".chart svg").first.wait_for()
    expect(page.get_by_role("heading", name="What did you see?")).to_be_focused()
    page.get_by_label(asked.see.options[2].text, exact=True).check()
    seed = items_in(page)["exercise/6_5/bet"]["value"]["seed"]
    came = number(value(asked.read, play(asked.run, seed)), asked.digits)
    expect(page.locator(".outcome").filter(has_text="your bet")).to_contain_text(
        f"taken before rounding, was {came} ("
    )
    page.get_by_text("The numbers as a table", exact=True).click()
    table = page.locator(".result table").first
    for row, way in enumerate(asked.run.names, 1):
        for k, group in enumerate(("winners", "losers")):
            read = Readout(measure="acceptance", group=group, of=way)
            mean = number(value(read, play(asked.run, seed)), asked.digits)
            expect(table.locator("tr").nth(row).locator("td").nth(k)).to_contain_text(mean)
