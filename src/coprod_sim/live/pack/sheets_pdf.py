"""Sheets as one tagged PDF, for whoever sends the pack to a printer."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib import resources

from coprod_sim.live.pack.sheet_blocks import Sheet
from coprod_sim.report.tagged_pdf import tagged_pdf


def pdf_pack(title: str, sheets: Sequence[Sheet]) -> bytes:
    """Set the sheets; the texts are handed over as data.

    Raises `InputError` when the extra package is not installed.
    """
    template = (resources.files("coprod_sim.live.pack") / "pack.typ").read_bytes()
    data = {"title": title, "sheets": [asdict(s) for s in sheets]}
    return tagged_pdf(template, {"pack": json.dumps(data)})
