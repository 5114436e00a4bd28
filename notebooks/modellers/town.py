"""The town on Mesa's own page: people who talk with each other, four curves, and dials to turn.

It needs `pip install -e '.[mesa-page]'`; start it with `solara run --production town.py`. What the
page is made of comes from your own computer. Solara itself also tells its makers that it was started,
unless the environment variable SOLARA_TELEMETRY_MIXPANEL_ENABLE is `false`.
"""

import solara
from mesa.visualization import Slider, SolaraViz, make_plot_component, make_space_component
from mesa.visualization.components import AgentPortrayalStyle

from coprod_sim import MEASURES, CivicModel, load_engagement
from coprod_sim.engagement import DIALS

CASE, WAY, CITIZENS = "west_dulwich", "co_production", 150
TURNED = ("influence", "feedback", "openness", "equal_access")
CURVES = {
    "acceptance": "#0072b2",
    "trust": "#e69f00",
    "fairness": "#009e73",
    "took_part": "#000000",
}
FOR, AGAINST = "tab:blue", "tab:red"
NARROW = """@media (max-width: 960px) {
  .vue-grid-layout { height: auto !important; padding-bottom: 4rem; }
  .vue-grid-item { position: static !important; transform: none !important; width: 100% !important;
    height: auto !important; margin-bottom: 1rem; }
  div:has(> .v-content) { display: flex; flex-direction: column; }
  .v-content { order: 1; height: auto !important; width: 100%; }
  .v-sheet:has(> .v-navigation-drawer) { order: 2; height: auto !important; width: 100%; }
  .v-navigation-drawer { position: static !important; transform: none !important;
    width: 100% !important; min-width: 0 !important; max-width: 100vw !important;
    height: auto !important; max-height: none !important;
    visibility: visible !important; }
  .v-navigation-drawer * { max-width: 100%; }
  .v-overlay, .v-app-bar__nav-icon { display: none !important; }
  html { overflow-y: auto !important; }
}"""
"""On a phone Mesa's two pictures would each have half the width, and its panel would cover both; so all three
stand one below the other, the panel last."""


def drawn(citizen):
    """Draw who would vote for it in blue, who not in red, who took part larger, the less heard as squares.

    Before the first decision there is nothing to vote on, and everybody is grey.
    """
    voted = FOR if citizen.vote else AGAINST
    return AgentPortrayalStyle(
        color=voted if citizen.model.decision else "tab:gray",
        size=60 if citizen.part else 20,
        marker="s" if citizen.less_heard else "o",
    )


def explained(axes):
    """Say what colours, sizes and shapes mean."""
    axes.set_title(
        "Blue: would vote for it. Red: against it.\nLarger: took part. Squares: less heard.\n"
        "Grey: nothing is decided yet.",
        fontsize=13,
    )


def by_decision(axes):
    """Number the decisions from 1, name the measures, and put the key where it covers no curve."""
    for line in axes.lines:
        line.set_xdata([step + 1 for step in range(len(line.get_xdata()))])
        line.set(marker="o", label=MEASURES[line.get_label()][0].label)
    axes.relim()
    axes.autoscale()
    axes.set_ylim(0.0, 1.0)
    axes.set_title("After each decision, which is one step", fontsize=13)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.14), ncol=2, fontsize=12)


network = make_space_component(drawn, post_process=explained)


def shown(model):
    """Show the network, on a narrow screen as wide as the screen is."""
    return solara.Column(children=[solara.Style(NARROW), network(model)])


curves = make_plot_component(CURVES, post_process=by_decision)
as_it_is = load_engagement(WAY)
dials = {
    name: Slider(DIALS[name].label, getattr(as_it_is, name), 0.0, 1.0, 0.05) for name in TURNED
}


@solara.component
def Page():  # noqa: N802 - the name that Solara looks for
    """Give every browser page a town of its own, so that nobody steps another's."""
    town = solara.use_memo(lambda: CivicModel(CASE, WAY, citizens=CITIZENS), [])
    SolaraViz(
        town,
        components=[shown, curves],
        model_params={"case": CASE, "engagement": WAY, "citizens": CITIZENS, **dials},
        name="A town decides",
    )
