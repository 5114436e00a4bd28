"""Sets a page of the documentation: Markdown without the marks of Sphinx, links between pages of the site."""

import fnmatch
import re
from collections.abc import Callable, Iterator
from posixpath import basename, dirname, normpath, relpath
from typing import Any, NamedTuple

import mistune
from mistune.util import striptags

from coprod_sim.learning.marked_text import Renderer
from coprod_sim.site.docs.documents import address_of, documents

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
CLASS = re.compile(r"^\{\.[\w-]+\}\n", re.MULTILINE)
CODE = re.compile(r"^```\{code-(?:block|cell)\} *(\w*)$", re.MULTILINE)
BOXED = re.compile(r"^:{3,}\{(?:important|note)\}\n(.*?)\n:{3,}$", re.MULTILINE | re.DOTALL)
LISTED = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)
DEEPEST = 3
"""Headings down to this level can be linked to, as in the documentation site."""


class DocPage(NamedTuple):
    """A page that was set: its title, its body, and its sections as (anchor, title)."""

    title: str
    html: str
    sections: list[tuple[str, str]]


class _Setting(Renderer):
    """Sets headings that can be linked to, and links that lead to pages of the site."""

    def __init__(self, link_to: Callable[[str], str | None]) -> None:
        super().__init__(escape=True)
        self.link_to, self.sections = link_to, list[tuple[str, str]]()
        self._taken, self._tables = set[str](), 0

    def heading(self, text: str, level: int, **_attrs: Any) -> str:
        if level == 1:
            return ""
        name = self._named(anchor_of(striptags(text)))
        if level == 2:
            self.sections.append((name, striptags(text)))
        return f'<h{level} id="{name}">{text}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        to = self.link_to(url)
        return text if to is None else super().link(text, to, title)

    def block_code(self, code: str, info: str | None = None) -> str:
        """Set code that may be wider than the page so that it can be scrolled from the keyboard."""
        return super().block_code(code, info).replace("<pre>", '<pre tabindex="0">', 1)

    def table_name(self, head: str) -> str:
        """Name a table so that no other on the page has its name."""
        self._tables += 1
        return f"{head} ({self._tables})"

    def _named(self, anchor: str) -> str:
        """Give an anchor that no other heading has, as Sphinx counts them."""
        names = (anchor, *(f"{anchor}-{k}" for k in range(1, 100)))
        name = next(n for n in names if n not in self._taken)
        self._taken.add(name)
        return name


def anchor_of(title: str) -> str:
    """Give the anchor of a heading, as GitHub and MyST do."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def set_page(path: str, address: str) -> DocPage:
    """Set a page.

    Args:
        path: the path of its text in the project.
        address: its own address inside the site.

    Returns:
        Its title, its body as HTML, and its sections.
    """
    text = plain(documents()[path], path)
    renderer = _Setting(lambda url: _link(url, path, address))
    html = mistune.create_markdown(renderer=renderer, plugins=["table"])(text)
    return DocPage(title_of(path), str(html), renderer.sections)


def title_of(path: str) -> str:
    """Give the title of a text."""
    found = TITLE.search(documents()[path])
    return re.sub(r"[*`]", "", found[1]) if found else path


def plain(text: str, path: str) -> str:
    """Write a text without the marks that only Sphinx knows."""
    text = CLASS.sub("", COMMENT.sub("", FRONT.sub("", text)))
    text = BOXED.sub(lambda found: "> " + found[1].replace("\n", "\n> "), text)
    text = LISTED.sub(lambda found: "\n".join(_listed(found[1], path)), text)
    return CODE.sub(r"```\1", text)


def _listed(body: str, path: str) -> Iterator[str]:
    """Write a list of pages; one that is hidden in the documentation is so here."""
    if ":hidden:" in body:
        return
    for name in filter(None, (line.strip() for line in body.splitlines())):
        if name.startswith(":"):
            continue
        for other in fnmatch.filter(documents(), f"{dirname(path)}/{name}.md"):
            yield f"- [{title_of(other)}]({basename(other)})"


def _link(url: str, path: str, address: str) -> str | None:
    """Give where a link of a text leads, seen from its page; nothing where no page of the site shows it."""
    if url.startswith("#") or ":" in url:
        return url
    target, _, anchor = url.partition("#")
    page = address_of(normpath(f"{dirname(path)}/{target}"))
    if page is None:
        return None
    return relpath(page, dirname(address)) + (f"#{anchor}" if anchor else "")
