"""A form alone in a real browser: what a person is typing survives whatever comes from elsewhere."""

from dataclasses import asdict
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from coprod_sim.apps import controls
from coprod_sim.apps.controls import Field, Option
from coprod_sim.apps.controls.form import dial_field
from coprod_sim.five_steps import conditions

pytestmark = pytest.mark.slow
SCRIPT = Path(controls.__file__).with_name("form.js").read_text(encoding="utf-8")
FIELDS = [
    Field(id="guess", kind="choice", label="Your guess", options=(Option(value="up", label="Up"),)),
    Field(id="sure", kind="dial", label="How sure", low=0, high=100, step=5, unit="in 100"),
    Field(id="weeks", kind="number", label="Weeks", low=0, high=99),
    Field(id="place", kind="text", label="Where"),
]
STAGE = """
async ([script, fields]) => {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: form } = await import(url);
  const heard = {};
  const model = {
    held: { layout_: fields, values: {} }, sent: [],
    get(name) { return this.held[name]; },
    on(event, act) { heard[event] = act; },
    send(content) { this.sent.push(content); },
    change(name, value) { this.held[name] = value; heard[`change:${name}`](); },
  };
  window.model = model;
  document.body.innerHTML = "<main></main>";
  form.render({ model, el: document.querySelector("main") });
}
"""
BOXES = {"How sure, in 100": "70", "Weeks": "12", "Where": "The valley"}
fields = [asdict(field) for field in FIELDS]
each_box = pytest.mark.parametrize(("box", "typed"), BOXES.items())


@pytest.fixture
def page(browser: Browser):
    shown = browser.new_page()
    shown.evaluate(STAGE, [SCRIPT, fields])
    yield shown
    shown.close()


def sent(page: Page) -> list[object]:
    return [one["value"] for one in page.evaluate("window.model.sent")]


@each_box
def test_an_answer_that_comes_back_leaves_what_is_being_typed(page: Page, box: str, typed: str):
    page.get_by_label("Up").check()
    page.get_by_label(box).press_sequentially(typed)
    page.evaluate(
        "window.model.change('values', {guess: 'up', sure: null, weeks: null, place: ''})"
    )
    expect(page.get_by_label(box)).to_have_value(typed)
    page.get_by_label(box).blur()
    assert [str(value) for value in sent(page)] == ["up", typed]


@each_box
def test_new_questions_leave_what_is_being_typed_and_the_place(page: Page, box: str, typed: str):
    page.get_by_label(box).press_sequentially(typed[:1])
    more = [*fields, asdict(Field(id="why", kind="text", label="Why"))]
    page.evaluate("more => window.model.change('layout_', more)", more)
    page.keyboard.type(typed[1:])
    expect(page.get_by_label(box)).to_have_value(typed)
    assert sent(page) == []
    page.keyboard.press("Tab")
    assert [str(value) for value in sent(page)] == [typed]


def test_a_number_out_of_range_stays_to_be_mended_and_is_not_sent(page: Page):
    page.get_by_label("Weeks").fill("120")
    page.get_by_label("Where").focus()
    page.evaluate("window.model.change('values', {weeks: 4})")
    expect(page.get_by_label("Weeks")).to_have_value("120")
    assert sent(page) == []


def test_a_refused_number_goes_when_the_questions_are_set_anew(page: Page):
    page.get_by_label("Weeks").fill("120")
    page.get_by_label("Where").focus()
    page.evaluate("window.model.held.values = {weeks: 4}")
    page.evaluate("fields => window.model.change('layout_', fields)", fields)
    expect(page.get_by_label("Weeks")).to_have_value("4")


def test_without_anything_typed_a_new_value_is_shown(page: Page):
    page.get_by_label("Weeks").focus()
    page.evaluate("window.model.change('values', {weeks: 4, sure: 30, place: 'Here'})")
    expect(page.get_by_label("Weeks")).to_have_value("4")
    expect(page.get_by_label("How sure, in 100")).to_have_value("30")
    expect(page.get_by_label("Where")).to_have_value("Here")


def test_a_dial_takes_a_number_beyond_its_slider_and_says_what_none_means(page: Page):
    seats = [asdict(dial_field("seats", conditions.SEATS))]
    page.evaluate("seats => window.model.change('layout_', seats)", seats)
    slider, box = page.get_by_role("slider"), page.get_by_label("Seats, people")
    assert (slider.get_attribute("max"), box.get_attribute("max")) == ("200", "10000")
    page.evaluate("window.model.change('values', {seats: 1500})")
    expect(box).to_have_value("1500")
    expect(slider).to_have_value("200")
    expect(slider).to_have_attribute("aria-valuetext", "1500 people. ")
    box.fill("350")
    box.blur()
    assert sent(page) == [350]
    for value in (350, 0):  # what was answered here stands until it has come back
        page.evaluate("value => window.model.change('values', {seats: value})", value)
    expect(slider).to_have_attribute("aria-valuetext", "0 people. Room for all who come.")
