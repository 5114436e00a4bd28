"""The import of a survey: a control of its own that any page can hold."""

from coprod_sim.apps.survey.survey_control import SurveyControl

__all__ = ["SurveyControl"]
