"""The page for the projector: how to join, what is on, and what has been revealed."""

from functools import lru_cache

import segno
from markupsafe import Markup

from coprod_sim.live import room as rooms
from coprod_sim.live.part_script import stored_script
from coprod_sim.live.server.phone import InRoom
from coprod_sim.live.server.views import screen_view
from coprod_sim.words import words_in


class Projector(InRoom):
    """The big clean page for everybody to look at."""

    no_room = "screen_no_room"

    async def get(self, typed: str) -> None:
        """Show it."""
        room = await self.known_room(typed)
        await self.note_open(room, room.version)
        view = await self.hub.read(lambda c: screen_view(c, room))
        here, answered = await self.hub.counts(room.code)
        link = f"{self.hub.address}/{room.code}"
        words = words_in(room.plan.language)
        self.keep_cookie(room, "screen", rooms.screen_note(room))
        self.page(
            "screen.html", words, room=room, view=view, here=here, address=self.hub.address,
            phones=room.plan.phones or self.hub.settings.lan,
            answered=answered.get(view.key, {}).get(view.round, 0), qr=qr(link, words("room-screen_qr")),
        )  # fmt: skip


class Numbers(InRoom):
    """How many are here and how many have answered; the projector asks now and then."""

    async def get(self, typed: str) -> None:
        """Give the two numbers."""
        room = await self.known_room(typed)
        here, answered = await self.hub.counts(room.code)
        part = room.standing(room.current or "").round
        told = answered.get(room.current or "", {}).get(part, 0)
        script = stored_script(room.settings)
        led = script.stamp if script else ""
        self.finish({"here": here, "answered": told, "part": led})


@lru_cache(maxsize=64)
def qr(link: str, title: str) -> Markup:
    """Draw a link as a QR code, in SVG that needs no style."""
    drawn = segno.make(link, error="m").svg_inline(
        border=4, light="#fff", omitsize=True, svgclass="qr", lineclass=None, title=title
    )
    return Markup(drawn)  # noqa: S704 - made by segno from our own link
