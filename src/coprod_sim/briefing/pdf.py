"""The page as a tagged PDF (PDF/UA-1), set by Typst; its compiler refuses a picture without words."""

import json
from dataclasses import asdict
from importlib import import_module, resources

from coprod_sim.briefing.content import Briefing
from coprod_sim.charts.svg import safe
from coprod_sim.charts.theme import FONT
from coprod_sim.errors import InputError

PACKAGE = "coprod_sim.briefing"
FAMILY = "Fira Sans"
"""Comes along in `fonts`, so that the page is the same on every machine."""
MISSING = (
    "This kit cannot make the PDF itself. Print this page, and choose Save as PDF where the printer is "
    "chosen. To have the PDF made here, add a package: python -m pip install typst"
)


def pdf_briefing(briefing: Briefing) -> bytes:
    """Set the page; the texts are handed over as data, so nothing in them can act as a command.

    Raises `InputError` when the extra package is not installed.
    """
    try:
        typst = import_module("typst")
    except ImportError:
        raise InputError(MISSING) from None
    folder = resources.files(PACKAGE)
    with resources.as_file(folder / "fonts") as fonts:
        return typst.compile(
            (folder / "briefing.typ").read_bytes(),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"briefing": json.dumps(_data(briefing))},
            pdf_standards=["ua-1"],
        )


def _data(briefing: Briefing) -> dict[str, object]:
    """Give the page as plain data, with the words of each block ready to print."""
    columns = {
        side: [(b.head, b.words) for b in getattr(briefing, side)]
        for side in ("left", "right", "annex")
    }
    picture = briefing.picture.replace(safe(FONT), FAMILY)
    return {
        **asdict(briefing),
        **columns,
        "link": briefing.link_lines,
        "picture": picture,
    }
