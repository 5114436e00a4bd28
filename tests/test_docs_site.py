"""The built site holds together: every link inside it leads somewhere, and nothing comes from outside."""

import os
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

SITE = Path(__file__).resolve().parents[1] / "docs" / "_build" / "html"
COMMAND = "python -m sphinx -W -b html docs docs/_build/html"
LOADED = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("link", "href")}
"""Where a page names what the browser fetches without being asked."""


class Seen(HTMLParser):
    """What a page links to, what it loads, and the places inside it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.places: set[str] = {"", "top"}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.places.add(value)
            if tag == "a" and name == "href" and value:
                self.links.add(value)
            if (tag, name) in LOADED and value:
                self.loads.add(value)


@pytest.fixture(scope="module")
def pages() -> dict[Path, Seen]:
    """Every page of the site; it must have been built before."""
    if not (SITE / "index.html").is_file():
        reason = f"the site is not built; in a clean checkout run: {COMMAND}"
        if os.environ.get("COPROD_NEEDS_SITE"):
            pytest.fail(reason)
        pytest.skip(reason)
    found = {path: Seen(path.read_text(encoding="utf-8")) for path in SITE.rglob("*.html")}
    assert len(found) > 100
    return found


def broken(pages: dict[Path, Seen]) -> Iterator[str]:
    for page, seen in pages.items():
        for link in seen.links | seen.loads:
            target = urlsplit(link)
            if target.scheme or target.netloc:
                continue
            path = (page.parent / unquote(target.path)).resolve() if target.path else page
            if not path.is_file():
                yield f"{page.relative_to(SITE)}: {link} leads nowhere"
            elif path in pages and unquote(target.fragment) not in pages[path].places:
                yield f"{page.relative_to(SITE)}: {link} names no place in that page"


def test_every_link_inside_the_site_leads_to_a_page_and_a_place(pages):
    assert list(broken(pages)) == []


def test_no_page_loads_anything_from_elsewhere(pages):
    outside = [
        f"{page.relative_to(SITE)}: {one}"
        for page, seen in pages.items()
        for one in seen.loads
        if urlsplit(one).scheme not in ("", "data") or urlsplit(one).netloc
    ]
    sheets = [
        f"{sheet.name}: {address}"
        for sheet in SITE.rglob("*.css")
        for address in re.findall(r"url\([\"']?((?:https?:)?//[^)]+)", sheet.read_text("utf-8"))
    ]
    assert outside + sheets == []


def test_every_kind_of_page_is_there(pages):
    names = {page.relative_to(SITE).as_posix() for page in pages}
    wanted = {
        "index.html", "doors/leader.html", "howto/compare.html", "odd.html", "python.html",
        "lessons/1_awareness.html", "simulations/03_trust_repair.html", "cases/west_dulwich.html",
        "ways/tickbox.html", "api/coprod_sim.results.html", "commands.html", "changelog.html",
    }  # fmt: skip
    assert wanted <= names


@pytest.mark.usefixtures("pages")
def test_the_page_that_runs_shows_results():
    text = (SITE / "python.html").read_text(encoding="utf-8")
    assert "QuotaTown" in text
    assert text.count('class="cell_output') >= 8
