"""My own case: the worksheet on which learners take the five steps with a real project of theirs."""

from coprod_sim.apps.own_case.worksheet_page import open_worksheet

__all__ = ["open_worksheet"]
