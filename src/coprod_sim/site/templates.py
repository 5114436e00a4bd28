"""Fills the pages' templates; everything that comes from outside is escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from coprod_sim import __version__
from coprod_sim.words import words_in


@cache
def _templates() -> Environment:
    loader = PackageLoader("coprod_sim.site")
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, language: str, **values: Any) -> str:
    """Fill a template.

    Args:
        template: the name of a file in `templates/`.
        language: the language of the page; the template says `t(key)` for a message.
        values: what else it needs.

    Returns:
        The whole page.
    """
    given = {"t": words_in(language), "lang": language, "version": __version__} | values
    return _templates().get_template(template).render(given)
