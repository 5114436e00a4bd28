"""Which ways of involving people are set side by side: two or three, from a list."""

from typing import Any

from coprod_sim.apps.controls import Field, Form, Option
from coprod_sim.apps.explorer.cases import NOW
from coprod_sim.apps.frame import Desk
from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.words import Words

PLACES = ("first", "second", "third")
NONE = "none"


def choose_ways(desk: Desk, part: str) -> Form:
    """Build the lists in which two or three ways are chosen; the same way cannot stand twice."""
    state, t = desk.state, desk.t
    form = Form([], {})

    def draw() -> None:
        form.parts = [_field(k, t) for k in range(3)]
        ways = state.view.ways
        form.values = {p: ways[k] if k < len(ways) else NONE for k, p in enumerate(PLACES)}

    def take(name: str, value: Any, _moving: bool) -> None:
        ways = [*state.view.ways, NONE, NONE][:3]
        place = PLACES.index(name)
        if value in ways and value != NONE:
            ways[ways.index(value)] = ways[place]
        ways[place] = value
        state.change(ways=tuple(w for w in ways if w != NONE))
        draw()

    desk.answers(form, take)
    desk.keep(part, draw, "view")
    return form


def _field(place: int, t: Words) -> Field:
    options = [Option(value=n, label=load_engagement(n).title) for n in engagement_names()]
    options.insert(0, Option(value=NOW, label=t("rubric.title")))
    if place == 2:
        options.insert(0, Option(value=NONE, label=t("what.none")))
    return Field(
        id=PLACES[place], kind="select", label=t(f"what.{PLACES[place]}"), options=tuple(options)
    )
