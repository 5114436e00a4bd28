"""The few addresses the kit adds to Voila: the start page, whether a session lives, how it ends."""

import json
from pathlib import Path
from typing import Any

import tornado.web
from jupyter_core.utils import ensure_async
from markupsafe import Markup

from coprod_sim.markup import element, joined
from coprod_sim.words import ENGLISH, Words, languages, words_in

HERE = Path(__file__).parent
DOORS = {
    "decide": "apps/explore_scenarios.ipynb",
    "learn": "0_start_here.ipynb",
    "train": "apps/run_a_session.ipynb",
}
"""The notebook behind each door of the start page; one that is not there yet is said to be missing."""
OURS = ("localhost", "127.0.0.1", "::1")


class Local(tornado.web.RequestHandler):
    """Answers only to names of this computer, so that no foreign page can reach in."""

    def prepare(self) -> None:
        """Refuse a request that came under another name."""
        host = self.request.host.rsplit(":", 1)[0].strip("[]")
        if host not in OURS:
            raise tornado.web.HTTPError(421)


class StartPage(Local):
    """The start page: who are you, and which way do you want to go?"""

    def initialize(self, notebooks: Path) -> None:
        """Remember where the notebooks are."""
        self.notebooks = notebooks

    def get(self) -> None:
        """Write the page in the language asked for, or in English."""
        asked = self.get_query_argument("lang", ENGLISH)
        t = words_in(asked if asked in languages() else ENGLISH)
        self.set_header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'",
        )
        self.finish(_start_page(t, self.notebooks))


class Alive(Local):
    """Says which process runs a session, so that the page notices when it has ended."""

    def get(self, kernel_id: str) -> None:
        """Answer with the process number, or with null when the session is gone."""
        manager = self.settings["kernel_manager"]
        pid = None
        if kernel_id in manager:
            provisioner = manager.get_kernel(kernel_id).provisioner
            pid = getattr(provisioner, "pid", None) or getattr(provisioner.process, "pid", None)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"pid": pid}))


class EndSession(Local):
    """Ends the session of a page that was closed; its long random id is the only key."""

    def check_xsrf_cookie(self) -> None:
        """Need none: the browser sends no cookie when a page closes, and the id cannot be guessed."""

    async def post(self, kernel_id: str) -> None:
        """Shut the session down, if it is still there."""
        manager: Any = self.settings["kernel_manager"]
        if kernel_id in manager:
            await ensure_async(manager.shutdown_kernel(kernel_id, now=True))
        self.set_status(204)


def _start_page(t: Words, notebooks: Path) -> str:
    page = Markup((HERE / "start.html").read_text(encoding="utf-8"))  # noqa: S704 - ours; format escapes
    others = [_language(code) for code in languages() if code != t.language]
    return page.format(
        lang=t.language,
        title=t("start.title"),
        text=t("start.text"),
        honest=t("door.honest"),
        doors=joined(*(_door(t, name, file, notebooks) for name, file in DOORS.items())),
        languages=Markup(" ").join(others),
        note=t("start.note"),
    )


def _language(code: str) -> Markup:
    name = words_in(code)("language.name")
    return element("a", name, href=f"/?lang={code}", lang=code, hreflang=code)


def _door(t: Words, name: str, file: str, notebooks: Path) -> Markup:
    title, text = t(f"start.{name}"), element("p", t(f"start.{name}_text"))
    if not (notebooks / file).exists():
        missing = element("p", element("em", t("start.not_yet")))
        return element("li", element("h2", title), text, missing)
    address = f"/voila/render/{file}?lang={t.language}"
    return element("li", element("h2", element("a", title, href=address)), text)
