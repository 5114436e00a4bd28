"""The leaders' explorer: should we really involve people in this, and how?"""

from coprod_sim.apps.explorer.explorer_page import open_explorer

__all__ = ["open_explorer"]
