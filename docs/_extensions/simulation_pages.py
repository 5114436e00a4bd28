"""Writes a page for each simulation: its README, and the numbers that came out."""

import csv
from collections.abc import Iterator
from pathlib import Path

from repository_links import ROOT, to_site

HOME = ROOT / "simulations"
MOST_ROWS = 60
"""The longest table shown on a page; the file holds the rest [rows]."""
NUMBERS = """
## The numbers

{what} {{download}}`expected.csv </../simulations/{name}/expected.csv>` has all {rows} rows, and
{{download}}`experiment.toml </../simulations/{name}/experiment.toml>` is the experiment itself.

"""


def simulation_pages() -> Iterator[tuple[str, str]]:
    """Give a page for each simulation, and their index."""
    names = sorted(path.parent.name for path in HOME.glob("*/experiment.toml"))
    hidden = "\n".join(["", "```{toctree}", ":hidden:", "", *names, "```", ""])
    yield "simulations/index.md", _readme("README.md") + hidden
    for name in names:
        yield f"simulations/{name}.md", _readme(f"{name}/README.md") + _numbers(HOME / name)


def _readme(path: str) -> str:
    return to_site((HOME / path).read_text(encoding="utf-8"), f"simulations/{path}")


def _numbers(folder: Path) -> str:
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as file:
        heads, *rows = csv.reader(file)
    shown, what = _those_to_show(heads, rows)
    head = NUMBERS.format(what=what, name=folder.name, rows=len(rows))
    lines = [heads, ["---"] * len(heads), *shown]
    return head + "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def _those_to_show(heads: list[str], rows: list[list[str]]) -> tuple[list[list[str]], str]:
    """Choose the rows for the page: those about everybody after the last decision, if too many."""
    if len(rows) <= MOST_ROWS:
        return rows, "All of them stand here."
    said = []
    if "group" in heads:
        rows = [row for row in rows if row[heads.index("group")] == "all"]
        said.append("about everybody")
    if "decision" in heads:
        last = max(rows, key=lambda row: int(row[heads.index("decision")]))
        rows = [r for r in rows if r[heads.index("decision")] == last[heads.index("decision")]]
        said.append("after the last decision")
    return rows, f"Here stand those {' '.join(said)}." if said else "The first of them stand here."
