"""All addresses of the room server."""

from pathlib import Path
from typing import Any

import tornado.web
from tornado.httputil import HTTPServerRequest

from coprod_sim.live.server import api, lead_pages, phone, projector
from coprod_sim.live.server.guarded import HEADERS, STATUS, TEMPLATES, Guarded
from coprod_sim.live.server.hub import Hub
from coprod_sim.live.server.limits import sender
from coprod_sim.live.server.page_turns import TooMany
from coprod_sim.words import words_in

BODY, READ_AWAY = 16 * 1024, 512 * 1024
"""The largest body of a phone, and the largest that is read to its end to refuse it in words [bytes]."""
CODE = r"([A-Za-z0-9]{6}|[A-Za-z0-9]{8})"
STATIC = Path(__file__).parent / "static"


class Static(tornado.web.StaticFileHandler):
    """The style and the script, which phones may keep; they are sent in turn, as pages are."""

    async def prepare(self) -> None:
        """Wait for a turn; it is not kept while the file goes out, for a phone may be slow to take it."""
        hub: Hub = self.settings["shared"]["hub"]
        who = hub.asks(sender(self.request.remote_ip or ""), self.request.path, "", "")
        try:
            async with hub.turns.turn(who):
                pass
        except TooMany:
            raise tornado.web.HTTPError(503) from None

    def set_default_headers(self) -> None:
        """Send the same careful headers as with pages."""
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Look where a file would lie; what no disk can name is not there.

        Args:
            root: the folder.
            absolute_path: where the file would lie.

        Returns:
            The path, if it is one of ours.
        """
        if "\0" in absolute_path:
            raise tornado.web.HTTPError(404)
        return super().validate_absolute_path(root, absolute_path)

    def write_error(self, status_code: int, **_more: Any) -> None:
        """Say on a page like any other that there is no such page.

        Args:
            status_code: what the answer begins with.
        """
        words = words_in("en")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        known = "nothing" if status_code < 500 else STATUS.get(status_code, "broken")
        page = TEMPLATES.get_template("message.html")
        said = {"sentence": words(f"room-{known}"), "again": False}
        self.finish(page.render(w=words, static=self.static_url, **said))


class Nothing(Guarded):
    """Any other address."""

    async def prepare(self) -> None:
        """Say that there is nothing here."""
        await super().prepare()
        raise tornado.web.HTTPError(404)

    def check_xsrf_cookie(self) -> None:
        """There is nothing here to protect."""


@tornado.web.stream_request_body
class TooLong(Guarded):
    """Refuses in a sentence what is too long; nothing of it is kept."""

    async def prepare(self) -> None:
        """Let the body come, up to a bound: a browser hears nothing before it has sent all of it."""
        await super().prepare()
        self.request.connection.set_max_body_size(READ_AWAY)  # type: ignore[union-attr]

    def check_xsrf_cookie(self) -> None:
        """There is nothing here to protect."""

    def data_received(self, chunk: bytes) -> None:
        """Drop it."""

    def post(self) -> None:
        """Say so."""
        raise tornado.web.HTTPError(413)


class Pages(tornado.web.Application):
    """All addresses; before any of them, a look at how long the request is."""

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        """Find who answers a request.

        Args:
            request: its first lines; the body is still to come.
            kwargs: what Tornado passes along.

        Returns:
            Whoever answers.
        """
        told = request.headers.get("Content-Length", "")
        phones = not request.path.startswith("/api/")
        if phones and told.isascii() and told.isdigit() and int(told[:12]) > BODY:
            return self.get_handler_delegate(request, TooLong, self.settings["shared"])
        return super().find_handler(request, **kwargs)


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
        (rf"{room}/people", api.WhoHasJoined),
        (rf"{room}/cards", api.CardsTyped),
        (rf"{room}/record", api.RoomRecord),
    ]
    return Pages(
        [(pattern, page, shared) for pattern, page in pages],
        default_handler_class=Nothing,
        default_handler_args=shared,
        shared=shared,
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
