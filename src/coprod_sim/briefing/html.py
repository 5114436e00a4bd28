"""The page as one HTML file without script or network, that prints on one A4 page."""

from markupsafe import Markup

from coprod_sim.briefing.content import Briefing
from coprod_sim.report.pages import environment


def html_briefing(briefing: Briefing) -> str:
    """Write the page; everything in it is escaped."""
    found = environment("coprod_sim.briefing")
    picture = Markup(briefing.picture)  # noqa: S704 - escaped where it was drawn
    return found.get_template("briefing.html.j2").render(b=briefing, picture=picture)
