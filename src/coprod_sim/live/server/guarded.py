"""What every page of the room server does: look who is asking, send careful headers, refuse plainly."""

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any
from urllib.parse import SplitResult, urlsplit

import jinja2
import tornado.ioloop
import tornado.web
from markupsafe import Markup
from sqlalchemy.exc import IntegrityError

from coprod_sim.errors import InputError
from coprod_sim.live.credentials import read_code
from coprod_sim.live.room import Room, Unknown
from coprod_sim.live.room_store import StoreTrouble
from coprod_sim.live.scale_words import mean_in_words, mean_shown, one_scale, scale_in_words
from coprod_sim.live.server.hub import Hub
from coprod_sim.live.server.limits import sender
from coprod_sim.live.server.page_turns import TooMany
from coprod_sim.words import words_in

SAFE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": SAFE,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would make browsers send forms with the origin "null"
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Server": "coprod-sim",
}
TEMPLATES = jinja2.Environment(
    loader=jinja2.PackageLoader("coprod_sim.live.server"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.globals |= {
    one.__name__: one for one in (mean_in_words, mean_shown, one_scale, scale_in_words)
}
STATUS = {
    400: "unreadable",
    421: "other_name",
    403: "not_ours",
    404: "nothing",
    413: "too_long",
    429: "slow_down",
    503: "busy",
}
REFUSALS = {StoreTrouble: 503, Unknown: 404, InputError: 409, IntegrityError: 404}
"""What is answered to what a function below refused; the first that fits."""
log = logging.getLogger("coprod_sim.room")


MOST_HELD = 200
"""How many refusals are held back at once; what comes on top is refused at once, which costs as little."""


class Guarded(tornado.web.RequestHandler):
    """A handler that checks the names and origins of a request and never shows a traceback."""

    hub: Hub
    in_turn = True
    """Whether its pages are made in turn."""
    tells = False
    """Whether what is not there is named; on phones it is not."""

    missing = ""
    """What is not there, where that is known: a word of the sentence that says so."""
    no_room = "no_room"
    """The word of the sentence that says that there is no such room."""

    def initialize(self, hub: Hub) -> None:
        """Keep what the pages share."""
        self.hub = hub

    def set_default_headers(self) -> None:
        """Send the same careful headers with everything."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")

    async def prepare(self) -> None:
        """Refuse requests under a foreign name or from a foreign page; drop those nobody waits for."""
        if self.request.connection.stream.closed():  # type: ignore[union-attr]
            raise tornado.web.Finish
        if _parted(f"//{self.request.host}").hostname not in self.hub.names:
            raise tornado.web.HTTPError(421)
        if self.where not in self.hub.names:
            self.hub.phone_seen = True
        origin = self.request.headers.get("Origin")
        if origin is not None and _parted(origin).netloc != self.request.host:
            raise tornado.web.HTTPError(403)
        if self.in_turn and self.request.method in ("GET", "HEAD"):
            await self._wait_for_turn()

    async def _wait_for_turn(self) -> None:
        kept = (self.get_cookie(name) or "" for name in ("seat", "screen"))
        who = self.hub.asks(self.where, self.request.path, *kept)
        try:
            await self.turn.enter_async_context(self.hub.turns.turn(who))
        except TooMany:
            raise tornado.web.HTTPError(503) from None
        if self.request.connection.stream.closed():  # type: ignore[union-attr]
            raise tornado.web.Finish

    async def _execute(self, *args: Any, **kwargs: Any) -> None:
        """Let go of the turn however the request ends."""
        async with AsyncExitStack() as self.turn:
            await super()._execute(*args, **kwargs)

    @property
    def where(self) -> str:
        """The address that is asking; kept in memory only, to slow down guessing."""
        return sender(self.request.remote_ip or "")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say in a plain sentence what went wrong."""
        sentence = words_in("en")(f"room-{self.missing or STATUS.get(status_code, 'broken')}")
        problem = kwargs.get("exc_info", (None, None))[1]
        if isinstance(problem, StoreTrouble) and not self.tells:
            sentence = words_in("en")("room-full_disk")
        elif isinstance(problem, InputError) and (self.tells or not isinstance(problem, Unknown)):
            sentence = problem.sentence
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Answer with one sentence, as a page or as data."""
        if self.wants_data:
            self.finish({"problem": sentence})
        else:
            again = self.get_status() >= 429 and self.request.method == "GET"
            self.page("message.html", words_in("en"), sentence=sentence, again=again)

    @property
    def wants_data(self) -> bool:
        """Whether a script is asking, not a browser going to a page."""
        return self.request.headers.get("X-Requested-With") == "room"

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Write down our own faults, without who asked; refusals are no faults."""
        if not isinstance(value, (tornado.web.HTTPError, *REFUSALS)):
            log.error("a page failed", exc_info=(typ, value, tb))

    def page(self, template: str, words: Any, **values: Any) -> None:
        """Make a page from its template."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        form = Markup(self.xsrf_form_html())  # noqa: S704 - made by Tornado
        extra = {"w": words, "xsrf": form, "static": self.static_url}
        self.finish(TEMPLATES.get_template(template).render(**extra, **values))

    async def known_room(self, typed: str) -> Room:
        """Find the room of a code; a wrong code counts as a failed try."""
        code = read_code(typed)
        try:
            async with self.a_guess():
                if code is None:
                    raise Unknown("no code")
                return await self.hub.room(code)
        except Unknown:
            self.missing = self.no_room
            raise tornado.web.HTTPError(404) from None

    @asynccontextmanager
    async def a_guess(self, room: str = "") -> AsyncIterator[None]:
        """Let one code be tried: one after the other from each address, and `Unknown` counts as wrong.

        Args:
            room: the room whose codes to come back are tried, if they are.

        Raises:
            HTTPError: too many were wrong; it says 429.
        """
        async with self.hub.limiter.turn(self.where):
            if not self.hub.limiter.may_guess(self.where, room):
                raise tornado.web.HTTPError(429)
            try:
                yield
            except Unknown:
                self.hub.limiter.guessed_wrong(self.where, room)
                raise

    def _handle_request_exception(self, e: BaseException) -> None:
        for kind, status in REFUSALS.items():
            if isinstance(e, kind):
                e = tornado.web.HTTPError(status)
                break
        forged = isinstance(e, tornado.web.HTTPError) and e.status_code == 403
        later = self.hub.limiter.wait(self.where) if forged else 0.0
        if later and self.hub.held < MOST_HELD:
            self.hub.held += 1
            tornado.ioloop.IOLoop.current().call_later(later, self._refuse_now, e)
        else:
            super()._handle_request_exception(e)

    def _refuse_now(self, e: BaseException) -> None:
        self.hub.held -= 1
        try:
            raise e  # so that what looks at the error in hand finds this one
        except tornado.web.HTTPError as refusal:
            super()._handle_request_exception(refusal)


def _parted(address: str) -> SplitResult:
    """Take an address apart; what is none has no name."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")
