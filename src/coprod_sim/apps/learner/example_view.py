"""One prediction solved aloud: the question, a bet, the real run, what one sees in it, and why."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk, in_background
from coprod_sim.apps.learner.page_blocks import busy
from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.learning.default_result import SEED
from coprod_sim.learning.items import Prediction
from coprod_sim.learning.kinds.predict import solved_said
from coprod_sim.learning.marked_text import html_of
from coprod_sim.learning.runs import play
from coprod_sim.markup import Markup, bullets, element, joined


def example_part(desk: Desk, item: Prediction) -> ipywidgets.Widget:
    """Show the question and, on a click, the run with the answer it gives and the reason."""
    t = desk.t
    head = show(joined(element("h3", item.question), bullets(_options(item))))
    form, solved = Form([]), show(class_="result")
    button = Field(id="go", kind="button", label=t("learner-example-go"))
    form.parts = [button]

    def done(html: Markup | None, fault: Exception | None) -> None:
        solved.value = html or ""
        if fault is not None:
            form.parts = [button]
            raise fault

    def go(_name: str) -> None:
        form.parts = []
        solved.value = busy(t)
        in_background(lambda: solved_html(desk, item), desk.guarded(done))

    return ipywidgets.VBox([head, desk.clicks(form, go), solved])


def solved_html(desk: Desk, item: Prediction) -> Markup:
    """Play the example, with the same luck as on the printed page, and say how one reads it."""
    t, played = desk.t, play(item.run, SEED)
    parts = [result_html(item.read, played, t, digits=item.digits, own_luck=False)]
    for key, question in (("answer", item), ("seen", item.see)):
        if question is not None:
            said = solved_said(question, played, t)
            parts += [element("h3", t(f"learner-example-{key}")), element("p", said)]
    if item.because is not None:
        parts += [element("h3", t("learner-example-why")), html_of(item.because.model)]
    return joined(*parts)


def _options(item: Prediction) -> list[str]:
    return [o.text for o in (*item.options, *item.order)]
