"""Pages with a board: one file that works from a mail, or files for a web space and a memory stick."""

import json
import zlib
from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from coprod_sim.board.built import STATIC
from coprod_sim.board.declarations import as_json
from coprod_sim.board.view import View, leaving
from coprod_sim.charts.theme import look
from coprod_sim.files import write_whole
from coprod_sim.markup import element, joined
from coprod_sim.wasm.made_from import MODULE
from coprod_sim.words import words_in

SCRIPT, WORKER, ENGINE, ICON = "page.js", "worker.js", "engine.js", "icon.svg"
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
"""The strictest Content-Security-Policy under which the files of a page work on a web space."""
NOTHING = Markup()


def one_file(declared: dict[str, Any], view: View) -> str:
    """Write a page that carries the script and the model inside, and asks nobody for anything.

    Args:
        declared: what `declarations.declarations` gives, with answers worked out beforehand if there are any.
        view: what the board shows at first.

    Returns:
        HTML.
    """
    text = (STATIC / SCRIPT).read_text(encoding="utf-8").replace("</script", "<\\/script")
    inside, script = _data("coprod-engine", carried()), element("script", Markup(text))  # noqa: S704 - ours
    rest = element("p", words_in(view.language)("board-alone", entered=int("verdict" in declared)))
    icon = "data:image/svg+xml," + quote(_icon())
    return _page(declared, view, joined(inside, script), icon, rest)


def page(declared: dict[str, Any], view: View, *, static: str = "") -> str:
    """Write a page whose script, worker and module lie beside it as files (`write_files`).

    Args:
        declared: what `declarations.declarations` gives.
        view: what the board shows at first.
        static: where these files lie, seen from the page, such as `static/`.

    Returns:
        HTML without a script or a style of its own, so that it passes `POLICY`.
    """
    return _page(declared, view, element("script", src=f"{static}{SCRIPT}"), f"{static}{ICON}")


def write_files(folder: Path) -> list[Path]:
    """Write what pages share: the script, the worker, the module, and both as text for `file://`.

    Args:
        folder: where they go; it is made if it is not there.

    Returns:
        The files written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = {name: (STATIC / name).read_bytes() for name in (SCRIPT, WORKER)}
    found[MODULE.name] = MODULE.read_bytes()
    found[ICON] = _icon().encode()
    found[ENGINE] = engine_script().encode()
    for name, data in found.items():
        write_whole(folder / name, data)
    return [folder / name for name in found]


def engine_script() -> str:
    """Write the worker and the module as a script, for pages that may load one but fetch nothing."""
    return f"globalThis.coprodEngine={json.dumps(carried())};\n"


def carried() -> dict[str, str]:
    """Give the worker and the module, packed, as text, for pages that may fetch nothing."""
    return {
        "worker": (STATIC / WORKER).read_text(encoding="utf-8"),
        "wasm": b64encode(zlib.compress(MODULE.read_bytes(), 9)).decode("ascii"),
    }


def _icon() -> str:
    """Draw the sign in the browser's tab: three bars, in the colours of the first three ways."""
    bars = (
        f'<rect x="{1 + 3 * k}" y="{2 + 5 * k}" width="8" height="3" fill="{look(k).colour}"/>'
        for k in range(3)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{"".join(bars)}</svg>'


def _page(
    declared: dict[str, Any], view: View, script: Markup, icon: str, rest: Markup = NOTHING
) -> str:
    t = words_in(view.language)
    shown = leaving(view).model_dump(mode="json", exclude_defaults=True) | {"case": view.case}
    title = declared["cases"][view.case]["title"]
    data = _data("coprod-declared", declared)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("link", rel="icon", href=icon),
        element("title", f"{title}: {t('board-title')}"),
    )
    board = element("div", data_coprod_board=json.dumps(shown))
    body = element(
        "body",
        element("main", board, rest, element("noscript", t("board-no-script"))),
        data,
        script,
    )
    return f"<!doctype html>\n{element('html', head, body, lang=view.language)}"


def _data(name: str, table: dict[str, Any]) -> Markup:
    """Set a table into a page as a block of data, which no policy takes for a script."""
    text = Markup(as_json(table))  # noqa: S704 - no `<` is left in it
    return element("script", text, type="application/json", id=name)
