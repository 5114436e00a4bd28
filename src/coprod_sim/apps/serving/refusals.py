"""What is answered to requests that the kit refuses or cannot fulfil: one sentence, and no traceback."""

import logging
from typing import Any, cast

import tornado.web
from jupyter_server.base.handlers import APIHandler

from coprod_sim.apps.serving.host_names import OURS, is_answered_to, name_in
from coprod_sim.apps.serving.plain_pages import refusal_page, words_asked
from coprod_sim.words import ENGLISH, Words, words_in

log = logging.getLogger("coprod_sim.kit")
NOTED = "names_noted"
"""Where the settings keep the names that were refused and noted."""
MOST_NOTED = 20
"""How many names are noted, so that nobody can fill the disk."""
REFUSED = (
    "Somebody asked for a page under the name %r, which the kit refuses (421). "
    "To allow a name, start the kit with --name"
)


class UnderItsName(tornado.web.RequestHandler):
    """Answers only to names of the kit, so that no foreign page can reach in."""

    def check_host(self) -> bool:
        """Refuse a request that came under another name; Jupyter's own handlers ask this first."""
        name, settings = name_in(self.request.host), self.settings
        known = settings.get("local_hostnames", OURS)
        if settings.get("allow_remote_access") or is_answered_to(name, known):
            return True
        noted = settings.setdefault(NOTED, set())
        if name not in noted and len(noted) < MOST_NOTED:
            noted.add(name)
            log.warning(REFUSED, name or self.request.host[:60])
        raise tornado.web.HTTPError(421)


class Plain(UnderItsName):
    """Says on a plain page why nothing is shown; Jupyter's page for that needs files that the kit has not."""

    def write_error(self, status_code: int, **_how: Any) -> None:
        """Write the page."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(refusal_page(_words(self), status_code, self.settings.get("base_url", "/")))


class NotHere(Plain):
    """Answers wherever the kit has nothing."""

    def prepare(self) -> None:
        """Say that nothing is here, or less to who asks under another name."""
        self.check_host()
        raise tornado.web.HTTPError(404)

    def check_xsrf_cookie(self) -> None:
        """Need none: nothing is done."""


def plainly(kind: type[tornado.web.RequestHandler]) -> type[tornado.web.RequestHandler]:
    """Give a handler that does what another does and refuses as the kit does.

    Args:
        kind: the other; one that answers scripts goes on to answer them as data.

    Returns:
        A handler of its own.
    """
    if issubclass(kind, UnderItsName):
        return kind
    refuses = UnderItsName if issubclass(kind, APIHandler) else Plain
    return cast("type[Plain]", type(kind.__name__, (refuses, kind), {}))


def _words(handler: tornado.web.RequestHandler) -> Words:
    """Open the words of the language asked for, unless just that could not be read."""
    try:
        return words_asked(handler)
    except tornado.web.HTTPError:
        return words_in(ENGLISH)
