"""One prediction solved aloud: the question, a bet, the real run, what one sees in it, and why."""

from html import escape

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk, in_background
from coprod_sim.apps.learner.markdown import html_of
from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.errors import InputError
from coprod_sim.learning.default_result import SEED
from coprod_sim.learning.grading import true_answer
from coprod_sim.learning.items import Prediction
from coprod_sim.learning.kinds.predict import judge
from coprod_sim.learning.runs import play


def example_part(desk: Desk, item: Prediction) -> ipywidgets.Widget:
    """Show the question and, on a click, the run with the answer it gives and the reason."""
    t = desk.t
    head = show(f"<h3>{escape(item.question)}</h3>{_options(item)}")
    form, solved = Form([]), show(class_="result")
    button = Field(id="go", kind="button", label=t("learner.example.go"))
    form.parts = [button]

    def done(html: str, fault: Exception | None) -> None:
        if fault is not None:
            known = isinstance(fault, InputError)
            desk.state.problem = str(fault) if known else t("faults.inside")
            form.parts = [button]
            html = ""
        solved.value = html

    def go(_name: str) -> None:
        form.parts = []
        solved.value = f'<p role="status" class="busy">{escape(t("learner.bet.busy"))}</p>'
        in_background(lambda: solved_html(desk, item), desk.guarded(done))

    return ipywidgets.VBox([head, desk.clicks(form, go), solved])


def solved_html(desk: Desk, item: Prediction) -> str:
    """Play the example, with the same luck as on the printed page, and say how one reads it."""
    t, played = desk.t, play(item.run, SEED)
    parts = [result_html(item.read, played, t)]
    for key, question in (("answer", item), ("seen", item.see)):
        if question is not None:
            _, said = judge(question, true_answer(question, played), played, t)
            parts.append(f"<h3>{escape(t(f'learner.example.{key}'))}</h3><p>{escape(said)}</p>")
    if item.because is not None:
        parts.append(f"<h3>{escape(t('learner.example.why'))}</h3>{html_of(item.because.model)}")
    return "".join(parts)


def _options(item: Prediction) -> str:
    return (
        "<ul>"
        + "".join(f"<li>{escape(o.text)}</li>" for o in (*item.options, *item.order))
        + "</ul>"
    )
