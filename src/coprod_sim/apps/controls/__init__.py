"""The few controls every page is made of, as native HTML: forms, the shell around them, figures."""

from coprod_sim.apps.controls.form import Field, Form, Group, Option
from coprod_sim.apps.controls.shell import Shell
from coprod_sim.apps.controls.show import figure, paragraphs, show

__all__ = ["Field", "Form", "Group", "Option", "Shell", "figure", "paragraphs", "show"]
