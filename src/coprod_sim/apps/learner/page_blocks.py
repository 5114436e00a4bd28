"""What every learner's page sets alike: that a run is being played, a way on, words and what they mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from coprod_sim.markup import Markup, element, joined
from coprod_sim.words import Words


@dataclass(frozen=True)
class Held:
    """Stands in a notebook where a result waits for the bet."""

    words: str

    def __repr__(self) -> str:
        return self.words

    def _repr_html_(self) -> str:
        return element("p", self.words)


def busy(t: Words) -> Markup:
    """Say that a run is being played."""
    return element("p", t("learner-bet-busy"), role="status", class_="busy")


def range_told(runs: int, models: int, t: Words) -> Markup:
    """Say under a table what it was made of, and why a number may lie near one end of its range."""
    said = f"{t('pages-range_table', runs=runs, models=models)} {t('pages-range_why')}"
    return element("p", said, class_="help")


def link(address: str, words: str) -> Markup:
    """Set the way to another page on a line of its own."""
    return element("p", element("a", words, href=address), class_="link")


def described(pairs: Iterable[tuple[str, str]]) -> Markup:
    """Set what each of several things is, and under it what is said of it."""
    return element("dl", *(joined(element("dt", k), element("dd", v)) for k, v in pairs))
