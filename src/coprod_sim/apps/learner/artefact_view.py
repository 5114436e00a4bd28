"""What a learner makes for their own decision: boxes, marks of their own and a peer's, one page of it all."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.learner.artefact_marks import lines_said, marks_part, peer_part
from coprod_sim.apps.learner.kept_texts import kept_answers, renewed
from coprod_sim.apps.learner.page_blocks import described
from coprod_sim.learning import portfolio
from coprod_sim.learning.artefact import (
    DECISION,
    WRITER,
    Artefact,
    PageBox,
    decision,
    made,
    writer,
)
from coprod_sim.learning.artefact_standing import thin
from coprod_sim.learning.lesson import load_lesson
from coprod_sim.markup import Markup, bullets, element, fold, joined, paragraphs
from coprod_sim.words import Words

FIRST = "0_start_here"
"""The lesson in which the decision is written."""


def decision_part(desk: Desk) -> ipywidgets.Widget:
    """Show the learner's own decision, with a box to write or change it where they are."""
    t, store = desk.t, desk.state.store
    place = load_lesson(FIRST).place
    prompt = place.prompt if place is not None else t("learner-made-decision")
    store.see(DECISION)
    own, said = decision(store), show()
    box = long_box("decision", prompt, t)
    legend = t(f"learner-made-decision_{'change' if own else 'write'}")
    form = Form(
        [Group(legend=legend, fields=(box,), folded=bool(own))], {"decision": own}, about=DECISION
    )

    def draw() -> None:
        head = element("h3", t("learner-made-decision"))
        said.value = joined(head, paragraphs(decision(store) or t("learner-made-decision_none")))

    def take(_name: str, value: Any, _moving: bool) -> None:
        desk.state.keep(DECISION, {"prompt": prompt, "text": value} if value else None)

    def renew(_change: object) -> None:
        draw()
        renewed(desk, form, DECISION, {"decision": decision(store)})

    draw()
    desk.state.observe(desk.guarded(renew), ["kept"])
    return ipywidgets.VBox([said, kept_answers(desk, form, take)])


def artefact_part(desk: Desk, one: Artefact, *private: ipywidgets.Widget) -> ipywidgets.Widget:
    """Build the boxes, the two ways of marking, how far it is, and the way to take everything along.

    Args:
        desk: the page.
        one: what is made.
        private: what stands before it that nobody else is to see.
    """
    t, state = desk.t, desk.state
    state.store.see(one.key)
    work, said, others = made(state.store, one), show(class_="outcome"), show()
    asked = [long_box(b.id, b.label, t, help=_help(b, t)) for b in one.boxes]
    boxes = Form(asked, work["boxes"], about=f"{one.key}/boxes")

    def kept(**changes: Any) -> None:
        state.keep(one.key, made(state.store, one) | changes)

    def draw(_change: object = None) -> None:
        now = made(state.store, one)
        renewed(desk, boxes, one.key, {b.id: now["boxes"].get(b.id) for b in one.boxes})
        said.value = paragraphs("\n".join(lines_said(one, now, t)))
        others.value = "" if thin(one, now) else _others(one, t)

    def write(name: str, value: Any, _moving: bool) -> None:
        kept(boxes={**made(state.store, one)["boxes"], name: value or ""})

    draw()
    state.observe(desk.guarded(draw), ["kept"])
    own = ipywidgets.VBox(
        [
            *private,
            show(_head(one, t)),
            kept_answers(desk, boxes, write),
            handing_part(desk, one),
            marks_part(desk, one, "mine", kept),
        ]
    )
    rest = ipywidgets.VBox([said, others, taking_part(desk)])
    return ipywidgets.VBox([own, *peer_part(desk, one, (own, rest), kept), rest])


def _help(box: PageBox, t: Words) -> str:
    return " ".join(filter(None, [box.help, t("learner-made-stays") if box.record else ""]))


def handing_part(desk: Desk, one: Artefact) -> ipywidgets.Widget:
    """Build the box for a name and the button that hands out what was made as a page for other people."""
    t, store = desk.t, desk.state.store
    name = Field(
        id="writer", kind="text", label=t("learner-made-name"), help=t("learner-made-name_help")
    )
    fields = [
        name,
        Field(id="this", kind="button", label=t("learner-made-save_this")),
        Field(id="how", kind="note", label=_handing_said(one, t)),
    ]

    def press(_name: str) -> None:
        sheet = portfolio.handed(store, one, t)
        desk.shell.hand_out(one.file, sheet.encode(), "text/html")

    def take(_name: str, value: Any, _moving: bool) -> None:
        desk.state.keep(WRITER, value or None)

    form = Form(fields, {"writer": writer(store)}, about=WRITER)
    return desk.answers(desk.clicks(form, press), take)


def _handing_said(one: Artefact, t: Words) -> str:
    """Say what the page for others holds, and what of this screen stays with its writer."""
    said = [t("learner-made-save_this_help")]
    said += [] if one.place_head else [t("learner-made-save_this_note")]
    kept = " ".join(b.label for b in one.boxes if b.record)
    return " ".join([*said, *([t("learner-made-save_this_kept", boxes=kept)] if kept else [])])


def taking_part(desk: Desk) -> ipywidgets.Widget:
    """Build the buttons that hand out everything the learner has written, as one page or as plain text."""
    t = desk.t
    fields = [
        Field(id="page", kind="button", label=t("learner-made-save_page")),
        Field(id="text", kind="button", label=t("learner-made-save_text")),
        Field(id="how", kind="note", label=t("learner-made-save_help")),
    ]

    def press(name: str) -> None:
        store = desk.state.store
        if name == "page":
            desk.shell.hand_out("my_work.html", portfolio.page(store, t).encode(), "text/html")
        else:
            desk.shell.hand_out("my_work.txt", portfolio.plain(store, t).encode(), "text/plain")

    return desk.clicks(Form(fields), press)


def _head(one: Artefact, t: Words) -> str:
    sources = fold(t("learner-exercise-sources"), bullets(one.sources))
    return joined(
        element("h3", t("learner-made-title", title=one.title, minutes=one.minutes)),
        element("p", one.use),
        element("p", t("learner-made-limit", limit=one.limit)),
        sources,
    )


def _others(one: Artefact, t: Words) -> Markup:
    """Set a good answer and a weaker one to compare with, and folded away what each of them meets."""
    parts = []
    for answer, head in zip(one.answers, ("exercise-model", "write-weaker"), strict=True):
        parts.append(element("h4", t(f"learner-{head}")))
        parts.append(described((b.label, answer.boxes[b.id]) for b in one.boxes))
        met = " ".join(c.name for c in one.criteria if c.id in answer.meets)
        found = f"{t('learner-write-weaker_has', parts=met)}\n{answer.says}"
        parts.append(fold(t("learner-write-weaker_which"), paragraphs(found)))
    compare = element("p", t("learner-write-compare"))
    return fold(t("learner-made-others"), joined(*parts, compare))
