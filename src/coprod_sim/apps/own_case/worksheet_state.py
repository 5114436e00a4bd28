"""What the worksheet's page knows: what was written, what the model is given, and what came out."""

from collections.abc import Callable
from datetime import date
from typing import Any

import traitlets

from coprod_sim.apps.own_case.keeping import InMemory, Keeper
from coprod_sim.charts import Chart
from coprod_sim.errors import InputError
from coprod_sim.learning.own_case import OwnCase
from coprod_sim.learning.own_case.played import planned, points_of, scenario_of
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.described import people_affected
from coprod_sim.words import Words, words_in

NOBODY = -1


class Worksheet(traitlets.HasTraits):
    """The state behind the page: one value goes in, `view`, and is kept after every change.

    `scenario`, `ways` and `plan` are what the model is given; `ways` is empty until all sheets are in.
    `affected` is how many people the decision touches, where it was entered.
    `seat` is the place of the person who scores, or `NOBODY`. `said` and `charts` hold what was worked
    out for these settings, by part, for the printed page; they go when the settings do. `before` is what
    an opened file took the place of. `aside` goes up whenever a text of another page had to go into the
    journal.
    """

    view = traitlets.Instance(OwnCase)
    scenario = traitlets.Instance(Scenario)
    affected = traitlets.Int(None, allow_none=True)
    ways = traitlets.Tuple()
    plan = traitlets.Any(None, allow_none=True)
    seat = traitlets.Int(NOBODY)
    problem = traitlets.Unicode("")
    not_kept = traitlets.Unicode("")
    aside = traitlets.Int(0)

    def __init__(self, keeper: Keeper | None = None, words: Words | None = None) -> None:
        self.t = words or words_in("en")
        self.keeper: Keeper = keeper or InMemory()
        self.said: dict[str, list[str]] = {}
        self.charts: dict[str, Chart] = {}
        self.before: OwnCase | None = None
        view, problem = _opened(self.keeper)
        super().__init__(view=view, scenario=scenario_of(view), problem=problem)
        self._follow(view)

    @property
    def today(self) -> str:
        """Today as a day in a file."""
        return date.today().isoformat()

    def change(self, *, moving: bool = False, **changes: Any) -> None:
        """Take over something that was written; what does not fit becomes a sentence, nothing is lost."""
        self.take(lambda: self.view.but(**changes), moving=moving)

    def take(self, make: Callable[[], OwnCase], *, moving: bool = False) -> None:  # noqa: ARG002
        """Take over a new worksheet and keep it, unless it cannot be: then `problem` says why."""
        try:
            view = make()
            scenario = scenario_of(view)
        except InputError as problem:
            self.problem = str(problem)
            return
        self.problem = ""
        self._turn_to(view, scenario)
        self.keep()

    def look_again(self) -> None:
        """Take in what another page has kept meanwhile; what cannot be read leaves this page as it is."""
        table = self.keeper.look()
        if table is None:
            return
        try:
            view = OwnCase.from_dict(table)
            scenario = scenario_of(view)
        except InputError:
            return
        self._turn_to(view, scenario)

    def _turn_to(self, view: OwnCase, scenario: Scenario) -> None:
        with self.hold_trait_notifications():
            self._forget(view, scenario)
            self.view, self.scenario = view, scenario
            self._follow(view)

    def keep(self) -> None:
        """Keep the worksheet where it is kept; what hinders that is said on the page, in `not_kept`."""
        try:
            self.aside += self.keeper.write(self.view.to_dict())
        except InputError as problem:
            self.not_kept = str(problem)
        else:
            self.not_kept = ""

    def result(self, part: str, said: list[str], chart: Chart | None = None) -> None:
        """Remember what was worked out, for the printed page."""
        self.said[part] = said
        if chart is not None:
            self.charts[part] = chart

    def _follow(self, view: OwnCase) -> None:
        """Set what the model is given to what the sheets and the plan say."""
        ready = view.now.all_in
        self.affected = people_affected(view.case)
        self.ways = tuple(points_of(view.now)) if ready else ()
        self.plan = planned(view).dials if ready else None
        if not 0 <= self.seat < len(view.now.raters):
            self.seat = NOBODY

    def _forget(self, view: OwnCase, scenario: Scenario) -> None:
        """Drop results that would no longer be true."""
        old = self.view
        gone: set[str] = set()
        affected = people_affected(view.case)
        if (scenario, affected) != (self.scenario, self.affected) or view.rounds != old.rounds:
            gone |= set(self.said) | set(self.charts)
        if view.measure != old.measure:
            gone.add("first")
        if view.actions != old.actions:
            gone.add("plan")
        for part in gone:
            self.said.pop(part, None)
            self.charts.pop(part, None)


def _opened(keeper: Keeper) -> tuple[OwnCase, str]:
    """Read what was kept; with something that cannot be read, start afresh and say why."""
    try:
        table = keeper.read()
        view = OwnCase() if table is None else OwnCase.from_dict(table)
        scenario_of(view)
    except InputError as problem:
        return OwnCase(), str(problem)
    return view, ""
