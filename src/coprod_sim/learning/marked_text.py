"""Sets the Markdown of lessons and exercises as HTML; HTML inside it, pictures and unsafe links stay text."""

import re
from typing import Any

import mistune
from markupsafe import Markup
from mistune.core import BlockState
from mistune.util import striptags

LEVEL = 4
"""Every heading in a text stands below those of the page, at this level."""


HEADING = re.compile(r"^#{1,3} +(.+)$", re.MULTILINE)


class Renderer(mistune.HTMLRenderer):
    """Mistune's own, with the page's headings and tables, and nothing fetched from elsewhere."""

    SAFE_PROTOCOLS = ("http:", "https:", "mailto:")
    GOOD_DATA_PROTOCOLS = ()

    def heading(self, text: str, level: int, **_attrs: Any) -> str:  # noqa: ARG002
        """Set a heading at the page's own level."""
        return super().heading(text, LEVEL)

    def image(self, text: str, url: str, title: str | None = None) -> str:  # noqa: ARG002
        """Give the words of a picture in its place: nothing is fetched."""
        return striptags(text)

    def table(self, text: str) -> str:
        """Set a table that can be scrolled where it is too wide."""
        first = re.search(r"<th [^>]*>(.+?)</th>", text)
        name = self.table_name(striptags(first[1]) if first else "")
        return (
            f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
            f"<table>{text}</table></div>"
        )

    def table_name(self, head: str) -> str:
        """Name a table by its first head."""
        return head

    def table_cell(self, text: str, align: str | None = None, head: bool = False) -> str:  # noqa: ARG002
        """Set a cell; heads say that they are a column's."""
        return f'<th scope="col">{text}</th>' if head and text else f"<td>{text}</td>"


_RENDERER = Renderer(escape=True)
_MARKDOWN = mistune.create_markdown(renderer=_RENDERER, plugins=["table"])


def html_of(text: str) -> Markup:
    """Set a text with paragraphs, lists, tables, quotes, headings, bold, slanted and links."""
    return Markup(_MARKDOWN(text.strip()))  # noqa: S704 - escaped by mistune


def sections_of(text: str) -> list[tuple[str, str]]:
    """Part a text at its headings.

    Args:
        text: Markdown.

    Returns:
        Each heading with the text below it; first what stands before any heading, if anything does.
    """
    before, *rest = HEADING.split(text)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    first = [("", before.strip())] if before.strip() else []
    return [*first, *((title.strip(), body.strip()) for title, body in pairs)]


def inline(text: str) -> Markup:
    """Set the marks inside a line."""
    found = _RENDERER.render_tokens(_MARKDOWN.inline(text, {}), BlockState())
    return Markup(found)  # noqa: S704 - escaped by mistune
