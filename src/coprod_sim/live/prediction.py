"""The room becomes the town: its answers set the model's citizens, and the guess is locked before the vote.

Each mapping from an answer to a number of the model is an assumption, said in a note. A question with
fewer than five answers leaves its number where the reference town has it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import numpy as np
import pandas as pd
from scipy import optimize, stats

from coprod_sim import __version__
from coprod_sim.assumptions import DECLARED, REFERENCE
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.files import json_of
from coprod_sim.live.arms import ARMS
from coprod_sim.live.disclosure import MINIMUM
from coprod_sim.population.answer_scales import AnswerScale, trust_table
from coprod_sim.results import Comparison, compare
from coprod_sim.scenarios import Scenario, TrustAnswers, load_scenario

GUESSED = {
    "acceptance": "acceptance",
    "losers": "losers_acceptance",
    "fairness": "fairness",
    "trust": "trust",
}
"""What is guessed about the room, and the model's measure behind it."""
POINTS = 10.0
"""The room scores from 0 to 10, the model from 0 to 1."""
HEARD = 5.0
"""Who scores below this on being heard counts as less heard (assumption) [0 to 10]."""
EVERYBODY_COMES = 5.0
"""Readiness at which nearly all in a room answer its form, as they sit in it already (assumption)."""
RUNS, DRAWS, SEED = 48, 24, 1
"""Runs and plausible models behind the guess, and its seed."""
LATER = 3
"""How many decisions ahead "this is us" looks [decisions]."""


@dataclass(frozen=True)
class RoomScenario:
    """The model's citizens as the room's answers set them, and a note on each answer used."""

    scenario: Scenario
    notes: tuple[str, ...]
    people: int


@dataclass(frozen=True)
class SealedPrediction:
    """A guess as a text that cannot be changed unseen: its seal is the SHA-256 of the text's bytes."""

    text: str
    guess: dict[str, Any] = field(default_factory=dict)

    @property
    def seal(self) -> str:
        """The seal, shown before the vote."""
        return sha256(self.text.encode()).hexdigest()


def town_of(
    answers: pd.DataFrame, *, decisions: int = LATER, lost: float | None = None
) -> RoomScenario:
    """Set the citizens by the starting answers (one row a person); `lost` places the draft plan.

    The plan stands where that share of the citizens would lose by it.

    Args:
        answers: the starting answers, one row a person, missing where none was given [0 to 10].
        decisions: how many decisions are played.
        lost: the share of citizens the first plan suits badly; None leaves the plan as it is.

    Returns:
        The case, and a note on each answer that was used.
    """
    start = load_scenario("reference")
    notes: list[str] = []
    share, people = _people(answers, notes)
    numbers = _numbers(answers, notes) | _knowledge(answers, notes)
    rules = REFERENCE._replace(**numbers)
    draft = start.decisions.draft
    if lost is not None:
        draft = _draft(lost, rules, share)
        notes.append(f"{lost:.0%} did not want what is decided, so the plan suits that many badly.")
    case = start.but(
        {
            "decisions.count": decisions, "decisions.draft": draft,
            "decisions.direction": "either" if lost is None else "as given",
        },
        name="this_room", title="This room", place="This room", people=people, assumptions=numbers,
        assumed=("The room's answers set the citizens; how is said in the notes.",),
    )  # fmt: skip
    return RoomScenario(case, tuple(notes), len(answers))


def predict(answers: pd.DataFrame, lost: float | None) -> Comparison:
    """Play one decision in both ways with this room's people: all are there, the plan stays the same."""
    town = town_of(answers, decisions=1, lost=lost)
    here = {"assumptions.ready_base": EVERYBODY_COMES, "assumptions.plan_moves": 0.0}
    case = town.scenario.but(here)
    return compare(case, [_in_a_room(name) for name in ARMS], runs=RUNS, draws=DRAWS, seed=SEED)


def lock(
    answers: pd.DataFrame, lost: float | None, now: datetime | None = None
) -> SealedPrediction:
    """Work out the guess and lock it; anybody can check the seal of the text afterwards.

    Args:
        answers: the starting answers, one row a person [0 to 10].
        lost: the share of stated wishes the decisions go against.
        now: the time that is written down.

    Returns:
        The guess with its text and seal.
    """
    found = predict(answers, lost)
    guess = {
        "what": "points from 0 to 10 that the full picture scores above the leaflet",
        "range": "9 in 10 results lie between low and high",
        "difference": {name: _points(found.differences, "co_production", m) for name, m in GUESSED.items()},
        "arms": {
            arm: {name: _points(found.ranges, arm, m) for name, m in GUESSED.items()} for arm in ARMS
        },
        "people": len(answers),
        "notes": town_of(answers, decisions=1, lost=lost).notes,
        "inputs": {k: found.origin[k] for k in ("hash", "seed", "runs", "draws")},
        "coprod_sim": __version__,
        "locked": (now or datetime.now(UTC)).isoformat(timespec="seconds"),
    }  # fmt: skip
    return SealedPrediction(json.dumps(guess, indent=1, ensure_ascii=False) + "\n", guess)


def opened(text: str, seal: str) -> SealedPrediction:
    """Read a locked guess back; refuse one whose text no longer gives its seal.

    Raises:
        InputError: the text is not the one that was sealed.
    """
    found = SealedPrediction(text, json_of(text))
    if found.seal != seal:
        raise InputError(
            f"the locked guess was changed: its seal is now {found.seal[:12]}, it was {seal[:12]}"
        )
    return found


def us_later(answers: pd.DataFrame) -> Comparison:
    """Play three decisions with this room's people: "this is us in three decisions' time"."""
    town = town_of(answers)
    return compare(town.scenario, list(ARMS), runs=RUNS, draws=DRAWS, seed=SEED)


def _in_a_room(name: str) -> Engagement:
    """Take a way of involving people as it is lived in a room: everybody is told, nobody left out."""
    here = {"awareness": 1.0, "equal_access": 1.0, "seats": 0.0}
    return load_engagement(name).but(here)


def _points(table: pd.DataFrame, arm: str, measure: str) -> dict[str, float]:
    row = table.loc[(arm, 1, "all", measure)]
    return {name: round(float(row[name]) * POINTS, 2) for name in ("low", "mean", "high")}


def _mean(answers: pd.DataFrame, name: str) -> float | None:
    given = answers[name].dropna()
    return float(given.mean()) if len(given) >= MINIMUM else None


def _groups(answers: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Part those who feel seldom heard from the others."""
    return answers[answers["heard"] < HEARD], answers[answers["heard"] >= HEARD]


def _people(answers: pd.DataFrame, notes: list[str]) -> tuple[float, dict[str, Any]]:
    """Set trust, groups and contacts."""
    people = load_scenario("reference").people.model_dump()
    less, more = _groups(answers)
    share = people["share_less_heard"]
    if min(len(less), len(more)) >= MINIMUM:
        share = len(less) / (len(less) + len(more))
        notes.append(f"{share:.0%} feel seldom heard; they are the town's less-heard people.")
    talk = _mean(answers, "talk")
    if talk is not None:
        people["contacts"] = int(np.clip(round(1 + 0.7 * talk), 1, 8))
        notes.append(f"Each citizen picks {people['contacts']} contacts, by how much you talk.")
    people["share_less_heard"] = share
    given = answers["trust"].dropna()
    if len(given) < MINIMUM:
        notes.append("Too few said how far they trust, so trust is that of the reference town.")
        return share, people
    people["trust"] = _trust(given, (less, more), share)
    notes.append(
        f"First trust is the trust of {len(given)} people here, mean {given.mean():.1f} of 10."
    )
    return share, people


def _trust(given: pd.Series, groups: tuple[pd.DataFrame, ...], share: float) -> dict[str, Any]:
    """Give the room's trust as the model takes it, of each group where enough of both have answered."""
    told = [group["trust"].dropna() for group in groups]
    both = all(len(one) >= MINIMUM for one in told)
    less, well = (_table(one if both else given) for one in told)
    answers = TrustAnswers(
        name="this room",
        people=len(given),
        share_less_heard=share,
        less_heard=less,
        well_connected=well,
    )
    return {"source": "answers", "answers": answers.model_dump()}


def _table(given: pd.Series) -> tuple[float, ...]:
    return trust_table(given.to_numpy(dtype=float), np.ones(len(given)), AnswerScale(0, 10))


def _numbers(answers: pd.DataFrame, notes: list[str]) -> dict[str, float]:
    """Set the numbers of the rules that the other answers speak about."""
    found: dict[str, float] = {}
    trust = _mean(answers, "trust")
    trusted = 0.46 if trust is None else trust / POINTS
    for name, (words, turn) in _SET.items():
        mean = _mean(answers, name)
        if mean is None:
            notes.append(f"Too few answered '{words}', so that number is the reference town's.")
            continue
        found |= {n: _inside(n, v) for n, v in turn(mean / POINTS, trusted).items()}
        notes.append(f"{words}: mean {mean:.1f} of 10.")
    return found


def _knowledge(answers: pd.DataFrame, notes: list[str]) -> dict[str, float]:
    """Set by how much the two groups differ in what they know; how much a town knows is not for a case."""
    known = [group["know"].dropna() for group in _groups(answers)]
    if min(map(len, known)) < MINIMUM:
        notes.append(
            "Too few in each group said what they know, so that gap is the reference town's."
        )
        return {}
    less, more = (float(one.mean()) for one in known)
    notes.append(
        f"What people know: mean {less:.1f} of 10 where seldom heard, {more:.1f} elsewhere."
    )
    return {"knowledge_gap": _inside("knowledge_gap", (more - less) / POINTS)}


def _count(mean: float, trust: float) -> dict[str, float]:
    return {"expected_base": mean - REFERENCE.expected_trust * trust}


def _change(mean: float, _trust: float) -> dict[str, float]:
    """Place what suits people between leaving all as it is (-1) and changing a lot (1)."""
    gap = REFERENCE.ideal_well_connected - REFERENCE.ideal_less_heard
    middle = 2.0 * mean - 1.0
    return {"ideal_less_heard": middle - gap / 2, "ideal_well_connected": middle + gap / 2}


def _fair(mean: float, _trust: float) -> dict[str, float]:
    return {"responsiveness_start": mean}


def _come(mean: float, trust: float) -> dict[str, float]:
    """Take the odds people give for coming; one step less, as more say they come than do.

    What they expect of a say is in the odds they give, so it is taken out of the base.
    """
    share = float(np.clip(mean, 0.05, 0.95))
    expected = REFERENCE.expected_base + REFERENCE.expected_trust * trust
    odds = float(np.log(share / (1 - share))) - 1.0
    return {"ready_base": odds - REFERENCE.ready_influence * expected}


_SET: Mapping[str, tuple[str, Callable[[float, float], dict[str, float]]]] = {
    "count": ("How much a say will count", _count),
    "change": ("How much should change", _change),
    "fair": ("How fair it was so far", _fair),
    "come": ("How readily people would come", _come),
}


def _inside(name: str, value: float) -> float:
    return float(np.clip(value, DECLARED[name].low, DECLARED[name].high))


def _draft(lost: float, rules: Any, share: float) -> float:
    """Find the plan by which this share of the citizens lose: those further from it than its worth."""
    reach = rules.merit_at_best / rules.merit_slope
    groups = ((share, rules.ideal_less_heard), (1 - share, rules.ideal_well_connected))

    def losing(plan: float) -> float:
        return sum(
            part * (1 - _between(plan - reach, plan + reach, mean, rules.ideal_spread))
            for part, mean in groups
        )

    best = sum(part * mean for part, mean in groups)
    if lost <= losing(best):
        return float(np.clip(best, -3, 3))
    far = float(np.clip(best + 3.0, -3, 3))
    if lost >= losing(far):
        return far
    return float(optimize.brentq(lambda plan: losing(plan) - lost, best, far))


def _between(low: float, high: float, mean: float, spread: float) -> float:
    ends = stats.norm.cdf([low, high], mean, spread)
    return float(ends[1] - ends[0])
