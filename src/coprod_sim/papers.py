"""The papers that the model's assumptions name: what they are, how they were read, where to find them."""

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple


class Paper(NamedTuple):
    """A paper by its name in the code, with in what it was read and what it can carry."""

    name: str
    reference: str
    link: str
    read: str
    carries: str

    @property
    def sizes(self) -> bool:
        """Whether it carries how large something is, and not only in which direction it goes."""
        return self.carries.startswith(("size", "rough size"))


@cache
def papers() -> tuple[Paper, ...]:
    """Read the papers that assumptions name, in the order of the file."""
    file = resources.files("coprod_sim") / "papers.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return tuple(Paper(**row) for row in rows)


def gives_size(source: str) -> bool:
    """Say whether the size of a number rests on a study, and not on judgement.

    Args:
        source: what a number is declared to rest on.

    Returns:
        Whether it does; a source that is named for the direction or for the reasoning alone gives none.
    """
    kind = source.partition(": ")[0]
    return kind not in ("sign", "reasoned") and any(paper.sizes for paper in named_in(source)[0])


def named_in(text: str) -> tuple[list[Paper], str]:
    """Give the papers a text names, and the text without them; the longest name is looked for first."""
    named = []
    for paper in sorted(papers(), key=lambda one: len(one.name), reverse=True):
        if paper.name in text:
            named.append(paper)
            text = text.replace(paper.name, "")
    return named, text
