"""The one frame that every page is made in: its parts, its place for trouble, its work beside the page."""

from coprod_sim.apps.frame.address import query_string
from coprod_sim.apps.frame.background import Loading, in_background, warm_up
from coprod_sim.apps.frame.background_job import BackgroundJob, Progress
from coprod_sim.apps.frame.desk import Desk, PageState
from coprod_sim.apps.frame.page_frame import (
    PagePart,
    desk_for,
    framed,
    loading_of,
    page_of,
    place_for_trouble,
)

__all__ = [
    "BackgroundJob",
    "Desk",
    "Loading",
    "PagePart",
    "PageState",
    "Progress",
    "desk_for",
    "framed",
    "in_background",
    "loading_of",
    "page_of",
    "place_for_trouble",
    "query_string",
    "warm_up",
]
