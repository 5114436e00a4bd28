"""The page as one HTML file without script or network, that prints on one A4 page."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from coprod_sim.briefing.content import Briefing


def html_briefing(briefing: Briefing) -> str:
    """Write the page; everything in it is escaped."""
    found = Environment(
        loader=PackageLoader("coprod_sim.briefing", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    picture = Markup(briefing.picture)  # noqa: S704 - escaped where it was drawn
    return found.get_template("briefing.html.j2").render(b=briefing, picture=picture)
