"""Says which papers the model's assumptions name, how each was read, and what it can carry."""

import re
from functools import cache
from pathlib import Path

import pandas as pd

from coprod_sim.assumptions import DECLARED
from validation.documents import Blocks

FILE = Path(__file__).parent / "sources.csv"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""What a paper that is not listed leaves behind."""


@cache
def sources() -> pd.DataFrame:
    """Read the papers that assumptions name.

    Returns:
        A row for each: its name in the code, reference, link, in what it was read, and what it carries.
    """
    return pd.read_csv(FILE, keep_default_na=False)


def named_by() -> dict[str, list[str]]:
    """Find the assumptions that name each paper, as a source or as one of two schools.

    Returns:
        Names of assumptions by name of the paper.
    """
    read = {assumption: _read(text) for assumption, text in _texts().items()}
    return {
        paper: [a for a, (names, _) in read.items() if paper in names]
        for paper in sources()["name"]
    }


def unlisted() -> dict[str, str]:
    """Find what assumptions say of papers that are not listed.

    Returns:
        The rest of the text by assumption; empty if all papers are listed.
    """
    rest = {assumption: _read(text)[1] for assumption, text in _texts().items()}
    return {assumption: text for assumption, text in rest.items() if YEAR.search(text)}


def _read(text: str) -> tuple[list[str], str]:
    """Give the papers a text names, and the text without them; the longest name is looked for first."""
    named = []
    for paper in sorted(sources()["name"], key=len, reverse=True):
        if paper in text:
            named.append(paper)
            text = text.replace(paper, "")
    return named, text


def _texts() -> dict[str, str]:
    return {name: " | ".join([a.source, *(a.schools or ())]) for name, a in DECLARED.items()}


def sources_markdown() -> str:
    """Write the papers behind the assumptions as Markdown."""
    users = named_by()
    disputed = [name for name, a in DECLARED.items() if a.schools]
    alone = [n for n, a in DECLARED.items() if a.source == "assumption" and not a.schools]
    return "\n\n".join(
        (
            f"The rules use {len(DECLARED)} numbers. {len(alone)} of them are our assumption, with no study "
            f"behind the number. {len(disputed)} are disputed: two schools say opposite things, both are "
            "named, and the range reaches both.",
            _papers(users),
            "Where two schools disagree:",
            _schools(disputed),
        )
    )


def _papers(users: dict[str, list[str]]) -> str:
    lines = ["| Paper | Reference | Read | What it carries | For |", "|---|---|---|---|---|"]
    for row in sources().to_dict("records"):
        link = f", {row['link']}" if row["link"] else ""
        names = ", ".join(f"`{name}`" for name in users[row["name"]])
        lines.append(
            f"| {row['name']} | {row['reference']}{link} | {row['read']} | {row['carries']} | {names} |"
        )
    return "\n".join(lines)


def _schools(names: list[str]) -> str:
    lines = ["| Number | Plausible range | If it is low | If it is high |", "|---|---|---|---|"]
    for name in names:
        about = DECLARED[name]
        low, high = about.schools or ("", "")
        lines.append(f"| `{name}` | {about.least:g} to {about.most:g} | {low} | {high} |")
    return "\n".join(lines)


BLOCKS: Blocks = {"sources": sources_markdown}
"""The blocks of the page."""
