"""Marks for what a learner made: their own, and those of somebody else, who sees no private box."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.learner.kept_texts import kept_answers, renewed
from coprod_sim.apps.learner.page_blocks import described
from coprod_sim.learning.artefact import LEVELS, Artefact, PageCriterion, decision, for_others, made
from coprod_sim.learning.artefact_standing import (
    apart,
    bare,
    counted_marks,
    mark_said,
    standing_said,
)
from coprod_sim.markup import Markup, element, joined, paragraphs
from coprod_sim.words import Words


def marks_part(desk: Desk, one: Artefact, who: str, kept: Callable[..., None]) -> Form:
    """Ask for one person's marks; what comes of each stands at it, and no mark is taken that its boxes belie.

    Args:
        desk: the page.
        one: what was made.
        who: whose marks they are, one of `MARKERS`.
        kept: keeps changes to what was made.
    """
    store, t = desk.state.store, desk.t
    form, tried = Form([], about=one.key), {}

    def draw(_change: object = None) -> None:
        work = made(store, one)
        given = counted_marks(one, work, who)
        said = {c.id: mark_said(one, work, who, c, t, tried.get(c.id)) for c in one.criteria}
        values = {f"{who}:{c.id}": given.get(c.id) for c in one.criteria} | {"said": work["said"]}
        form.values = form.values or values
        renewed(desk, form, one.key, values)
        form.parts = _parts(one, who, t, said)

    def mark(name: str, value: Any, _moving: bool) -> None:
        if name == "said":
            kept(said=value or "")
            return
        criterion = next(c for c in one.criteria if f"{who}:{c.id}" == name)
        tried.clear()
        tried[criterion.id] = value
        work = made(store, one)
        if not bare(one, work, criterion, value or ""):
            kept(**{who: {**work[who], criterion.id: value or ""}})
        draw()
        desk.shell.aloud = " ".join(mark_said(one, made(store, one), who, criterion, t, value))

    desk.state.observe(desk.guarded(draw), ["kept"])
    draw()
    return kept_answers(desk, form, mark)


def peer_part(
    desk: Desk, one: Artefact, own: Sequence[ipywidgets.Widget], kept: Callable[..., None]
) -> list[ipywidgets.Widget]:
    """Build the button that takes the maker's own part away while somebody else marks, and what they see.

    Args:
        desk: the page.
        one: what was made.
        own: all that only its maker sees.
        kept: keeps changes to what was made.
    """
    t, turn, seen = desk.t, Form([]), show()
    peer = ipywidgets.VBox([seen, marks_part(desk, one, "peer", kept)])

    def draw(*, marking: bool) -> None:
        for widget in own:
            widget.layout.display = "none" if marking else ""
        peer.layout.display = "" if marking else "none"
        seen.value = _written(desk, one) if marking else ""
        label = t("learner-made-peer_back" if marking else "learner-made-mark_peer")
        words = t("learner-made-peer_help")
        turn.parts = [
            Field(id="turn", kind="button", label=label),
            *([] if marking else [Field(id="turn_how", kind="note", label=words)]),
        ]

    def press(_name: str) -> None:
        draw(marking=peer.layout.display == "none")

    draw(marking=False)
    return [desk.clicks(turn, press), peer]


def lines_said(one: Artefact, work: dict[str, Any], t: Words) -> list[str]:
    """Say how far it is, and where two marks are far apart."""
    lines = [standing_said(one, work, t)]
    far = apart(one, work)
    if far:
        lines.append(t("learner-made-apart", criteria=" ".join(c.name for c in far)))
    return lines


def _written(desk: Desk, one: Artefact) -> Markup:
    """Set what stands on the page for others: the decision, and the boxes that are not private."""
    t, store = desk.t, desk.state.store
    about, told = decision(store).strip(), for_others(store, one)
    return joined(
        element("h3", one.title),
        paragraphs(t("learner-made-about", decision=about)) if about else "",
        described((head, text or t("learner-made-empty")) for head, text in told),
    )


def _parts(one: Artefact, who: str, t: Words, said: dict[str, list[str]]) -> list[Field | Group]:
    """Ask for every mark; what is `said` of one stands at it."""
    group = Group(
        legend=t(f"learner-made-mark_{who}"), help=t(f"learner-made-mark_{who}_help"),
        fields=tuple(_criterion(c, who, t, said[c.id]) for c in one.criteria),
        folded=who == "mine",
    )  # fmt: skip
    if who == "mine":
        return [group]
    return [group, long_box("said", t("learner-made-said"), t, help=t("learner-made-said_help"))]


def _criterion(one: PageCriterion, who: str, t: Words, said: list[str]) -> Field:
    levels = tuple(Option(value=k, label=t(f"learner-made-level_{k}")) for k in LEVELS)
    must = f" {t('learner-made-must')}" if one.must else ""
    pair = [
        t("learner-write-met", example=one.meets),
        t("learner-write-missed", example=one.misses),
    ]
    return Field(
        id=f"{who}:{one.id}", kind="choice", label=f"{one.name}{must}", options=levels,
        help="\n".join([*pair, *said]), style="inline",
    )  # fmt: skip
