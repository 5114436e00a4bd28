"""Turns links between files of the repository into links between pages of the site."""

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath

from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\[(?P<label>[^\]\n]+)\]\((?P<target>[^)\s]+)\)")
PAGES = {
    "README.md": "/index.md",
    "CHANGELOG.md": "/changelog.md",
    "CONTRIBUTING.md": "/contributing.md",
    "docs/decisions": "/decisions/index.md",
    "exercises/README.md": "/exercises.md",
    "notebooks/README.md": "/lessons/index.md",
    "simulations/README.md": "/simulations/index.md",
}
"""Files and folders of the repository, and the pages that show them."""
FOLDERS = {"simulations": "/simulations", "notebooks": "/lessons"}
"""Folders in which each file or folder has a page of its own."""


def to_site(text: str, origin: str) -> str:
    """Rewrite every link of a Markdown text that lies at `origin`, a path in the repository.

    A link to a file that has no page keeps its words and is a link no more.
    """
    folder = PurePosixPath(origin).parent

    def rewritten(found: re.Match[str]) -> str:
        label, target = found["label"], found["target"]
        if target.startswith(("#", "/", "<")) or ":" in target:
            return found[0]
        path, _, anchor = target.partition("#")
        page = page_of(normpath(str(folder / path)))
        if page is None:
            return label
        return f"[{label}]({page}{'#' + anchor if anchor else ''})"

    return LINK.sub(rewritten, text)


def page_of(path: str) -> str | None:
    """Give the page of the site that shows a file or folder of the repository.

    Raises:
        FileNotFoundError: There is no such file, so the link is broken everywhere.
    """
    if path.startswith("docs/") and path.endswith(".md"):
        return path.removeprefix("docs")
    if not (ROOT / path).exists():
        raise FileNotFoundError(f"a link leads to {path}, which does not exist")
    first, *rest = PurePosixPath(path).parts
    if path in PAGES or f"{path}/README.md" in PAGES:
        return PAGES.get(path) or PAGES[f"{path}/README.md"]
    if first in FOLDERS and len(rest) == 1:
        return f"{FOLDERS[first]}/{rest[0].removesuffix('.ipynb')}.md"
    return None


def _on_reading(app: Sphinx, docname: str, source: list[str]) -> None:
    """Rewrite a page of `docs/` as it is read; made pages have been rewritten already."""
    if Path(app.env.doc2path(docname)).suffix == ".md":
        source[0] = to_site(source[0], f"docs/{docname}.md")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", _on_reading)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
