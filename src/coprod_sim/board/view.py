"""Everything a leader has entered, as one small value that fits into a link and into a file."""

import base64
import binascii
import json
import zlib
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from coprod_sim import __version__
from coprod_sim.assumptions import GONE, REPLACED
from coprod_sim.board.entered import check_entered, within
from coprod_sim.engagement import DIALS
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.files import VIEW_ENDING, bytes_in
from coprod_sim.library_files import FileValue, check
from coprod_sim.model.measures import MEASURES
from coprod_sim.quantities import Quantity
from coprod_sim.results.uncertainty import WORTH_HAVING
from coprod_sim.saved_file import Saved
from coprod_sim.scenarios.described import OWN
from coprod_sim.scenarios.scenario import USUAL_WAYS

FORMAT = 1
"""The version of what links and files hold; it goes up when an old one could be misread."""
ENDING = VIEW_ENDING
MOST_BYTES = 200_000
"""The largest view that is read [bytes]; a usual one has about 1,000."""
SAVED = Saved("view", ENDING, FORMAT, MOST_BYTES)

Name = Annotated[str, Field(max_length=120)]
Text = Annotated[str, Field(max_length=2000)]
Reason = Annotated[str, Field(max_length=600)]
Answer = Literal["yes", "no", "unsure"]
Settings = dict[Name, float | str | bool | None]
OF_A_CASE = (
    "ways", "turned", "found", "sought", "money", "span", "assumptions", "chance", "left", "conditions",
    "besides", "efforts", "pays", "lefts", "recommended_way", "recommendation", "budget", "staff_hours",
    "involving", "lawful", "saving", "gate", "stakes", "trust", "reasons",
)  # fmt: skip
"""What was entered about one case: it never goes over into another, and is there again on coming back."""

WITH_OWN = ("own", "survey")
"""What is said of one's own case alone: it never leaves with another."""

UNSAID = ("tickbox", "honest_consultation", "co_production")
"""The ways of a link or a file that names none; older ones rely on it, so it stays as it is."""
CHANCE = Quantity(label="Chance that a decision is challenged", source="the user")
LEFT = Quantity(label="Part of that chance that stays", source="the user")
BUDGET = Quantity(label="Money there is", high=1e9, unit="money", source="the user")
STAFF_HOURS = Quantity(
    label="Hours of staff there are", high=1e6, unit="hours a decision", source="the user"
)
SAVING = Quantity(
    label="What the decision saves a year", high=1e9, unit="money a year", source="the user"
)
TARGET = Quantity(label="Acceptance to reach among those who lose", source="the user")
AT_LEAST = Quantity(label="Smallest gain worth having", low=0.0, high=0.5, source="the user")
SEED = Quantity(label="Seed", high=2**32 - 1, unit="none", whole=True)


class View(FileValue):
    """What a page shows, no more: the same view gives the same numbers on every computer."""

    called: ClassVar[str] = "the view"

    def _in_short(self) -> str:
        """Say which case and which ways it shows."""
        return f"View of {self.case!r}: {', '.join(self.ways)}"

    format: Literal[1] = FORMAT
    made_with: Name = __version__
    language: Name = "en"
    part: Name = "door"
    gate: dict[Name, Answer] = Field(default_factory=dict)
    stakes: Literal["", "small", "high"] = ""
    trust: Literal["", "low", "middle", "high"] = ""
    case: Name = "west_dulwich"
    own: Settings = Field(default_factory=dict)
    survey: dict[Name, Any] | None = None
    ways: Annotated[tuple[Name, ...], Field(min_length=1, max_length=3, strict=False)] = UNSAID
    turned: dict[Name, dict[Name, float]] = Field(default_factory=dict)
    found: Name = ""
    sought: dict[Name, Name | float | None] = Field(default_factory=dict)
    staff: dict[Name, float] = Field(default_factory=dict)
    citizens: dict[Name, float] = Field(default_factory=dict)
    money: dict[Name, float] = Field(default_factory=dict)
    besides: dict[Name, dict[Name, float]] = Field(default_factory=dict)
    efforts: dict[Name, dict[Name, float]] = Field(default_factory=dict)
    pays: Literal["seats", "all"] = "seats"
    chance: Annotated[float | None, CHANCE] = None
    left: Annotated[float | None, LEFT] = None
    lefts: dict[Name, Annotated[float, LEFT]] = Field(default_factory=dict)
    target: Annotated[float, TARGET] = 0.4
    budget: Annotated[float | None, BUDGET] = None
    staff_hours: Annotated[float | None, STAFF_HOURS] = None
    saving: Annotated[float | None, SAVING] = None
    involving: bool | None = None
    lawful: bool | None = None
    at_least: Annotated[float, AT_LEAST] = WORTH_HAVING
    assumptions: dict[Name, float] = Field(default_factory=dict)
    measure: Name = "acceptance"
    span: Literal["one", "series"] = "one"
    over: Literal["plausible", "not_ruled_out", "luck"] = "plausible"
    conditions: Annotated[tuple[Name, ...], Field(max_length=3, strict=False)] = ()
    recommended_way: Name = ""
    recommendation: Reason = ""
    reasons: dict[Name, Reason] = Field(default_factory=dict)
    prepared_by: Annotated[str, Field(max_length=120)] = ""
    seed: Annotated[int, SEED] = 1
    kept: dict[Name, dict[Name, Any]] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _own_case_begins_with_its_own_ways(cls, given: Any) -> Any:
        """Compare on a case of one's own what `described` compares, until other ways are named."""
        if isinstance(given, dict) and given.get("case") == OWN:
            return {"ways": USUAL_WAYS} | given
        return given

    @field_validator("kept")
    @classmethod
    def _kept_can_be(cls, kept: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """Hold what is kept of other cases to the rules of what is shown."""
        for case, table in kept.items():
            for name in table:
                if name not in OF_A_CASE:
                    raise ValueError(
                        f"{case}.{name} is nothing that is kept{did_you_mean(name, OF_A_CASE)}"
                    )
            cls.model_validate({"case": case} | table)
        return kept

    def turn(self, way: str, dial: str, value: float) -> "View":
        """Return a copy with one dial of one way of involving people turned.

        Raises:
            InputError: for a way that is not on the board, what is no dial, and where a dial cannot stand.
        """
        if way not in self.ways:
            hint = did_you_mean(str(way), self.ways)
            raise InputError(f"{way!r:.60} is not on the board ({', '.join(self.ways)}){hint}")
        mine = {**self.turned.get(way, {}), dial: value}
        turned = self.but(turned={**self.turned, way: mine})
        within(turned.turned[way], DIALS, f"the view: turned.{way}", "a dial")
        return turned

    def scored(self, side: str, dial: str, value: float | None) -> "View":
        """Return a copy with one score of staff or citizens set, or taken back with None."""
        scores = {k: v for k, v in getattr(self, side).items() if k != dial}
        if value is not None:
            scores[dial] = value
        return self.but(**{side: scores})


def leaving(view: View) -> View:
    """Leave out what is about other cases, before a view goes to anybody else.

    Args:
        view: the view as the page has it.

    Returns:
        What is about its own case alone.
    """
    others = {"kept": {}} | ({} if view.case == OWN else dict.fromkeys(WITH_OWN))
    gone = {name: View.model_fields[name].get_default(call_default_factory=True) for name in others}
    return view.but(**gone)


def link_of(view: View) -> str:
    """Write what leaves of a view as text that is safe in an address."""
    data = zlib.compress(_bytes(view), 9)
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def from_link(text: str) -> View:
    """Read a view back from an address; raises `InputError` in words for a broken link."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        plain = zlib.decompressobj().decompress(data, MOST_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise InputError(
            "the link: it is broken; a part of it may have been cut off on the way"
        ) from None
    return from_file(plain, "the link")


def brought_over(view: View) -> tuple[View, tuple[str, ...]]:
    """Leave out the assumptions that only the first version of the model had, and give their names."""
    old = tuple(name for name in view.assumptions if name in REPLACED or name in GONE)
    kept = {k: v for k, v in view.assumptions.items() if k not in old}
    return (view.but(assumptions=kept) if old else view), old


def file_of(view: View) -> bytes:
    """Write what leaves of a view as a small JSON file that people can read."""
    return json.dumps(_plain(view), indent=1, ensure_ascii=False).encode()


def from_file(data: bytes, name: str) -> View:
    """Read a view from a file; raises `InputError` naming the file, the place and what is allowed."""
    return checked(SAVED.read(data, name), name)


def saved_view(file: Path) -> View:
    """Read a view from a file on this computer; raises `InputError` where there is none, or it is no view."""
    try:
        data = bytes_in(file, MOST_BYTES)
    except FileNotFoundError:
        raise InputError(f"no such file: {file}") from None
    except OSError as problem:
        raise InputError(f"{file}: {problem.strerror or 'cannot be read'}") from None
    return from_file(data, file.name)


def checked(table: dict[str, Any], name: str) -> View:
    """Make a view of a table; raises `InputError` naming the place and what is allowed."""
    view = check(View, {"ways": UNSAID} | table, name)
    if view.measure not in MEASURES:
        hint = did_you_mean(view.measure, MEASURES)
        raise InputError(f"{name}: measure {view.measure[:40]!r} is not measured{hint}")
    check_entered(view, name)
    for case, kept in view.kept.items():
        check_entered(check(View, {"case": case} | kept, name), f"{name}: kept.{case}")
    return view


def _plain(view: View) -> dict[str, Any]:
    """Leave out what is about other cases, and what is as it always is, to keep links short."""
    return {"format": view.format, "made_with": view.made_with} | leaving(view).model_dump(
        mode="json", exclude_defaults=True
    )


def _bytes(view: View) -> bytes:
    return json.dumps(_plain(view), separators=(",", ":"), sort_keys=True).encode()
