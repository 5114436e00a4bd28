"""Made-up rooms with a known difference, and single results, for the tests of what a room can tell."""

import pandas as pd

from coprod_sim.live.activities import STARTING
from coprod_sim.live.session_plan import shared_activities
from coprod_sim.live.treatment_effect import Effect, Who

TWINS = shared_activities()["experiment"]
SPREAD = 2.0
"""Spread of scores among people in the made-up rooms [points]."""


def room(
    rng, people: int, size: float, *, design: str = "crossover", losing: float = 0.6
) -> pd.DataFrame:
    """Make up a room: half the spread is the person's own, so two scores of one person go together."""
    rows = []
    for p in range(people):
        own, lost = rng.normal(0, SPREAD / 2**0.5), bool(rng.random() < losing)
        cells = TWINS.sequences if design == "crossover" else TWINS.sequences[:2]
        cell = cells[p % len(cells)]
        for turn, part in enumerate(("first", "second")[: 2 if design == "crossover" else 1], 1):
            arm, place = cell.arm(part), cell.decision(part)
            score = 5 + own + rng.normal(0, SPREAD / 2**0.5) + 0.3 * turn + 0.5 * place
            score += size * SPREAD * (arm == "co_production")
            rows.append((p, TWINS.decisions[place].key, arm, turn, lost, score))
    return pd.DataFrame(rows, columns=["person", "decision", "arm", "turn", "lost", "acceptance"])


def rows_of(scores: pd.DataFrame) -> list[dict]:
    """Write made-up scores as the room exports them."""
    found = []
    for r in scores.itertuples():
        about = {"activity": TWINS.key, "kind": "experiment", "person": r.person, "cell": 0}
        wish = {"round": "preference", "question": f"preference_{r.decision}", "value": int(bool(r.lost)),
                "decision": None, "arm": None}  # fmt: skip
        lived = {
            "round": f"{('first', 'second')[r.turn - 1]}_scores",
            "decision": r.decision,
            "arm": r.arm,
        }
        given = {q: round(r.acceptance) for q in ("acceptance", "fairness", "trust")}
        found += [
            about | wish,
            *(about | lived | {"question": q, "value": v} for q, v in given.items()),
        ]
    return found


def answers(rng, people: int = 30, **fixed: float) -> pd.DataFrame:
    frame = pd.DataFrame(rng.integers(0, 11, (people, 8)).astype(float), columns=list(STARTING))
    return frame.assign(**fixed)


def made(mean: float, error: float, measure: str = "acceptance", who: Who = "all") -> Effect:
    rest = {"people": 25, "tickbox": 5.0, "co_production": 5.0 + mean}
    return Effect(measure=measure, who=who, mean=mean, error=error, freedom=22, **rest)
