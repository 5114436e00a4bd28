"""The few controls every page is made of, as native HTML: forms, the shell around them, places for HTML."""

from coprod_sim.apps.controls.form import Field, Form, Group, Option
from coprod_sim.apps.controls.html_widget import show
from coprod_sim.apps.controls.shell import Shell
from coprod_sim.apps.controls.showing import Showing, page_loop

__all__ = [
    "Field",
    "Form",
    "Group",
    "Option",
    "Shell",
    "Showing",
    "page_loop",
    "show",
]
