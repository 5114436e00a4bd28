"""Writes the pages that follow from other files, before Sphinx reads: lessons, cases, commands ..."""

from collections.abc import Iterator
from pathlib import Path

from command_page import command_page
from dictionary_page import dictionary_page
from learning_pages import exercise_page, lesson_pages
from reference_pages import reference_pages
from repository_links import ROOT, to_site
from simulation_pages import simulation_pages
from sphinx.application import Sphinx

from coprod_sim.site.docs.case_pages import case_pages, way_pages

Pages = Iterator[tuple[str, str]]
FOLDERS = ("api", "lessons", "simulations", "cases", "ways")
"""Folders of `docs/` that hold nothing else."""


def pages() -> Pages:
    """Give every made page: where it lies below `docs/`, and its Markdown."""
    yield "changelog.md", of_repository("CHANGELOG.md")
    yield "contributing.md", of_repository("CONTRIBUTING.md")
    yield "commands.md", command_page()
    yield "exercises.md", exercise_page()
    yield "columns.md", dictionary_page()
    yield from lesson_pages()
    yield from simulation_pages()
    yield from case_pages()
    yield from way_pages()
    yield from reference_pages()


def of_repository(path: str) -> str:
    """Read a Markdown file of the repository, with its links leading to pages of the site."""
    return to_site((ROOT / path).read_text(encoding="utf-8"), path)


def _write_all(app: Sphinx) -> None:
    """Write what has changed, and take away what is no longer made."""
    made = {Path(app.srcdir) / place: text for place, text in pages()}
    for place, text in made.items():
        place.parent.mkdir(exist_ok=True)
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.write_text(text, encoding="utf-8")
    for folder in FOLDERS:
        for found in set((Path(app.srcdir) / folder).iterdir()) - set(made):
            found.unlink()


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("builder-inited", _write_all)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
