"""Keeps the trust found in a survey as a small value that can be saved and read back."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from coprod_sim.errors import InputError
from coprod_sim.files import write_whole
from coprod_sim.library_files import FileValue, as_toml, check, read_toml
from coprod_sim.population.answer_scales import BINS
from coprod_sim.population.fair_counting import LEAST_GROUP, LONGEST_QUESTION
from coprod_sim.population.quoting import file_name
from coprod_sim.population.reading import Reading
from coprod_sim.population.respondents import Why
from coprod_sim.scenarios import TrustAnswers
from coprod_sim.taking import takes_what_it_says

OPENING = "How much a surveyed public trusts: shares of people on the steps 0 to 10 of trust."
ROUNDED = 0.001
"""How far the shares in a file may be from 1 because someone rounded them [share]."""


def _check_enough(used: int, behind: int | None) -> None:
    """Refuse the sums of few people, as their survey is refused, in whatever file or link they come.

    Raises:
        ValueError: fewer than `LEAST_GROUP` people stand behind them.
    """
    if (behind or used) >= LEAST_GROUP:
        return
    weighted = (
        f", who by their weights tell no more than {behind:,}" if behind and behind < used else ""
    )
    raise ValueError(
        f"it holds the answers of {used:,} people{weighted}; at least {LEAST_GROUP} are needed, so that"
        " nobody's own answer can be read off the shares"
    )


def _sums_to_one(shares: tuple[float, ...]) -> tuple[float, ...]:
    total = sum(shares)
    if abs(total - 1) > ROUNDED:
        raise ValueError(f"the shares must sum to 1, but they sum to {total:.6g}")
    return shares if abs(total - 1) < 1e-9 else tuple(share / total for share in shares)


People = Annotated[int, Field(ge=1, le=10**9)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
TrustTable = Annotated[
    tuple[Share, ...], Field(min_length=BINS, max_length=BINS), AfterValidator(_sums_to_one)
]


class SurveyPopulation(FileValue):
    """How much a surveyed public trusts, as shares of people on the steps 0 to 10.

    Units: every table has eleven shares that sum to 1, for trust 0, 1, ... 10; ``table`` is for
    everybody, ``less_heard`` and ``well_connected`` are for the two groups when the survey tells
    them apart. ``share_less_heard`` is a share from 0 to 1, left out where a survey does not tell
    groups apart, so that the case says it; a share is also ``share_trusting``, the part
    of all people who answered above the middle of their scale. ``question`` has the words of the question,
    where the file holds them besides the name of its column. ``n_read`` and ``n_used`` count
    people, and ``n_behind`` says how many of equal weight would tell as much. ``notes`` say what was
    read, dropped and assumed; ``left_out`` counts who was dropped, by the reason; ``reading`` says how it was
    read, so that the same file gives the same result again.

    Raises:
        InputError: a table does not have eleven shares that sum to 1, only one
            group has a table, or more people were used than read, or fewer than 10.
    """

    model_config = ConfigDict(strict=False)
    called = "the population"

    name: Annotated[str, Field(min_length=1, max_length=100)]
    table: TrustTable
    less_heard: TrustTable | None = None
    well_connected: TrustTable | None = None
    share_less_heard: Share | None = None
    share_trusting: Share | None = None
    question: Annotated[str, Field(max_length=LONGEST_QUESTION)] | None = None
    n_read: People
    n_used: People
    n_behind: People | None = None
    notes: tuple[str, ...] = ()
    left_out: dict[Why, People] = Field(default_factory=dict)
    reading: Reading | None = None

    def _in_short(self) -> str:
        """Say whose answers they are, and how many."""
        return f"SurveyPopulation {self.name!r}: {self.n_used} of {self.n_read} people used"

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if (self.less_heard is None) != (self.well_connected is None):
            raise ValueError("less_heard and well_connected must both be given, or neither")
        if self.n_used > self.n_read:
            raise ValueError(f"n_used ({self.n_used:,}) is more than n_read ({self.n_read:,})")
        _check_enough(self.n_used, self.n_behind)
        return self

    @property
    def trust_answers(self) -> TrustAnswers:
        """Give the trust of the two groups as a case holds it: as values, with no file behind them."""
        return TrustAnswers(
            name=self.name,
            people=self.n_used,
            share_less_heard=self.share_less_heard,
            less_heard=self.less_heard or self.table,
            well_connected=self.well_connected or self.table,
        )


@takes_what_it_says
def write_population(population: SurveyPopulation, path: str | Path) -> None:
    """Write a population to a TOML file that only its owner can read, for ``load_population``.

    Args:
        population: what was found in a survey.
        path: where it is written, whole or not at all.

    Raises:
        InputError: the file cannot be written.
    """
    path = Path(path)
    try:
        write_whole(path, as_toml(population, OPENING), private=True)
    except OSError as problem:
        reason = problem.strerror or "no reason"
        raise InputError(f"{file_name(path)}: the file cannot be written: {reason}.") from None


def load_population(path: str | Path) -> SurveyPopulation:
    """Read a population that ``write_population`` wrote, or one made by hand.

    Shares that were rounded and sum to within 0.001 of 1 are scaled to sum to 1.

    Args:
        path: a TOML file.

    Returns:
        The population, each table adding up to 1.

    Raises:
        InputError: the file cannot be read, is not TOML, or a value is missing or not allowed.
    """
    path = Path(path)
    return check(SurveyPopulation, read_toml(path), file_name(path))
