"""Puts a page together: its parts, of which one is shown, the place for trouble, the list of parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Shell, show
from coprod_sim.apps.frame.background import Loading
from coprod_sim.apps.frame.desk import Desk, PageState
from coprod_sim.apps.frame.in_print import UNPRINTED, PrintedBox
from coprod_sim.apps.page_style import page_style
from coprod_sim.charts.look import INSIDE
from coprod_sim.markup import element, joined, paragraphs

Build = Callable[[Desk[Any]], ipywidgets.Widget]


@dataclass(frozen=True, kw_only=True)
class PagePart:
    """One part of a page.

    `title` is the key of its name in the words. `build` makes its widget; the name of a module stands for
    the function `part` in it. A `late` part is built when what takes long is loaded, the others at once.
    """

    key: str
    title: str
    build: Build | str
    late: bool = False

    def built(self, desk: Desk[Any]) -> ipywidgets.Widget:
        """Build the part."""
        if isinstance(self.build, str):
            return import_module(self.build).part(desk)
        return self.build(desk)


def desk_for[S: PageState](
    state: S, parts: Sequence[PagePart], here: str, label: str = "page-parts"
) -> Desk[S]:
    """Set up a page's desk, with a shell that lists the parts; `here` is the key of the part shown."""
    t = state.t
    shell = Shell([(p.key, t(p.title)) for p in parts], here, {"parts": t(label)})
    return Desk(state, shell)


def loading_of(parts: Sequence[PagePart]) -> Loading:
    """Make what loads the model and the modules of late parts."""
    return Loading([p.build for p in parts if p.late and isinstance(p.build, str)])


def page_of(
    desk: Desk[Any],
    parts: Sequence[PagePart],
    *,
    top: Sequence[ipywidgets.Widget] = (),
    bottom: Sequence[ipywidgets.Widget] = (),
    reassuring: str = "",
    on_turn: Callable[[str], None] = lambda _key: None,
    loading: Loading | None = None,
    on_loaded: Callable[[], None] = lambda: None,
) -> ipywidgets.VBox:
    """Put a page together from its parts, of which the shell says which one is shown.

    Args:
        desk: What the parts are built with.
        parts: The parts, in order; a page may have none.
        top: What stands above the list of parts.
        bottom: What stands under the parts.
        reassuring: What is said under every trouble.
        on_turn: Called with the key of another part before it is shown.
        loading: What late parts wait for; they are built when it is done and the browser has the page.
        on_loaded: Called when the late parts have been built.

    Returns:
        The page: `top`, the shell, the place for trouble, a box for each part, `bottom`.
    """
    boxes = {p.key: _box(p, desk) for p in parts}
    trouble = place_for_trouble(desk, reassuring)

    def turn(key: str) -> None:
        on_turn(key)
        _show_only(boxes, key)
        desk.arrive(key)

    desk.shell.on_turn = desk.guarded(turn)
    _show_only(boxes, desk.shell.here)
    if loading is not None:
        waiting = [(boxes[p.key], p) for p in parts if p.late]
        _build_late(desk, waiting, loading, on_loaded)
    return framed([*top, desk.shell, trouble, *boxes.values(), *bottom])


def framed(inside: Sequence[ipywidgets.Widget], *classes: str) -> ipywidgets.VBox:
    """Put what stands on a page, or in a cell of a lesson, into the box that carries the look."""
    return _classed(PrintedBox([*inside, look()]), INSIDE, "coprod-page", *classes)


@cache
def look() -> ipywidgets.HTML:
    """Make what brings the look onto a page; one serves all pages and all cells of a session."""
    return show(page_style(), class_=UNPRINTED)


def place_for_trouble(desk: Desk[Any], reassuring: str = "") -> ipywidgets.HTML:
    """Make the place where a sentence says what went wrong, and something reassuring under it."""
    place = show(class_="trouble")

    def draw(_change: object = None) -> None:
        said = desk.state.problem
        words = paragraphs(f"{said}\n{reassuring}")
        place.value = element("div", words, role="alert") if said else ""

    desk.state.observe(draw, ["problem"])
    draw()
    return place


def _build_late(
    desk: Desk[Any],
    waiting: Sequence[tuple[ipywidgets.VBox, PagePart]],
    loading: Loading,
    on_loaded: Callable[[], None],
) -> None:
    """Build late parts: now if everything is loaded, as in a session kept warm, else when it is."""

    def complete() -> None:
        loading.check()
        for box, part in waiting:
            box.children = [part.built(desk)]
        on_loaded()
        if desk.shell.say == desk.t("page-loading"):
            desk.shell.say = ""

    if loading.done:
        desk.guarded(complete)()
    else:
        desk.shell.say = desk.t("page-loading")
        desk.shell.when_shown(lambda: loading.then(desk.guarded(complete)))


def _box(part: PagePart, desk: Desk[Any]) -> ipywidgets.VBox:
    t = desk.t
    waiting = joined(element("h2", t(part.title)), element("p", t("page-loading")))
    box = ipywidgets.VBox([show(waiting) if part.late else part.built(desk)])
    return _classed(box, "part", f"part-{part.key}")


def _classed(box: ipywidgets.VBox, *names: str) -> ipywidgets.VBox:
    for name in names:
        box.add_class(name)
    return box


def _show_only(boxes: dict[str, ipywidgets.VBox], key: str) -> None:
    for name, box in boxes.items():
        box.layout.display = "" if name == key else "none"
