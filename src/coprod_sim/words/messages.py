"""The messages of one language: which file each is in, read when one of them is first asked for."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from numbers import Integral, Real
from typing import TYPE_CHECKING, cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

if TYPE_CHECKING:
    from fluent.runtime.resolver import Pattern

KEY = re.compile(r"^([a-z]\w*(?:-\w+)*) *=", re.MULTILINE)
LONGEST = 2000
"""Longer values are put in afterwards, for Fluent's runtimes refuse them."""


class Messages:
    """Every message of one language; a file is parsed when one of its messages is first asked for."""

    def __init__(self, language: str, folder: Traversable) -> None:
        files = [f for f in folder.iterdir() if f.name.endswith(".ftl")]
        self._sources = {f.name: f.read_text(encoding="utf-8") for f in files}
        self._file = {
            key: name
            for name, source in sorted(self._sources.items())
            for key in KEY.findall(source)
        }
        # English stands in for the numbers and plurals of a language nobody has rules for.
        self._bundle = FluentBundle([language, "en"], use_isolating=False)
        self._parsed: dict[str, ast.Resource] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._file

    def __iter__(self) -> Iterator[str]:
        return iter(self._file)

    def text(self, key: str, values: Mapping[str, object]) -> str:
        """Give the text of a message with its values filled in.

        Args:
            key: a message there is.
            values: what stands in its places. Whole numbers choose among plurals.

        Returns:
            The text.

        Raises:
            KeyError: a place was not filled in.
        """
        message = self._bundle.get_message(self._read(key))
        kept = {name: _plain(value) for name, value in values.items()}
        long = {name: v for name, v in kept.items() if isinstance(v, str) and len(v) > LONGEST}
        marks = {name: f"\ue000{place}\ue001" for place, name in enumerate(long)}
        said, faults = self._bundle.format_pattern(cast("Pattern", message.value), kept | marks)
        if faults:
            raise KeyError(f"{key}: {'; '.join(map(str, faults))}")
        text = str(said)
        for name, mark in marks.items():
            text = text.replace(mark, long[name])
        return text

    def places(self, key: str) -> list[str]:
        """List the places of a message that have to be filled in."""
        body = self._parsed[self._file[self._read(key)]].body
        found = _Places()
        found.visit(next(m for m in body if isinstance(m, ast.Message) and m.id.name == key))
        return list(found.names)

    def read_all(self) -> None:
        """Parse every file now, for processes that are forked from this one."""
        for key in self:
            self._read(key)

    def _read(self, key: str) -> str:
        name = self._file[key]
        if name not in self._parsed:
            self._parsed[name] = FluentResource(self._sources[name])
            self._bundle.add_resource(self._parsed[name])
        return key


class _Places(Visitor):
    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names[node.id.name] = None


@lru_cache
def messages_in(language: str) -> Messages:
    """Open the messages of a language there is a folder for."""
    return Messages(language, resources.files(__package__) / language)


def folders() -> list[str]:
    """List the languages there is a folder of messages for."""
    there = [p for p in resources.files(__package__).iterdir() if p.is_dir()]
    return sorted(p.name for p in there if any(f.name.endswith(".ftl") for f in p.iterdir()))


def _plain(value: object) -> str | int | float:
    """Give what Fluent takes: text as it is, numbers of any library as Python's own."""
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else str(value)
