"""Puts the trainer's page together, and keeps it in step with the room."""

import asyncio
import logging
import threading
from collections.abc import Callable
from pathlib import Path

import ipywidgets

from coprod_sim.apps.controls import Shell, page_loop, show
from coprod_sim.apps.trainer.desk import Desk
from coprod_sim.apps.trainer.parts import cards, ideas, lead, model, plan, record, room
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.errors import InputError
from coprod_sim.live.record import expire
from coprod_sim.live.record_open import sessions_root, stamp_open
from coprod_sim.markup import paragraphs
from coprod_sim.words import Words

PARTS = {
    "plan": plan.part,
    "room": room.part,
    "lead": lead.part,
    "model": model.part,
    "ideas": ideas.part,
    "cards": cards.part,
    "record": record.part,
}
"""The parts of the page, in order."""
ASK = 1.0
"""How often the room is asked where it stands [seconds]."""
LOG = logging.getLogger(__name__)
STYLE = Path(__file__).parent / "trainer.css"


def page(trainer: Trainer | None = None) -> ipywidgets.Widget:
    """Build the page; a session that is still running is found again by itself."""
    state = trainer or Trainer()
    t = state.t
    start = "lead" if state.session else "plan"
    state.attempt(state.refresh)
    shell = Shell([(k, t(f"trainer.part_{k}")) for k in PARTS], start, {"parts": t("page.parts")})
    desk = Desk(state, shell)
    trouble = _trouble(desk)
    boxes = {key: _box(key, build(desk)) for key, build in PARTS.items()}
    shell.on_turn = desk.guarded(lambda key: _turn(desk, boxes, key))
    shell.say = _greeting(state, expire(sessions_root()), t)
    _show_only(boxes, start)
    style = show(f"<style>{STYLE.read_text(encoding='utf-8')}</style>")
    whole = ipywidgets.VBox([style, shell, trouble, *boxes.values()])
    whole.add_class("coprod-page")
    shell.when_shown(lambda: _follow(state))
    return whole


def _greeting(state: Trainer, gone: list[str], t: Words) -> str:
    said = [t("trainer.record.expired", names=", ".join(gone))] if gone else []
    if state.session:
        said.append(t("trainer.found_again", code=state.session.code))
    return " ".join(said)


def _turn(desk: Desk, boxes: dict[str, ipywidgets.VBox], key: str) -> None:
    desk.trainer.problem = ""
    _show_only(boxes, key)
    desk.arrive(key)


def _show_only(boxes: dict[str, ipywidgets.VBox], key: str) -> None:
    for name, box in boxes.items():
        box.layout.display = "" if name == key else "none"


def _box(key: str, inside: ipywidgets.Widget) -> ipywidgets.VBox:
    box = ipywidgets.VBox([inside])
    for name in ("part", f"part-{key}"):
        box.add_class(name)
    return box


def _trouble(desk: Desk) -> ipywidgets.HTML:
    """Make the place where a sentence says what went wrong."""
    place = show(class_="trouble")

    def draw(_change: object = None) -> None:
        said = desk.trainer.problem
        place.value = f'<div role="alert">{paragraphs(said)}</div>' if said else ""

    desk.trainer.observe(draw, ["problem"])
    draw()
    return place


def _follow(state: Trainer) -> None:
    """Keep asking the room while the page is open; without a page, as in tests, nobody asks."""
    loop = page_loop()
    if loop is None:
        return
    threading.Thread(target=_warm, daemon=True).start()
    state.following = loop.create_task(_ask_again(state, loop.run_in_executor))


async def _ask_again(state: Trainer, apart: Callable[..., asyncio.Future]) -> None:
    """Ask once a second, apart from the page, so that a slow answer holds nothing up."""
    while True:
        await asyncio.sleep(ASK)
        if state.session is None and stamp_open() == 0:
            continue
        try:
            found = await apart(None, state.ask)
            state.hear(found)
        except InputError:
            state.away = True
        except Exception:
            LOG.exception("the room could not be asked")
            state.away = True


def _warm() -> None:
    """Load and compile the model while people arrive."""
    from coprod_sim.results import compare  # noqa: PLC0415 - takes seconds

    compare("reference", runs=8, draws=0)
