"""Who scores: people by a label, added, seated, and taken out again."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, Option
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.own_case.worksheet_state import NOBODY
from coprod_sim.errors import InputError
from coprod_sim.learning.own_case import OwnCase, Rater
from coprod_sim.learning.own_case.worksheet import MOST_RATERS, SIDES
from coprod_sim.words import Words

FOUR = ("staff", "staff", "citizen", "citizen")


def person(rater: Rater, t: Words) -> str:
    """Say in a line how far a person's sheet is."""
    key = "open" if not rater.closed else "in_again" if rater.again else "in"
    return t(f"own-score-{key}", label=rater.label, done=len(rater.scores))


def add_people(desk: Desk) -> Form:
    """Build what adds people: four at once at the beginning, later one by one."""
    t, state = desk.t, desk.state
    form = Form([], {"label": "", "side": SIDES[0]})

    def press(name: str) -> None:
        if name == "set_up":
            for side in FOUR:
                _add(desk, "", side)
        else:
            _add(
                desk, str(form.values.get("label") or ""), str(form.values.get("side") or SIDES[0])
            )
            form.values = {**form.values, "label": ""}

    def draw() -> None:
        form.parts = _adding(t, bool(state.view.now.raters))

    desk.clicks(form, press)
    desk.keep("score", draw, "view")
    return form


def _add(desk: Desk, label: str, side: str) -> None:
    t, state = desk.t, desk.state
    now = state.view.now
    if len(now.raters) >= MOST_RATERS:
        raise InputError(t("own-score-full", most=MOST_RATERS))
    count = sum(r.side == side for r in now.raters) + 1
    name = label.strip() or t(f"own-score-{side}_label", count=count)
    raters = (*now.raters, Rater.model_validate({"label": name, "side": side}))
    state.take(
        lambda: state.view.with_round(
            begun=now.begun or state.today, raters=tuple(r.model_dump() for r in raters)
        )
    )


def _adding(t: Words, some: bool) -> list[Field | Group]:
    sides = tuple(Option(value=s, label=t(f"own-score-{s}")) for s in SIDES)
    fields = (
        Field(id="label", kind="text", label=t("own-score-label"), help=t("own-score-label_help"), high=40),
        Field(id="side", kind="choice", label=t("own-score-side"), options=sides, style="inline"),
        Field(id="add", kind="button", label=t("own-score-add")),
    )  # fmt: skip
    four = Field(id="set_up", kind="button", label=t("own-score-set_up"), style="main")
    group = Group(legend=t("own-score-add"), fields=fields, folded=True)
    return [group] if some else [four, group]


def who_scores(desk: Desk) -> Form:
    """Build the choice of the person who scores now; sheets that are in are not on the list."""
    t, state = desk.t, desk.state
    form = Form([], {})

    def take(_name: str, value: Any, _moving: bool) -> None:
        state.seat = int(value)

    def draw() -> None:
        open_ = [(k, r) for k, r in enumerate(state.view.now.raters) if not r.closed]
        nobody = Option(value=str(NOBODY), label=t("own-score-nobody"))
        options = (nobody, *(Option(value=str(k), label=r.label) for k, r in open_))
        asked = Field(id="who", kind="select", label=t("own-score-who"), help=t("own-score-who_help"),
                      options=options)  # fmt: skip
        form.parts = [asked] if open_ else []
        form.values = {"who": str(state.seat)}

    desk.answers(form, take)
    desk.keep("score", draw, "view", "seat")
    return form


def mend_people(desk: Desk) -> ipywidgets.Widget:
    """Build what opens a sheet again or takes a person out; both hide the results until all are in."""
    t, state = desk.t, desk.state
    form = Form([], {})

    def press(name: str) -> None:
        place = int(form.values.get("mend", 0))
        if not 0 <= place < len(state.view.now.raters):
            return
        if name == "reopen":
            seen = state.view.now.all_in or state.view.now.raters[place].again
            state.take(lambda: state.view.with_rater(place, closed=False, again=seen))
            state.seat = place
        else:
            state.seat = NOBODY
            state.take(lambda: _without(state.view, place))

    def draw() -> None:
        raters = state.view.now.raters
        options = tuple(Option(value=str(k), label=r.label) for k, r in enumerate(raters))
        fields = (
            Field(id="mend", kind="select", label=t("own-score-mend_who"), options=options),
            Field(id="reopen", kind="button", label=t("own-score-reopen")),
            Field(id="take_out", kind="button", label=t("own-score-take_out")),
        )
        group = Group(legend=t("own-score-mend"), fields=fields, folded=True)
        form.parts = [group] if raters else []
        chosen = str(form.values.get("mend", "0"))
        form.values = {"mend": chosen if int(chosen) < len(raters) else "0"}

    desk.clicks(form, press)
    desk.keep("score", draw, "view")
    return form


def _without(own: OwnCase, place: int) -> OwnCase:
    raters = [r.model_dump() for k, r in enumerate(own.now.raters) if k != place]
    return own.with_round(raters=tuple(raters))
