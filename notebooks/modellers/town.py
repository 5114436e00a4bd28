"""The town on Mesa's own page: people who talk with each other, four curves, and dials to turn.

It needs `pip install 'coprod-sim[mesa-page]'`; start it with `solara run town.py`.
"""

from mesa.visualization import Slider, SolaraViz, make_plot_component, make_space_component
from mesa.visualization.components import AgentPortrayalStyle

from coprod_sim import CivicModel
from coprod_sim.engagement import DIALS

CASE, WAY, CITIZENS = "west_dulwich", "co_production", 150
TURNED = ("influence", "feedback", "openness", "equal_access")
town = CivicModel(CASE, WAY, citizens=CITIZENS)


def drawn(citizen):
    """Draw who would vote for it in blue, who not in red, who took part larger, the less heard as squares."""
    return AgentPortrayalStyle(
        color="tab:blue" if citizen.vote else "tab:red",
        size=60 if citizen.part else 20,
        marker="s" if citizen.less_heard else "o",
    )


dials = {
    name: Slider(DIALS[name].label, getattr(town.engagement, name), 0.0, 1.0, 0.05)
    for name in TURNED
}
page = SolaraViz(
    town,
    components=[
        make_space_component(drawn),
        make_plot_component(["acceptance", "trust", "fairness", "took_part"]),
    ],
    model_params={"case": CASE, "engagement": WAY, "citizens": CITIZENS, **dials},
    name="A town decides",
)
