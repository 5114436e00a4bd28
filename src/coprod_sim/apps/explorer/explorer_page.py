"""Puts the leaders' page together: the first parts at once, the others when the model is loaded."""

from urllib.parse import parse_qsl

import ipywidgets

from coprod_sim.apps.explorer.explorer_state import Explorer, opened, query_of
from coprod_sim.apps.explorer.view import View
from coprod_sim.apps.frame import PagePart, desk_for, loading_of, page_of, query_string

EARLY = ("door", "gate")
"""The parts that need no model, and so are there at once."""
KEYS = (*EARLY, "case", "now", "what", "why", "cost", "take", "rigged", "town")
PARTS = tuple(
    PagePart(
        key=k, title=f"parts.{k}", build=f"coprod_sim.apps.explorer.parts.{k}", late=k not in EARLY
    )
    for k in KEYS
)
"""The parts in the order of the page; each is a module of `parts`."""


def open_explorer(query: str | None = None) -> ipywidgets.Widget:
    """Build the page for the address it was opened with; returns the widget to show.

    The model is loaded beside the page: the door and the gate can be used meanwhile. `query` is what
    stands after `?` in the address; without it Voila is asked, which waits for the visitor.
    """
    loading = loading_of(PARTS).start()
    view, problem = opened(dict(parse_qsl(query_string() if query is None else query)))
    state = Explorer(view.but(part=view.part if view.part in KEYS else KEYS[0]))
    state.problem = problem
    desk = desk_for(state, PARTS, state.view.part)
    shell = desk.shell
    if state.view.but(part=KEYS[0], language=View().language) != View():
        shell.query = query_of(state.view)
    state.observe(lambda _change: setattr(shell, "query", query_of(state.view)), ["view"])
    return page_of(
        desk, PARTS, reassuring=state.t("faults.kept"), on_turn=lambda key: state.change(part=key),
        loading=loading, on_loaded=state.start,
    )  # fmt: skip
