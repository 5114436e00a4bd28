"""Sheets as one tagged PDF (PDF/UA-1), set by Typst, for whoever sends the pack to a printer."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib import import_module, resources

from coprod_sim.errors import InputError
from coprod_sim.live.pack.sheet_blocks import Sheet

MISSING = (
    "This kit cannot make the PDF itself. Open the HTML page, print it, and choose Save as PDF where the "
    "printer is chosen. To have the PDF made here, add the extra [pdf]: "
    "python -m pip install typst"
)


def pdf_pack(title: str, sheets: Sequence[Sheet]) -> bytes:
    """Set the sheets; the texts are handed over as data, so nothing in them can act as a command.

    Raises `InputError` when the extra package is not installed.
    """
    try:
        typst = import_module("typst")
    except ImportError:
        raise InputError(MISSING) from None
    template = (resources.files("coprod_sim.live.pack") / "pack.typ").read_bytes()
    data = {"title": title, "sheets": [asdict(s) for s in sheets]}
    return typst.compile(template, sys_inputs={"pack": json.dumps(data)}, pdf_standards=["ua-1"])
