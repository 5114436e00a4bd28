"""What a lesson or an exercise plays: one case, several variants, and what came of them."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import Field, model_validator

from coprod_sim.assumptions import assume
from coprod_sim.engagement import Engagement, engagement_names
from coprod_sim.errors import known
from coprod_sim.library_files import FileValue
from coprod_sim.results.variant import Names, Variant, all_different
from coprod_sim.scenarios import Scenario, load_scenario, scenario_names

if TYPE_CHECKING:  # loading the model takes seconds
    import numpy as np

    from coprod_sim.results import Comparison
    from coprod_sim.results.effort import Effort

LINES = 4
"""The most ways that a picture tells apart as lines."""


class Run(FileValue):
    """What is played, and how often.

    `engagements` are taken as they lie in the library, `variants` have changes of their own. `settings`
    change the case, `assumptions` the numbers inside the rules, for all of them. `split` also measures by
    winners and losers, in the room or not, and thirds of first trust.
    """

    called: ClassVar[str] = "the run"
    scenario: str = "reference"
    settings: dict[str, float] = Field(default_factory=dict)
    assumptions: dict[str, float] = Field(default_factory=dict)
    engagements: Names = ()
    variants: Annotated[tuple[Variant, ...], Field(strict=False)] = ()
    runs: Annotated[int, Field(ge=8, le=400)] = 48
    split: bool = False

    @property
    def all_variants(self) -> tuple[Variant, ...]:
        """The engagements taken as they are, then the variants."""
        return (*(Variant(name=name) for name in self.engagements), *self.variants)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all variants, in order."""
        return (*self.engagements, *(v.name for v in self.variants))

    @property
    def case(self) -> Scenario:
        """The case with everything changed that is changed for all variants."""
        assumed = {f"assumptions.{name}": value for name, value in self.assumptions.items()}
        return load_scenario(self.scenario).but(self.settings | assumed)

    def variant(self, name: str) -> Variant:
        """Give one variant by its name."""
        return self.all_variants[self.names.index(name)]

    def engagement(self, name: str) -> Engagement:
        """Give the engagement of a variant that stays, with its dials turned."""
        return self.variant(name).engagements()[-1]

    def dials_at(self, name: str, dials: Iterable[str]) -> dict[str, float]:
        """Give where dials stand in one variant."""
        engagement = self.engagement(name)
        return {dial: float(getattr(engagement, dial)) for dial in dials}

    def turned(
        self, name: str, dials: Mapping[str, float], assumptions: Mapping[str, float] | None = None
    ) -> Self:
        """Give the run with the dials of one variant turned, and assumptions of it changed.

        Raises:
            InputError: for unknown names, and for values that cannot be.
        """
        old = self.variant(name)
        new = old.but(
            dials={**old.dials, **dials}, assumptions={**old.assumptions, **(assumptions or {})}
        )
        variants = [new if v.name == name else v for v in self.all_variants]
        return self.but(engagements=(), variants=variants)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        known(self.scenario, scenario_names(), "a scenario")
        if not all_different(self.names, "variant"):
            raise ValueError("name at least one engagement or variant")
        rules = self.case.rules
        for variant in self.all_variants:
            for name in variant.names:
                known(name, engagement_names(), "an engagement")
            variant.engagements()
            assume(rules, variant.assumptions)
        return self


@dataclass(frozen=True, kw_only=True)
class PlayedRun:
    """A run that has been played: everything measured."""

    run: Run
    comparison: "Comparison"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the variants that were played, in order."""
        return self.run.names

    @property
    def decisions(self) -> int:
        """How many decisions were played."""
        return self.comparison.scenario.decisions.count

    @property
    def models(self) -> int:
        """In how many other models it was played, too: those that fit the findings."""
        return self.comparison.draws

    @property
    def rows(self) -> int:
        """How many runs there are: those of the rules as they stand, then those of the other models."""
        from coprod_sim.results.comparison import RUNS_A_DRAW  # noqa: PLC0415 - see above

        return self.run.runs + self.models * RUNS_A_DRAW

    @cached_property
    def start_trust(self) -> "np.ndarray":
        """Mean trust before the first decision: the runs, then those of the other models; rows x groups."""
        if not self.models:
            return self.comparison.start_trust
        import numpy as np  # noqa: PLC0415 - see above

        from coprod_sim.results.comparison import RUNS_A_DRAW  # noqa: PLC0415
        from coprod_sim.results.player import play_draws, trial_of  # noqa: PLC0415
        from coprod_sim.results.uncertainty import sets_over  # noqa: PLC0415

        one = self.comparison
        trial = trial_of(one.scenario, one.variants[0])
        sets = sets_over(one.over, one.scenario, one.draws, one.seed)
        draws = [[trial.under(p)] for p in sets]
        found = play_draws(draws, RUNS_A_DRAW, seed=one.seed, from_start=True)
        return np.concatenate([one.start_trust, *(played[0].start for played in found)])

    def title(self, name: str) -> str:
        """Give a variant's name as people read it."""
        return self.comparison.engagements[self.names.index(name)].title

    def before(self, name: str) -> int:
        """Say how many decisions went before the engagement of a variant began."""
        return len(self.run.variant(name).before)

    def effort(self, name: str) -> "Effort":
        """Give what a variant takes for one decision."""
        return self.comparison.efforts[name]


LARGEST_SEED = 2**31
"""Seeds lie below this."""


def fresh_seed() -> int:
    """Choose a seed nobody has seen, so that no answer can be learnt by heart."""
    return secrets.randbelow(LARGEST_SEED)


def play(run: Run, seed: int) -> PlayedRun:
    """Play a run, and also in the models that fit the findings, for its ranges.

    The first time the model is loaded, which takes seconds.

    Args:
        run: what is played.
        seed: the seed of all luck; the same run and seed give the same numbers.
    """
    return _play(run.model_dump_json(), seed, widely=True)


def models_played() -> int:
    """Say in how many other models every run is played, too: those that fit the findings."""
    from coprod_sim.results.nroy import not_ruled_out  # noqa: PLC0415 - brings pandas along

    return len(not_ruled_out().sets)


def play_alone(run: Run, seed: int) -> PlayedRun:
    """Play a run by the rules as they stand alone, where no number of it is shown; see `play`."""
    return _play(run.model_dump_json(), seed, widely=False)


@lru_cache(maxsize=12)
def _play(text: str, seed: int, *, widely: bool) -> PlayedRun:
    from coprod_sim.results import compare  # noqa: PLC0415 - see above
    from coprod_sim.results.uncertainty import NOT_RULED_OUT  # noqa: PLC0415

    run = Run.model_validate_json(text)
    models = models_played() if widely else 0
    found = compare(
        run.case, run.all_variants, runs=run.runs, draws=models, seed=seed, over=NOT_RULED_OUT,
        split=run.split,
    )  # fmt: skip
    return PlayedRun(run=run, comparison=found)
