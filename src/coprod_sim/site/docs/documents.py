"""Finds the texts of the documentation, and says which page of the site shows each file of the project."""

from functools import cache
from pathlib import Path

from coprod_sim import kit_folders
from coprod_sim.site.docs.case_pages import case_pages, way_pages

DOCS, INDEX = "docs", "docs/index.html"
FOLDERS = ("", "doors", "howto", "decisions")
"""Folders below `docs/` whose pages are taken."""
NOT_TAKEN = {"docs/index.md", "docs/doors/developer.md"}
"""The front page, in whose place the site has its own, and what only developers need."""
SET_BY_SPHINX = {
    f"{DOCS}/{name}.md"
    for name in ("changelog", "columns", "commands", "contributing", "exercises")
}
"""What the large documentation makes of other files when it is set, and leaves beside the texts."""
ELSEWHERE = {
    "README.md": INDEX,
    "docs/index.md": INDEX,
    "docs/decisions": "docs/decisions/index.html",
    "docs/lessons/index.md": "learn.html",
    "notebooks": "learn.html",
    "notebooks/README.md": "learn.html",
    "docs/exercises.md": "exercises.html",
    "exercises": "exercises.html",
    "exercises/README.md": "exercises.html",
}
"""Files and folders that other pages of the site show."""


@cache
def documents() -> dict[str, str]:
    """Read every text that has a page, by its path in the project."""
    home = kit_folders.home()
    paths = [path for folder in FOLDERS for path in sorted((home / DOCS / folder).glob("*.md"))]
    paths += sorted((home / kit_folders.SIMULATIONS).glob("**/README.md"))
    found = {path.relative_to(home).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    made = {f"{DOCS}/{place}": text for place, text in (*case_pages(), *way_pages())}
    return {
        path: text for path, text in (found | made).items() if path not in NOT_TAKEN | SET_BY_SPHINX
    }


def address_of(path: str) -> str | None:
    """Give the page of the site that shows a file or a folder of the project.

    Args:
        path: its path in the project.

    Returns:
        An address inside the site; nothing where there is no such page.
    """
    plain = path.rstrip("/")
    if plain in ELSEWHERE:
        return ELSEWHERE[plain]
    first, *rest = Path(plain).parts or ("",)
    if first == "notebooks" and len(rest) == 1:
        return f"lessons/{Path(rest[0]).stem}.html"
    if plain.startswith("docs/lessons/"):
        return f"lessons/{Path(plain).stem}.html"
    return next((_page(p) for p in _spellings(plain) if p in documents()), None)


def _spellings(path: str) -> list[str]:
    """List the paths under which a text may lie that a link names."""
    found = [path, f"{path}/README.md"]
    if path.startswith("docs/simulations/"):
        name = Path(path).stem
        found += [f"simulations/{'' if name == 'index' else f'{name}/'}README.md"]
    return found


def _page(path: str) -> str:
    """Give the address of the page of a text."""
    if not path.startswith(DOCS):
        name = Path(path).parent.relative_to("simulations").as_posix()
        return f"{DOCS}/simulations/{'index' if name == '.' else name}.html"
    return f"{path.removesuffix('.md')}.html"
