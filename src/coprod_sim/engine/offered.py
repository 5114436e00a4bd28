"""The one list of what the WebAssembly module offers.

A function added here is in the module when it is next made, under its own name. It takes numbers (`float`)
and rows of numbers (`np.ndarray`, one axis; it may `reshape`), and returns a number or nothing. What it
fills in is its last row.
"""

from collections.abc import Callable
from typing import Any

from coprod_sim.engagement.scored import how_far_apart
from coprod_sim.engine import laying_out, measuring, mending, series, town, watching
from coprod_sim.gate import gate_duty, gate_outcome, gate_reasons
from coprod_sim.population.network_loops import network
from coprod_sim.population.population import fill_trust_table, mix_shares
from coprod_sim.results import deciding, judging, switches
from coprod_sim.results.ahead import gains_over, lean_of, sets_below, share_of
from coprod_sim.results.discovery.believing import beliefs_of
from coprod_sim.results.discovery.coming_out import gains_of, outcome_at
from coprod_sim.results.discovery.explaining import explained
from coprod_sim.results.discovery.searching import begin_search, how_far, propose, take, weigh
from coprod_sim.results.paying import which_do_not_pay
from coprod_sim.results.ranges_loops import mean_and_ends_of, ranges_of_gains, ranges_of_runs
from coprod_sim.results.shapley import shapley_value

OFFERED: tuple[Callable[..., Any], ...] = (
    town.play,
    series.play_series,
    measuring.measure,
    measuring.measure_splits,
    measuring.cost,
    ranges_of_runs,
    ranges_of_gains,
    mean_and_ends_of,
    gains_over,
    share_of,
    lean_of,
    sets_below,
    which_do_not_pay,
    beliefs_of,
    outcome_at,
    gains_of,
    explained,
    begin_search,
    weigh,
    propose,
    take,
    how_far,
    shapley_value,
    switches.switch_steps,
    switches.switch_channels,
    gate_outcome,
    gate_duty,
    gate_reasons,
    how_far_apart,
    deciding.side,
    deciding.best_way,
    deciding.lead,
    deciding.count_open,
    deciding.is_misled,
    deciding.how_often,
    judging.band_of,
    judging.first_reaching,
    judging.out_of_order,
    mix_shares,
    fill_trust_table,
    mending.wait_for_trust,
    watching.watch,
    watching.link_up,
    watching.tell,
    laying_out.lay_out,
    network,
)
