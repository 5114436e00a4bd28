"""The pages that need no session: the start, the question for the key, and the wait for a turn."""

from functools import cache
from pathlib import Path
from typing import Any

import tornado.web
from jinja2 import Environment, PackageLoader, StrictUndefined

from coprod_sim.apps.page_style import page_style
from coprod_sim.apps.serving.turns import kept_for
from coprod_sim.kit_place import kit_place, rooms_may_open
from coprod_sim.words import ENGLISH, Words, languages, words_in

DOORS = {
    "decide": "apps/explore_scenarios.ipynb",
    "learn": "0_start_here.ipynb",
    "train": "apps/run_a_session.ipynb",
}
"""The notebook behind each door of the start page; one that is not there yet is said to be missing."""

REFUSALS = {404: "none", 421: "name"}
"""The words for what is refused; all else up to `FAULT` is unfit, and from there on a fault of the kit."""
FAULT = 500


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
    addresses = {
        name: f"{base_url}voila/render/{file}?lang={t.language}"
        if (notebooks / file).exists()
        else ""
        for name, file in DOORS.items()
    }
    others = [words_in(code) for code in languages() if code != t.language]
    note, rooms = t(f"around-foot_{kit_place()}"), "yes" if rooms_may_open() else "no"
    return _page(
        "start", t, doors=addresses, others=others, note=note, base_url=base_url, rooms=rooms,
        title=t("start-title"),
    )  # fmt: skip


def moment_page(t: Words, again: int) -> str:
    """Write the page between two pages of a kit that is full: the first ends, then the second begins.

    Args:
        t: the words of its language.
        again: after how long it asks again [seconds].

    Returns:
        The page as HTML.
    """
    text = t("start-moment")
    return _page("waiting", t, again=again, text=text, title=t("start-moment_title"))


def waiting_page(t: Words, most: int, again: int, idle: int, *, other_tab: bool = False) -> str:
    """Write the page that says that others are before this one, and asks again by itself.

    Args:
        t: the words of its language.
        most: how many sessions may run at a time.
        again: after how long it asks again [seconds].
        idle: after how long without a page a session ends [minutes].
        other_tab: whether this browser has a page of the kit in another tab, which keeps its place.

    Returns:
        The page as HTML.
    """
    text = t("start-wait_tab" if other_tab else "start-wait", most=most, minutes=kept_for(idle))
    return _page("waiting", t, again=again, text=text, title=t("start-wait_title"))


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
    return _page(
        "key", t, base_url=base_url, onward=onward, wrong=wrong, title=t("start-key_title")
    )


def refusal_page(t: Words, status: int, base_url: str) -> str:
    """Write the page that says why nothing is shown.

    Args:
        t: the words of its language.
        status: what the browser is told, such as 404.
        base_url: what stands before every address.

    Returns:
        The page as HTML.
    """
    why = REFUSALS.get(status, "unfit" if status < FAULT else "fault")
    return _page(
        "refusal", t, text=t(f"start-refusal_{why}"), back=why != "name", base_url=base_url,
        title=t(f"start-refusal_{why}_title"),
    )  # fmt: skip


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("coprod_sim.apps.serving"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _page(name: str, t: Words, **values: Any) -> str:
    return _templates().get_template(f"{name}.html.j2").render(t=t, look=page_style(), **values)
