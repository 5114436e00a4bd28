"""The ideas that nobody has read yet, in one list: read, then let through or kept hidden together."""

from typing import Any

from coprod_sim.apps.controls import Field, Form, Group
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.idea_fields import firsts, read_aloud, tail
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.steps import ModerateIdea
from coprod_sim.words import Words

MOST = 50
"""How many ideas the list holds at a time; they are let through in one request."""


class ReadingList:
    """The ideas that stand in the list: none comes in while the trainer reads, unless it is asked for."""

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self.ideas: list[dict[str, Any]] = []
        self.new: list[dict[str, Any]] = []
        self.filled = 0
        """How often ideas were put in, so that a button never means others than those that were read."""

    def look(self) -> None:
        """Leave out what is read, gone or written anew; an empty list is filled."""
        waiting = {tail(i): i for i in firsts(self._trainer) if i["state"] == "waiting"}
        same = {tail(i) for i in self.ideas if waiting.get(tail(i), {}).get("text") == i["text"]}
        self.ideas = [i for i in self.ideas if tail(i) in same]
        self.new = [i for end, i in waiting.items() if end not in same]
        if not self.ideas and self.new:
            self.fill()

    def fill(self) -> None:
        """Put in what has come in since, as far as there is room."""
        room = MOST - len(self.ideas)
        self.ideas, self.new = [*self.ideas, *self.new[:room]], self.new[room:]
        self.filled += 1


def ideas_to_read(desk: Desk[Trainer]) -> Form:
    """Make the form that lists the ideas to read, and lets several or all of them through."""
    t, trainer = desk.t, desk.state
    form, listed = Form([]), ReadingList(trainer)
    trainer.forget_in(form)

    def press(name: str) -> None:
        what = name.partition("__")[0]
        if what == "list":
            listed.fill()
            draw()
            return
        ticked = (i for i in listed.ideas if form.values.get(f"tick__{tail(i)}"))
        whole = what == "all" or len(listed.ideas) == 1
        chosen = listed.ideas if whole else list(ticked)
        if not chosen:
            trainer.refuse("trainer-ideas-tick_first")
        state, done = ("hidden", "hide") if what == "hide" else ("shown", "let")
        count = len(chosen)
        trainer.do(
            *(
                ModerateIdea(activity=i["activity"], idea=i["idea"], state=state, read=i["text"])
                for i in chosen
            )
        )
        form.values = {}
        desk.shell.say = t(f"trainer-ideas-{done}_done", count=count)

    def draw() -> None:
        listed.look()
        form.parts = [_group(listed, t)] if listed.ideas else []

    form.on_click = desk.afresh(form, press)
    desk.keep("ideas", draw, "ideas", "session")
    return form


def _group(listed: ReadingList, t: Words) -> Group:
    count = len(listed.ideas)
    kind = "note" if count == 1 else "check"  # of one idea there is nothing to choose
    ticks = (Field(id=f"tick__{tail(i)}", kind=kind, label=read_aloud(i)) for i in listed.ideas)
    some = () if count == 1 else (_button(listed, "let", t("trainer-ideas-let_ticked")),)
    buttons = (
        _button(listed, "all", t("trainer-ideas-let_all", count=count), style="main"),
        *some,
        _button(listed, "hide", t("trainer-ideas-hide_ticked", count=count)),
    )
    return Group(
        legend=t("trainer-ideas-to_read", count=count),
        help=t("trainer-ideas-to_read_help", count=count),
        fields=(*ticks, *buttons, *_new_ones(listed, t)),
    )


def _new_ones(listed: ReadingList, t: Words) -> tuple[Field, ...]:
    count, room = len(listed.new), MOST - len(listed.ideas)
    if not count:
        return ()
    note = Field(id="new_ones", kind="note", label=t("trainer-ideas-new_ones", count=count))
    label = t("trainer-ideas-list_them", count=min(count, room))
    return (note, _button(listed, "list", label)) if room else (note,)


def _button(listed: ReadingList, name: str, label: str, style: str = "") -> Field:
    return Field(id=f"{name}__{listed.filled}", kind="button", label=label, style=style)
