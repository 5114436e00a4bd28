"""Words that open are few stops for the keyboard, and the focus stays in the form when its button goes."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from coprod_sim.apps.controls import Field, Form, Option
from coprod_sim.apps.learner import terms
from coprod_sim.learning.glossary import glossary

TERMS = Path(terms.__file__).with_suffix(".js").read_text(encoding="utf-8")
STARTED = """async ({ script, model }) => {
  const heard = {};
  globalThis.told = model;
  globalThis.change = (name) => heard[`change:${name}`]?.();
  const place = document.querySelector("#place");
  const { default: widget } = await import("data:text/javascript," + encodeURIComponent(script));
  widget.render({ el: place, model: {
    get: (name) => globalThis.told[name], on: (name, hear) => (heard[name] = hear),
    off: () => {}, set: () => {}, save_changes: () => {}, send: () => {},
  } });
}"""


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page()


def start(page: Page, body: str, script: str, model: dict) -> None:
    page.set_content(f"<body>{body}<div id='place'></div></body>")
    page.evaluate(STARTED, {"script": script, "model": json.loads(json.dumps(model))})


def test_a_word_is_one_stop_on_the_whole_page_and_comes_back_when_its_text_goes(page: Page):
    said = "<p>A tickbox exercise, then feedback.</p>"
    parts = "".join(f"<div class='part coprod-show' id='p{k}'>{said}</div>" for k in range(4))
    words = [[[t.word, *t.forms], t.word, t.text] for t in glossary().values()]
    start(page, parts, TERMS, {"terms": words})
    terms = page.locator("button.coprod-term")
    assert terms.all_inner_texts() == ["tickbox exercise", "feedback"]
    page.evaluate("document.querySelector('#p0').remove()")
    page.evaluate(f"document.querySelector('#p3').innerHTML = `{said}{said}`")
    page.wait_for_function("document.querySelectorAll('button.coprod-term').length === 2")
    assert page.locator("#p3 button.coprod-term").count() == 2


def test_the_focus_stays_in_the_form_when_the_bet_is_placed(page: Page):
    options = (Option(value="a", label="More"), Option(value="b", label="Less"))
    choice = Field(id="choice", kind="choice", label="How many?", options=options)
    go = Field(id="place", kind="button", label="Place the bet")
    before = Form([choice, go], {"choice": "a"})
    after = Form(
        [Field(id="choice", kind="choice", label="How many?", options=options, disabled=True)]
    )
    model = {"layout_": before.layout_, "values": before.values, "said": ""}
    start(page, "", str(Form._esm), model)
    page.get_by_role("button", name="Place the bet").focus()
    page.evaluate(
        "(layout) => { told = { ...told, layout_: layout }; change('layout_'); }", after.layout_
    )
    assert page.evaluate("document.activeElement !== document.body")
    assert page.evaluate("Boolean(document.activeElement.closest('#place'))")
