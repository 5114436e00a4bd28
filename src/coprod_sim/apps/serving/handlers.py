"""The few addresses the kit adds to Voila: the start page, whether a session lives, how it ends."""

import json
from html import escape
from pathlib import Path
from typing import Any

import tornado.web
from jupyter_core.utils import ensure_async

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
    cards = "".join(_door(t, name, file, notebooks) for name, file in DOORS.items())
    others = " ".join(_language(code) for code in languages() if code != t.language)
    return (
        (HERE / "start.html")
        .read_text(encoding="utf-8")
        .format(
            lang=t.language,
            title=escape(t("start.title")),
            text=escape(t("start.text")),
            honest=escape(t("door.honest")),
            doors=cards,
            languages=others,
            note=escape(t("start.note")),
        )
    )


def _language(code: str) -> str:
    name = escape(words_in(code)("language.name"))
    return f'<a href="/?lang={code}" lang="{code}" hreflang="{code}">{name}</a>'


def _door(t: Words, name: str, file: str, notebooks: Path) -> str:
    head, text = escape(t(f"start.{name}")), escape(t(f"start.{name}_text"))
    if not (notebooks / file).exists():
        return f"<li><h2>{head}</h2><p>{text}</p><p><em>{escape(t('start.not_yet'))}</em></p></li>"
    address = f"/voila/render/{file}?lang={t.language}"
    return f'<li><h2><a href="{address}">{head}</a></h2><p>{text}</p></li>'
