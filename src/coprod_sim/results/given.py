"""Takes a case and ways of involving people as people give them: by name, by file, or as they are."""

from pathlib import Path

from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.scenarios import Scenario, load_scenario

type Case = Scenario | str | Path
"""A case, its name in the library, or the path of its `.toml` file."""
type Way = Engagement | str | Path
"""A way of involving people, its name in the library, or the path of its `.toml` file."""


def loaded(case: Case, start: Way, goal: Way) -> tuple[Scenario, Engagement, Engagement]:
    """Load a case and two ways.

    Args:
        case: the case.
        start: what the other is compared with.
        goal: the other.

    Returns:
        All three.

    Raises:
        InputError: for names that are not there, with the nearest one, and for what is neither.
    """
    return load_scenario(case), load_engagement(start), load_engagement(goal)
