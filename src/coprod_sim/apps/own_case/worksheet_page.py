"""Puts the worksheet together: its parts in the order of the work, and where everything is kept."""

import ipywidgets

from coprod_sim.apps.controls import show
from coprod_sim.apps.frame import Desk, PagePart, desk_for, page_of, query_string
from coprod_sim.apps.own_case.keeping import Keeper
from coprod_sim.apps.own_case.worksheet_state import Worksheet
from coprod_sim.kit_place import kit_place
from coprod_sim.learning.own_case.storage import InProgress
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.markup import element, paragraphs

PARTS = tuple(
    PagePart(key=k, title=f"own-part-{k}", build=f"coprod_sim.apps.own_case.parts.{k}")
    for k in ("case", "gate", "score", "brings", "plan", "note", "journal", "again", "take")
)
"""The parts in the order of the page; each is a module of `parts`."""


def open_worksheet(keeper: Keeper | None = None) -> ipywidgets.Widget:
    """Build the worksheet; returns the widget to show. Without a keeper it is kept in the progress file.

    Voila gets pages ready before anybody comes. So this waits for the visitor first: what was kept
    meanwhile must be on the page.
    """
    query_string()
    return worksheet_of(Worksheet(keeper or _in_progress()))


def _in_progress() -> InProgress:
    store = ProgressStore()
    store.named = place_said
    return InProgress(store)


def worksheet_of(state: Worksheet) -> ipywidgets.Widget:
    """Put the page for a state together."""
    desk = desk_for(state, PARTS, PARTS[0].key, label="own-parts")
    desk.shell.on_back = desk.guarded(state.look_again)
    return page_of(desk, PARTS, top=[_kept(desk)], reassuring=state.t("faults-kept"))


def _kept(desk: Desk[Worksheet]) -> ipywidgets.HTML:
    """Say where everything is kept, or that it could not be."""
    t, state, place = desk.t, desk.state, show(class_="trouble")

    def draw(_change: object = None) -> None:
        if state.not_kept:
            words = t("own-not_kept", why=state.not_kept.rstrip("."))
            place.value = element("div", paragraphs(words), role="alert")
            return
        where = state.keeper.place
        said = t(f"own-kept_{kit_place()}", place=where) if where else t("own-kept_open")
        place.value = element("p", said)

    state.observe(draw, ["not_kept"])
    draw()
    return place
