"""The fields for one idea: read it, show it, put it together with others, say what became of it and why."""

from typing import Any

from coprod_sim.apps.controls import Field, Form, Group, Option
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.trainer.fate_buttons import idea_of
from coprod_sim.apps.trainer.room_buttons import RoomButtons
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.fates import alone
from coprod_sim.live.ideas import LONGEST_THEME, LONGEST_WHY
from coprod_sim.live.steps import (
    AnswerIdea,
    MergeIdea,
    ModerateIdea,
)
from coprod_sim.words import Words

FATES = ("taken_up", "in_part", "not")
READY = ("budget", "law", "done", "others", "later")
BEGINS = 60
"""How much of an idea a list shows [characters]."""
MOST_REASONS = 20


def tail(i: dict[str, Any]) -> str:
    """Give the end of the ids of all fields of an idea."""
    return f"{i['activity']}__{i['idea']}"


def line(i: dict[str, Any], t: Words) -> str:
    """Name an idea in the list: whether it is shown and answered, its heading, and how it begins."""
    fate = t(f"trainer-ideas-{i['fate']}") if i["fate"] else t("trainer-ideas-unanswered")
    theme = f"{i['theme']}: " if i["theme"] else ""
    return f"{theme}{begins(i)} ({t('trainer-ideas-state_' + i['state'])}, {fate})"


def begins(i: dict[str, Any]) -> str:
    """Give how an idea begins, with its author's name where the group uses names."""
    text = i["text"] if len(i["text"]) <= BEGINS else f"{i['text'][:BEGINS]}..."
    return f"{i['name']}: {text}" if i["name"] else text


def idea_group(i: dict[str, Any], trainer: Trainer, t: Words, room: RoomButtons) -> list[Group]:
    """Make the fields of one idea, and under them, folded, what puts it together with others."""
    return [_read(i, trainer, t, room), _together(i, trainer, t, room), _hurts(i, t, trainer.on)]


def answer_fields(end: str, trainer: Trainer, t: Words) -> tuple[Field, ...]:
    """Make the fields of an answer: what became of it, a reason to start from, and why."""
    fates = tuple(Option(value=f, label=t(f"trainer-ideas-{f}")) for f in FATES)
    own = Option(value="", label=t("trainer-ideas-own"))
    ready = (own, *(Option(value=r, label=r) for r in _reasons(trainer, t)))
    return (
        Field(
            id=f"fate__{end}", kind="choice", label=t("trainer-ideas-fate"), options=fates,
            style="inline",
        ),
        Field(id=f"ready__{end}", kind="select", label=t("trainer-ideas-ready"), options=ready),
        long_box(
            f"why__{end}", t("trainer-ideas-why"), t, help=t("trainer-ideas-why_help"), most=LONGEST_WHY
        ),
    )  # fmt: skip


def typed_answer(activity: str, idea: int, values: dict[str, Any], end: str) -> AnswerIdea:
    """Give the answer that was typed into those fields, for an idea."""
    fate, why = (str(values.get(f"{name}__{end}") or "") for name in ("fate", "why"))
    return AnswerIdea(activity=activity, idea=idea, fate=fate, why=why)


def ready(form: Form, name: str) -> None:
    """Start the reason from the ready one that was chosen, if that is what was answered."""
    if name.startswith("ready__") and form.values.get(name):
        form.values = {**form.values, name.replace("ready__", "why__"): form.values[name]}


def read_aloud(i: dict[str, Any]) -> str:
    """Give an idea as it is read aloud: with its author's name where the group uses names."""
    return f"{i['name']}: {i['text']}" if i["name"] else i["text"]


def themes(trainer: Trainer) -> list[str]:
    """List the headings in use, in the order of the alphabet."""
    return sorted({i["theme"] for i in trainer.ideas if i["theme"]}, key=str.lower)


def firsts(trainer: Trainer) -> list[dict[str, Any]]:
    """List the ideas that stand for themselves: those that were merged into another are left out."""
    return [i for i in trainer.ideas if i["same_as"] is None]


def _read(i: dict[str, Any], trainer: Trainer, t: Words, room: RoomButtons) -> Group:
    end = tail(i)
    moderate = [
        room.button(
            f"{k}__{end}",
            t(f"trainer-ideas-{k}"),
            ModerateIdea(activity=i["activity"], idea=i["idea"], state=after, read=i["text"]),
            disabled=i["state"] == after,
        )
        for k, after in (("show", "shown"), ("hide", "hidden"))
    ]
    steps = alone(idea_of(i), t, named=bool(i["name"]))
    wall, hidden = t("trainer-ideas-wall"), i["state"] != "shown"
    moderate.append(room.button(f"wall__{end}", wall, *steps, disabled=hidden))
    save = Field(
        id=f"save__{end}", kind="button", label=t("trainer-ideas-save", on=trainer.on), style="main"
    )
    place = [tail(one) for one in trainer.ideas].index(end)
    name = t("trainer-ideas-idea", number=place + 1)
    return Group(
        legend=f"{name} ({t('trainer-ideas-state_' + i['state'])})",
        help=read_aloud(i),
        fields=(*moderate, *answer_fields(end, trainer, t), save),
    )


def _together(i: dict[str, Any], trainer: Trainer, t: Words, room: RoomButtons) -> Group:
    end, others = tail(i), [one for one in firsts(trainer) if one["idea"] != i["idea"]]
    others = [one for one in others if one["activity"] == i["activity"]]
    merged = [one for one in trainer.ideas if one["same_as"] == i["idea"]]
    known = ", ".join(themes(trainer))
    apart = (
        room.button(
            f"apart__{tail(one)}", t("trainer-ideas-apart", idea=begins(one)),
            MergeIdea(activity=one["activity"], idea=one["idea"]),
        )
        for one in merged
        if one["activity"] == i["activity"]
    )  # fmt: skip
    none = Option(value="", label=t("trainer-ideas-no_other"))
    return Group(
        legend=t("trainer-ideas-together"),
        folded=True,
        fields=(
            Field(
                id=f"theme__{end}", kind="text", label=t("trainer-ideas-theme"), high=LONGEST_THEME,
                help=t("trainer-ideas-theme_known", known=known) if known else t("trainer-ideas-theme_help"),
            ),
            Field(id=f"put__{end}", kind="button", label=t("trainer-ideas-put")),
            Field(
                id=f"same__{end}", kind="select", label=t("trainer-ideas-same"),
                help=t("trainer-ideas-same_help"),
                options=(none, *(Option(value=str(o["idea"]), label=begins(o)) for o in others)),
            ),
            Field(id=f"merge__{end}", kind="button", label=t("trainer-ideas-merge")),
            *apart,
        ),
    )  # fmt: skip


def _hurts(i: dict[str, Any], t: Words, on: str) -> Group:
    """Let an idea that hurts somebody be deleted, or its seat be taken away; nothing tells whose it is."""
    end = tail(i)
    return Group(
        legend=t("trainer-ideas-hurts"),
        help=t("trainer-ideas-hurts_help", idea=read_aloud(i)),
        folded=True,
        fields=(
            _sure(
                f"gone__{end}",
                t("trainer-ideas-delete_sure"),
                t("trainer-ideas-delete_help", on=on),
            ),
            Field(id=f"delete__{end}", kind="button", label=t("trainer-ideas-delete")),
            _sure(f"sure__{end}", t("trainer-ideas-seat_sure"), t("trainer-room-away_help", on=on)),
            Field(id=f"away__{end}", kind="button", label=t("trainer-room-away")),
        ),
    )


def _sure(name: str, label: str, told: str) -> Field:
    return Field(id=name, kind="check", label=label, help=told)


def _reasons(trainer: Trainer, t: Words) -> tuple[str, ...]:
    """Give the reasons that were given already, newest first, and a few that often hold."""
    given = [i["why"] for i in reversed(trainer.ideas) if i["why"]]
    return tuple(dict.fromkeys([*given, *(t(f"trainer-ideas-ready_{k}") for k in READY)]))[
        :MOST_REASONS
    ]
