"""The trainer's page: choose a plan, open the room, lead the session, and leave with the record."""

from coprod_sim.apps.trainer.page import page

__all__ = ["page"]
