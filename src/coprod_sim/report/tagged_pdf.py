"""Sets a tagged PDF (PDF/UA-1) with Typst, an extra package; without it, says in a sentence what to add."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from coprod_sim.errors import InputError

MISSING = (
    "to have a PDF made here, add a package to this kit with: python -m pip install typst (or print the HTML "
    "page and choose Save as PDF)"
)


def can_make_pdf() -> bool:
    """Say whether a PDF can be made here, so that nothing offers one in vain.

    Returns:
        Whether Typst is installed.
    """
    return find_spec("typst") is not None


def tagged_pdf(template: bytes, inputs: Mapping[str, str], fonts: Path | None = None) -> bytes:
    """Set a page; its texts are handed over as data, so nothing in them can act as a command.

    Args:
        template: what Typst sets.
        inputs: the data, by the names that the template has for them.
        fonts: a folder of fonts that come along, to take in place of the computer's own.

    Returns:
        The PDF; its compiler refuses a picture without words.

    Raises:
        InputError: the package is not installed.
    """
    if not can_make_pdf():
        raise InputError(MISSING)
    own = {"font_paths": [str(fonts)], "ignore_system_fonts": True} if fonts else {}
    return import_module("typst").compile(
        template, sys_inputs=dict(inputs), pdf_standards=["ua-1"], **own
    )
