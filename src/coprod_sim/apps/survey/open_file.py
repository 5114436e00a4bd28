"""A survey file that is open on a page, and what has been said of it so far."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.population.columns import find_trust, unused_weights
from coprod_sim.population.counted_answers import GivenAnswer
from coprod_sim.population.ends_in_words import scale_with_ends
from coprod_sim.population.few_gave import few_gave, groups_kept
from coprod_sim.population.reading import Reading, build_reading
from coprod_sim.population.reading_numbers import read_numbers
from coprod_sim.population.said_of_ends import SaidOfEnds
from coprod_sim.population.said_otherwise import said_otherwise
from coprod_sim.population.survey import SurveyTable, TakenAnswers, take_answers
from coprod_sim.population.survey_groups import group_values, read_groups, shown

MOST_CHECKS = 25
"""More different answers than this are named in a box, not ticked one by one."""
MOST_WORDS = 6
"""Of no more answers in words among numbers than this it is asked one by one what they stand for."""
PLACES = ("sheet", "names_row", "first_row", "encoding")
EVERYBODY = "(everybody the same)"
"""What a person chooses of the weights where a column may hold some, and none is to be used."""
UNFINISHED = {False: "out", True: "in"}
"""What a person chooses, by whether rows count that the file marks as not finished."""
CONFIRMED = ("sure", "in_order")
"""What a person confirms of the answers as they stand; with any other answer it is asked again."""
ABOUT_ANSWERS = ("low", "high", "direction", "none", "end", "points", "point", *CONFIRMED)
"""How the values begin that belong to the answers of one question, and go with it."""


@dataclass
class OpenFile:
    """A survey file under way: its bytes, the table in it, and the values of the form by field.

    Nothing of it outlives the import: what is kept is a population, which holds sums.
    """

    name: str
    data: bytes
    table: SurveyTable | None = None
    values: dict[str, Any] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    """Answers in words in their usual order, filled in for a person to confirm."""
    hint: SaidOfEnds | None = None
    """What the file says of the ends of a scale, where the direction has to be asked."""
    given: tuple[GivenAnswer, ...] = ()
    """The different answers to the question chosen; none while no question is."""
    plainly: bool = True
    """Whether the question plainly asks for trust; if not, no direction is filled in."""

    def place(self) -> Reading:
        """Say where in the file the table is, as far as a person has said it."""
        given = {name: self.values.get(name) or None for name in PLACES}
        rows = {name: given[name] for name in ("names_row", "first_row")}
        given |= {name: int(row) for name, row in rows.items() if row is not None}
        return build_reading(given)

    def put(self, name: str, value: Any) -> None:
        """Take over an answer; what was confirmed about others of them is asked again."""
        gone = []
        if name == "group":
            gone = [key for key in self.values if key.startswith("less-")]
        elif name not in CONFIRMED and name.startswith(ABOUT_ANSWERS):
            gone = list(CONFIRMED)
        self.values = {k: v for k, v in self.values.items() if k not in gone} | {name: value}
        if name == "direction" and self.proposed and value:
            self._put_in_order(self.proposed[::-1] if value == "down" else self.proposed)

    def opened(self, table: SurveyTable, before: Reading | None = None) -> bool:
        """Take over the table that was found, and what was said of it when this file was read before.

        Args:
            table: what was found in the file.
            before: how the same file was read the last time, if it was; never how another one was.

        Returns:
            Whether the questions are filled in as they were then.
        """
        self.table = table
        self.sheets = self.sheets or table.sheets
        self.values = {name: self.values.get(name) for name in PLACES}
        self.values["sheet"] = table.sheet or self.values["sheet"]
        again = before is not None and self._is_as_before(before)
        try:
            self.ask_about(
                str(before.trust) if before and again else find_trust(table, Reading())[0]
            )
        except InputError:
            return False  # more than one question, or none: a person chooses
        if before is not None and again:
            self._as_before(before, table)
            self._ask_again(table)
        return again

    def _ask_again(self, table: SurveyTable) -> None:
        """Leave open again what was said before against the words of the file."""
        try:
            if said_otherwise(table, self.taken()):
                self.values |= {"direction": None, "in_order": False}
        except InputError:
            return  # said when the questions are drawn

    def _is_as_before(self, before: Reading) -> bool:
        """Say whether the table stands where it stood, and not on another sheet or below other names."""
        assert self.table is not None
        same = all((self.values[name] or None) == getattr(before, name) for name in PLACES[1:])
        return (
            same and before.sheet in (None, self.table.sheet) and before.trust in self.table.columns
        )

    def _as_before(self, before: Reading, table: SurveyTable) -> None:
        """Fill in what was said of the survey before, as far as this one has the same answers."""
        scale = before.answer_scale
        if scale is not None and scale.words and self.worded():
            self.proposed = ()
            self._put_in_order(scale.words)
            self._place(dict.fromkeys(before.missing, "none"), "point")
            self.values["in_order"] = True
        elif scale is not None and scale.words:
            self._ends_as_before(scale.words)
            self._place(dict.fromkeys(before.missing, True), "none")
            self._place(dict.fromkeys(before.missing, "none"), "end")
        elif scale is not None and not scale.words and not self.worded():
            self.values |= {"low": float(scale.low), "high": float(scale.high)}
            self.values["direction"] = {False: "up", True: "down"}.get(before.reversed or False)
            self._place(dict.fromkeys(before.missing, True), "none")
            self._place(dict.fromkeys(before.missing, "none"), "end")
        for name in ("weight", "group"):
            column = getattr(before, name)
            self.values[name] = column if column in table.columns else ""
        if before.unweighted:
            self.values["weight"] = EVERYBODY
        self._less_heard(before.less_heard)
        if before.unfinished is not None:
            self.values["unfinished"] = UNFINISHED[before.unfinished]

    def _ends_as_before(self, points: tuple[str, ...]) -> None:
        """Give words their places at the ends of a run of numbers."""
        numbers = {a.text: a.number for a in self.given if a.has_number}
        inner = [(k, numbers.get(text, read_numbers([text])[0])) for k, text in enumerate(points)]
        known = [(k, number) for k, number in inner if number == number]  # noqa: PLR0124
        if len(known) < 2:
            return
        down = known[0][1] > known[-1][1]
        low = known[-1][1] - (len(points) - 1 - known[-1][0]) if down else known[0][1] - known[0][0]
        self.values |= {"low": low, "high": low + len(points) - 1}
        self.values["direction"] = "down" if down else "up"
        first, last = points[::-1][:: len(points) - 1] if down else points[:: len(points) - 1]
        self._place({first: "low", last: "high"}, "end")

    def _put_in_order(self, words: tuple[str, ...]) -> None:
        """Give each answer its place among these words."""
        self.values["points"] = len(words)
        self._place({word: str(k) for k, word in enumerate(words, start=1)}, "point")

    def _place(self, values: dict[str, Any], start: str) -> None:
        """Give values to the fields of those answers that are called so."""
        for name, value in values.items():
            for k, answer in enumerate(self.given):
                if answer.is_called(name):
                    self.values[f"{start}-{k}"] = value

    def _less_heard(self, names: tuple[str, ...]) -> None:
        try:
            groups = self.groups()
        except InputError:
            return  # this time the column holds people; that is said when the questions are drawn
        self.values |= {f"less-{k}": True for k, group in enumerate(groups) if group in names}

    def ask_about(self, column: str) -> None:
        """Choose the question about trust; what the file says of its answers is filled in.

        Raises:
            InputError: the column is no question with a few answers; none is chosen then.
        """
        kept = {k: v for k, v in self.values.items() if k.split("-")[0] not in ABOUT_ANSWERS}
        self.values, self.given = kept | {"trust": ""}, ()
        self.proposed, self.hint, self.plainly = (), None, True
        if not column or self.table is None:
            return
        told = take_answers(self.table, Reading(trust=column))
        self.given = told.counted.answers
        self.values |= {"trust": column} | self._told(told)
        self.proposed, self.hint, self.plainly = told.proposed, told.hint, told.plainly_asked
        if told.proposed and self.plainly:
            self._put_in_order(told.proposed)
        elif told.proposed:
            self.values["points"] = len(told.proposed)

    def _told(self, told: TakenAnswers) -> dict[str, Any]:
        """Turn what the file says itself into values of the form."""
        scale, turned = told.scale, told.reading.reversed
        if self.worded():
            ranks = {k: row for k, row in enumerate(told.rows) if row.point is not None}
            values: dict[str, Any] = {f"point-{k}": f"{row.point:g}" for k, row in ranks.items()}
            values |= {f"point-{k}": "none" for k, a in enumerate(self.given) if a.none}
            known = [a for a in self.given if not a.none]
            return values | {"points": len(scale.words) if scale else max(2, len(known))}
        values = {f"none-{k}": True for k, answer in enumerate(self.given) if answer.none}
        if scale is not None:
            values |= {"low": float(scale.low), "high": float(scale.high)}
        elif told.counted.out_of:
            values |= {"high": float(told.counted.out_of)}
        return values if turned is None else values | {"direction": "down" if turned else "up"}

    def taken(self) -> TakenAnswers:
        """Say what each answer is taken for, as things stand.

        Raises:
            InputError: the question is no question with a few answers, or what was said cannot be.
        """
        assert self.table is not None
        return take_answers(self.table, self.reading(with_people=False))

    def doubtful(self) -> bool:
        """Say whether the words of the file say the opposite of what was said, unconfirmed."""
        return bool(self.given) and bool(self.taken().against) and not self.values.get("sure")

    def unconfirmed(self) -> bool:
        """Say whether an order of words was filled in, or is doubtful, that nobody has confirmed yet."""
        asked = bool(self.proposed) or (bool(self.given) and self.worded() and not self.plainly)
        return asked and not self.values.get("in_order")

    def without_direction(self) -> bool:
        """Say whether words in their usual order may run either way, and nobody has said which."""
        return bool(self.proposed) and not self.plainly and not self.values.get("direction")

    def among_numbers(self) -> dict[int, GivenAnswer]:
        """Give the answers in words that stand among numbers by their numbers, unless they are many."""
        words = {
            k: a for k, a in enumerate(self.given) if a.times and not a.none and not a.has_number
        }
        return words if 0 < len(words) <= MOST_WORDS and not self.worded() else {}

    def listed(self) -> list[tuple[int, GivenAnswer]]:
        """List the answers with their numbers, in their usual order where there is one."""
        at = {word: k for k, word in enumerate(self.proposed)}
        both = [(k, answer) for k, answer in enumerate(self.given) if answer.text]
        return sorted(both, key=lambda one: at.get(one[1].text, len(at)))

    def worded(self) -> bool:
        """Say whether the answers are words alone, which have to be put in order."""
        return not any(answer.has_number for answer in self.given)

    def reading(self, *, with_people: bool = True) -> Reading:
        """Put what was said so far into a declared reading.

        Raises:
            InputError: what was said cannot be.
        """
        said = self.place().model_dump() | {"trust": self.values.get("trust") or None}
        if self.given:
            said |= self._words() if self.worded() else self._numbers()
        if with_people:
            said |= self._people()
        return build_reading(said, "the survey")

    def _numbers(self) -> dict[str, Any]:
        low, high = self.values.get("low"), self.values.get("high")
        turned = {"up": False, "down": True}.get(self.values.get("direction") or "")
        said = {"reversed": turned, "missing": self._none()}
        if low is None or high is None:
            return said
        ends = self._ends()
        if ends and turned is not None and low < high:
            points = scale_with_ends(self.given, int(low), int(high), ends, turned=turned)
            return {"scale": points, "missing": self._none()}
        return {"scale": f"{low:g}-{high:g}", **said}

    def _ends(self) -> dict[int, str]:
        """Give the words that stand for an end of a scale of numbers, by the number.

        Raises:
            InputError: two answers stand in one place.
        """
        found: dict[int, str] = {}
        for k, answer in self.among_numbers().items():
            end = self.values.get(f"end-{k}")
            at = self.values.get(end) if end in ("low", "high") else None
            if at is None:
                continue
            there = [a.text for a in self.given if a.number == at and a.times and not a.none]
            if there or int(at) in found:
                other = found.get(int(at)) or there[0]
                raise InputError(f"{other!r} and {answer.text!r} stand in one place, {at:g}.")
            found[int(at)] = answer.text
        return found

    def _none(self) -> list[str]:
        """List the answers that a person has said to be none."""
        words = [
            answer.text
            for k, answer in self.among_numbers().items()
            if self.values.get(f"end-{k}") == "none"
        ]
        if len(self.given) > MOST_CHECKS:
            typed = str(self.values.get("none") or "").split(",")
            return [*words, *(part.strip() for part in typed if part.strip())]
        return words + [
            answer.text
            for k, answer in enumerate(self.given)
            if self.values.get(f"none-{k}") and answer.text and answer.text not in words
        ]

    def _words(self) -> dict[str, Any]:
        """Put the words in order, from the place that each was given; a place may be nobody's.

        Raises:
            InputError: two words stand in one place.
        """
        count = int(self.values.get("points") or 0)
        order = [f"(answer {k})" for k in range(1, count + 1)]
        given: dict[int, str] = {}
        none: list[str] = []
        for k, answer in enumerate(self.given):
            place = self.values.get(f"point-{k}") or ""
            if place == "none":
                none.append(answer.text)
            elif place and int(place) <= count:
                if int(place) in given:
                    raise InputError(
                        f"{given[int(place)]!r} and {answer.text!r} stand in one place, {place}."
                    )
                given[int(place)] = answer.text
                order[int(place) - 1] = answer.text
        whole = bool(given) and count > 1
        return {"scale": order if whole else None, "missing": [text for text in none if text]}

    def _people(self) -> dict[str, Any]:
        group = self.values.get("group") or None
        less = [name for k, name in enumerate(self.groups()) if self.values.get(f"less-{k}")]
        counts = {way: said for said, way in UNFINISHED.items()}.get(
            self.values.get("unfinished") or ""
        )
        weight = self.values.get("weight") or None
        weighted = {"unweighted": True} if weight == EVERYBODY else {"weight": weight}
        return {**weighted, "group": group, "less_heard": less, "unfinished": counts}

    def few(self) -> list[str]:
        """Say in which of the two groups so few people gave an answer that a saved file would tell it.

        Raises:
            InputError: the groups cannot be read.
        """
        reading = self.reading()
        if self.table is None or not self.given or not reading.less_heard:
            return []
        taken, groups = self.taken(), read_groups(self.table, reading)
        if groups is None or taken.asks:
            return []
        values = taken.counted.of_rows(taken.values)
        return few_gave(values, groups_kept(~np.isnan(values) & ~groups.unknown, groups))

    def weights(self) -> list[str]:
        """List the columns that may hold weights and have no other use."""
        if self.table is None:
            return []
        used = {name: self.values.get(name) or None for name in ("trust", "group")}
        return unused_weights(self.table, build_reading(used))

    def groups(self) -> list[str]:
        """List the values of the column that tells groups apart, unless they are people.

        Raises:
            InputError: they are, or there are too many.
        """
        group = self.values.get("group")
        if not group or self.table is None:
            return []
        found = group_values(self.table, group).answers
        return [shown(value) for value in found if value.times and not value.none]
