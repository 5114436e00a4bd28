"""The few addresses the kit adds to Voila: the start, the way in, whether a session lives, how it ends."""

import hmac
import json
import os
import re
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.auth.identity import User
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from coprod_sim.apps.serving.plain_pages import key_page, start_page, words_asked
from coprod_sim.apps.serving.refusals import Plain
from coprod_sim.words import ENGLISH


class Local(Plain):
    """Answers only to names of the kit, and says plainly what it refuses."""

    def prepare(self) -> None:
        """Refuse a request that came under another name."""
        self.check_host()


class Keyed(Local):
    """Lets in whoever has the key that the kit asks for; a cookie makes them known on all other pages."""

    @property
    def base_url(self) -> str:
        """Where the cookie holds: for all of the kit. Jupyter's identity provider asks for it."""
        return self.settings.get("base_url", "/")

    def may_enter(self) -> bool:
        """Let in whoever has the key or the cookie; without a key, everybody at this computer."""
        provider: Any = self.settings.get("identity_provider")
        if provider is None or not provider.token:
            return True
        if hmac.compare_digest(self._given().encode(), provider.token.encode()):
            provider.set_login_cookie(self, User("person"))
            return True
        return provider.get_user_cookie(self) is not None

    def ask(self, onward: str) -> None:
        """Ask for the key; `onward` is the address on which somebody is let in."""
        self.set_status(403)
        self.finish(key_page(words_asked(self), self.base_url, onward, wrong=bool(self._given())))

    def _given(self) -> str:
        """Give the key from an address, or from the box, where a whole address may stand as well."""
        return (
            self.get_query_argument("token", "").rpartition("token=")[2].partition("&")[0].strip()
        )


class StartPage(Keyed):
    """The start page: who are you, and which way do you want to go?"""

    def initialize(self, notebooks: Path) -> None:
        """Remember where the notebooks are."""
        self.notebooks = notebooks

    def get(self) -> None:
        """Write the page in the language asked for, or in English."""
        if not self.may_enter():
            self.ask(self.base_url)
            return
        if self._given():  # who has come in is known by now, and others may see the address
            lang = words_asked(self).language
            self.redirect(self.base_url + (f"?lang={lang}" if lang != ENGLISH else ""))
            return
        self.set_header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'",
        )
        self.finish(start_page(words_asked(self), self.notebooks, self.base_url))


class LogIn(Keyed):
    """Asks whoever comes without the key for it, as after the kit was started again, and leads them back."""

    def get(self) -> None:
        """Lead on to the page that was asked for, or ask for the key."""
        onward = self._onward()
        if self.may_enter():
            self.redirect(onward)
        else:
            self.ask(onward)

    def _onward(self) -> str:
        """Give the address that was asked for, unless it leads out of the kit."""
        asked = self.get_query_argument("next", self.base_url)
        inside = asked.startswith(self.base_url) and re.fullmatch(r"/([^/\\\s][^\\\s]*)?", asked)
        return asked if inside else self.base_url


class Alive(Local):
    """Says which process runs a session, and which the kit, so that a page notices when one has ended."""

    def get(self, kernel_id: str) -> None:
        """Answer with the process numbers, or with null for one when the session is gone."""
        self.set_header("Content-Type", "application/json")
        pid = process_of(self.settings["kernel_manager"], kernel_id)
        self.finish(json.dumps({"pid": pid, "kit": os.getpid()}))


class EndSession(Local):
    """Ends the session of a page that was closed; its long random id is the only key."""

    def check_xsrf_cookie(self) -> None:
        """Need none: the browser sends no cookie when a page closes, and the id cannot be guessed."""

    async def post(self, kernel_id: str) -> None:
        """Shut the session down, if it is still there."""
        self.settings["turns"].ended(kernel_id)
        await end_session(self.settings["kernel_manager"], kernel_id)
        self.set_status(204)


class PageLine(Plain, VoilaKernelWebsocketHandler):
    """The line between a page and its session; every half minute Jupyter asks whether it still stands."""

    async def open(self, kernel_id: str) -> None:
        """Note that the line stands."""
        self.settings["turns"].line(kernel_id, stands=True)
        await super().open(kernel_id)

    def on_close(self) -> None:
        """Note that the line is lost: the page was left, or its tab has died."""
        self.settings["turns"].line(self.kernel_id, stands=False)
        super().on_close()

    def get_websocket_protocol(self) -> Any:
        """Keep Tornado from asking as well: it takes Jupyter's milliseconds for seconds, and warns."""
        protocol: Any = super().get_websocket_protocol()
        if protocol is not None:
            protocol.params.ping_interval = 0
        return protocol


async def end_session(manager: Any, kernel_id: str) -> None:
    """Shut a session down, if it is still there."""
    if kernel_id in manager:
        await ensure_async(manager.shutdown_kernel(kernel_id, now=True))


def process_of(manager: Any, kernel_id: str) -> int | None:
    """Give the number of the process that runs a session, or None when it has ended."""
    if kernel_id not in manager:
        return None
    process = getattr(manager.get_kernel(kernel_id).provisioner, "process", None)
    return process.pid if process is not None and process.poll() is None else None
