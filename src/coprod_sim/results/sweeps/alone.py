"""Plays points in a process of their own, so that one that ends its process does no further harm."""

import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence

from coprod_sim.results.experiments.loaded import Loaded
from coprod_sim.results.sweeps.points import Numbered, PointResults, play_points

CHILD = "from coprod_sim.results.sweeps.alone import main; main()"
"""What the child process runs."""


def play_alone(loaded: Loaded, points: Sequence[Numbered], threads: int) -> PointResults:
    """Play points in a child process; if it dies, play each in one of its own and name the guilty.

    Args:
        loaded: the experiment, read in.
        points: the points with their numbers.
        threads: threads of the child.

    Returns:
        What each point gave, or how it ended its process.
    """
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CHILD],
        input=pickle.dumps((loaded, list(points), threads)),
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode == 0:
        return pickle.loads(done.stdout)  # noqa: S301 - written by our own child a moment ago
    if len(points) == 1:
        return PointResults(failed={points[0][0]: _ending(done.returncode)})
    found = PointResults()
    for one in points:
        found.add(play_alone(loaded, [one], threads))
    return found


def _ending(code: int) -> str:
    """Say how a process ended, in words that do not change from one try to the next."""
    if code >= 0:
        return f"it ends its process (exit code {code})"
    return f"it ends its process ({signal.Signals(-code).name})"


def main() -> None:
    """Read an experiment and points, play them, and write what they gave: the child's whole life."""
    loaded, points, threads = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent
    sys.stdout.buffer.write(pickle.dumps(play_points(loaded, points, threads)))
