"""Should we ask at all? Plain questions, and what follows from the answers."""

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.briefing.law import law_in_words
from coprod_sim.gate import ASKED, LEGAL, QUESTIONS, Outcome
from coprod_sim.learning.own_case import OwnCase
from coprod_sim.markup import bullets, element, joined, paragraphs
from coprod_sim.report.gate_words import (
    SCALES,
    because_in_words,
    left_in_words,
    left_of,
    outcome_in_words,
    outcome_of,
    steps_in_words,
    why_in_words,
)
from coprod_sim.words import Words


def gate_questions(desk: Desk) -> ipywidgets.Widget:
    """Build the gate: the page goes on whatever is answered, and remembers it."""
    t = desk.t
    form = Form(_fields(t), _values(desk.state.view))
    said = show(class_="verdict")

    def take(name: str, value: str | None, _moving: bool) -> None:
        if name in ASKED:
            answers = {k: v for k, v in desk.state.view.gate.items() if k != name}
            desk.state.change(gate=answers | ({name: value} if value else {}))
        else:
            desk.state.take(lambda: desk.state.view.but(**{name: value or ""}))

    def draw() -> None:
        form.values = _values(desk.state.view)
        said.value = verdict(desk.state.view, t)

    desk.keep("gate", draw, "view")
    on = Form([Field(id="score", kind="button", label=t("gate-on_score"), style="main")])
    opens = head(t, "gate", first=len(QUESTIONS) + len(SCALES), law=len(LEGAL))
    return ipywidgets.VBox(
        [opens, desk.answers(form, take), said, desk.clicks(on, desk.shell.turn)]
    )


def verdict(view: OwnCase, t: Words) -> Markup:
    """Give the outcome as HTML: what it is, why, and three next steps."""
    if outcome_of(view) is Outcome.OPEN:
        return element("p", t("gate-left", left=left_of(view), all=len(QUESTIONS) + len(SCALES)))
    because, left = because_in_words(view, t), left_in_words(view, t)
    lead = (element("p", t("gate-because")), bullets(because)) if because else ()
    return joined(
        element("h3", outcome_in_words(view, t)),
        paragraphs(why_in_words(view, t)),
        *((element("p", left),) if left else ()),
        *lead,
        element("p", element("strong", t("gate-next"))),
        bullets(steps_in_words(view, t), tag="ol"),
        paragraphs(legal(view, t)),
        paragraphs(t("gate-goes_on")),
    )


def legal(view: OwnCase, t: Words) -> str:
    """Say what the answers about the law point to, and that this knows no law."""
    return f"{law_in_words(view.gate, t)} {t('gate-no_law')}"


def _fields(t: Words) -> list[Field]:
    yes_no = tuple(Option(value=v, label=t(f"gate-{v}")) for v in ("yes", "no", "unsure"))
    seven, law = (
        [
            Field(
                id=k,
                kind="choice",
                label=t(f"gate-{k}"),
                help=t(f"gate-{k}_help"),
                options=yes_no,
                style="inline",
            )
            for k in names
        ]
        for names in (QUESTIONS, LEGAL)
    )
    return [
        *seven,
        _more(t, "stakes", ("small", "high")),
        _more(t, "trust", ("low", "middle", "high")),
        *law,
    ]


def _more(t: Words, name: str, values: tuple[str, ...]) -> Field:
    options = tuple(Option(value=v, label=t(f"gate-{name}_{v}")) for v in values)
    return Field(
        id=name, kind="choice", label=t(f"gate-{name}"), help=t(f"gate-{name}_help"), options=options,
        style="inline",
    )  # fmt: skip


def _values(view: OwnCase) -> dict[str, str]:
    return {**view.gate, "stakes": view.stakes, "trust": view.trust}
