"""Measures one frame of the leaders' page while a dial is held, against the model it plays, in one run."""

from collections.abc import Callable
from statistics import median
from time import process_time

from coprod_sim.apps.controls import Form, Shell
from coprod_sim.apps.explorer import open_explorer
from coprod_sim.apps.explorer.explorer_state import MOVING
from coprod_sim.results import Variant
from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.player import play, play_draws, trial_of
from coprod_sim.results.uncertainty import PLAUSIBLE, sets_over
from coprod_sim.scenarios import load_scenario

FRAMES, WARM = 40, 5
WAYS = ("tickbox", "honest_consultation", "co_production")
"""What the page compares when it opens."""


def frame_vs_model() -> float:
    """Give the processor time of a frame as a multiple of the model's, median over frames timed in turn."""
    dials, ratios = _dials(), []
    for k in range(FRAMES + WARM):
        share = 30 + k
        model = _timed(lambda share=share: _model(share / 100))
        frame = _timed(lambda share=share: dials.answer("influence", float(share), moving=True))
        ratios.append(frame / model)
    return median(ratios[WARM:])


def _dials() -> Form:
    """Open the page without a browser, turn to the comparison, and find its dials."""
    whole = open_explorer("")
    next(one for one in whole.children if isinstance(one, Shell)).turn("what")
    return next(form for form in _forms(whole) if "influence" in form.fields)


def _forms(widget: object) -> list[Form]:
    inside = [form for child in getattr(widget, "children", ()) for form in _forms(child)]
    return [widget, *inside] if isinstance(widget, Form) else inside


def _model(influence: float) -> None:
    """Play what a frame plays: the ways as assumed, and under other sets of assumptions."""
    runs, draws = MOVING
    case = load_scenario("west_dulwich")
    ways = [Variant(name=name) for name in WAYS[:-1]]
    ways.append(Variant(name=WAYS[-1], dials={"influence": influence}))
    trials = [trial_of(case, way) for way in ways]
    play(trials, runs, seed=1)
    sets = sets_over(PLAUSIBLE, case, draws, 1)
    play_draws([[one.under(p) for one in trials] for p in sets], RUNS_A_DRAW, seed=1)


def _timed(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun
