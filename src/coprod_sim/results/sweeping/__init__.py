"""A sweep plays thousands of points and keeps what is finished, on one computer or on a cluster."""

from coprod_sim.results.sweeping.declaration import Design, Range
from coprod_sim.results.sweeping.job import load_design
from coprod_sim.results.sweeping.progress import silent
from coprod_sim.results.sweeping.running import load_swept, sweep
from coprod_sim.results.sweeping.swept import Swept

__all__ = ["Design", "Range", "Swept", "load_design", "load_swept", "silent", "sweep"]
