"""The page as a tagged PDF (PDF/UA-1), set by Typst; its compiler refuses a picture without words."""

import json
from dataclasses import asdict
from importlib import import_module, resources

from coprod_sim.briefing.bars import bars
from coprod_sim.briefing.content import Briefing
from coprod_sim.errors import InputError

PACKAGE = "coprod_sim.briefing"
MISSING = (
    "the PDF needs one more package, typst; install it with: pip install 'coprod-sim[pdf]'. "
    "The HTML page needs nothing, and every browser can print it to a PDF"
)


def pdf_briefing(briefing: Briefing) -> bytes:
    """Set the page; the texts are handed over as data, so nothing in them can act as a command.

    Raises `InputError` when the extra package is not installed.
    """
    try:
        typst = import_module("typst")
    except ImportError:
        raise InputError(MISSING) from None
    template = (resources.files(PACKAGE) / "briefing.typ").read_bytes()
    data = {**asdict(briefing), "picture": bars(briefing), "link": _breakable(briefing.link)}
    return typst.compile(
        template, sys_inputs={"briefing": json.dumps(data)}, pdf_standards=["ua-1"]
    )


def _breakable(link: str) -> str:
    """Let a long address break at any place, by signs that take no room."""
    return "\N{ZERO WIDTH SPACE}".join(link)
