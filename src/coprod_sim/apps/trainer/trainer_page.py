"""Puts the trainer's page together, and keeps it in step with the room."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import page_loop, show
from coprod_sim.apps.frame import Desk, PagePart, desk_for, loading_of, page_of
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.errors import InputError
from coprod_sim.live.expiry import delete_due
from coprod_sim.live.record_open import stamp_open
from coprod_sim.markup import element

EARLY = ("plan", "room", "lead", "ideas", "cards")
"""The parts that need no model, and so are there at once: nobody waits for it while a room is led."""
PARTS = tuple(
    PagePart(
        key=k, title=f"trainer-part_{k}", build=f"coprod_sim.apps.trainer.parts.{k}", late=k not in EARLY
    )
    for k in ("plan", "room", "lead", "model", "ideas", "cards", "record")
)  # fmt: skip
"""The parts in the order of the page; each is a module of `parts`."""
ASK = 1.0
"""How often the room is asked where it stands [seconds]."""
LOG = logging.getLogger(__name__)
STYLE = Path(__file__).parent / "trainer.css"


def open_trainer(trainer: Trainer | None = None) -> ipywidgets.Widget:
    """Build the page; a session that is still running is found again by itself."""
    state = trainer or Trainer()
    state.attempt(state.refresh)
    desk = desk_for(state, PARTS, "lead" if state.session else PARTS[0].key)
    style = show(element("style", Markup(STYLE.read_text(encoding="utf-8"))))  # noqa: S704 - ours

    def on_turn(_key: str) -> None:
        desk.hush()
        desk.shell.say = desk.shell.aloud = ""

    whole = page_of(
        desk, PARTS, top=[style], on_turn=on_turn, loading=loading_of(PARTS),
        on_loaded=lambda: _greet(desk),
    )  # fmt: skip
    desk.shell.when_shown(lambda: _follow(state))
    return whole


def _greet(desk: Desk[Trainer]) -> None:
    """Delete rooms and records whose day has come, and say so; say also that a session was found again."""
    t, session, gone = desk.t, desk.state.session, delete_due()
    said = [gone.sentence] if gone else []
    if session is not None:
        said.append(t("trainer-found_again", code=session.code))
    desk.shell.say = " ".join(said)


def _follow(state: Trainer) -> None:
    """Keep asking the room while the page is open; without a page, as in tests, nobody asks."""
    loop = page_loop()
    if loop is None:
        return
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
