"""The page of a sweep in a real browser: nothing sticks out on a phone, and axe-core finds no fault."""

import pytest
from conftest import sideways, violations
from playwright.sync_api import Browser

from coprod_sim.report.sweep_page import sweep_page
from coprod_sim.results.experiments import Axis, Experiment
from coprod_sim.results.sweeps import silent, sweep


@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_of_a_sweep_fits_a_phone_and_axe_finds_no_fault(browser: Browser, width: int):
    design = Experiment(
        question="What matters?",
        engagements=("tickbox", "co_production"),
        vary=(Axis(what=("co_production.influence",)), Axis(what=("signal_fairness",))),
        settings={"people.citizens": 100},
        points=64,
    )
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(sweep_page(sweep(design, on_progress=silent), "co_production"))
    assert page.locator("figure svg").count() == page.locator("figure").count() >= 8
    assert sideways(page) <= 0
    assert violations(page) == []
    for summary in page.locator("summary").all():
        summary.click()
    assert sideways(page) <= 0
    assert violations(page) == []
    page.close()
