"""The leader's page: one A4 page for the board, as HTML and as a tagged PDF."""

from coprod_sim.briefing.content import Briefing, briefing_of
from coprod_sim.briefing.extras import Extras
from coprod_sim.briefing.html import html_briefing
from coprod_sim.briefing.pdf import pdf_briefing

__all__ = ["Briefing", "Extras", "briefing_of", "html_briefing", "pdf_briefing"]
