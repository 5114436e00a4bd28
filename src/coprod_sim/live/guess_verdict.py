"""Whether the model's sealed guess held in a room, by one rule for each thing that was guessed."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy import stats

from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import apart_as_shown
from coprod_sim.live.intervals import FINEST, USUAL, apart, sayable, within
from coprod_sim.live.intervals import MODEL as MODEL_LEVEL
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
    guess's own range together, each taken as spread evenly around its middle. There is none where a result
    is hidden, or where luck cannot be measured.
    """
    model = guessed(e, guess)
    if model is None or isinstance(e, Suppressed) or e.alike:
        return None
    middle = (model["low"] + model["high"]) / 2
    spread = (model["high"] - model["low"]) / 2 / stats.norm.ppf(0.5 + MODEL_LEVEL / 2)
    reach = float(stats.t.ppf(0.5 + MODEL_LEVEL / 2, e.freedom)) * float(np.hypot(spread, e.error))
    low, high = within(middle - reach, middle + reach)
    return {"low": low, "mean": model["mean"], "high": high}


def held(e: Effect, model: Mapping[str, float], digits: int = USUAL) -> str:
    """Set the sealed guess for so many people beside this room; say whether it held, and for what else."""
    low, high = model["low"], model["high"]
    verdict = "held" if holds(e, model) else "did not hold"
    else_ = NOTHING.format("" if inside(0.0, model) else "not ", "it")
    whom = f"{e.people} people who lost" if e.who == "lost" else f"a room of {e.people}"
    return (
        f"The sealed guess{ABOUT[e.measure]} for {whom}: {sayable(low, high, MODEL_LEVEL, digits)}. "
        f"This room: {apart(difference(e, digits), digits)}. So it {verdict}. {else_}"
    )


def summary(
    found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None
) -> list[str]:
    """Count all that was sealed: what held, what did not, what nobody can judge, what held anyway."""
    sealed = [e for e in found if guessed(e, guess)]
    if len(sealed) < 2:
        return []
    models = [(e, for_this_room(e, guess)) for e in sealed]
    judged = [(e, model) for e, model in models if isinstance(e, Effect) and model]
    return [f"{_kept(judged, len(sealed))}{_not_judged(sealed)}{_anyway(judged, len(sealed))}"]


def _kept(judged: Sequence[tuple[Effect, Mapping[str, float]]], sealed: int) -> str:
    missed = [called(e) for e, model in judged if not holds(e, model)]
    some = len(judged) - len(missed)
    if some == sealed:
        return f"All {sealed} sealed guesses held."
    not_so = f" Not so for {listing(missed)}." if missed else ""
    if not judged:
        return f"None of the {sealed} sealed guesses can be judged here."
    known = f" {len(judged)} can be judged here:" if len(judged) < sealed else ""
    return f"Of the {sealed} sealed guesses{known} {some or 'none'} held.{not_so}"


def _not_judged(sealed: Sequence[Effect | Suppressed]) -> str:
    """Name what was guessed and cannot be set beside the room, and why."""
    hidden = [called(e) for e in sealed if isinstance(e, Suppressed)]
    alike = [called(e) for e in sealed if isinstance(e, Effect) and e.alike]
    return "".join(
        f" Nobody can judge the guess{'es' * (len(names) > 1)} for {listing(names)}: {why}."
        for names, why in (
            (hidden, "too few people stand behind it"),
            (alike, "luck cannot be measured"),
        )
        if names
    )


def _anyway(judged: Sequence[tuple[Effect, Mapping[str, float]]], sealed: int) -> str:
    """Say how much of what was judged a room with no difference would have fitted as well."""
    if not judged:
        return ""
    anyway = sum(inside(0.0, model) for _, model in judged)
    whom = "them" if len(judged) == sealed else "those judged"
    which = {0: "none", len(judged): "all"}.get(anyway, str(anyway))
    return " " + NOTHING.format("", f"{which} of {whom}")


def as_sealed(guess: Mapping[str, Any]) -> list[str]:
    """Give the sealed ranges themselves, before the luck of a room of any size is added."""
    return [
        f"{ASKED[measure]}, {GROUP[who]}: {sayable(one['low'], one['high'], MODEL_LEVEL)}"
        for (measure, who), name in SEALED.items()
        if (one := guess["difference"].get(name))
    ]


def holds(e: Effect, model: Mapping[str, float], digits: int = FINEST) -> bool:
    """Say whether a guess held for a result, by the digits in which tables keep both."""
    return inside(difference(e, digits), model, digits)


def inside(value: float, model: Mapping[str, float], digits: int = FINEST) -> bool:
    """Judge by so many digits, so that nobody sees 0.00 outside a range from 0.00."""
    return round(model["low"], digits) <= round(value, digits) <= round(model["high"], digits)


def difference(e: Effect, digits: int) -> float:
    """Give the difference of both means as they are shown in so many digits."""
    return apart_as_shown(e.tickbox, e.co_production, digits)


def called(e: Effect | Suppressed) -> str:
    """Name a result within a sentence."""
    return f"{SHORT[e.measure]} among those who lost" if e.who == "lost" else SHORT[e.measure]
