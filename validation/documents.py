"""Rewrites the marked blocks of a document, so that what is measured and what is written cannot part ways.

A block stands between `<!-- NAME:begin -->` and `<!-- NAME:end -->`; the text around it is left alone.
"""

import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from coprod_sim.errors import InputError

MARKED = re.compile(
    r"(?P<begin><!-- (?P<name>\w+):begin -->\n).*?(?P<end><!-- (?P=name):end -->)", re.DOTALL
)
Blocks = Mapping[str, Callable[[], str]]
"""What writes each block of a document, by the name in its markers."""


def block(text: str, name: str) -> str:
    """Give what stands between the markers of a name, without the markers."""
    found = next(m for m in MARKED.finditer(text) if m["name"] == name)
    return found.group().removeprefix(found["begin"]).removesuffix(found["end"]).strip("\n")


def rewritten(text: str, blocks: Blocks, only: Collection[str] | None = None) -> str:
    """Give a document's text with every block written anew, or some of them.

    Args:
        text: the document.
        blocks: what writes each block, by the name in its markers.
        only: names of blocks to write; all if not given.

    Returns:
        The new text.

    Raises:
        InputError: when a block has no place in the text, or a place names no block.
    """
    places = [m["name"] for m in MARKED.finditer(text)]
    wrong = sorted(set(places) ^ set(blocks)) + [n for n in blocks if places.count(n) > 1]
    if wrong:
        raise InputError(f"each block needs one pair of markers; see to: {', '.join(wrong)}")
    chosen = blocks if only is None else only

    def new(m: re.Match[str]) -> str:
        if m["name"] not in chosen:
            return m.group()
        return f"{m['begin']}\n{blocks[m['name']]()}\n\n{m['end']}"

    return MARKED.sub(new, text)


def rewrite(path: Path, blocks: Blocks, only: Collection[str] | None = None) -> None:
    """Write every block of a document anew, or some of them, in place.

    Args:
        path: the document.
        blocks: what writes each block, by the name in its markers.
        only: names of blocks to write; all if not given.

    Raises:
        InputError: when the file cannot be read or written, or its markers do not fit.
    """
    try:
        text = path.read_text(encoding="utf-8")
        path.write_text(rewritten(text, blocks, only), encoding="utf-8", newline="\n")
    except OSError as problem:
        raise InputError(f"{path}: {problem.strerror or 'cannot be used'}") from None
