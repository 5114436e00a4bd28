"""The atlas: outcomes of the library's cases that were played beforehand, for a first answer at once.

It holds the very numbers that `explore` gives, so pressing the button brings nothing else. An entry is
found by what it was played with, not by a name: a case or a way that has been changed has none.
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
from coprod_sim.results.analysis.effects import effects
from coprod_sim.results.analysis.ladder import Ladder, climb, ladder_of
from coprod_sim.results.exploring import Box, Exploration, Limit, Trade, explore, when_not
from coprod_sim.results.exploring.outcomes import POINTS, RUNS, WATCHED, plan_of, with_gains
from coprod_sim.results.store import LIBRARIES
from coprod_sim.scenarios import Money, Scenario, load_scenario, scenario_names

FILE = Path(str(resources.files("coprod_sim.results"))) / "data" / "atlas.npz"
START, GOAL, SEED = "tickbox", "co_production", 1
"""The two ways that are compared in the atlas, and its luck."""
ABOUT = "about"


@dataclass(frozen=True, kw_only=True)
class FirstAnswer:
    """What the atlas says about a case; each answer is put together when it is first asked for.

    `gains` are the outcomes as stored (points x measures), `told` what was worked out from them, and
    `plan` lays out the inputs they belong to. `money` is how the case asked about counts money.
    """

    gains: np.ndarray
    told: dict[str, Any]
    plan: Callable[[], Exploration]
    goal: Engagement
    money: Money

    @cached_property
    def outcomes(self) -> Exploration:
        """The outcomes that were played."""
        return with_gains(self.plan(), self.gains)

    @cached_property
    def matters(self) -> pd.DataFrame:
        """What matters most."""
        table = pd.DataFrame(self.told["matters"]).set_index("index")
        table.attrs.update(self.told["attrs"])
        return table

    @cached_property
    def box(self) -> Box:
        """When it would not pay."""
        box = self.told["box"]
        limits = tuple(Limit(**x) for x in box["limits"])
        return Box(
            **box | {"limits": limits, "trade_off": tuple(Trade(**x) for x in box["trade_off"])}
        )

    @cached_property
    def ladder(self) -> Ladder | None:
        """What would have to be true; none where the case counts money in another way."""
        if self.told["money"] != self.money.model_dump(mode="json"):
            return None
        return ladder_of(self.told["goals"], self.goal)


def first_answer(
    scenario: Scenario, start: Engagement, goal: Engagement, seed: int = SEED
) -> FirstAnswer | None:
    """Look a case up in the atlas that ships with the package; nothing if it is not in there."""
    gains, about = _stored(FILE)
    key = key_of(scenario, start, goal, seed)
    if key not in gains:
        return None
    return FirstAnswer(
        gains=gains[key],
        told=about["cases"][key],
        plan=partial(plan_of, scenario, start, goal, POINTS, seed),
        goal=goal,
        money=scenario.money,
    )


def rebuild(
    cases: Sequence[str] | None = None, tell: Callable[[int, int], None] = lambda *_: None
) -> dict[str, Any]:
    """Play the cases again (all of the library's if not named) and give what goes into the file."""
    names, found, told = list(cases or scenario_names()), {}, {}
    start, goal = load_engagement(START), load_engagement(GOAL)
    for done, name in enumerate(names):
        tell(done, len(names))
        case = load_scenario(name)
        played = explore(case, start, goal, seed=SEED)
        key = key_of(case, start, goal, SEED)
        found[key] = played.frame[list(WATCHED)].to_numpy()
        told[key] = _told(case, played) | {"goals": climb(case, start, goal, SEED)}
    about = {
        "made_by": "coprod-sim rebuild atlas", "points": POINTS, "runs": RUNS, "seed": SEED,
        "measures": list(WATCHED), "start": START, "goal": GOAL, "coprod_sim": __version__,
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES}, "cases": told,
    }  # fmt: skip
    return found | {ABOUT: np.array(json.dumps(about))}


def save(arrays: dict[str, Any], path: Path = FILE) -> None:
    """Write the atlas; whole, or not at all."""
    write_whole(path, lambda file: np.savez_compressed(file, **arrays))
    _stored.cache_clear()


def key_of(scenario: Scenario, start: Engagement, goal: Engagement, seed: int) -> str:
    """Give a short text that changes with everything the outcomes depend on."""
    played = [
        scenario.people.model_dump(mode="json"), scenario.decisions.model_dump(mode="json"),
        list(scenario.rules), list(start.dials), list(goal.dials), seed, POINTS, RUNS,
    ]  # fmt: skip
    return sha256(json.dumps(played, sort_keys=True).encode()).hexdigest()[:16]


def _told(case: Scenario, played: Exploration) -> dict[str, Any]:
    """Work the first answers out, in numbers that fit into the file."""
    matters = effects(played)
    box = asdict(when_not(played))
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
