"""On the site a tab that slept shows what another one has kept as soon as somebody is back at it."""

import pytest
from learn_stage import items_in
from playwright.sync_api import expect

pytestmark = pytest.mark.slow
DECISION = "journal/0_start_here/place"
ASLEEP = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"


def test_a_tab_that_slept_takes_the_newer_decision_and_loses_nothing(context, stick: str):
    context.add_init_script(ASLEEP)
    old, new = context.new_page(), context.new_page()
    place = f"{stick}/lessons/0_start_here.html#place"
    old.goto(place)  # which leads to the bet, as long as none is placed
    old.locator("input[type=radio]").first.check()
    old.locator("#sure").press("ArrowRight")
    old.get_by_role("button", name="Place my bet").click()
    old.locator(".chart svg").first.wait_for()
    for page in (old, new):
        page.goto(place)
    box = "textarea#box-place"
    old.locator(box).fill("We decide on the pool.")
    new.locator(box).fill("We decide on the buses by June.")
    expect(old.locator(box)).to_have_value("We decide on the pool.")
    old.evaluate("dispatchEvent(new Event('focus'))")
    expect(old.locator(box)).to_have_value("We decide on the buses by June.")
    old.locator(box).press_sequentially(" And so does Jo.")
    kept = items_in(old)[DECISION]["value"]["text"]
    assert kept == "We decide on the buses by June. And so does Jo."
