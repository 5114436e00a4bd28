from coprod_sim.board.notebook_board import explore as explore
from coprod_sim.engagement import Engagement as Engagement
from coprod_sim.engagement import engagement_names as engagement_names
from coprod_sim.engagement import load_engagement as load_engagement
from coprod_sim.errors import InputError as InputError
from coprod_sim.model.civic_model import CivicModel as CivicModel
from coprod_sim.results import MEASURES as MEASURES
from coprod_sim.results import Variant as Variant
from coprod_sim.results import compare as compare
from coprod_sim.results import load as load
from coprod_sim.results import save as save
from coprod_sim.results import verify as verify
from coprod_sim.results.experiments import Axis as Axis
from coprod_sim.results.experiments import Experiment as Experiment
from coprod_sim.results.experiments import load_experiment as load_experiment
from coprod_sim.results.streaming import stream as stream
from coprod_sim.results.sweeps import sweep as sweep
from coprod_sim.scenarios import Scenario as Scenario
from coprod_sim.scenarios import load_scenario as load_scenario
from coprod_sim.scenarios import scenario_names as scenario_names

HOMES: dict[str, str]
__version__: str
