"""The pages that need no session: the start, the question for the key, and the wait for a turn."""

from pathlib import Path

import tornado.web
from markupsafe import Markup

from coprod_sim.apps.kit_place import kit_place
from coprod_sim.apps.page_style import page_style
from coprod_sim.markup import element, joined
from coprod_sim.words import ENGLISH, Words, languages, words_in

HERE = Path(__file__).parent
DOORS = {
    "decide": "apps/explore_scenarios.ipynb",
    "learn": "0_start_here.ipynb",
    "train": "apps/run_a_session.ipynb",
}
"""The notebook behind each door of the start page; one that is not there yet is said to be missing."""


def words_asked(handler: tornado.web.RequestHandler) -> Words:
    """Open the words of the language an address asks for, or the English ones."""
    asked = handler.get_query_argument("lang", ENGLISH)
    return words_in(asked if asked in languages() else ENGLISH)


def start_page(t: Words, notebooks: Path, base_url: str) -> str:
    """Write the start page.

    Args:
        t: the words of its language.
        notebooks: the folder of the pages.
        base_url: what stands before every address.

    Returns:
        The page as HTML.
    """
    others = [_language(code, base_url) for code in languages() if code != t.language]
    return _page("start.html").format(
        lang=t.language,
        look=page_style(),
        title=t("start-title"),
        text=t("start-text"),
        honest=t("door-honest"),
        doors=joined(*(_door(t, name, file, notebooks, base_url) for name, file in DOORS.items())),
        languages=Markup(" ").join(others),
        note=t(f"around-foot_{kit_place()}"),
    )


IDLE = 600
"""After how long without a page a session ends, and its place is free for whoever waits [seconds]."""


def waiting_page(t: Words, most: int, again: int) -> str:
    """Write the page that says that others are before this one, and asks again by itself.

    Args:
        t: the words of its language.
        most: how many sessions may run at a time.
        again: after how long it asks again [seconds].

    Returns:
        The page as HTML.
    """
    return _page("waiting.html").format(
        lang=t.language, look=page_style(), again=again, title=t("start-wait_title"),
        text=t("start-wait", most=most, minutes=IDLE // 60), link=t("start-wait_again"),
    )  # fmt: skip


def key_page(t: Words, base_url: str, onward: str, *, wrong: bool) -> str:
    """Write the page that asks for the key of the address that the kit showed when it was started.

    Args:
        t: the words of its language.
        base_url: what stands before every address.
        onward: the address on which somebody is let in.
        wrong: whether a key was given that does not fit.

    Returns:
        The page as HTML.
    """
    return _page("key.html").format(
        lang=t.language, look=page_style(), title=t("start-key_title"), text=t("start-key_text"),
        box=t("start-key_box"), go=t("start-key_go"), action=f"{base_url}login", onward=onward,
        wrong=element("p", t("start-key_wrong"), role="alert", id="wrong") if wrong else "",
    )  # fmt: skip


def _page(name: str) -> Markup:
    return Markup((HERE / name).read_text(encoding="utf-8"))  # noqa: S704 - ours; format escapes


def _language(code: str, base_url: str) -> Markup:
    name = words_in(code)("language-name")
    return element("a", name, href=f"{base_url}?lang={code}", lang=code, hreflang=code)


def _door(t: Words, name: str, file: str, notebooks: Path, base_url: str) -> Markup:
    title, text = t(f"start-{name}"), element("p", t(f"start-{name}_text"))
    if not (notebooks / file).exists():
        missing = element("p", element("em", t("start-not_yet")))
        return element("li", element("h2", title), text, missing)
    address = f"{base_url}voila/render/{file}?lang={t.language}"
    return element("li", element("h2", element("a", title, href=address)), text)
