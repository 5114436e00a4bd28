"""Python's own controls on the leaders' page, each made when somebody gets to its place."""

from collections.abc import Callable

from ipywidgets import Widget

from coprod_sim.apps.survey import SurveyControl
from coprod_sim.board.board_widget import BoardWidget
from coprod_sim.words import words_in


def survey(page: BoardWidget) -> Widget:
    """Build the control that takes a survey; the page puts its people into the view."""
    control = SurveyControl(
        words_in(page.value.language),
        lambda population: page.send({"kind": "survey", "population": population}),
    )
    page.observe(lambda change: control.show(change.new.survey), "value")
    control.show(page.value.survey)
    return control.box


CONTROLS: dict[str, Callable[[BoardWidget], Widget]] = {"survey": survey}
"""The controls by the name of the slot they stand in."""
