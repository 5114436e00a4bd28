"""What the page knows: the view, the case, the ways of involving people, and what came out."""

import asyncio
from collections.abc import Callable
from typing import Any

import traitlets

from coprod_sim import __version__
from coprod_sim.apps.controls import page_loop
from coprod_sim.apps.explorer.cases import scenario_of, ways_of
from coprod_sim.apps.explorer.view import View, brought_over, from_link, link_of
from coprod_sim.engagement import Engagement
from coprod_sim.errors import InputError
from coprod_sim.scenarios import Scenario
from coprod_sim.words import Words, words_in

SETTLED = (100, 32)
"""Runs and plausible models behind the numbers that stay."""
MOVING = (8, 2)
"""The same behind the numbers that are shown while a dial is held."""
PAUSE = 0.35
"""How long a dial must rest before the full numbers are worked out [seconds]."""


class Explorer(traitlets.HasTraits):
    """The state behind the page: one value goes in, `view`; `comparison` follows from it.

    `problem` is a sentence when something the user entered does not work; the last comparison that
    worked stays. `moving` is true while `comparison` is the rough one of a dial in motion. `findings`
    holds the sentences other parts have worked out for these settings; they go when the settings do.
    """

    view = traitlets.Instance(View)
    scenario = traitlets.Instance(Scenario)
    ways = traitlets.Tuple()
    comparison = traitlets.Any(None, allow_none=True)
    moving = traitlets.Bool(False)
    problem = traitlets.Unicode("")
    ready = traitlets.Bool(False)

    def __init__(self, view: View | None = None, words: Words | None = None) -> None:
        chosen = view or View()
        super().__init__(view=chosen, scenario=scenario_of(chosen), ways=ways_of(chosen))
        self.t = words or words_in(chosen.language)
        self.findings: dict[str, str] = {}
        self._later: asyncio.TimerHandle | None = None

    @property
    def first(self) -> Engagement:
        """The way the others are compared with."""
        return self.ways[0]

    @property
    def goal(self) -> Engagement:
        """The way that is explained and priced against the first: co-production, or else the last."""
        named = [w for w in self.ways[1:] if w.name == "co_production"]
        return (named or list(self.ways))[-1]

    def change(self, *, moving: bool = False, **changes: Any) -> None:
        """Take over something the user entered; what does not fit becomes a sentence, nothing is lost."""
        self.take(lambda: self.view.but(**changes), moving=moving)

    def take(self, make: Callable[[], View], *, moving: bool = False) -> None:
        """Take over a new view, unless it cannot be: then `problem` says why."""
        try:
            view = make()
            scenario, ways = scenario_of(view), ways_of(view)
        except InputError as problem:
            self.problem = str(problem)
            return
        self.problem = ""
        anew = scenario != self.scenario or ways != self.ways
        with self.hold_trait_notifications():
            self.view, self.scenario, self.ways = view, scenario, ways
            if anew:
                self.findings.clear()
        if self.ready and (anew or self.moving):
            self._play(moving=moving)

    def start(self) -> None:
        """Work out the first numbers, once the model has been loaded."""
        self.ready = True
        self._play(moving=False)

    def settle(self) -> None:
        """Work out the full numbers now."""
        self._stop_waiting()
        self._compare(SETTLED, moving=False)

    def _play(self, *, moving: bool) -> None:
        self._stop_waiting()
        loop = page_loop()
        if loop is None:
            self._compare(MOVING if moving else SETTLED, moving=moving)
        elif moving:
            self._compare(MOVING, moving=True)
            self._later = loop.call_later(PAUSE, self.settle)
        else:
            self.settle()

    def _compare(self, size: tuple[int, int], *, moving: bool) -> None:
        from coprod_sim.results import compare  # noqa: PLC0415 - the first screen must not wait for it

        try:
            found = compare(
                self.scenario, self.ways, runs=size[0], draws=size[1], seed=self.view.seed
            )
        except InputError as problem:
            self.problem = str(problem)
            return
        with self.hold_trait_notifications():
            self.moving, self.comparison = moving, found

    def _stop_waiting(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None


def opened(query: dict[str, str]) -> tuple[View, str]:
    """Read the view an address asks for; with a broken one, start afresh and say why."""
    language = query.get("lang", "")
    try:
        view, old = brought_over(from_link(query["view"]) if "view" in query else View())
        if language:
            words_in(language)
            view = view.but(language=language)
        scenario_of(view)
        ways_of(view)
    except InputError as problem:
        return View(), str(problem)
    return view.but(made_with=__version__), told_of_old(view, old)


def told_of_old(view: View, old: tuple[str, ...]) -> str:
    """Say that another version of the kit made a view, and which of its numbers were left out."""
    t, told = words_in(view.language), []
    if view.made_with != __version__:
        told.append(t("faults.other_version", theirs=view.made_with, ours=__version__))
    if old:
        told.append(t("faults.first_version", names=", ".join(old)))
    return " ".join(told)


def query_of(view: View) -> str:
    """Write what the address bar shows for a view."""
    return f"lang={view.language}&view={link_of(view)}"
