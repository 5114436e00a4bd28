"""My own case: the worksheet on which learners take the five steps with a real project of theirs."""

from coprod_sim.apps.own_case.page import worksheet

__all__ = ["worksheet"]
