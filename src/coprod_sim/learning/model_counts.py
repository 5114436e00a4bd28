"""Counts in how many of the models that fit the findings an answer or a claim holds; the counts ship."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import numpy as np

from coprod_sim.files import write_whole
from coprod_sim.learning.items import AnswerOption, RunQuestion
from coprod_sim.learning.ranked import NEXT, RankedBy, in_order, orders_of_models, ranked_values
from coprod_sim.learning.readouts import Readout, ends, ends_of, model_values, value
from coprod_sim.learning.runs import PlayedRun, Run, play
from coprod_sim.learning.shipped_counts import FILE, in_100, stored
from coprod_sim.results.deciding import best_way
from coprod_sim.results.judging import band_of, out_of_order

MADE_BY = "python -m validation claims"
"""The command that counts again."""
SEED = 11
"""The luck of the counting."""
IN_ORDER = "in_order"
"""The name under which it is counted how often an order comes out as it does by the rules as they stand."""
BY_WAY = ("highest", "lowest", "order")
"""Rules by which an answer is a way, or an order of ways."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Something that is read off a run, and the answers it may have: bands, ways or an order.

    With `by`, every order that comes out is counted; without it, only that of the rules as they stand.
    """

    run: Run
    read: Readout
    options: tuple[AnswerOption, ...] = ()
    order: tuple[str, ...] = ()
    by: Literal["", "ways", "steps"] = ""

    @property
    def key(self) -> str:
        """A name made of everything that is played and asked, and of nothing that is only said."""
        plain = [
            _unnamed(self.run.model_dump(mode="json")),
            self.read.model_dump(mode="json"),
            [[o.id, o.low, o.high] for o in self.options],
            list(self.order),
            *([self.by] if self.by else []),
        ]
        return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What came out: by the rules as they stand with its range, and in how many models each answer holds."""

    value: float
    low: float
    high: float
    answer: str
    models: int
    held: dict[str, int]

    def in_100(self, answer: str) -> int:
        """Give in how many of 100 models an answer holds."""
        return in_100(asdict(self), answer)


def asked_of(question: RunQuestion, run: Run) -> Asked:
    """Give what a question about a run asks, without its words."""
    order = tuple(item.id for item in question.order)
    return Asked(run=run, read=question.read, options=question.options, order=order)


def count(asked: Asked) -> Counted:
    """Play what is asked in every model that fits the findings, and count the answers."""
    if asked.by:
        return _count_orders(asked, asked.by)
    played = play(asked.run, SEED)
    stands, answers = answers_of(asked, played)
    low, high = ends(asked.read, played)
    held = {answer: answers.count(answer) for answer in dict.fromkeys([stands, *_names(asked)])}
    return Counted(
        value=round(value(asked.read, played), 2), low=round(low, 2), high=round(high, 2),
        answer=stands, models=played.models, held=held,
    )  # fmt: skip


def _count_orders(asked: Asked, by: RankedBy) -> Counted:
    """Count every order; the number is that of what leads by the rules as they stand."""
    found, runs = ranked_values(asked.run, asked.read, by, SEED), asked.run.runs
    means = {name: float(values[:runs].mean()) for name, values in found.items()}
    order, held = in_order(means), orders_of_models(found, runs)
    low, high = ends_of(found[order[0]], runs)
    return Counted(
        value=round(means[order[0]], 2), low=round(low, 2), high=round(high, 2),
        answer=NEXT.join(order), models=sum(held.values()), held=dict(sorted(held.items())),
    )  # fmt: skip


def look_up(asked: Asked) -> Counted | None:
    """Give what was counted beforehand; nothing for what is not among it, or with another model."""
    found = stored()["counts"].get(asked.key)
    return None if found is None or _changed() else Counted(**found)


def out_of_date() -> str:
    """Say in a sentence that the counts were made with another model; nothing while they are of this one."""
    kept = stored()
    now = made_with(kept["scenarios"], kept["engagements"])
    changed = [name for name in now if kept["made_with"].get(name) != now[name]]
    if not changed:
        return ""
    return (
        f"In how many models a claim holds was counted with other {' and '.join(changed)} than these; "
        f"'{MADE_BY}', in a clone of the repository, counts again."
    )


@cache
def _changed() -> str:
    return out_of_date()


def made_with(scenarios: Sequence[str], engagements: Sequence[str]) -> dict[str, str]:
    """Give the hashes of the model, of what was played, and of the models that fit the findings."""
    from coprod_sim.results.model_hash import assumptions_hash, rules_hash  # noqa: PLC0415
    from coprod_sim.results.nroy import FILE as SETS  # noqa: PLC0415 - brings pandas along

    return {
        "assumptions": assumptions_hash(),
        "rules": rules_hash(scenarios, engagements),
        "models": sha256(SETS.read_bytes()).hexdigest()[:16],
    }


def save(
    all_asked: Iterable[Asked],
    claims: dict[str, dict[str, Any]],
    tell: Callable[[str, int, int], object] = lambda *_: None,
) -> Path:
    """Count everything and write the file that ships; what was counted with this very model is kept.

    Args:
        all_asked: what is counted.
        claims: by text and by claim, the name under which it is counted and the words it stands in.
        tell: is told what is counted, how much is done and how much there is.

    Returns:
        The file.
    """
    todo = {asked.key: asked for asked in all_asked}
    kept = stored()["counts"] if FILE.exists() and not out_of_date() else {}
    counts = {key: kept[key] for key in todo if key in kept}
    left = sorted((a for a in todo.values() if a.key not in counts), key=_run_of)
    for done, asked in enumerate(left):
        tell("counted", done, len(left))
        counts[asked.key] = asdict(count(asked))
    scenarios = sorted({a.run.scenario for a in todo.values()})
    variants = [v for a in todo.values() for v in a.run.all_variants]
    engagements = sorted({name for variant in variants for name in variant.names})
    table = {
        "made_by": MADE_BY, "made_with": made_with(scenarios, engagements), "seed": SEED,
        "scenarios": scenarios, "engagements": engagements,
        "counts": dict(sorted(counts.items())), "claims": claims,
    }  # fmt: skip
    write_whole(FILE, (json.dumps(table, indent=1) + "\n").encode())
    stored.cache_clear()
    _changed.cache_clear()
    return FILE


def _unnamed(value: Any) -> Any:
    """Leave out what the ways are called."""
    if isinstance(value, dict):
        return {name: _unnamed(one) for name, one in value.items() if name != "title"}
    return [_unnamed(one) for one in value] if isinstance(value, list) else value


def _run_of(asked: Asked) -> str:
    return asked.run.model_dump_json()


def _names(asked: Asked) -> list[str]:
    return [IN_ORDER] if asked.order else [o.id for o in asked.options]


def answers_of(asked: Asked, played: PlayedRun) -> tuple[str, list[str]]:
    """Give the answer by the rules as they stand, and that of every model."""
    read, options = asked.read, asked.options
    if read.rule not in BY_WAY:
        others = [banded(options, float(one)) for one in model_values(read, played)]
        return answer_of_run(asked, played), others
    names = [*asked.order] or [o.id for o in options]
    plain = read.but(rule="value")
    models = np.stack([model_values(plain, played, name) for name in names], axis=1)
    if asked.order:
        order = np.argsort(-_worth(asked, played))
        fits = [out_of_order(one[order], read.close) < 0 for one in models]
        return IN_ORDER, [IN_ORDER if fit else "" for fit in fits]
    low = float(read.rule == "lowest")
    return answer_of_run(asked, played), [names[int(best_way(m, low))] for m in models]


def answer_of_run(asked: Asked, played: PlayedRun) -> str:
    """Give the answer that one run gives by the rules as they stand, where it is no order."""
    if asked.read.rule not in BY_WAY:
        return banded(asked.options, value(asked.read, played))
    low = float(asked.read.rule == "lowest")
    return asked.options[int(best_way(_worth(asked, played), low))].id


def banded(options: Sequence[AnswerOption], number: float) -> str:
    """Give the answer in whose band a number lies."""
    lows, highs = (np.array([getattr(o, end) for o in options]) for end in ("low", "high"))
    return options[int(band_of(number, lows, highs))].id


def _worth(asked: Asked, played: PlayedRun) -> np.ndarray:
    """Give what each way that is an answer comes to, by the rules as they stand."""
    plain = asked.read.but(rule="value")
    return np.array([value(plain, played, k) for k in asked.order or [o.id for o in asked.options]])
