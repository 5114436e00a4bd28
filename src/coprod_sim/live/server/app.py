"""All addresses of the room server."""

from pathlib import Path
from typing import Any

import tornado.web

from coprod_sim.live.server import api, lead_pages, phone, projector
from coprod_sim.live.server.guarded import HEADERS, Guarded
from coprod_sim.live.server.hub import Hub

CODE = r"([A-Za-z0-9]{6}|[A-Za-z0-9]{8})"
STATIC = Path(__file__).parent / "static"


class Static(tornado.web.StaticFileHandler):
    """The style and the script, which phones may keep."""

    def set_default_headers(self) -> None:
        """Send the same careful headers as with pages."""
        for name, value in HEADERS.items():
            self.set_header(name, value)


class Nothing(Guarded):
    """Any other address."""

    def prepare(self) -> None:
        """Say that there is nothing here."""
        super().prepare()
        raise tornado.web.HTTPError(404)

    def check_xsrf_cookie(self) -> None:
        """There is nothing here to protect."""


def make_app(hub: Hub) -> tornado.web.Application:
    """Put the pages of phones, projector and trainer under their addresses."""
    shared = {"hub": hub}
    room = rf"/api/rooms/{CODE}"
    pages: list[tuple[str, Any]] = [
        (r"/", phone.Home),
        (rf"/{CODE}", phone.RoomPage),
        (rf"/{CODE}/join", phone.Join),
        (rf"/{CODE}/back", phone.ComeBack),
        (rf"/{CODE}/answer", phone.TakeAnswer),
        (rf"/{CODE}/leave", phone.Leave),
        (rf"/{CODE}/news", phone.News),
        (rf"/{CODE}/lead", lead_pages.LeadPage),
        (rf"/{CODE}/lead/do", lead_pages.LeadSteps),
        (rf"/{CODE}/screen", projector.Projector),
        (rf"/{CODE}/numbers", projector.Numbers),
        (r"/api/alive", api.ServerAlive),
        (r"/api/address", api.ShownAddress),
        (r"/api/rooms", api.NewRoom),
        (room, api.OneRoom),
        (rf"{room}/people", api.WhoIsHere),
        (rf"{room}/cards", api.CardsTyped),
        (rf"{room}/record", api.RoomRecord),
    ]
    return tornado.web.Application(
        [(pattern, page, shared) for pattern, page in pages],
        default_handler_class=Nothing,
        default_handler_args=shared,
        static_path=str(STATIC),
        static_handler_class=Static,
        xsrf_cookies=True,
        xsrf_cookie_kwargs={
            "httponly": True,
            "samesite": "Strict",
            "secure": hub.settings.hosted,
        },
        compress_response=True,
        log_function=lambda _handler: None,  # no address is ever written down
    )
