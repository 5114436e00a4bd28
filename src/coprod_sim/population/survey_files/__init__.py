"""Survey files as people have them, opened as one kind of table."""

from coprod_sim.population.survey_files.header_rows import (
    FirstPersonNeededError,
    NamesNotFoundError,
)
from coprod_sim.population.survey_files.opening import (
    LARGEST_FILE,
    SUFFIXES,
    open_survey,
    survey_table,
)
from coprod_sim.population.survey_files.survey_table import SurveyTable, Tell, tell_nobody
from coprod_sim.population.survey_files.workbooks import SheetNeededError

__all__ = [
    "LARGEST_FILE",
    "SUFFIXES",
    "FirstPersonNeededError",
    "NamesNotFoundError",
    "SheetNeededError",
    "SurveyTable",
    "Tell",
    "open_survey",
    "survey_table",
    "tell_nobody",
]
