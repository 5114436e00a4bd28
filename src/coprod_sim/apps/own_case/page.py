"""Puts the worksheet together: its parts in the order of the work, and where everything is kept."""

from html import escape
from importlib import import_module

import ipywidgets

from coprod_sim.apps.controls import Shell, show
from coprod_sim.apps.explorer.desk import Desk, place_for_trouble
from coprod_sim.apps.explorer.page import query_string
from coprod_sim.apps.own_case.keeping import Keeper
from coprod_sim.apps.own_case.state import Worksheet
from coprod_sim.learning.own_case.storage import InProgress
from coprod_sim.markup import paragraphs

PARTS = ("case", "gate", "score", "brings", "plan", "note", "journal", "again", "take")
"""The parts in the order of the page; each is a module of `parts`."""


def worksheet(keeper: Keeper | None = None) -> ipywidgets.Widget:
    """Build the worksheet; returns the widget to show. Without a keeper it is kept in the progress file.

    Voila gets pages ready before anybody comes. So this waits for the visitor first: what was kept
    meanwhile must be on the page.
    """
    query_string()
    return assemble(Worksheet(keeper or InProgress()))


def assemble(state: Worksheet) -> ipywidgets.Widget:
    """Put the page for a state together."""
    t = state.t
    titles = [(key, t(f"own.part.{key}")) for key in PARTS]
    shell = Shell(titles, PARTS[0], {"parts": t("own.parts")})
    desk = Desk(state, shell)
    boxes = {key: _box(key, desk) for key in PARTS}

    def turn(key: str) -> None:
        _show_only(boxes, key)
        desk.arrive(key)

    shell.on_turn = desk.guarded(turn)
    _show_only(boxes, PARTS[0])
    whole = ipywidgets.VBox([_kept(desk), shell, place_for_trouble(desk), *boxes.values()])
    whole.add_class("coprod-page")
    return whole


def _box(key: str, desk: Desk) -> ipywidgets.VBox:
    box = ipywidgets.VBox([import_module(f"coprod_sim.apps.own_case.parts.{key}").part(desk)])
    for name in ("part", f"part-{key}"):
        box.add_class(name)
    return box


def _show_only(boxes: dict[str, ipywidgets.VBox], key: str) -> None:
    for name, box in boxes.items():
        box.layout.display = "" if name == key else "none"


def _kept(desk: Desk) -> ipywidgets.HTML:
    """Say where everything is kept, or that it could not be."""
    t, state, place = desk.t, desk.state, show(class_="trouble")

    def draw(_change: object = None) -> None:
        if state.not_kept:
            words = t("own.not_kept", why=state.not_kept.rstrip("."))
            place.value = f'<div role="alert">{paragraphs(words)}</div>'
            return
        where = state.keeper.place
        words = t("own.kept", place=where) if where else t("own.kept_here")
        place.value = f"<p>{escape(words)}</p>"

    state.observe(draw, ["not_kept"])
    draw()
    return place
