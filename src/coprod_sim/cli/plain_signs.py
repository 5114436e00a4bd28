"""Writes into any code page: a sign it does not have is written in letters it has, and ends no command."""

import codecs
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO, cast

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

STEERING = dict.fromkeys(
    [*(n for n in (*range(32), *range(0x7F, 0xA0)) if chr(n) not in "\n\t"),
     *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "?",
)  # fmt: skip
"""Signs that steer a terminal, or turn the order of letters around, each with what stands for it."""


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


class HarmlessStream:
    """A stream into which no sign passes that could steer a terminal or turn text around.

    Names and titles come from files of others; only line breaks and tabs among the control signs do no harm.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text, with a question mark for each control sign."""
        return self._stream.write(text.translate(STEERING))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def harmless_output() -> Iterator[None]:
    """Write all that is written meanwhile through such streams."""
    out, err = HarmlessStream(sys.stdout), HarmlessStream(sys.stderr)
    with redirect_stdout(cast("TextIO", out)), redirect_stderr(cast("TextIO", err)):
        yield


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
