"""The citizens of a scenario: how many, grouped how, trusting whom, as the drivers need them."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import special

from coprod_sim.adding import numpy_sum, python_sum
from coprod_sim.arithmetic import clip
from coprod_sim.display import ShowsItself
from coprod_sim.draws import CELLS, from_table, quantile_table
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


@dataclass(frozen=True, kw_only=True, repr=False)
class Population(ShowsItself):
    """The citizens: group sizes, contacts, and each group's first trust as a quantile table."""

    citizens: int
    less_heard: int
    contacts: int
    homophily: float
    trust_less_heard: np.ndarray
    trust_well_connected: np.ndarray
    notes: tuple[str, ...] = ()

    def _in_short(self) -> str:
        """Say how many there are, and where their first trust comes from."""
        return (
            f"Population of {self.citizens} citizens, {self.less_heard} of them less heard; "
            f"each chooses {self.contacts} contacts\n  {' '.join(self.notes):.250}"
        ).rstrip()

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
        1,025 points of trust, from 0 to 1; everybody is given the same table.
    """
    return _quantiles_of(tuple(float(share) for share in shares))


@lru_cache(maxsize=64)
def _quantiles_of(shares: tuple[float, ...]) -> np.ndarray:
    table = np.empty(CELLS + 1)
    fill_trust_table(np.array(shares), table)
    table.flags.writeable = False
    return table


def fill_trust_table(shares: np.ndarray, table: np.ndarray) -> None:
    """Fill a quantile table of trust, rounded as in `draws.quantile_table`.

    Args:
        shares: how many gave the answers 0, 1 ... 10; they need not add up to 1.
        table: 1,025 points, filled in.
    """
    answers = np.flatnonzero(shares > 0.0)
    given = shares[answers] / numpy_sum(shares[answers])
    place, below, above = 0, 0.0, given[0]
    for k in range(CELLS + 1):
        u = k / CELLS
        while place + 1 < len(answers) and above <= u:
            place += 1
            below, above = above, above + given[place]
        inside = clip((u - below) / given[place], 0.0, 1.0)
        table[k] = np.rint((answers[place] + inside) / 11.0 * 1e12) / 1e12


def mix_shares(weights: np.ndarray, tables: np.ndarray, shares: np.ndarray) -> None:
    """Mix the answers to several questions.

    Args:
        weights: how much each question counts, above 0.
        tables: questions x answers, the shares of each answer.
        shares: of each answer in the mixture; filled in.
    """
    total, asked = python_sum(weights), tables.reshape((len(weights), len(shares)))
    for k in range(len(shares)):
        found = 0.0
        for question in range(len(weights)):
            found = found + weights[question] / total * asked[question, k]
        shares[k] = found


def _first_trust(
    trust: TrustSource, share: float
) -> tuple[np.ndarray, np.ndarray, float, tuple[str, ...]]:
    match trust.source:
        case "reference":
            table = quantile_table(lambda u: special.betaincinv(*REFERENCE_BETA, u))
            note = "First trust: Beta(1.6, 1.9), the reference town."
            return table, table, share, (note,)
        case "file":
            return _from_answers(load_population(Path(trust.file)).trust_answers, share)
        case "answers" if trust.answers is not None:
            return _from_answers(trust.answers, share)
        case _:
            shares, note = _mixed(trust)
            table = quantiles_of(shares)
            return table, table, share, (note,)


def _mixed(trust: TrustSource) -> tuple[np.ndarray, str]:
    weights = {k: float(w) for k, w in trust.institutions.items() if w > 0}
    tables = np.array([survey_table(trust.country, k) for k in weights])
    shares = np.empty(tables.shape[1])
    mix_shares(np.array(list(weights.values())), tables, shares)
    total = sum(weights.values())
    parts = ", ".join(f"{w / total:.0%} {k.replace('_', ' ')}" for k, w in weights.items())
    return shares, f"First trust: {trust.country}, {parts} ({CITATION})."


def _from_answers(
    given: TrustAnswers, share: float
) -> tuple[np.ndarray, np.ndarray, float, tuple[str, ...]]:
    return (
        quantiles_of(np.asarray(given.less_heard)),
        quantiles_of(np.asarray(given.well_connected)),
        share if given.share_less_heard is None else given.share_less_heard,
        (f"First trust: {given.name}, {given.people} answers.",),
    )
