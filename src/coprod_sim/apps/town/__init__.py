"""One town to watch: the Mesa model, recorded once and played in the browser."""

from coprod_sim.apps.town.recording import Recording, recording_of
from coprod_sim.apps.town.widget import Town

__all__ = ["Recording", "Town", "recording_of"]
