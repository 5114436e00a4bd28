"""Plays random settings with all drivers and says whether the numbers are the same to the last bit.

Run `python -m validation.equality --settings 10000` (about half an hour on one core). A setting is a town
of 20 to 200 citizens, one in ten of up to 3,000 (so that they go through in several blocks even where runs
go one by one), and three ways of involving them, each with dials and assumptions of its own; every number is
drawn from all that is allowed, and one in four stands at an end of it. Where there is a difference, or a
number that is none, the setting is named by its number, and `--first N --settings 1` plays it again.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from unittest import mock

import numpy as np

from coprod_sim.assumptions import DECLARED
from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.model import ensemble
from coprod_sim.model.arrays import play
from coprod_sim.model.buffers import LANES
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.model.setting import Arm, Setting, arm_of, setting_of
from coprod_sim.model.sums import group_sums, split_sums
from coprod_sim.population import population_of
from coprod_sim.quantities import Quantity
from coprod_sim.scenarios import Campaign, Scenario, load_scenario

ARMS, RUNS = 3, 3
"""Ways of involving people in a setting, and runs of each."""
COUNTRIES = ("GB", "DE", "NO", "BG")
ONE_BY_ONE = 3
"""Every so many settings, runs go one by one, as in a large town, in place of side by side."""
SPLIT = 5
"""Every so many settings, sums are also split by winners, losers and so on."""
STATE = ("trust", "expected", "knowledge", "hearsay", "view", "merit", "fairness", "vote", "part")
"""What Mesa's citizens are compared by, one by one."""


class Trial(NamedTuple):
    """One setting: a case for each way, alike in its town and decisions, and the ways."""

    cases: list[Scenario]
    ways: list[Engagement]
    seed: int

    @property
    def setting(self) -> Setting:
        """What all ways have in common."""
        return setting_of(self.cases[0], population_of(self.cases[0]), self.seed)

    @property
    def arms(self) -> list[Arm]:
        """The ways as the drivers take them."""
        pairs = zip(self.cases, self.ways, strict=True)
        return [arm_of(way, case.rules, case.campaign) for case, way in pairs]


def trial_of(number: int) -> Trial:
    """Make a random setting.

    Args:
        number: its number, which says everything about it.

    Returns:
        The cases and ways that are played in it.
    """
    rng = np.random.default_rng(number)
    town = _town(rng)
    cases = [town.model_copy(update=_beliefs(rng, town.decisions.count)) for _ in range(ARMS)]
    return Trial(cases, [_way(rng) for _ in range(ARMS)], int(rng.integers(2**63)))


def _town(rng: np.random.Generator) -> Scenario:
    count = int(rng.integers(1, 5))
    return load_scenario("reference").but({
        "people.citizens": _citizens(rng),
        "people.share_less_heard": float(rng.uniform(0.05, 0.95)),
        "people.contacts": int(rng.integers(1, 7)),
        "people.homophily": _number(rng, 0.0, 1.0),
        "people.trust.source": str(rng.choice(["reference", "survey"])),
        "people.trust.country": str(rng.choice(COUNTRIES)),
        "decisions.count": count,
        "decisions.draft": _number(rng, -3.0, 3.0),
        "decisions.direction": str(rng.choice(["either", "as given"])),
        "decisions.heat": _number(rng, 0.0, 5.0),
        "decisions.months": _number(rng, 0.5, 60.0),
    })  # fmt: skip


def _citizens(rng: np.random.Generator) -> int:
    return int(rng.integers(20, 201) if rng.random() < 0.9 else rng.integers(1100, 3001))


def _beliefs(rng: np.random.Generator, decisions: int) -> dict[str, Any]:
    campaign = Campaign(
        decision=int(rng.integers(1, decisions + 1)),
        strength=_number(rng, 0.0, 2.0),
        reach=_number(rng, 0.0, 1.0),
    )
    return {
        "assumptions": {name: _of(rng, about) for name, about in DECLARED.items()},
        "campaign": campaign if rng.random() < 0.5 else None,
    }


def _way(rng: np.random.Generator) -> Engagement:
    dials: dict[str, Any] = {name: _of(rng, dial) for name, dial in DIALS.items()}
    dials["seats"] = float(rng.integers(2, 61)) if rng.random() < 0.6 else 0.0
    return load_engagement("tickbox").model_copy(
        update=dials | {"asked": bool(rng.random() < 0.85)}
    )


def _of(rng: np.random.Generator, about: Quantity) -> float:
    return _number(rng, about.low, about.high)


def _number(rng: np.random.Generator, low: float, high: float) -> float:
    place = rng.choice([0.0, 1.0, rng.random()], p=[0.125, 0.125, 0.75])
    return min(low + float(place) * (high - low), high)


def differences(trial: Trial, *, large: bool, split: bool, mesa: bool) -> Iterator[str]:
    """Play a setting with all drivers and name what is not the same, or no number.

    Args:
        trial: the cases and ways.
        large: whether the compiled runs go one by one, as in a large town, in place of side by side.
        split: whether to add up over winners, losers and so on too.
        mesa: whether to play one run of each way with Mesa too.

    Yields:
        A few words for each difference.
    """
    setting, arms = trial.setting, trial.arms
    room = 1 if large else ensemble.ROOM
    with mock.patch.multiple(ensemble, LARGE_TOWN=1 if large else 10**9, ROOM=room):
        compiled = ensemble.play_all(setting, arms, RUNS, first_run=LANES, split=split)
    if not np.isfinite(compiled).all():
        yield "a sum is no number"
    for arm, sums in zip(arms, compiled, strict=True):
        if not np.array_equal(_in_numpy(setting, arm, split=split), sums):
            yield "NumPy and the compiled ensemble differ"
    if mesa:
        yield from _in_mesa(trial)


def differences_in(number: int, mesa_every: int) -> Iterator[str]:
    """Play the random setting of a number: most side by side, some one by one, some split, some in Mesa.

    Args:
        number: the number of the setting.
        mesa_every: how many settings there are to one that is played in Mesa too.

    Returns:
        A few words for each difference.
    """
    return differences(
        trial_of(number),
        large=number % ONE_BY_ONE == 0,
        split=number % SPLIT == 0,
        mesa=number % mesa_every == 0,
    )


def _in_numpy(setting: Setting, arm: Arm, *, split: bool) -> np.ndarray:
    runs, less = range(LANES, LANES + RUNS), setting.population.less_heard
    thirds = setting.thirds(np.array(runs))
    return np.stack(
        [
            split_sums(now, thirds, less) if split else group_sums(now, less)
            for now in play(setting, arm, runs)
        ],
        axis=1,
    )


def _in_mesa(trial: Trial) -> Iterator[str]:
    run, setting = LANES + 1, trial.setting
    for case, way, arm in zip(trial.cases, trial.ways, trial.arms, strict=True):
        model = CivicModel(case, way, run=run, rng=trial.seed)
        for now in play(setting, arm, range(run, run + 1)):
            model.step()
            for name in STATE:
                people = np.array([getattr(citizen, name) for citizen in model.people])
                if not np.array_equal(people, getattr(now, name)[:, 0]):
                    yield f"Mesa and NumPy differ in {name}"
            if not np.array_equal(model.sums, group_sums(now, setting.population.less_heard)[0]):
                yield "Mesa and NumPy differ in a sum"


def main(arguments: Sequence[str] | None = None) -> int:
    """Play as many settings as asked for, and say what was the same."""
    parser = argparse.ArgumentParser(prog="python -m validation.equality", description=__doc__)
    parser.add_argument("--settings", type=int, default=10_000, help="how many settings")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    parser.add_argument("--mesa-every", type=int, default=20, help="play every so many in Mesa too")
    chosen = parser.parse_args(arguments)
    numbers, found = range(chosen.first, chosen.first + chosen.settings), 0
    for number in numbers:
        for said in differences_in(number, chosen.mesa_every):
            found += 1
            sys.stdout.write(f"setting {number}: {said}\n")
        if (number + 1) % 500 == 0:
            sys.stderr.write(f"{number + 1 - chosen.first} of {len(numbers)} settings\n")
    in_mesa = sum(number % chosen.mesa_every == 0 for number in numbers)
    sys.stdout.write(
        f"{len(numbers)} settings of {ARMS} ways and {RUNS} runs, {in_mesa} of them in Mesa too: "
        f"{found or 'no'} difference{'' if found == 1 else 's'}.\n"
    )
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
