"""Reads the structure of a PDF as a screen reader meets it; needs pikepdf."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest


class Structure(NamedTuple):
    """What a PDF says of itself, and its elements in reading order: their kind and their alternative text."""

    pages: int
    tagged: bool
    title: str
    shows_title: bool
    language: str
    elements: list[tuple[str, str]]

    def kinds(self, *kinds: str) -> list[str]:
        """Give the kinds of elements asked for, in the order in which they are read."""
        return [kind for kind, _ in self.elements if kind in kinds]


def structure_of(data: bytes) -> Structure:
    """Read the structure of a PDF."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root
        tree = root.get("/StructTreeRoot", {})
        return Structure(
            pages=len(pdf.pages),
            tagged=bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            title=str(pdf.docinfo.get("/Title", "")),
            shows_title=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
            language=str(root.get("/Lang", "")),
            elements=list(_elements(tree.get("/K"), dict(tree.get("/RoleMap", {})))),
        )


def letters_on(data: bytes) -> list[int]:
    """Count the letters that are set on each sheet of a PDF."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            sum(_letters(one) for one in pikepdf.parse_content_stream(page)) for page in pdf.pages
        ]


def _letters(told: Any) -> int:
    """Count the letters one operator sets; a letter is two bytes where type is embedded, as it is here."""
    if str(told.operator) not in ("Tj", "TJ"):
        return 0
    parts = told.operands[0] if str(told.operator) == "TJ" else told.operands
    return sum(len(bytes(one)) // 2 for one in parts if getattr(one, "_type_name", "") == "string")


def _elements(node: Any, roles: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Walk through the tree in its order; what is no element, such as marked text, is passed over."""
    if node is None or isinstance(node, int):
        return
    if getattr(node, "_type_name", "") == "array":
        for one in node:
            yield from _elements(one, roles)
        return
    if not hasattr(node, "get") or getattr(node, "_type_name", "") != "dictionary":
        return
    kind = node.get("/S")
    if kind is not None:
        named = str(roles.get(str(kind), kind)).lstrip("/")
        yield named, str(node.get("/Alt", ""))
    yield from _elements(node.get("/K"), roles)
