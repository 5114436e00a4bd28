"""The citizens of a scenario: how many, grouped how, trusting whom, as the drivers need them."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import special

from coprod_sim.draws import from_table, quantile_table
from coprod_sim.errors import InputError
from coprod_sim.population.survey_population import load_population
from coprod_sim.scenarios import Scenario, TrustAnswers, TrustSource

ITEMS = {
    "parliament": "trstprl",
    "legal_system": "trstlgl",
    "police": "trstplc",
    "politicians": "trstplt",
    "parties": "trstprt",
}
"""Institutions by the name of their question in the European Social Survey."""
CITATION = (
    "European Social Survey European Research Infrastructure (ESS ERIC), ESS round 11, 2023-24; "
    "unweighted frequencies of the 0-10 trust questions"
)
REFERENCE_BETA = (1.6, 1.9)
"""First trust in the reference town, on which the findings are checked: Beta(1.6, 1.9)."""


@dataclass(frozen=True, kw_only=True)
class Population:
    """The citizens: group sizes, contacts, and each group's first trust as a quantile table."""

    citizens: int
    less_heard: int
    contacts: int
    homophily: float
    trust_less_heard: np.ndarray
    trust_well_connected: np.ndarray
    notes: tuple[str, ...] = ()

    @property
    def group_sizes(self) -> tuple[int, int]:
        """The number of less-heard and of well-connected citizens."""
        return self.less_heard, self.citizens - self.less_heard

    def surveyed(self, words: np.ndarray) -> np.ndarray:
        """Look up what everybody's first trust is in a survey.

        Args:
            words: random words, citizens (the less-heard first) or citizens x runs.

        Returns:
            Trust from 0 to 1, in the same shape.
        """
        less, well = words[: self.less_heard], words[self.less_heard :]
        return np.concatenate([
            from_table(self.trust_less_heard, less), from_table(self.trust_well_connected, well),
        ])  # fmt: skip


def population_of(scenario: Scenario) -> Population:
    """Make the citizens of a scenario from its trust tables, or from the user's own survey file.

    Args:
        scenario: the case.

    Returns:
        Its citizens, as the drivers need them.

    Raises:
        InputError: when a group would have nobody in it, or the user's file cannot be read.
    """
    people = scenario.people
    less, well, share, notes = _first_trust(people.trust, people.share_less_heard)
    less_heard = round(share * people.citizens)
    if not 0 < less_heard < people.citizens:
        raise InputError(
            f"{scenario.name}: a share of {share:g} less-heard among {people.citizens} citizens leaves "
            "a group with nobody in it"
        )
    return Population(
        citizens=people.citizens,
        less_heard=less_heard,
        contacts=people.contacts,
        homophily=people.homophily,
        trust_less_heard=less,
        trust_well_connected=well,
        notes=notes,
    )


@cache
def survey_table(country: str, institution: str) -> np.ndarray:
    """Give the shares of people by their answer to a trust question.

    Args:
        country: two letters, one of the 28 in the tables.
        institution: one of `ITEMS`.

    Returns:
        Shares of the answers 0, 1 ... 10: 11 numbers that add up to 1.
    """
    row = survey_tables().loc[(country, ITEMS[institution])]
    shares = row[[f"p{k}" for k in range(11)]].to_numpy(dtype=np.float64)
    found = shares / shares.sum()
    found.flags.writeable = False  # everybody is given the same one
    return found


@cache
def survey_tables() -> pd.DataFrame:
    """Read the trust tables that ship with the package (28 countries, 5 institutions)."""
    file = resources.files("coprod_sim.population") / "data" / "trust_tables_ess11.csv"
    with file.open("rb") as stream:
        return pd.read_csv(stream, index_col=["country", "item"])


def quantiles_of(shares: np.ndarray) -> np.ndarray:
    """Turn 11 shares into a quantile table of trust from 0 to 1, evenly spread inside each answer.

    An answer nobody gave is skipped; only the one cell of 1,024 that lies across it bridges it.

    Args:
        shares: how many gave the answers 0, 1 ... 10; they need not add up to 1.

    Returns:
        1,025 points of trust, from 0 to 1.
    """
    answers = np.flatnonzero(shares > 0)
    given = shares[answers] / shares[answers].sum()
    edges = np.concatenate([[0.0], np.cumsum(given)])

    def quantile(u: np.ndarray) -> np.ndarray:
        place = np.clip(np.searchsorted(edges, u, side="right") - 1, 0, len(answers) - 1)
        inside = np.clip((u - edges[place]) / given[place], 0.0, 1.0)
        return (answers[place] + inside) / 11.0

    return quantile_table(quantile)


def _first_trust(
    trust: TrustSource, share: float
) -> tuple[np.ndarray, np.ndarray, float, tuple[str, ...]]:
    match trust.source:
        case "reference":
            table = quantile_table(lambda u: special.betaincinv(*REFERENCE_BETA, u))
            note = "First trust: Beta(1.6, 1.9), the reference town."
            return table, table, share, (note,)
        case "file":
            return _from_answers(load_population(Path(trust.file)).trust_answers)
        case "answers" if trust.answers is not None:
            return _from_answers(trust.answers)
        case _:
            shares, note = _mixed(trust)
            table = quantiles_of(shares)
            return table, table, share, (note,)


def _mixed(trust: TrustSource) -> tuple[np.ndarray, str]:
    weights = {k: w for k, w in trust.institutions.items() if w > 0}
    total = sum(weights.values())
    shares = sum(w / total * survey_table(trust.country, k) for k, w in weights.items())
    parts = ", ".join(f"{w / total:.0%} {k.replace('_', ' ')}" for k, w in weights.items())
    return np.asarray(shares), f"First trust: {trust.country}, {parts} ({CITATION})."


def _from_answers(
    given: TrustAnswers,
) -> tuple[np.ndarray, np.ndarray, float, tuple[str, ...]]:
    return (
        quantiles_of(np.asarray(given.less_heard)),
        quantiles_of(np.asarray(given.well_connected)),
        given.share_less_heard,
        (f"First trust: {given.name}, {given.people} answers.",),
    )
