"""The model's description (docs/odd.md) as data: its tables, its rules, and what happens in each section.

Nothing of coprod_sim is imported: whoever uses this module has the text and nothing else.
"""

import ast
import re
import textwrap
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

PATH = Path(__file__).resolve().parents[1] / "docs" / "odd.md"
TEXT = PATH.read_text(encoding="utf-8")
BLOCK = re.compile(r"^ *```py\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)


@cache
def rows(name: str) -> list[list[str]]:
    """Read a table of the document: its head, then its lines; of a cell in code, what stands in code."""
    block = TEXT.split(f"<!-- {name}:begin")[1].split(f"<!-- {name}:end")[0]
    lines = [line.strip("|").split("|") for line in block.splitlines() if line.startswith("|")]
    cells = [
        [re.sub("^`([^`]*)`(?: in .*)?$", r"\1", cell.strip()) for cell in line] for line in lines
    ]
    return [cells[0], *cells[2:]]


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """Read a table as a dictionary for each row, by what its first column names."""
    head, *lines = rows(name)
    return {line[0]: dict(zip(head, line, strict=True)) for line in lines}


def assumptions() -> dict[str, float]:
    """Give every number inside the rules (6.1)."""
    return {name: float(row["Value"]) for name, row in table("assumptions").items()}


def constants() -> dict[str, int]:
    """Give the whole numbers that stand elsewhere (6.1), and the purposes of luck (7.13)."""
    whole = {n: row["Value"] for n, row in table("constants").items() if row["Value"].isdigit()}
    return {
        n: int(v) for n, v in (whole | {n: r["Number"] for n, r in table("luck").items()}).items()
    }


def dials(engagement: str) -> dict[str, float]:
    """Give the positions of an engagement's dials (6.2); `asked` is 1 or 0."""
    row = list(table("engagements")[engagement].items())[2:]
    return {name: {"yes": 1.0, "no": 0.0}[v] if name == "asked" else float(v) for name, v in row}


def hours_each(positions: dict[str, float]) -> float:
    """Add up the hours of each participant (7.16)."""
    hours = []
    for name, row in table("costs").items():
        if positions["asked"] or row["Only if asked"] == "no":
            hours.append(positions.get(name, 1.0) * float(row["Hours of each participant"]))
    return sum(hours)


@cache
def section(number: str) -> str:
    """Give the text of a section, up to the next heading."""
    text = re.split(rf"^##+ {re.escape(number)}[. ].*$", TEXT, flags=re.MULTILINE)[1]
    return re.split(r"^##+ ", text, flags=re.MULTILINE)[0]


def _lines(text: str) -> list[ast.stmt]:
    blocks = (textwrap.dedent(block) for block in BLOCK.findall(text))
    return [line for block in blocks for line in ast.parse(block).body]


@cache
def script(number: str) -> CodeType:
    """Give what happens in a section: every line of its blocks that is no rule, from top to bottom."""
    lines = [line for line in _lines(section(number)) if not isinstance(line, ast.FunctionDef)]
    return compile(ast.Module(lines, []), f"docs/odd.md, {number}", "exec")


def rules_in(number: str) -> list[str]:
    """List the rules of a section."""
    return [line.name for line in _lines(section(number)) if isinstance(line, ast.FunctionDef)]


@cache
def rules() -> CodeType:
    """Give every rule and every word that the text defines."""
    found: list[ast.stmt] = [one for one in _lines(TEXT) if isinstance(one, ast.FunctionDef)]
    return compile(ast.Module(found, []), "docs/odd.md", "exec")


def written(names: dict[str, Any]) -> dict[str, Any]:
    """Run the rules of the text where these names stand, and give all names."""
    exec(rules(), names)  # noqa: S102 - our own documentation
    return names
