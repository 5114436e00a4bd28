"""Puts a form alone on a page, with a made-up kit behind it."""

from playwright.sync_api import Page

from coprod_sim.apps.controls import Field, Form, Option

SCRIPT = str(Form._esm)
WORDS = Form([]).words
FIELDS = [
    Field(id="guess", kind="choice", label="Your guess", options=(Option(value="up", label="Up"),)),
    Field(id="sure", kind="dial", label="How sure", low=0, high=100, step=5, unit="in 100"),
    Field(id="weeks", kind="number", label="Weeks", low=0, high=99),
    Field(id="place", kind="text", label="Where"),
]
STAGE = """
async ([script, fields, held]) => {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: form } = await import(url);
  const heard = {};
  const model = {
    held: { layout_: fields, values: {}, about: '', ...held }, sent: [],
    get(name) { return this.held[name]; },
    on(event, act) { heard[event] = act; },
    send(content) { this.sent.push(content); },
    hear() {
      const { id, turn } = this.sent.at(-1);
      heard["msg:custom"]({ kind: "heard", id, turn });
    },
    change(name, value) { this.held[name] = value; heard[`change:${name}`](); },
  };
  window.model = model;
  document.body.innerHTML = "<main></main>";
  form.render({ model, el: document.querySelector("main") });
}
"""
fields = Form(FIELDS).layout_


def sent(page: Page) -> list[object]:
    return [one["value"] for one in page.evaluate("window.model.sent")]
