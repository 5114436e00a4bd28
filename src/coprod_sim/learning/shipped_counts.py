"""Puts into texts of lessons and exercises in how many models a claim holds, and numbers with their range."""

import json
import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from coprod_sim.packed_text import opened
from coprod_sim.words import ENGLISH, words_in

FILE = Path(str(resources.files("coprod_sim.learning"))) / "data" / "model_counts.json"
CLEAR = 80
"""Models in 100 in which an answer or a claim must hold to be told as more than open (our choice)."""
NUMBER = re.compile(r"\{\{([a-z0-9_]+)\}\}")
"""Where a text wants the number of a claim: `{{shared}}` becomes "48 (38 to 59)"."""
COUNT = re.compile(r"(?:open: yes )?in \d+ of 100 models")
"""How the number of models stands behind the words of a claim."""
ASKED = {"question", "text", "prompt", "objectives", "title", "task", "read", "run"}
"""What is read before the answer, and so gives nothing away."""


@cache
def stored() -> dict[str, Any]:
    """Read what was counted beforehand."""
    return json.loads(opened(FILE))


def in_100(found: dict[str, Any], answer: str) -> int:
    """Give in how many of 100 models an answer was counted."""
    return round(100 * found["held"].get(answer, 0) / found["models"])


def with_counts(value: Any, place: str) -> Any:
    """Give a table with its texts completed.

    Args:
        value: what was read from the file of a lesson or an exercise.
        place: the name under which its claims are declared.

    Returns:
        The same, with the number of models behind the words of every claim, and numbers where asked for.
    """
    about = stored()["claims"].get(place)
    return value if about is None else _completed(value, about)


def told_again(text: str, place: str) -> str:
    """Complete prose that is kept with its numbers, as a notebook's is: old ones give way to those counted.

    Args:
        text: the prose, with or without numbers of models in it.
        place: the name under which its claims are declared.

    Returns:
        The same, with the number of models behind the words of every claim.
    """
    about = stored()["claims"].get(place, {})
    for one in about.values():
        if one["says"]:
            behind = rf"({re.escape(one['says'])})(?: \({COUNT.pattern}\))+"
            text = re.sub(behind, r"\1", text)
    return _told(text, about)


def _completed(value: Any, about: dict[str, Any], key: str = "") -> Any:
    if isinstance(value, str):
        return value if key in ASKED else _told(value, about)
    if isinstance(value, list):
        return [_completed(one, about, key) for one in value]
    if isinstance(value, dict) and key not in ASKED:
        return {name: _completed(one, about, name) for name, one in value.items()}
    return value


def _told(text: str, about: dict[str, Any]) -> str:
    counts = stored()["counts"]
    text = NUMBER.sub(lambda found: _number(about.get(found[1]), found[0]), text)
    held: dict[str, int] = {}
    for one in about.values():
        if one["says"] and one["says"] in text:
            share = in_100(counts[one["key"]], one["true"])
            held[one["says"]] = min(share, held.get(one["says"], share))
    for says, share in held.items():
        text = text.replace(says, f"{says} ({share_said(share)})", 1)
    return text


def _number(claim: dict[str, Any] | None, otherwise: str) -> str:
    return number_of(stored()["counts"][claim["key"]]) if claim else otherwise


def share_said(share: int) -> str:
    """Say in how many of 100 models something holds, and that it is open where they are few."""
    t = words_in(ENGLISH)
    return t(f"learner-claims-{'held' if share >= CLEAR else 'open'}", count=share)


def number_of(found: dict[str, Any]) -> str:
    """Write a number that was counted with its range: "48 (38 to 59)"."""
    t = words_in(ENGLISH)
    digits = 0 if found["high"] - found["low"] >= 4 else 1
    mean, low, high = (_written(found[k], digits) for k in ("value", "low", "high"))
    return t("learner-claims-number", value=mean, low=low, high=high)


def _written(value: float, digits: int) -> str:
    return f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "\N{MINUS SIGN}")
