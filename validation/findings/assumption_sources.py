"""Says which papers the model's assumptions name, how each was read, and what it can carry."""

import re

from coprod_sim.assumptions import DECLARED
from coprod_sim.papers import gives_size, named_in, papers
from validation.documents import Blocks

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""What a paper that is not listed leaves behind."""


def named_by() -> dict[str, list[str]]:
    """Find the assumptions that name each paper, as a source or as one of two schools.

    Returns:
        Names of assumptions by name of the paper.
    """
    read = {assumption: named_in(text)[0] for assumption, text in _texts().items()}
    return {paper.name: [a for a, named in read.items() if paper in named] for paper in papers()}


def unlisted() -> dict[str, str]:
    """Find what assumptions say of papers that are not listed.

    Returns:
        The rest of the text by assumption; empty if all papers are listed.
    """
    rest = {assumption: named_in(text)[1] for assumption, text in _texts().items()}
    return {assumption: text for assumption, text in rest.items() if YEAR.search(text)}


def _texts() -> dict[str, str]:
    return {name: " | ".join([a.source, *(a.schools or ())]) for name, a in DECLARED.items()}


def sources_markdown() -> str:
    """Write the papers behind the assumptions as Markdown."""
    users = named_by()
    disputed = [name for name, a in DECLARED.items() if a.schools]
    named = {a for users in users.values() for a in users}
    sized = [name for name, a in DECLARED.items() if gives_size(a.source)]
    return "\n\n".join(
        (
            f"The rules use {len(DECLARED)} numbers. {len(DECLARED) - len(named)} of them name no "
            f"study. For {len(named) - len(sized)} more, studies give no more than the direction, or "
            f"disagree about it. So the size of {len(DECLARED) - len(sized)} of them is our own judgement; "
            f"{len(sized)} take theirs from a study. {len(disputed)} are disputed: two schools say "
            "opposite things, both are named, and the range reaches both.",
            _papers(users),
            "Where two schools disagree:",
            _schools(disputed),
        )
    )


def _papers(users: dict[str, list[str]]) -> str:
    lines = ["| Paper | Reference | Read | What it carries | For |", "|---|---|---|---|---|"]
    for paper in papers():
        link = f", {paper.link}" if paper.link else ""
        names = ", ".join(f"`{name}`" for name in users[paper.name])
        lines.append(
            f"| {paper.name} | {paper.reference}{link} | {paper.read} | {paper.carries} | {names} |"
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
