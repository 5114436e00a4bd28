"""Read the ideas before others see them, put them together, and give each one its fate and a reason."""

from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.trainer.fate_buttons import fates_form, send_fates
from coprod_sim.apps.trainer.idea_deletion import delete_idea
from coprod_sim.apps.trainer.idea_fields import firsts, idea_group, line, ready, tail, typed_answer
from coprod_sim.apps.trainer.idea_headings import headings_form
from coprod_sim.apps.trainer.ideas_to_read import ideas_to_read
from coprod_sim.apps.trainer.parts.room import put
from coprod_sim.apps.trainer.room_buttons import RoomButtons
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.steps import GroupIdea, MergeIdea, RoomStep
from coprod_sim.markup import paragraphs
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the list to read, the choice of an idea with its answer, the headings, and the end of it all."""
    t, trainer = desk.t, desk.state
    top, told, form = Form([_read(t)]), show(), Form([])
    buttons = RoomButtons(desk, form)

    def press(name: str) -> None:
        what, _, end = name.partition("__")
        if what == "delete":
            following, said = _next(trainer, end), _delete(trainer, end, form.values)
            form.values = _kept(form.values, end) | {"idea": following}
            draw()
            desk.shell.say = said
        elif what in TYPED:
            trainer.do(*TYPED[what](trainer, end, form.values))
            following = _next(trainer, end) if what in MOVES_ON else end
            form.values = _kept(form.values, end) | {"idea": following}
            draw()
        else:
            buttons.press(name)

    def draw() -> None:
        put(told, _said(trainer, t))
        form.values = _values(trainer) | form.values
        found = firsts(trainer)
        if found:
            form.values = {**form.values, "idea": tail(_shown(found, form.values.get("idea")))}
        form.parts = _parts(trainer, str(form.values.get("idea") or ""), t, buttons)

    top.on_click = desk.afresh(top, lambda _n: trainer.refresh())
    form.on_click = desk.afresh(form, press)
    form.on_answer = desk.guarded(lambda name, *_: draw() if name == "idea" else ready(form, name))
    trainer.forget_in(form)
    desk.keep("ideas", draw, "ideas", "session")
    desk.keep("ideas", lambda: put(told, _said(trainer, t)), "status")
    come_in = ipywidgets.VBox([told, ideas_to_read(desk)])
    rest = (headings_form(desk), _final(desk), fates_form(desk))
    return ipywidgets.VBox([head(t, "trainer-ideas"), top, come_in, form, *rest])


def _final(desk: Desk) -> Form:
    """Make the button that lets no answer be changed any more."""
    t, trainer, form = desk.t, desk.state, Form([])

    def send_all(_name: str) -> None:
        desk.shell.say = t("trainer-ideas-sent", count=send_fates(trainer), on=trainer.on)

    def draw() -> None:
        form.parts = [_send(t)] if trainer.ideas else []

    form.on_click = desk.afresh(form, send_all)
    desk.keep("ideas", draw, "ideas", "session")
    return form


def _answer(_trainer: Trainer, end: str, values: dict[str, Any]) -> tuple[RoomStep, ...]:
    activity, number = end.split("__")
    return (typed_answer(activity, int(number), values, end),)


def _put(_trainer: Trainer, end: str, values: dict[str, Any]) -> tuple[RoomStep, ...]:
    activity, number = end.split("__")
    theme = str(values.get(f"theme__{end}") or "")
    return (GroupIdea(activity=activity, idea=int(number), theme=theme),)


def _merge(trainer: Trainer, end: str, values: dict[str, Any]) -> tuple[RoomStep, ...]:
    activity, number = end.split("__")
    chosen = str(values.get(f"same__{end}") or "")
    if not chosen:
        trainer.refuse("trainer-ideas-choose_other")
    return (MergeIdea(activity=activity, idea=int(number), into=int(chosen)),)


def _away(trainer: Trainer, end: str, values: dict[str, Any]) -> tuple[RoomStep, ...]:
    return (trainer.taking_away(int(end.split("__")[1]), sure=bool(values.get(f"sure__{end}"))),)


def _delete(trainer: Trainer, end: str, values: dict[str, Any]) -> str:
    if not values.get(f"gone__{end}"):
        trainer.refuse("trainer-ideas-delete_sure_first")
    activity, number = end.split("__")
    return delete_idea(trainer, activity, int(number))


TYPED = {"save": _answer, "put": _put, "merge": _merge, "away": _away}
"""The buttons that send what was typed, by how their ids begin."""
MOVES_ON = ("save", "merge", "away")
"""Those after which the next idea is shown."""


def _next(trainer: Trainer, end: str) -> str:
    """Give the next idea that has no answer yet, looking on from one; else stay."""
    found = firsts(trainer)
    at = next((k for k, i in enumerate(found) if tail(i) == end), -1)
    order = [*found[at + 1 :], *found[: at + 1]]
    return next((tail(i) for i in order if not i["fate"]), end)


def _kept(values: dict[str, Any], end: str) -> dict[str, Any]:
    """Forget what was typed for an idea once the room has it, so that what is stored is shown."""
    return {k: v for k, v in values.items() if not k.endswith(f"__{end}")}


def _parts(trainer: Trainer, chosen: str, t: Words, room: RoomButtons) -> list[Field | Group]:
    """Show one idea, and the list to choose another: a hall gives more than a page can hold."""
    found = firsts(trainer)
    if not found:
        return []
    shown = _shown(found, chosen)
    listed = sorted(found, key=lambda i: (not i["theme"], i["theme"].lower()))
    options = tuple(Option(value=tail(i), label=line(i, t)) for i in listed)
    choice = Field(id="idea", kind="select", label=t("trainer-ideas-which"), options=options)
    return [choice, *idea_group(shown, trainer, t, room)]


def _shown(found: list[dict[str, Any]], chosen: object) -> dict[str, Any]:
    """Give the idea that was chosen, or the first while none is, or when it has gone."""
    return next((i for i in found if tail(i) == chosen), found[0])


def _read(t: Words) -> Field:
    return Field(id="read", kind="button", label=t("trainer-ideas-read"))


def _send(t: Words) -> Field:
    return Field(id="send", kind="button", label=t("trainer-ideas-send"), style="main")


def _said(trainer: Trainer, t: Words) -> Markup:
    if not trainer.ideas:
        return paragraphs(t("trainer-ideas-none") if trainer.session else t("trainer-no_room"))
    found = firsts(trainer)
    said = t("trainer-ideas-answered", done=sum(1 for i in found if i["fate"]), all=len(found))
    if more := len(trainer.ideas) - len(found):
        said = f"{said} {t('trainer-ideas-made_one', count=more)}"
    still = trainer.on == "phones" and any(
        trainer.phase(key)[0] == "open" for key in {i["activity"] for i in trainer.ideas}
    )
    later = f"\n{t('trainer-ideas-still_open')}" if still else ""
    return paragraphs(said + later)


def _values(trainer: Trainer) -> dict[str, Any]:
    """Give what is stored already; what is being typed goes before it."""
    found: dict[str, Any] = {}
    for i in trainer.ideas:
        end = tail(i)
        found |= {f"theme__{end}": i["theme"]} if i["theme"] else {}
        if i["fate"]:
            found |= {f"fate__{end}": i["fate"], f"why__{end}": i["why"]}
    return found
