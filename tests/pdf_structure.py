"""Reads the structure of a PDF as a screen reader meets it; needs pikepdf."""

import io
import re
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


def smallest_on(data: bytes) -> float:
    """Find the size of the smallest letters in a PDF [pt]."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        told = [one for page in pdf.pages for one in pikepdf.parse_content_stream(page)]
        return min(float(one.operands[1]) for one in told if str(one.operator) == "Tf")


def text_on(data: bytes) -> list[str]:
    """Read the words on each sheet of a PDF, from what its embedded type says its letters are."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [" ".join(_said(pikepdf, page).split()) for page in pdf.pages]


def _said(pikepdf: Any, page: Any) -> str:
    fonts = {
        name: _alphabet(font["/ToUnicode"].read_bytes().decode("ascii"))
        for name, font in page.Resources.Font.items()
    }
    said, letters = "", {}
    for told in pikepdf.parse_content_stream(page):
        match str(told.operator):
            case "Tf":
                letters = fonts[str(told.operands[0])]
            case "BT":
                said += " "
            case "Tj" | "TJ":
                parts = told.operands[0] if str(told.operator) == "TJ" else told.operands
                for one in parts:
                    if getattr(one, "_type_name", "") == "string":
                        codes = bytes(one)
                        said += "".join(
                            letters.get(codes[k : k + 2], "") for k in range(0, len(codes), 2)
                        )
    return said


def _alphabet(table: str) -> dict[bytes, str]:
    """Read what letters mean: singly, and in ranges that count on from the first."""
    found: dict[bytes, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, meant in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            found[bytes.fromhex(code)] = bytes.fromhex(meant).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, meant in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for k in range(int(high, 16) - int(low, 16) + 1):
                found[(int(low, 16) + k).to_bytes(2)] = chr(int(meant, 16) + k)
    return found


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
