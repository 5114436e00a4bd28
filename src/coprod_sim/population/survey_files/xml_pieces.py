"""Reads a file of XML piece by piece, and lets parts be taken from it that need no reader of XML."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Protocol
from xml.parsers import expat

PIECE = 1 << 18
"""So much of a file is read at a time [bytes]."""
LONGEST_PART = 1 << 19
"""Of a file whose parts, or what stands before them, are longer, no more parts are taken [bytes]."""
NO_SIGNS = "\ufffe\uffff"
"""Two codes that are no signs in XML."""
BLANK = " \t\r\n"
Attributes = Mapping[str, str]


class Parts(Protocol):
    """What is told of a file of XML, and takes parts of it that are written plainly.

    ``inside`` are the elements in which the parts stand, outermost first, and ``opening`` how the
    innermost of them is written; ``part`` is the name of a part.
    """

    inside: tuple[str, ...]
    opening: re.Pattern[bytes]
    part: str

    def start(self, tag: str, attributes: Attributes, /) -> None:
        """Take note that an element begins."""
        ...

    def end(self, tag: str) -> None:
        """Take note that an element ends."""
        ...

    def text(self, text: str) -> None:
        """Take note of a text."""
        ...

    def take(self, text: str, at: int, prefixes: frozenset[str], /) -> int:
        """Take plain parts from a place on; gives the place behind them."""
        ...


def read_pieces(source: IO[bytes], parts: Parts) -> Iterator[int]:
    """Read a file piece by piece; it may declare no kinds of its own.

    Every part is told to the reader of XML unless it is taken. As it is told all that stands around
    the parts taken, it refuses the same files as if it were told everything.

    Args:
        source: the file.
        parts: what is told of it.

    Yields:
        How many bytes are done.

    Raises:
        ExpatError: it is no XML.
        ValueError: it declares kinds of its own.
    """
    reader, done = _Reader(parts), 0
    while piece := source.read(PIECE):
        reader.read(piece)
        done += len(piece)
        yield done
    reader.close()
    yield done


class _Reader:
    """Leads a file to the reader of XML, but for parts that are taken."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.CharacterDataHandler = parts.text
        self.parser.StartDoctypeDeclHandler = _refuse
        self.head = _Head(self.parser, parts)
        self.closing = f"</{parts.part}>"
        self.waiting = b""
        self.prefixes: frozenset[str] = frozenset()
        self.step: Callable[[bytes], bytes] = self._begin

    def read(self, piece: bytes) -> None:
        """Read on."""
        self.waiting = self.step(self.waiting + piece)
        if len(self.waiting) > LONGEST_PART:
            self.waiting = self._rest(self.waiting)

    def close(self) -> None:
        """Read what is left, and refuse a file that ends too early."""
        self.head.leave()
        self.parser.Parse(self.waiting, True)

    def _begin(self, data: bytes) -> bytes:
        """Read up to where the parts begin; gives what is not read yet."""
        found = self.parts.opening.search(data)
        if found is None:
            return data
        self.parser.Parse(data[: found.end()])
        is_begun = self.head.is_at(found.start())
        self.prefixes = frozenset(self.head.prefixes)
        self.head.leave()
        self.step = self._parts if is_begun else self._rest
        return self.step(data[found.end() :])

    def _parts(self, data: bytes) -> bytes:
        """Take parts, and lead on those that are not plain; gives what is not read yet."""
        stop = data.rfind(self.closing.encode()) + len(self.closing)
        if stop < len(self.closing):
            return data
        text, at = _decoded(data[:stop]), 0
        if text is None:
            return self._rest(data)
        while (at := self.parts.take(text, at, self.prefixes)) < len(text):
            end = text.index(self.closing, at) + len(self.closing)
            if not self._is_one(text[at:end]):
                return self._rest(text[at:].encode() + data[stop:])
            self.parser.Parse(text[at:end].encode())
            at = end
        return data[stop:]

    def _is_one(self, text: str) -> bool:
        """Say whether a text that ends as a part does can only be one part, or else is no XML.

        Behind it the reader of XML then stands where it stood before it.
        """
        opening = f"<{self.parts.part}"
        begins = text.lstrip(BLANK).startswith(opening) and text.count(opening) == 1
        return begins and "<!" not in text and "<?" not in text

    def _rest(self, data: bytes) -> bytes:
        """Read everything from here on."""
        self.step = self._rest
        self.head.leave()
        self.parser.Parse(data)
        return b""


class _Head:
    """Follows the reader of XML to where the parts begin."""

    def __init__(self, parser: expat.XMLParserType, parts: Parts) -> None:
        self.parser, self.parts = parser, parts
        self.inside: list[str] = []
        self.prefixes: list[str] = []
        self.at = -1
        self.is_utf_8 = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartNamespaceDeclHandler, parser.EndNamespaceDeclHandler = self._know, self._forget
        parser.XmlDeclHandler = self._declared

    def is_at(self, place: int) -> bool:
        """Say whether the last element begun is the one in which the parts stand.

        Args:
            place: where it begins [bytes].

        Returns:
            Whether it is, and the file is written in the code in which parts are taken.
        """
        return self.is_utf_8 and self.at == place and tuple(self.inside) == self.parts.inside

    def leave(self) -> None:
        """Follow no longer."""
        parser = self.parser
        parser.StartElementHandler, parser.EndElementHandler = self.parts.start, self.parts.end
        parser.StartNamespaceDeclHandler = parser.EndNamespaceDeclHandler = None

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        self.is_utf_8 = encoding is None or encoding.casefold() == "utf-8"

    def _know(self, prefix: str | None, _space: str | None) -> None:
        self.prefixes.append(prefix or "")

    def _forget(self, prefix: str | None) -> None:
        self.prefixes.remove(prefix or "")

    def _start(self, tag: str, attributes: Attributes) -> None:
        self.inside.append(tag)
        self.at = self.parser.CurrentByteIndex
        self.parts.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self.inside.pop()
        self.at = -1
        self.parts.end(tag)


def _decoded(data: bytes) -> str | None:
    """Give a text, or nothing where it holds what is no sign in XML."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if any(code in text for code in NO_SIGNS) else text


def _refuse(*_declared: object) -> None:
    raise ValueError("a sheet declares no kinds of its own")
