"""The board in a notebook: the model plays in the reader's browser, Python reads and sets the view."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import traitlets

from coprod_sim.board.answer import answer_of
from coprod_sim.board.board_widget import BoardWidget
from coprod_sim.board.built import STATIC
from coprod_sim.board.cases import scenario_of, ways_of
from coprod_sim.board.declarations import as_json, declarations
from coprod_sim.board.view import View
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.results import Comparison
from coprod_sim.results.variant import in_order
from coprod_sim.scenarios import Scenario, load_scenario

MOST = 3
"""The most ways that are set side by side."""


class DialBoard(BoardWidget):
    """A board for one case, whose dials a person or `value` turns."""

    _esm = STATIC / "widget.js"
    _asked = traitlets.Bool(False).tag(sync=True)

    def __init__(self, view: View, case: Scenario | None, ways: Sequence[Engagement] = ()) -> None:
        self._case, self._given = case, {way.name: way for way in ways}
        self._answers: dict[str, Any] = {}
        super().__init__(view)
        self._declare()
        self.observe(self._follow, "value")
        self.observe(self._answer, "_asked")

    @property
    def scenario(self) -> Scenario:
        """The case as it is played, with the prices and assumptions of the view."""
        return scenario_of(self.value, self._case)

    @property
    def ways(self) -> tuple[Engagement, ...]:
        """The ways of involving people, with their dials as turned."""
        return ways_of(self.value, self._given)

    def result(self, **settings: Any) -> Comparison:
        """Compare in Python what the board shows: the same numbers as `coprod_sim.results.compare` gives.

        Args:
            **settings: as for `compare`, such as `runs` or `split`.

        Returns:
            The comparison of the case and the ways as they stand on the board.
        """
        from coprod_sim.results import compare  # noqa: PLC0415 - the board must not wait for the model

        view = self.value
        return compare(
            self.scenario, self.ways, **({"seed": view.seed, "over": view.over} | settings)
        )

    def _play(self, view: View) -> None:
        scenario_of(view, self._case)
        ways_of(view, self._given)

    def _as_html(self) -> str:
        """Say and draw what the board shows: its measure, after its decision, over what it says."""
        from coprod_sim.board.shown import played  # noqa: PLC0415 - as in `result`
        from coprod_sim.board.stored import stored  # noqa: PLC0415

        return stored(
            self.value, played(self.value, self._case, self._given), self.scenario.decisions.count
        )

    def _follow(self, change: Any) -> None:
        """Hand over the case anew where more than dials, prices and choices changed, or else the answer."""
        told = {"case", "own", "survey", "assumptions", "seed"}
        if self._asked:
            self._answer(change)
        elif any(getattr(change.old, name) != getattr(change.new, name) for name in told):
            self._declare()

    def _answer(self, _change: Any) -> None:
        """Work the numbers out in Python, for a browser that cannot."""
        self._answers = {self.value.case: answer_of(self.result())}
        self._declare()

    def _declare(self) -> None:
        table = declarations([self.scenario], self._given.values(), seed=self.value.seed)
        self._declared = as_json(table | {"answers": self._answers})


def explore(
    case: Scenario | str | Path = "west_dulwich",
    ways: Sequence[Engagement | str] | None = None,
    **view: Any,
) -> DialBoard:
    """Show a case on a board with dials to turn, in JupyterLab, VS Code, Colab or under Voila.

    Args:
        case: a case, its name in the library, or the path of its `.toml` file.
        ways: up to three ways of involving people, or their names, the baseline first (those the case names).
        **view: what else the board shows at first, such as `measure="trust"` or `span="series"`.

    Returns:
        The board; `board.value` is its view, `board.result()` the comparison it shows.

    Raises:
        InputError: for unknown names and impossible values.
    """
    town = load_scenario(case)
    given = in_order(town.engagements if ways is None else ways)
    if len(given) > MOST and ways is not None:
        raise InputError(
            f"the board sets up to {MOST} ways side by side, but {len(given)} are given"
        )
    if not given:
        raise InputError("the board has nothing to show: name at least one way")
    chosen = [load_engagement(w) for w in given[:MOST]]
    twice = [w.name for k, w in enumerate(chosen) if w.name in [one.name for one in chosen[:k]]]
    if twice:
        raise InputError(
            f"{twice[0]!r:.60} is named twice; give each way its own name, with "
            f'.but({{"name": "other_{twice[0][:40]}"}})'
        )
    shown = View(**({"case": town.name, "ways": tuple(w.name for w in chosen)} | view))
    return DialBoard(shown, town, chosen)
