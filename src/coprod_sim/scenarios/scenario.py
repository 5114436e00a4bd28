"""A case: a public body, the people it serves, and the series of decisions between them."""

from pathlib import Path
from textwrap import shorten
from typing import Annotated, Any, Literal, Self, cast

from pydantic import (
    Field,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer,
    model_validator,
)

from coprod_sim.assumptions import REFERENCE, Assumptions, assume, implausible
from coprod_sim.errors import did_you_mean
from coprod_sim.library_files import FileValue, library_names, load
from coprod_sim.quantities import Quantity

PACKAGE = "coprod_sim.scenarios"
Line = Annotated[str, Field(min_length=1, max_length=600)]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]
Institution = Literal["parliament", "legal_system", "police", "politicians", "parties"]
COUNTRIES = [
    "AT",
    "BE",
    "BG",
    "CH",
    "CY",
    "DE",
    "ES",
    "FI",
    "FR",
    "GB",
    "GR",
    "HR",
    "HU",
    "IE",
    "IL",
    "IS",
    "IT",
    "LT",
    "LV",
    "ME",
    "NL",
    "NO",
    "PL",
    "PT",
    "RS",
    "SE",
    "SI",
    "SK",
]

Sector = Literal[
    "transport", "health", "care", "education", "culture", "housing", "climate", "law", "none"
]
"""The field a case is from; "none" for one that stands for any."""
About = Literal["closure", "road", "budget", "service", "site", "rule", "any"]
"""The kind of decision a case is about."""
CITIZENS = Quantity(
    label="Citizens in the model", low=20, high=50_000_000, unit="people", whole=True
)
SHARE_LESS_HEARD = Quantity(label="Share of less-heard people", low=0.01, high=0.99)
HOMOPHILY = Quantity(label="Share of contacts chosen inside the own group", source="assumption")
CONTACTS = Quantity(label="Contacts each person chooses", low=1, high=8, unit="people", whole=True)
COUNT = Quantity(label="Decisions in the series", low=1, high=50, unit="decisions", whole=True)
HEAT = Quantity(label="How hot the decisions are", high=5, unit="1 = routine, 3 = hot")
MONTHS = Quantity(label="Length of a decision", low=0.5, high=60, unit="months")
DRAFT = Quantity(label="How one-sided the draft plan is", low=-3, high=3, unit="position")
STRENGTH = Quantity(label="Strength of the campaign", low=0, high=2, unit="hearsay per exposure")
REACH = Quantity(label="Share of people the campaign reaches")
WEIGHT = Quantity(label="Weight of an institution in the mix")
POUNDS = Quantity(label="Money", low=0, high=1e12, unit="currency units")
WEEKS = Quantity(label="Time", low=0, high=1000, unit="weeks")
ALSO_CALLED = {
    "uk": "GB",
    "united kingdom": "GB",
    "great britain": "GB",
    "britain": "GB",
    "england": "GB",
}
"""What people write for a country of `COUNTRIES`, in small letters."""
USUAL_WAYS = ("tickbox", "ladder_consultation_well_done", "co_production")
"""What is compared on a case that names no ways; the one in the middle meets a duty to consult."""
WEEKS_A_MONTH = 52.0 / 12.0
PREPARED = 2.0
"""Most weeks there can be for a decision, for each week between the first word in public and the decision:
what comes before that word takes no longer than what comes after it (assumption)."""


class Ruling(FileValue):
    """What a court decided about the real case, in plain sentences, with where it was read."""

    said: Line
    sources: Annotated[tuple[Line, ...], Field(min_length=1, strict=False)]
    """Some of the sources of the case, word for word."""

    def _in_short(self) -> str:
        return f"Ruling: {shorten(self.said, 240, placeholder=' ...')}"


class Fact(FileValue):
    """One figure from the real case, with where it was read."""

    what: Line
    value: float | str
    unit: Line = "none"
    source: Line


Share = Annotated[float, Field(ge=0, le=1)]
Shares = Annotated[tuple[Share, ...], Field(strict=False, min_length=11, max_length=11)]
"""The shares of people who trust 0, 1 ... 10 of 10."""


class TrustAnswers(FileValue):
    """How far people trust who were asked here, as shares of the two groups, without a file.

    Where they were not told apart, the case says how many are less heard.
    """

    name: Line
    people: Annotated[int, Field(ge=1)]
    share_less_heard: Share | None = None
    less_heard: Shares
    well_connected: Shares

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        for shares in (self.less_heard, self.well_connected):
            if abs(sum(shares) - 1) > 1e-6:
                raise ValueError(f"the shares must sum to 1, but they sum to {sum(shares):.6g}")
        return self


class TrustSource(FileValue):
    """Where the first trust of the citizens comes from."""

    source: Literal["survey", "reference", "file", "answers"] = "survey"
    country: str = "GB"
    institutions: dict[Institution, Annotated[float, WEIGHT]] = Field(
        default_factory=lambda: {"parliament": 1.0}
    )
    file: str = ""
    answers: TrustAnswers | None = None

    @model_validator(mode="before")
    @classmethod
    def _what_is_given_is_played(cls, given: Any) -> Any:
        """Take a file or answers for the source where none is named."""
        table = cast("dict[str, Any] | None", given)
        if not isinstance(table, dict) or "source" in table:
            return table
        said = [name for name in ("file", "answers") if table.get(name)]
        return table | {"source": said[0]} if len(said) == 1 else table

    @model_serializer(mode="wrap")
    def _as_before(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave out what is not played; what every case without a survey has stays, and with it the hash."""
        surveyed = self.source in ("file", "answers")
        gone = {"country", "institutions"} if surveyed else set[str]()
        gone |= {"answers"} if self.answers is None else set[str]()
        return {k: v for k, v in plain(self).items() if k not in gone}

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.country not in COUNTRIES:
            called = ALSO_CALLED.get(self.country.casefold())
            hint = f"; write {called!r}" if called else did_you_mean(self.country, COUNTRIES)
            raise ValueError(f"country must be one of {', '.join(COUNTRIES)}{hint}")
        if self.source == "survey" and not sum(self.institutions.values()) > 0:
            raise ValueError("institutions must carry some weight above 0")
        if self.source == "file" and not self.file:
            raise ValueError("file must name a population file when source is 'file'")
        if self.source == "answers" and self.answers is None:
            raise ValueError("answers must be given when source is 'answers'")
        for name in ("file", "answers"):
            if getattr(self, name) and self.source != name:
                raise ValueError(
                    f"{name} is given, but source is {self.source!r}, which leaves it unread; "
                    f"write source = {name!r} beside it, or leave {name} out"
                )
        return self


class People(FileValue):
    """The citizens: how many, who is less heard, who talks with whom, whom they trust."""

    citizens: Annotated[int, CITIZENS] = 1000
    share_less_heard: Annotated[float, SHARE_LESS_HEARD] = 0.3
    contacts: Annotated[int, CONTACTS] = 4
    homophily: Annotated[float, HOMOPHILY] = 0.7
    trust: TrustSource = TrustSource()

    @property
    def less_heard(self) -> int:
        """How many citizens belong to the less-heard group."""
        return round(self.share_less_heard * self.citizens)

    @property
    def who_is_less_heard(self) -> str:
        """How many are less heard, in words; a survey that tells groups apart says it, not the case."""
        trust, said = self.trust, f"{self.less_heard} of them less heard"
        if trust.source == "file":
            survey = f"as many of them less heard as the survey {trust.file!r} says"
            return f"{survey} ({self.less_heard} if it does not)"
        if trust.answers is None or trust.answers.share_less_heard is None:
            return said
        return f"{round(trust.answers.share_less_heard * self.citizens)} of them less heard"

    @model_validator(mode="after")
    def _both_groups(self) -> Self:
        if not 0 < self.less_heard < self.citizens:
            raise ValueError(
                f"share_less_heard {self.share_less_heard:g} of {self.citizens} citizens leaves a group "
                "with nobody in it; at least one person is needed in each"
            )
        return self


class Campaign(FileValue):
    """A misinformation campaign before one of the decisions."""

    decision: Annotated[int, COUNT]
    strength: Annotated[float, STRENGTH]
    reach: Annotated[float, REACH]


class Decisions(FileValue):
    """The series: how many, how long each, how hot, where drafts stand (0 fits everybody about equally)."""

    count: Annotated[int, COUNT] = 6
    draft: Annotated[float, DRAFT] = 0.45
    direction: Literal["either", "as given"] = "either"
    heat: Annotated[float, HEAT] = 1.0
    months: Annotated[float, MONTHS] = 6.0
    what: Line = "A contested decision"


class Money(FileValue):
    """What time is worth and what a rejected decision costs here, in the case's own currency."""

    currency: Line = "GBP"
    staff_hour: Annotated[float, POUNDS] = 35.0
    citizen_hour: Annotated[float, POUNDS] = 15.0
    challenge: Annotated[float, POUNDS] = 100_000.0
    weeks_available: Annotated[float, WEEKS] = 52.0


NOT_SAID = {
    ("decisions", "heat"): (
        f"How hot the decisions are is not said; a heat of {Decisions().heat:g}, routine, is assumed."
    ),
    ("decisions", "months"): (
        f"How long a decision takes is not said; {Decisions().months:g} months are assumed."
    ),
    ("people", "trust"): (
        "How far people trust at first is not said; what people in Great Britain (GB) answered about "
        "parliament is assumed."
    ),
}
"""What a case says among its assumptions where it leaves a setting out, by section and setting."""


class Scenario(FileValue):
    """A case with its story, its sources, and the settings of the model."""

    name: str = ""
    title: Line
    kind: Literal["real", "didactic"]
    sector: Annotated[Sector, Field(exclude=True)] = "none"
    about: Annotated[About, Field(exclude=True)] = "any"
    """By these a case is found; they move no number, and so stand in no hash of what was played."""
    summary: Line
    place: Line
    year: Annotated[int, Field(ge=1900, le=2100)]
    years: Annotated[str, Field(max_length=600)] = ""
    who_decides: Line
    outcome: Line
    sources: Annotated[tuple[Line, ...], Field(min_length=1, strict=False)]
    assumed: Lines = ()
    assumed_of_trust: Annotated[Lines, Field(exclude=True)] = ()
    assumed_of_less_heard: Annotated[Lines, Field(exclude=True)] = ()
    """How those lines of `assumed` begin that are no longer so where a survey says how far people trust, and
    who is less heard."""
    criticism: Lines = ()
    facts: Annotated[tuple[Fact, ...], Field(strict=False)] = ()
    engagements: Annotated[tuple[Line, ...], Field(min_length=1, strict=False)] = USUAL_WAYS
    really: Annotated[str, Field(max_length=100)] = ""
    ruling: Annotated[Ruling | None, Field(exclude=True)] = None
    """It moves no number, and so stands in no hash of what was played."""
    decisions: Decisions = Decisions()
    people: People = People()
    campaign: Campaign | None = None
    money: Money = Money()
    assumptions: dict[str, float] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _say_what_is_assumed(cls, given: Any) -> Any:
        """Say among what is assumed what a case leaves out that matters (`NOT_SAID`)."""
        table = cast("dict[str, Any] | None", given)
        if not isinstance(table, dict):
            return given
        assumed = cast("list[Any] | tuple[Any, ...] | None", table.get("assumed", ()))
        if not isinstance(assumed, list | tuple):
            return table
        lines = [
            line for (section, name), line in NOT_SAID.items() if _left_out(table, section, name)
        ]
        years = table.get("years") or str(table.get("year", ""))
        return table | {"assumed": [*assumed, *lines], "years": years}

    @field_validator("assumptions")
    @classmethod
    def _can_be_assumed(cls, changes: dict[str, float]) -> dict[str, float]:
        assume(REFERENCE, changes)
        return changes

    @model_validator(mode="after")
    def _settings_fit(self) -> Self:
        if self.campaign and self.campaign.decision > self.decisions.count:
            count = self.decisions.count
            there = "is only one decision" if count == 1 else f"are only {count} decisions"
            raise ValueError(f"campaign.decision is {self.campaign.decision}, but there {there}")
        return self

    def _in_short(self) -> str:
        series, people = self.decisions, self.people
        return (
            f"Scenario {self.name!r}: {self.title} ({self.years})\n"
            f"  decisions: {series.count}, {series.months:g} months each; citizens: {people.citizens}, "
            f"{people.who_is_less_heard}; engagements: {', '.join(self.engagements)}"
        )

    @property
    def cautions(self) -> tuple[str, ...]:
        """What does not fit together in this case, and assumptions outside their plausible range."""
        weeks, months = self.money.weeks_available, self.decisions.months
        most = round(PREPARED * WEEKS_A_MONTH * months, 6)
        if weeks <= most:
            return implausible(self.assumptions)
        return (
            f"money.weeks_available is {weeks:g}, but a decision every {months:g} months (decisions.months) "
            f"leaves {WEEKS_A_MONTH * months:.0f} weeks in public and as many to prepare: {most:.0f} at "
            "most. "
            f"Give {most:.0f} weeks or fewer, or more months.",
            *implausible(self.assumptions),
        )

    def first_decision(self) -> "Scenario":
        """Leave all decisions but the first out: the later ones cannot change what it comes to."""
        if self.decisions.count == 1:
            return self
        later = self.campaign is not None and self.campaign.decision > 1
        changes = {"decisions.count": 1} | ({"campaign": None} if later else {})
        return self.but(changes)

    def unpaid(self) -> "Scenario":
        """Leave people's own time out of the money, where nobody has said that it is paid."""
        return self.but({"money.citizen_hour": 0.0})

    @property
    def rules(self) -> Assumptions:
        """The numbers inside the rules, with this case's own settings."""
        return assume(REFERENCE, self.assumptions)


def _left_out(table: dict[str, Any], section: str, name: str) -> bool:
    """Say whether a case leaves a setting out; of a section that is none, that is said elsewhere."""
    there = table.get(section, {})
    if isinstance(there, FileValue):
        return name not in there.model_fields_set
    return isinstance(there, dict) and name not in there


def scenario_names() -> tuple[str, ...]:
    """List the scenarios in the library."""
    return library_names(PACKAGE)


def load_scenario(name: str | Path | Scenario) -> Scenario:
    """Load a scenario by its library name or by the path of a `.toml` file; one that is loaded stays."""
    return load(Scenario, PACKAGE, name)
