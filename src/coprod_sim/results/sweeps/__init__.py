"""A sweep plays thousands of points and keeps what is finished, on one computer or on a cluster."""

from coprod_sim.results.sweeps.progress import silent
from coprod_sim.results.sweeps.result import SweepResult
from coprod_sim.results.sweeps.running import load_sweep, sweep

__all__ = ["SweepResult", "load_sweep", "silent", "sweep"]
