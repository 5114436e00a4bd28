"""The board in a cell has the shade of the notebook around it, from when it is laid there, and follows it."""

import base64
from pathlib import Path

from playwright.sync_api import Browser, expect

import coprod_sim.board
from coprod_sim.board.notebook_board import explore

WIDGET = Path(coprod_sim.board.__file__).parent / "static" / "widget.js"
LAY = """async ({ code, state, wasm }) => {
  const bytes = Uint8Array.from(atob(wasm), (one) => one.charCodeAt(0));
  const all = { ...state, _wasm: new DataView(bytes.buffer) };
  const nothing = () => {};
  const deeds = ["set", "save_changes", "send", "on", "off"].map((name) => [name, nothing]);
  const model = { get: (name) => all[name], ...Object.fromEntries(deeds) };
  const script = new Blob([code], { type: "text/javascript" });
  const { default: widget } = await import(URL.createObjectURL(script));
  const el = document.createElement("div");
  widget.render({ model, el });  // JupyterLab draws a cell's output before it lays it on the page
  document.body.append(el);
}"""


def test_a_board_is_dark_in_a_dark_notebook_and_light_again_when_the_notebook_is(
    browser: Browser,
) -> None:
    board = explore("reference")
    kept = board.get_state(["_declared", "_worker", "value", "_asked", "problem"])
    page = browser.new_page()
    page.set_content('<body data-jp-theme-light="false" style="background:#111"></body>')
    told = {"code": WIDGET.read_text("utf-8"), "wasm": base64.b64encode(board._wasm).decode()}
    page.evaluate(LAY, told | {"state": kept})
    host = page.locator("[data-shade]")
    expect(host).to_have_attribute("data-shade", "dark")
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    expect(host).to_have_attribute("data-shade", "light")
    page.close()
