"""Calibrate: an order to guess, or ranges that should hold the truth."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.question_fields import (
    emptied,
    order_fields,
    order_values,
    placed,
    sure_field,
)
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.kinds.calibrate import CalibrateTable, Guess, guess_chance
from coprod_sim.learning.progress import record_prediction
from coprod_sim.words import Words


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the lists or the pairs of numbers; the first guess goes into the ledger."""
    table, t = state.exercise.detail, desk.t
    form = Form(_fields(table, t), _values(table, state.answer), about=state.key)

    def take(name: str, value: Any, _moving: bool) -> None:
        if name == "sure":
            state.set(sure=value)
        elif table.order:
            before = state.answer.get("order") or []
            now = placed(before, name, value, len(table.order))
            state.set(order=now)
            form.values = _values(table, state.answer)
            said = emptied(before, now, [(i.id, i.text) for i in table.order], t)
            form.told = desk.shell.aloud = said
        else:
            state.set(ranges=_ranged(state.answer.get("ranges") or {}, name, value))

    def checked(_change: object) -> None:
        found, sure = state.outcome, state.answer.get("sure")
        if found is not None and found.status is not Status.NOT_TRIED:
            store, guess = state.learner.store, guess_chance(table)
            came = found.came or found.status
            record_prediction(store, state.key, table.question, sure, came, guess)

    def renew(_change: object) -> None:
        form.renew(_values(table, state.answer))

    state.observe(desk.guarded(renew), ["answer"])
    state.observe(desk.guarded(checked), ["outcome"])
    return ipywidgets.VBox([desk.answers(form, take)])


def _fields(table: CalibrateTable, t: Words) -> list[Field | Group]:
    fields: list[Field | Group]
    if table.order:
        fields = list(order_fields(table.question, [(i.id, i.text) for i in table.order], t))
    else:
        fields = [Field(id="question", kind="note", label=table.question)]
        fields += [_pair(g, t) for g in table.ranges]
    if table.sure:
        fields.append(sure_field(guess_chance(table), t))
    return fields


def _pair(guess: Guess, t: Words) -> Group:
    ends = tuple(
        Field(id=f"{guess.id}:{k}", kind="number", label=t(f"learner-range-{k}"), unit=guess.unit)
        for k in ("low", "high")
    )
    return Group(legend=guess.text, fields=ends)


def _values(table: CalibrateTable, answer: dict[str, Any]) -> dict[str, Any]:
    ranges = answer.get("ranges") or {}
    pairs = {f"{k}:{end}": v[n] for k, v in ranges.items() for n, end in enumerate(("low", "high"))}
    order = order_values(answer.get("order") or []) if table.order else {}
    return {**pairs, **order, "sure": answer.get("sure")}


def _ranged(ranges: dict[str, list], name: str, value: float | None) -> dict[str, list]:
    key, _, end = name.partition(":")
    pair = list(ranges.get(key, [None, None]))
    pair[0 if end == "low" else 1] = value
    return {**ranges, key: pair}
