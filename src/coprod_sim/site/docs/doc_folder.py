"""Writes the pages of the documentation, and their front page by what people look for."""

from coprod_sim.site.docs.doc_setting import set_page, title_of
from coprod_sim.site.docs.documents import INDEX, address_of, documents
from coprod_sim.site.templates import page

DOORS = tuple(
    f"docs/doors/{one}.md"
    for one in ("leader", "learner", "trainer", "teacher", "modeller", "host")
)
GROUPS = {
    "doors": DOORS,
    "understand": (
        "docs/evidence.md", "docs/uncertainty.md", "docs/claims.md", "docs/odd.md", "docs/trace.md",
        "docs/versions.md", "docs/decisions/index.md",
    ),
    "look_up": ("docs/glossary.md", "docs/cases/index.md", "docs/ways/index.md", "simulations/README.md"),
    "howto": ("docs/howto/index.md", "docs/howto/"),
    "work": ("docs/trainer-guide.md", "docs/python.md", "docs/sweeps.md"),
}  # fmt: skip
"""What the front page lists, group by group: texts, or all texts of a folder."""


def doc_files(language: str) -> dict[str, str]:
    """Make every page of the documentation.

    Args:
        language: the language of what stands around the texts; these are in English.

    Returns:
        The text of each file by its address inside the site.
    """
    files = {}
    for path in documents():
        address = str(address_of(path))
        up = "../" * address.count("/")
        made = set_page(path, address)
        files[address] = page("doc.html.j2", language, up=up, **made._asdict())
    groups = {name: [_listed(p) for p in _texts(starts)] for name, starts in GROUPS.items()}
    return files | {INDEX: page("docs.html.j2", language, up="../", groups=groups)}


def _texts(starts: tuple[str, ...]) -> list[str]:
    """List the texts of a group, in the order in which it names them."""
    return [p for start in starts for p in documents() if p == start or _inside(p, start)]


def _inside(path: str, folder: str) -> bool:
    return folder.endswith("/") and path.startswith(folder) and not path.endswith("/index.md")


def _listed(path: str) -> tuple[str, str]:
    """Give the address of a text, seen from the front page, and its title."""
    return str(address_of(path)).removeprefix("docs/"), title_of(path)
