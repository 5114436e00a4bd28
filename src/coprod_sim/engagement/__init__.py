"""An engagement is a way of involving people: a point in the space of dials, with its story."""

from coprod_sim.engagement.dials import DIALS, SHARES, Dials
from coprod_sim.engagement.engagement import Engagement, engagement_names, load_engagement

__all__ = ["DIALS", "SHARES", "Dials", "Engagement", "engagement_names", "load_engagement"]
