"""Whether the model's sealed guess held in a room, by one rule for each thing that was guessed."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy import stats

from coprod_sim.charts.labels import listing
from coprod_sim.live.intervals import MODEL as MODEL_LEVEL
from coprod_sim.live.intervals import apart, sayable, within
from coprod_sim.live.treatment_effect import Effect, Suppressed

ASKED = {
    "acceptance": "Could live with it",
    "fairness": "Felt treated fairly",
    "trust": "Trust the town now",
}
"""What was scored from 0 to 10, in the words of the room."""
GROUP = {"lost": "those who lost each time", "all": "everybody"}
SHORT = {"acceptance": "living with it", "fairness": "fairness", "trust": "trust"}
ABOUT = {"acceptance": "", "fairness": " of fairness", "trust": " of trust"}
"""How the guess of each measure is called in a sentence; living with it comes first and needs no name."""
NOTHING = "A room with no difference would {}have fitted {}."
"""What a guess is worth is seen by what else would have fitted it."""
SEALED = {
    ("acceptance", "lost"): "losers",
    ("acceptance", "all"): "acceptance",
    ("fairness", "all"): "fairness",
    ("trust", "all"): "trust",
}
"""Under which name the sealed text holds the guess of a measure among a group."""


def guessed(e: Effect | Suppressed, guess: Mapping[str, Any] | None) -> dict[str, float] | None:
    """Find the model's guess for an effect, if it made one."""
    if not guess:
        return None
    return guess["difference"].get(SEALED.get((e.measure, e.who), ""))


def for_this_room(
    e: Effect | Suppressed, guess: Mapping[str, Any] | None
) -> dict[str, float] | None:
    """Give the model's guess as it stands for so many people: the one range that it is judged by.

    The guess leaves out the luck of a small room. So the room may differ from it by that luck and by the
    guess's own range together, each taken as spread evenly around its middle.
    """
    model = guessed(e, guess)
    if model is None or isinstance(e, Suppressed):
        return model
    middle = (model["low"] + model["high"]) / 2
    spread = (model["high"] - model["low"]) / 2 / stats.norm.ppf(0.5 + MODEL_LEVEL / 2)
    reach = float(stats.t.ppf(0.5 + MODEL_LEVEL / 2, e.freedom)) * float(np.hypot(spread, e.error))
    low, high = within(middle - reach, middle + reach)
    return {"low": low, "mean": model["mean"], "high": high}


def held(e: Effect, model: Mapping[str, float]) -> str:
    """Set the sealed guess for so many people beside this room; say whether it held, and for what else."""
    low, high = model["low"], model["high"]
    verdict = "held" if _inside(e.mean, model) else "did not hold"
    else_ = NOTHING.format("" if _inside(0.0, model) else "not ", "it")
    whom = f"{e.people} people who lost" if e.who == "lost" else f"a room of {e.people}"
    return (
        f"The sealed guess{ABOUT[e.measure]} for {whom}: {sayable(low, high, MODEL_LEVEL)}. "
        f"This room: {apart(e.mean)}. So it {verdict}. {else_}"
    )


def summary(
    found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None
) -> list[str]:
    """Count all that was guessed: how much of it held, what did not, and what would have held anyway."""
    judged = [
        (e, model)
        for e in found
        if isinstance(e, Effect) and (model := for_this_room(e, guess)) is not None
    ]
    if len(judged) < 2:
        return []
    missed = [e for e, model in judged if not _inside(e.mean, model)]
    anyway = sum(_inside(0.0, model) for _, model in judged)
    if not missed:
        kept = f"All {len(judged)} sealed guesses held."
    else:
        names = listing([_called(e) for e in missed])
        some = len(judged) - len(missed)
        kept = f"Of the {len(judged)} sealed guesses {some} held. Not so for {names}."
    which = {0: "none of them", len(judged): "all of them"}.get(anyway, f"{anyway} of them")
    return [f"{kept} {NOTHING.format('', which)}"]


def as_sealed(guess: Mapping[str, Any]) -> list[str]:
    """Give the sealed ranges themselves, before the luck of a room of any size is added."""
    return [
        f"{ASKED[measure]}, {GROUP[who]}: {sayable(one['low'], one['high'], MODEL_LEVEL)}"
        for (measure, who), name in SEALED.items()
        if (one := guess["difference"].get(name))
    ]


def _inside(value: float, model: Mapping[str, float]) -> bool:
    """Judge by the digits that are shown, so that nobody sees 0.0 outside a range from 0.0."""
    return round(model["low"], 1) <= round(value, 1) <= round(model["high"], 1)


def _called(e: Effect) -> str:
    return f"{SHORT[e.measure]} among those who lost" if e.who == "lost" else SHORT[e.measure]
