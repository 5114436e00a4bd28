"""The page as a tagged PDF."""

import json
from dataclasses import asdict
from importlib import resources

from coprod_sim.briefing.content import PAGE_MARK, Briefing
from coprod_sim.charts.svg import safe
from coprod_sim.charts.theme import FONT
from coprod_sim.report.tagged_pdf import tagged_pdf

PACKAGE = "coprod_sim.briefing"
FAMILY = "Fira Sans"
"""Comes along in `fonts`, so that the page is the same on every machine."""


def pdf_briefing(briefing: Briefing) -> bytes:
    """Set the page; its texts are handed over as data.

    Raises `InputError` when the extra package is not installed.
    """
    folder = resources.files(PACKAGE)
    with resources.as_file(folder / "fonts") as fonts:
        template, inputs = (folder / "briefing.typ").read_bytes(), json.dumps(_data(briefing))
        return tagged_pdf(template, {"briefing": inputs}, fonts)


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
        "sheets": [_data(one) for one in briefing.sheets],
        "link": briefing.link_lines,
        "mark": PAGE_MARK,
        "picture": picture,
    }
