"""Writes into any code page: a sign it does not have is written in letters it has, and ends no command."""

import codecs
import sys
import unicodedata
from typing import TextIO

NAME = "coprod-plain"
"""What the handler is called where streams are told of it."""
INSTEAD = {
    "\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "\N{EM DASH}": "-", "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{LEFT SINGLE QUOTATION MARK}": "'", "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{MULTIPLICATION SIGN}": "x", "\N{RIGHTWARDS ARROW}": "->", "\N{BULLET}": "*",
    "\N{POUND SIGN}": "GBP ", "\N{EURO SIGN}": "EUR ", "\N{BYTE ORDER MARK}": "",
}  # fmt: skip
"""What stands for a sign that a code page lacks; accents are dropped, and the rest is a question mark."""


def _plain(problem: UnicodeError) -> tuple[str, int]:
    """Give plain letters for what cannot be written, as `codecs` asks an error handler to."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    signs = problem.object[problem.start : problem.end]
    return "".join(map(_instead, signs)), problem.end


def _instead(sign: str) -> str:
    if sign in INSTEAD:
        return INSTEAD[sign]
    letters = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return letters or "?"


def write_plainly(*streams: TextIO) -> None:
    """Let streams write every text, whatever their encoding is.

    Args:
        streams: what the command writes to; one that cannot be told stays as it is.
    """
    codecs.register_error(NAME, _plain)
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=NAME)  # pyright: ignore[reportAttributeAccessIssue] - asked above


def can_write(signs: str) -> bool:
    """Say whether the standard output has some signs.

    Args:
        signs: what is to be written as it is.

    Returns:
        Whether its encoding has them all.
    """
    try:
        signs.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
