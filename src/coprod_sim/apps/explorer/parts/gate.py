"""Should we ask at all? Seven plain questions, and what follows from the answers."""

from typing import Protocol

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.gate import QUESTIONS, Outcome, outcome, reasons
from coprod_sim.markup import bullets, element, joined, paragraphs
from coprod_sim.words import Words


class Gated(Protocol):
    """Anything that holds the answers to the gate."""

    @property
    def gate(self) -> dict[str, str]:
        """Give the answers by question."""
        ...

    @property
    def stakes(self) -> str:
        """Give how much is at stake, or nothing."""
        ...

    @property
    def trust(self) -> str:
        """Give how far people trust, or nothing."""
        ...


def part(desk: Desk, on_to: str = "case") -> ipywidgets.Widget:
    """Build the gate: the page goes on whatever is answered, and remembers it."""
    t = desk.t
    form = Form(_fields(t), _values(desk.state.view))
    said = show(class_="verdict")

    def take(name: str, value: str | None, _moving: bool) -> None:
        if name in QUESTIONS:
            answers = {k: v for k, v in desk.state.view.gate.items() if k != name}
            desk.state.change(gate=answers | ({name: value} if value else {}))
        else:
            desk.state.take(lambda: desk.state.view.but(**{name: value or ""}))

    def draw() -> None:
        form.values = _values(desk.state.view)
        said.value = verdict(desk.state.view, t)

    desk.keep("gate", draw, "view")
    on = Form([Field(id=on_to, kind="button", label=t(f"gate.on_{on_to}"), style="main")])
    return ipywidgets.VBox(
        [head(t, "gate"), desk.answers(form, take), said, desk.clicks(on, desk.shell.turn)]
    )


def decided(view: Gated) -> Outcome:
    """Say what the answers of a view lead to; open questions of size and trust count as the usual."""
    return outcome(view.gate, view.stakes or "high", view.trust or "middle")


def in_a_line(view: Gated, t: Words) -> str:
    """Give the outcome as one line for the briefing; nothing while questions are open."""
    found = decided(view)
    return "" if found is Outcome.OPEN else t(f"gate.outcome_{found}")


def verdict(view: Gated, t: Words) -> Markup:
    """Give the outcome as HTML: what it is, why, and three next steps."""
    found = decided(view)
    if found is Outcome.OPEN:
        left = sum(k not in view.gate for k in QUESTIONS)
        return element("p", t("gate.left", left=left, all=len(QUESTIONS)))
    because = [
        t(f"gate.{k}") for k in reasons(view.gate, view.stakes or "high", view.trust or "middle")
    ]
    lead = (element("p", t("gate.because")), bullets(because)) if because else ()
    return joined(
        element("h3", t(f"gate.outcome_{found}")),
        paragraphs(t(f"gate.outcome_{found}_why")),
        *lead,
        element("p", element("strong", t("gate.next"))),
        bullets(t(f"gate.outcome_{found}_do").splitlines(), tag="ol"),
        paragraphs(t("gate.goes_on")),
    )


def _fields(t: Words) -> list[Field]:
    yes_no = tuple(Option(value=v, label=t(f"gate.{v}")) for v in ("yes", "no", "unsure"))
    asked = [
        Field(
            id=k,
            kind="choice",
            label=t(f"gate.{k}"),
            help=t(f"gate.{k}_help"),
            options=yes_no,
            style="inline",
        )
        for k in QUESTIONS
    ]
    return [
        *asked,
        _more(t, "stakes", ("small", "high")),
        _more(t, "trust", ("low", "middle", "high")),
    ]


def _more(t: Words, name: str, values: tuple[str, ...]) -> Field:
    options = tuple(Option(value=v, label=t(f"gate.{name}_{v}")) for v in values)
    return Field(
        id=name, kind="choice", label=t(f"gate.{name}"), help=t(f"gate.{name}_help"), options=options,
        style="inline",
    )  # fmt: skip


def _values(view: Gated) -> dict[str, str]:
    return {**view.gate, "stakes": view.stakes, "trust": view.trust}
