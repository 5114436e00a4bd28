"""The trainer's page: choose a plan, open the room, lead the session, and leave with the record."""

from coprod_sim.apps.trainer.trainer_page import open_trainer

__all__ = ["open_trainer"]
