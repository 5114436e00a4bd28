"""The messages as their files have them, read without the kit's own reader."""

from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import coprod_sim

WORDS = Path(coprod_sim.__file__).parent / "words"


class _Read(Visitor):
    def __init__(self) -> None:
        self.text, self.places, self.others = "", set(), set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.text += node.value

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.places.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.others.add(node.id.name)

    def visit_Placeable(self, node: ast.Placeable) -> None:  # noqa: N802
        if not isinstance(node.expression, ast.SelectExpression):
            self.text += "10"
        self.generic_visit(node)

    def visit_Variant(self, node: ast.Variant) -> None:  # noqa: N802
        self.text += "\n"
        self.generic_visit(node)


def entries(language: str) -> dict[str, list[ast.EntryType]]:
    """Give what each file of a language holds."""
    return {
        file.name: FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8")).body
        for file in sorted((WORDS / language).glob("*.ftl"))
    }


def messages(language: str) -> dict[str, ast.Message]:
    """Give every message of a language by its key."""
    return {
        one.id.name: one
        for body in entries(language).values()
        for one in body
        if isinstance(one, ast.Message)
    }


def texts(language: str) -> dict[str, str]:
    """Give each message as people read it: 10 where a value goes, each plural on its own line."""
    return {key: _read(message).text.strip() for key, message in messages(language).items()}


def places(language: str) -> dict[str, set[str]]:
    """Give the names of the values each message asks for, those of messages inside it among them."""
    read = {key: _read(message) for key, message in messages(language).items()}

    def asked(key: str) -> set[str]:
        return read[key].places.union(*map(asked, read[key].others))

    return {key: asked(key) for key in read}


def _read(message: ast.Message) -> _Read:
    read = _Read()
    read.visit(message.value)
    return read
