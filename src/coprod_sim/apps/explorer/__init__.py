"""The leaders' explorer: should we really involve people in this, and how?"""

from coprod_sim.apps.explorer.page import page

__all__ = ["page"]
