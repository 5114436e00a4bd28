"""Precomputed answers: outcomes of the library's cases that were played beforehand and ship with the kit.

They are the very numbers that `play_outcomes` gives, so pressing the button brings nothing else. An entry
is found by what it was played with, not by a name: a case or a way that has been changed has none.
"""

import json
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache, cached_property, partial
from hashlib import sha256
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim import __version__
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.files import write_whole
from coprod_sim.results.discovery.boxes import Box, Limit, Trade, discover_scenario
from coprod_sim.results.discovery.effects import resampled_effects, with_the_emulators_error
from coprod_sim.results.discovery.goal_tables import GoalTable, goal_table_of, seek_targets
from coprod_sim.results.discovery.outcomes import (
    POINTS,
    RUNS,
    WATCHED,
    Outcomes,
    plan_of,
    play_outcomes,
    with_gains,
)
from coprod_sim.results.in_short import InShort
from coprod_sim.results.model_hash import assumptions_hash, loops_hash, rules_hash
from coprod_sim.results.store import LIBRARIES
from coprod_sim.scenarios import Money, Scenario, load_scenario, scenario_names

FILE = Path(str(resources.files("coprod_sim.results"))) / "data" / "precomputed.npz"
START, GOAL, SEED = "tickbox", "co_production", 1
"""The two ways that are compared beforehand, and their luck."""
ABOUT = "about"
AGAIN, FEW = ("west_dulwich", "misinformation_vote"), 64
"""Cases and outcomes of each that are played again to see whether the answers still hold."""
MADE_BY = "python -m validation precomputed"
"""The command that makes the answers again."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Precomputed(InShort):
    """What was worked out beforehand about a case; each answer is put together when it is first asked for.

    `gains` are the outcomes as stored (points x measures), `told` what was worked out from them, and
    `plan` lays out the inputs they belong to. `money` is how the case asked about counts money.
    """

    gains: np.ndarray
    told: dict[str, Any]
    plan: Callable[[], Outcomes]
    goal: Engagement
    money: Money

    @cached_property
    def outcomes(self) -> Outcomes:
        """The outcomes that were played."""
        return with_gains(self.plan(), self.gains)

    @cached_property
    def matters(self) -> pd.DataFrame:
        """What matters most."""
        table = pd.DataFrame(self.told["matters"]).set_index("index")
        table.attrs.update(self.told["attrs"])
        return with_the_emulators_error(table)

    @cached_property
    def box(self) -> Box:
        """When it would not gain enough."""
        box = self.told["box"]
        limits = tuple(Limit(**x) for x in box["limits"])
        return Box(
            **box | {"limits": limits, "trade_off": tuple(Trade(**x) for x in box["trade_off"])}
        )

    @cached_property
    def goals(self) -> GoalTable | None:
        """What would have to be true; none where the case counts money in another way."""
        if self.told["money"] != self.money.model_dump(mode="json"):
            return None
        return goal_table_of(self.told["goals"], self.goal)


def look_up(
    scenario: Scenario, start: Engagement, goal: Engagement, seed: int = SEED
) -> Precomputed | None:
    """Look a case up among the answers that ship with the package.

    Args:
        scenario: the case.
        start: the way that all are compared with.
        goal: the way that may fall short.
        seed: the seed of all luck.

    Returns:
        Its answers; nothing where case, ways or seed were changed, or the model since (`out_of_date`).
    """
    gains, about = _stored(FILE)
    key = key_of(scenario, start, goal, seed)
    if key not in gains or out_of_date():
        return None
    return Precomputed(
        gains=gains[key],
        told=about["cases"][key],
        plan=partial(plan_of, scenario, start, goal, POINTS, seed),
        goal=goal,
        money=scenario.money,
    )


def out_of_date() -> str:
    """Say in a sentence that the answers were made with another model, and how to renew them.

    Returns:
        The sentence; nothing while they are those of this model.
    """
    _, about = _stored(FILE)
    now = made_with()
    changed = [name for name in now if about["made_with"].get(name) != now[name]]
    if not changed:
        return ""
    return (
        f"The answers worked out beforehand were made with other {' and '.join(changed)} than these; "
        f"'{MADE_BY}', in a clone of the repository, makes them again."
    )


def made_with() -> dict[str, str]:
    """Give the hashes that answers carry when they are made with the model as it is now.

    What a case and its ways were played with is in the name of each answer (`key_of`).
    """
    return {
        "assumptions": assumptions_hash(), "rules": rules_hash((), ()), "loops": loops_hash(),
    }  # fmt: skip


def rebuild(
    cases: Sequence[str] | None = None, tell: Callable[[int, int], None] = lambda *_: None
) -> dict[str, Any]:
    """Play the cases again and give what goes into the file.

    Args:
        cases: names of cases in the library (all).
        tell: is told the cases done and all cases.

    Returns:
        Arrays of points x measures by key, and `about` as JSON.
    """
    names, found, told = list(cases or scenario_names()), {}, {}
    start, goal = load_engagement(START), load_engagement(GOAL)
    for done, name in enumerate(names):
        tell(done, len(names))
        case = load_scenario(name)
        played = play_outcomes(case, start, goal, seed=SEED)
        key = key_of(case, start, goal, SEED)
        found[key] = played.frame[list(WATCHED)].to_numpy()
        told[key] = _told(case, played) | {"goals": seek_targets(case, start, goal, SEED)}
    about = {
        "made_by": MADE_BY, "made_with": made_with(), "points": POINTS, "runs": RUNS, "seed": SEED,
        "measures": list(WATCHED), "start": START, "goal": GOAL, "coprod_sim": __version__,
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES}, "cases": told,
    }  # fmt: skip
    return found | {ABOUT: np.array(json.dumps(about))}


def renewed() -> dict[str, Any] | None:
    """Give the answers that ship the hashes of the model as it is now, if they are what it would give.

    Code can be written otherwise and give the same numbers; then playing all of it would change nothing.

    Returns:
        What goes into the file; nothing if assumptions, cases or ways have changed, or if some of the
        outcomes played again are others. A case that is new to the library is not in it yet.
    """
    found, about = _stored(FILE)
    start, goal, now = load_engagement(START), load_engagement(GOAL), made_with()
    cases = {key_of(case, start, goal, SEED): case for case in map(load_scenario, scenario_names())}
    if about["made_with"]["assumptions"] != now["assumptions"] or not set(found) <= set(cases):
        return None
    for name in AGAIN:
        case = load_scenario(name)
        again = play_outcomes(case, start, goal, points=FEW, seed=SEED).frame[list(WATCHED)]
        stored = found[key_of(case, start, goal, SEED)][:FEW]
        if not np.array_equal(again.to_numpy(), stored, equal_nan=True):
            return None
    return found | {ABOUT: np.array(json.dumps(about | {"made_with": now}))}


def with_new_cases(
    known: dict[str, Any], tell: Callable[[int, int], None] = lambda *_: None
) -> dict[str, Any]:
    """Play the cases that are new to the library, and add them to the answers there are.

    Args:
        known: what `renewed` gave.
        tell: as for `rebuild`.

    Returns:
        What goes into the file.
    """
    start, goal = load_engagement(START), load_engagement(GOAL)
    new = [n for n in scenario_names() if key_of(load_scenario(n), start, goal, SEED) not in known]
    if not new:
        return known
    more = rebuild(new, tell)
    about, told = (json.loads(str(arrays[ABOUT])) for arrays in (known, more))
    about["cases"] |= told["cases"]
    return known | more | {ABOUT: np.array(json.dumps(about))}


def save(arrays: dict[str, Any], path: Path = FILE) -> None:
    """Write the answers; whole, or not at all.

    Args:
        arrays: what `rebuild` gave.
        path: the `.npz` file.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    write_whole(path, lambda file: np.savez_compressed(file, **arrays))
    _stored.cache_clear()


def key_of(scenario: Scenario, start: Engagement, goal: Engagement, seed: int) -> str:
    """Give a short text that changes with everything the outcomes depend on.

    Args:
        scenario: the case.
        start: the way that all are compared with.
        goal: the way that may fall short.
        seed: the seed of all luck.

    Returns:
        16 hexadecimal digits.
    """
    played = [
        scenario.people.model_dump(mode="json"), scenario.decisions.model_dump(mode="json"),
        list(scenario.rules), list(start.dials), list(goal.dials), seed, POINTS, RUNS,
    ]  # fmt: skip
    return sha256(json.dumps(played, sort_keys=True).encode()).hexdigest()[:16]


def _told(case: Scenario, played: Outcomes) -> dict[str, Any]:
    """Work the first answers out, in numbers that fit into the file."""
    matters = resampled_effects(played)
    box = asdict(discover_scenario(played))
    box |= {name: list(box[name]) for name in ("limits", "trade_off")}
    return {
        "case": case.name,
        "money": case.money.model_dump(mode="json"),
        "attrs": matters.attrs,
        "matters": matters.rename_axis("index").reset_index().round(6).to_dict("list"),
        "box": box,
    }


@cache
def _stored(path: Path) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    with np.load(path) as file:
        return {k: file[k] for k in file.files if k != ABOUT}, json.loads(str(file[ABOUT]))
