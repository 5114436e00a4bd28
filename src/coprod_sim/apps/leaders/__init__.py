"""The leaders' page in the kit: should we really involve people in this, and how?"""

from coprod_sim.apps.leaders.leaders_page import open_leaders

__all__ = ["open_leaders"]
