"""What lessons, exercises and guides say the model does: the words, their text, and what is measured."""

from functools import cache
from importlib import resources
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from coprod_sim.errors import InputError, did_you_mean, known
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.items import FARTHEST, AnswerOption, Id, Prediction
from coprod_sim.learning.items import Line as Line
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.model_counts import Asked, Counted, look_up
from coprod_sim.learning.readouts import Readout
from coprod_sim.learning.runs import Run
from coprod_sim.library_files import FileValue, check, parse_toml

HOLDS, BELOW, ABOVE = "holds", "below", "above"


class Claim(FileValue):
    """One claim: its words as they stand in the text, and the comparison in which it is seen.

    It holds where what is read off lies from `low` to `high`, or where the way `answer` has most or least
    `among` others. `run` is what is played; in its place `of` names the question that plays it, such as
    `predict`, or `6_all_five_together/predict` of another text. `open` says that the text tells it as open.
    Without words (`says`) it only gives its text a number with a range. A claim that was made elsewhere and
    is told again in other words names it as `same`, such as `2_buy_in/thin_room`, and repeats nothing of it.
    """

    id: Id
    place: str
    says: str = ""
    of: str = ""
    run: Run | None = None
    read: Readout
    low: float = -FARTHEST
    high: float = FARTHEST
    answer: str = ""
    among: Annotated[tuple[str, ...], Field(strict=False)] = ()
    open: bool = False

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.of) == bool(self.run):
            raise ValueError("give either of, the question whose run is played, or a run")
        self.read.fits(self.played)
        for name in filter(None, (self.answer, *self.among)):
            known(name, self.played.names, "one of the variants that are played")
        return self

    @property
    def played(self) -> Run:
        """What is played."""
        if self.run is not None:
            return self.run
        place, _, part = f"{self.place}/{self.of}".rpartition("/")
        return question_in(place.rpartition("/")[2], part).run

    @property
    def asked(self) -> Asked:
        """What is measured: the ways, or whether the number lies where the claim says."""
        if self.answer:
            options = tuple(_option(name) for name in self.among)
        else:
            bands = [(BELOW, -FARTHEST, self.low), (HOLDS, self.low, self.high)]
            bands.append((ABOVE, self.high, FARTHEST))
            options = tuple(_option(*band) for band in bands if band[1] < band[2])
        return Asked(run=self.played, read=self.read, options=options)

    @property
    def true(self) -> str:
        """The answer under which the claim is counted as true."""
        return self.answer or HOLDS

    @property
    def counted(self) -> Counted | None:
        """What was counted; nothing where the counts are of another model."""
        return look_up(self.asked)


def _option(name: str, low: float = -FARTHEST, high: float = FARTHEST) -> AnswerOption:
    return AnswerOption(id=name, text=name, low=low, high=high, feedback=name)


def question_in(place: str, part: str) -> Prediction:
    """Find the example or the bet of a lesson, or the bet of an exercise."""
    lesson = place in lesson_names()
    item = getattr(load_lesson(place), part) if lesson else find_exercise(place).detail
    if not isinstance(item, Prediction):
        raise ValueError(f"{place} has no {part}")
    return item


@cache
def claims() -> tuple[Claim, ...]:
    """Read all claims; the name of a file says in which text they stand.

    Returns:
        The claims of all texts.

    Raises:
        InputError: for a file that does not fit, naming file and field.
    """
    folder = resources.files(__name__)
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    tables = {
        f"{file.name.removesuffix('.toml')}/{key}": one
        for file in files
        for key, one in parse_toml(file.read_bytes(), file.name).items()
    }
    return tuple(_claim(name, tables) for name in tables)


def _claim(name: str, tables: dict[str, dict[str, Any]]) -> Claim:
    """Check one claim; one that is told again takes all but its words from where it was made."""
    place, _, key = name.partition("/")
    one, made = dict(tables[name]), f"model_claims/{place}.toml, [{key}]"
    first = one.pop("same", "")
    if first:
        if first not in tables:
            raise InputError(f"{made}: there is no claim {first!r}{did_you_mean(first, tables)}")
        where = first.partition("/")[0]
        told = {k: v for k, v in tables[first].items() if k != "says"}
        of = told.get("of", "/")
        one = told | ({} if "/" in of else {"of": f"{where}/{of}"}) | one
    return check(Claim, {**one, "id": key, "place": place}, made)
