"""A form in native HTML: questions, dials, buttons and files, all reachable by keyboard and by voice."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import anywidget
import traitlets

from coprod_sim.board.built import STATIC
from coprod_sim.quantities import Dial
from coprod_sim.words import ENGLISH, words_in

HERE = Path(__file__).parent
MOST_BYTES = 20 * 1024 * 1024
"""The largest file that can be handed over [bytes]."""
SHARED = (STATIC / "number_typed.js", STATIC / "own_keys.js")
"""What a form shares with boards: how numbers are read, and whose the keys are."""
SCRIPTS = (*SHARED, HERE / "drafts.js", HERE / "form.js")
"""What the page of a form runs."""
ASKED = ("part", "two_ways", "short")
"""What a box asks about a number that can be meant in more ways than one, or is written in an unusual one."""
Kind = Literal[
    "choice", "select", "number", "dial", "text", "check", "file", "button", "note", "progress"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a choice, with the value it stands for and what it means."""

    value: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question or button: what it is called, what it takes, and what helps to answer it.

    A `dial` shows, under the slider, the anchor nearest to where it stands; its slider ends at `reach`
    where a larger number may be typed. `unset` is the label of a button that takes an answer back. In the
    `words` of a text, `enter` names the button that the Enter key presses, with `next` it gets the focus
    when the box that had it has gone, and with `left` what is half typed is told when the box goes; in
    those of a choice, `give` labels the button that gives an answer which arrow keys have come to, where
    an answer is told about at once.
    A button with `copy` in its words copies that, and then says `copied` or, where the browser forbids it,
    `not_copied`.
    """

    id: str
    kind: Kind
    label: str
    help: str = ""
    options: tuple[Option, ...] = ()
    low: float | None = None
    high: float | None = None
    reach: float | None = None
    step: float | None = None
    whole: bool = False
    unit: str = ""
    anchors: tuple[str, ...] = ()
    disabled: bool = False
    unset: str = ""
    style: str = ""
    accept: str = ""
    most: int = MOST_BYTES
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together under one heading; `folded` ones open on a click."""

    legend: str
    fields: tuple[Field, ...]
    folded: bool = False
    help: str = ""


class Form(anywidget.AnyWidget):
    """Shows fields and keeps what was answered in `values`, by the ids of the fields.

    `on_answer` is called with (id, value, moving) for each answer a person gives; `moving` is true
    while a dial is still held. `on_click` is called with a button's id, `on_file` with (id, name,
    bytes), `on_left` with (id, text) of a box that went while it was typed in, `on_renewed` once what
    `renew` was given stands in every box. `said` is what went wrong and
    `told` what was done; both stand at the control that was used.
    `about` is the name under which the answers are kept: by it the browser finds what was typed and never
    heard, also on another page or in another tab. What the page sends is checked here before anybody sees it.
    """

    _esm = "".join(part.read_text(encoding="utf-8") for part in SCRIPTS)
    _css = HERE / "form.css"
    layout_ = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)
    told = traitlets.Unicode("").tag(sync=True)
    about = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        parts: Sequence[Field | Group],
        values: dict[str, Any] | None = None,
        about: str = "",
    ) -> None:
        t = words_in(ENGLISH)
        words = {
            "draft": t.with_places("page-draft"), "take": t("page-draft_take"),
            "drop": t("page-draft_drop"), "refused": t.with_places("typed-refused"),
            **{f"typed_{ask}": t.with_places(f"typed-{ask}") for ask in ASKED},
        }  # fmt: skip
        super().__init__(layout_=_plain(parts), values=values or {}, about=about, words=words)
        self._parts = tuple(parts)
        self._files: dict[str, bytearray] = {}
        self.on_answer: Callable[[str, Any, bool], None] = _ignore
        self.on_click: Callable[[str], None] = _ignore
        self.on_file: Callable[[str, str, bytes], None] = _ignore
        self.on_left: Callable[[str, str], None] = _ignore
        self.on_renewed: Callable[[], object] = _ignore
        self.on_msg(self._receive)

    @property
    def parts(self) -> tuple[Field | Group, ...]:
        """Give the fields and groups shown, in order; set it to show others."""
        return self._parts

    @parts.setter
    def parts(self, parts: Sequence[Field | Group]) -> None:
        """Show other fields and groups; what was answered stays."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self.layout_ = _plain(parts)

    @property
    def fields(self) -> dict[str, Field]:
        """Every field by its id, those in groups as well."""
        found = [f for p in self._parts for f in (p.fields if isinstance(p, Group) else (p,))]
        return {f.id: f for f in found}

    def renew(self, values: dict[str, Any]) -> None:
        """Show what was answered on another page; what is being typed just now stays."""
        if any((self.values.get(name) or "") != (value or "") for name, value in values.items()):
            self.values = {**self.values, **values}
            self.send({"kind": "renew"})

    def answer(self, name: str, value: Any, *, moving: bool = False) -> None:
        """Take an answer as if a person had given it on the page; what does not fit is dropped."""
        asked = self.fields.get(name)
        if asked is None or asked.disabled or not fits(asked, value):
            return
        self.values = {**self.values, name: value}
        self.on_answer(name, value, moving)

    def click(self, name: str) -> None:
        """Press a button as if a person had."""
        asked = self.fields.get(name)
        if asked is not None and asked.kind in ("button", "progress") and not asked.disabled:
            self.on_click(name)

    def _receive(self, _widget: Any, content: dict[str, Any], buffers: list[Any]) -> None:
        name = str(content.get("id", ""))
        match content.get("kind"):
            case "answer":
                self.answer(name, content.get("value"), moving=bool(content.get("moving")))
                self.send({"kind": "heard", "id": name, "turn": content.get("turn")})
            case "click":
                self.click(name)
            case "left":
                self.on_left(name, str(content.get("value", "")))
            case "renewed":
                self.on_renewed()
            case "file":
                self._take(name, content, buffers)

    def _take(self, name: str, content: dict[str, Any], buffers: list[Any]) -> None:
        """Put a file together from the pieces it comes in."""
        asked = self.fields.get(name)
        if asked is None or asked.kind != "file":
            return
        if content.get("first"):
            self._files[name] = bytearray()
        held = self._files.setdefault(name, bytearray())
        if len(held) <= asked.most:
            held += b"".join(bytes(b) for b in buffers)
        if content.get("last"):
            self.on_file(name, str(content.get("name", ""))[:200], bytes(self._files.pop(name)))


def dial_field(name: str, dial: Dial, **changes: Any) -> Field:
    """Make the slider of a dial from its declaration."""
    settings: dict[str, Any] = {
        "id": name,
        "kind": "dial",
        "label": dial.label,
        "help": f"{dial.question} 0 means {dial.at_zero}." if dial.at_zero else dial.question,
        "low": dial.shown(dial.low),
        "high": dial.shown(dial.high),
        "reach": dial.reach if dial.reach < dial.shown(dial.high) else None,
        "step": dial.slides_by,
        "whole": dial.times == 1.0,  # what is no share counts people
        "unit": dial.shown_in,
        "anchors": dial.anchors,
        "words": {"zero": f"{dial.at_zero.capitalize()}."} if dial.at_zero else {},
    }
    return Field(**settings | changes)


def fits(asked: Field, value: Any) -> bool:
    """Say whether a value is one the field can hold; None takes an answer back."""
    if value is None:
        return True
    match asked.kind:
        case "choice" | "select":
            return value in [o.value for o in asked.options]
        case "number" | "dial":
            return _in_range(asked, value)
        case "text":
            return isinstance(value, str) and len(value) <= (asked.high or 2000)
        case "check":
            return isinstance(value, bool)
        case _:
            return False


def _in_range(asked: Field, value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:  # noqa: PLR0124
        return False
    low = float("-inf") if asked.low is None else asked.low
    high = float("inf") if asked.high is None else asked.high
    return low <= value <= high and (not asked.whole or float(value).is_integer())


def _plain(parts: Sequence[Field | Group]) -> list[dict[str, Any]]:
    return [asdict(_worded(part)) for part in parts]


def _worded(part: Field | Group) -> Field | Group:
    """Give every number the sentence by which its box refuses what does not fit."""
    if isinstance(part, Group):
        return replace(part, fields=tuple(map(_worded, part.fields)))
    if part.kind not in ("number", "dial"):
        return part
    return replace(part, words={"range": _refusal(part), **part.words})


def _refusal(asked: Field) -> str:
    t = words_in(ENGLISH)
    if asked.low is None or asked.high is None:
        return t("typed-any")
    key = "typed-whole" if asked.whole else "typed-range"
    return t(key, low=f"{asked.low:,g}", high=f"{asked.high:,g}")


def _ignore(*_given: Any) -> None:
    """Do nothing until the page says what to do."""
