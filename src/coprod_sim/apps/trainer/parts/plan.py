"""Choose a plan, read it, change it, print its pack."""

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.plan_editor import own_decision, plan_editor
from coprod_sim.kit_place import rooms_may_open
from coprod_sim.live.pack.sheets import clock, sheets_of
from coprod_sim.live.pack.sheets_html import html_pack
from coprod_sim.live.pack.sheets_pdf import pdf_pack
from coprod_sim.live.plans import load_plan, plan_names
from coprod_sim.live.session_plan import SessionPlan
from coprod_sim.markup import bullets, element, joined, paragraphs, table
from coprod_sim.report.tagged_pdf import can_make_pdf
from coprod_sim.words import Words

LARGEST = 256 * 1024
"""The largest plan file taken [bytes]."""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the choice, the agenda, the trainer's own plan and the pack."""
    t, trainer = desk.t, desk.state
    intro = t("trainer-intro", rooms="yes" if rooms_may_open() else "no")
    head = show(joined(element("h2", t("trainer-plan-title")), paragraphs(intro)))
    chosen, told = Form([_choice(t)]), show(class_="agenda")
    pack, own = Form(_pack(t)), Form(_own(t))

    def press(name: str) -> None:
        title = f"Plan {trainer.plan.letter}. {trainer.plan.title}"
        named = trainer.session.named if trainer.session else None
        if name == "save":
            desk.shell.hand_out(f"{trainer.plan.name}.toml", trainer.text.encode(), "text/plain")
        elif name == "html":
            page = html_pack(title, sheets_of(trainer.plan, named=named)).encode()
            desk.shell.hand_out(f"pack_{trainer.plan.name}.html", page, "text/html")
        elif name == "pdf":
            page = pdf_pack(title, sheets_of(trainer.plan, named=named))
            desk.shell.hand_out(f"pack_{trainer.plan.name}.pdf", page, "application/pdf")
        else:
            desk.shell.turn("room")

    def draw() -> None:
        chosen.values = {"plan": trainer.plan.name}
        told.value = _told(trainer.plan, t)

    chosen.on_answer = desk.afresh(chosen, lambda _n, value, _m: trainer.choose(str(value)))
    own.on_file = desk.afresh(own, lambda _n, file, data: trainer.take(file, data))
    own.on_click, pack.on_click = desk.afresh(own, press), desk.afresh(pack, press)
    desk.keep("plan", draw, "plan")
    return ipywidgets.VBox([head, chosen, told, pack, own, plan_editor(desk), own_decision(desk)])


def _choice(t: Words) -> Field:
    plans = sorted(map(load_plan, plan_names()), key=lambda p: p.letter)
    options = tuple(
        Option(
            value=p.name,
            label=t("trainer-plan-option", letter=p.letter, title=p.title, minutes=p.minutes),
            help=p.aim,
        )
        for p in plans
    )
    return Field(id="plan", kind="choice", label=t("trainer-plan-choose"), options=options)


def _pack(t: Words) -> list[Field]:
    return [
        Field(id="on", kind="button", label=t("trainer-plan-on"), style="main"),
        Field(id="pack", kind="note", label=t("trainer-plan-pack_text")),
        Field(id="html", kind="button", label=t("trainer-plan-pack_html")),
        Field(id="pdf", kind="button", label=t("trainer-plan-pack_pdf"))
        if can_make_pdf()
        else Field(id="no_pdf", kind="note", label=t("trainer-plan-pack_no_pdf")),
    ]


def _own(t: Words) -> list[Field]:
    words = {
        "too_large": t.with_places("trainer-plan-too_large"),
        "reading": t("trainer-plan-reading"),
    }
    return [
        Field(id="own", kind="note", label=t("trainer-plan-own_text")),
        Field(id="save", kind="button", label=t("trainer-plan-save")),
        Field(id="open", kind="file", label=t("trainer-plan-open"), help=t("trainer-plan-open_help"),
              words=words, accept=".toml", most=LARGEST),
    ]  # fmt: skip


def _told(plan: SessionPlan, t: Words) -> Markup:
    facts = t(
        "trainer-plan-facts", who=plan.who, minutes=plan.minutes, talk=f"{100 * plan.debrief:.0f}"
    )
    heads = [t(f"trainer-plan-{k}") for k in ("part", "from", "takes", "who")]
    rows = [
        (p.title, clock(at), p.minutes, p.who) for at, p in zip(plan.starts, plan.part, strict=True)
    ]
    name = f"{plan.letter}. {plan.title}"
    notes = (element("h4", t("trainer-plan-notes")), bullets(plan.notes)) if plan.notes else ()
    return joined(
        element("h3", name), paragraphs(plan.aim), paragraphs(facts),
        element("h4", t("trainer-plan-prepare")), bullets(plan.prepare), *notes,
        element("h4", t("trainer-plan-agenda")), table(heads, rows, name),
    )  # fmt: skip
