"""The Mesa driver: one town in one run, with an object for each citizen, decision by decision.

It gives the same numbers to the last bit as the NumPy driver and the compiled ensemble.
"""

from collections.abc import Iterable
from functools import partial
from inspect import signature
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import mesa
import networkx as nx
import numpy as np
from mesa.discrete_space import Network

from coprod_sim.arithmetic import total
from coprod_sim.display import ShowsItself
from coprod_sim.engagement import Engagement
from coprod_sim.errors import known
from coprod_sim.five_steps import buy_in, expectations, performance
from coprod_sim.model import rules
from coprod_sim.model.buffers import LANES
from coprod_sim.model.citizen import Citizen
from coprod_sim.model.luck import Luck, draw_first_day, draw_luck
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.schedule import SCHEDULE, WORD_OF_MOUTH_ROUNDS
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.model.sums import PLACE, SUMS, group_sums, split_sums
from coprod_sim.model.totals import EVERY_GROUP, GROUPS, totals_of
from coprod_sim.model.town_arguments import (
    case_of,
    engagement_of,
    from_mesa,
    kind_of,
    network_of,
    seed_of,
)
from coprod_sim.population import population_of
from coprod_sim.quantities import whole_number
from coprod_sim.scenarios import Scenario
from coprod_sim.taking import fitting

SUMMED_UP = (
    "acceptance", "vote", "trust", "knowledge", "fairness", "merit", "draft_merit", "informed",
    "trust_before", "view", "aware", "part", "got_it", "expected",
)  # fmt: skip
"""The attributes of citizens that `group_sums` reads."""
MOST_RUNS = 2**31
"""Runs of one seed that can be told apart by their number [runs]."""
FOLLOWED = {
    "trust": "trust", "aware": "aware", "took_part": "part", "acceptance": "acceptance",
    "votes": "vote",
}  # fmt: skip
"""What is recorded of every citizen after every decision: the measure it adds up to, and the attribute."""


class CivicModel(ShowsItself, mesa.Model):
    """A public body and its citizens; one step is one decision.

    Args:
        case: a library name, the path of a `.toml` file, or a `Scenario` of this kit. It is kept as
            `case`; `scenario` is a word of Mesa's.
        engagement: a library name, the path of a `.toml` file, or an `Engagement`.
        run: which run of the ensemble this is, from 0; another run is another town with other luck.
        citizens: how many citizens, instead of the case's number.
        follow: whether the data collector also records every citizen; `citizen` is the number that
            `story` and `people` know, one less than Mesa's `AgentID`.
        citizen_class: what citizens are: `Citizen`, or a kind of it with rules of its own.
        network: who talks with whom, as a networkx graph whose nodes are the citizens by number;
            without it, the network that every driver draws for this run.
        rng: the seed of all luck, a whole number in 64 bits (1); from anything else that seeds NumPy
            one is drawn. Mesa's own `random` and `rng`, for rules of yours, follow from it and from `run`.
        scenario: for Mesa, which hands one over when a page resets the model; its `rng` and whatever
            else it holds are taken for `rng` and dials.
        dials: dials to turn, such as `influence=0.3`.

    In `mesa.batch_run`, ask for other luck as `rng=[1, 2, 3]` or `run=range(8)`; put a `Scenario`, an
    `Engagement` or a network into a list; and set `follow=False` to get one row for each run instead of
    one for each citizen. With several processes, call it from a file, behind `if __name__ ==
    "__main__"`, on Linux too. Agents of other kinds may live in the model; it asks nothing of them.

    Raises:
        InputError: for names that are not there and numbers that cannot be.
    """

    luck: Luck

    def __init__(
        self,
        case: str | Path | Scenario = "west_dulwich",
        engagement: str | Path | Engagement = "tickbox",
        run: int = 0,
        citizens: int | None = None,
        follow: bool = True,
        citizen_class: type[Citizen] = Citizen,
        network: nx.Graph | None = None,
        rng: Any = None,
        scenario: Any = None,
        **dials: float,
    ) -> None:
        follow = fitting(CivicModel.__init__, {"follow": follow})["follow"]
        rng, more = from_mesa(scenario, rng)
        seed = seed_of(rng)
        super().__init__(**({"rng": seed} if scenario is None else {"scenario": scenario}))
        run = whole_number("run", run, 0, MOST_RUNS - 1)
        self._seed_mesas_own(seed, run)
        self.case, self.engagement = (
            case_of(case, citizens),
            engagement_of(engagement, more | dials, signature(CivicModel).parameters),
        )
        self.setting = setting_of(self.case, population_of(self.case), seed)
        self.arm = arm_of(self.engagement, self.case.rules, self.case.campaign)
        self.run_number, self.decision = run, 0
        self.constants = self.setting.constants(self.arm)
        self.towns = self.setting.town_luck(run, 1)
        self._found_town()
        self.sums = np.zeros((2, len(SUMS)))
        self.people = self._settle(kind_of(citizen_class, Citizen))
        self._make_contacts(network)
        followed = {f"citizen_{n}": partial(_told, name=own) for n, own in FOLLOWED.items()}
        followed = {"citizen": partial(_told, name="number")} | followed
        self.datacollector = mesa.DataCollector(
            model_reporters={n: partial(CivicModel.measured, measure=n) for n in MEASURES},
            agent_reporters=followed if follow else None,
        )

    def _in_short(self) -> str:
        """Say which town it is, how far it has come, and how many accept by now."""
        told = (
            f"CivicModel of {self.case.name!r} with {self.engagement.name!r}: {len(self.people)} citizens, "
            f"run {self.run_number}, {self.decision} of {self.case.decisions.count} decisions taken"
        )
        return f"{told}\n  acceptance {self.measured('acceptance'):.3f}" if self.decision else told

    def _seed_mesas_own(self, seed: int, run: int) -> None:
        """Let `random` and `rng`, which no rule here draws from, differ from run to run as all else does."""
        (own,) = np.random.SeedSequence((seed, run)).generate_state(1, np.uint64)
        self.random.seed(int(own))
        self.reset_rng(int(own))

    def _found_town(self) -> None:
        """Make what is particular to this town, and what is known of a decision before there is one."""
        p, (trust, heat, body) = self.arm.p, self.towns.town[:, 0].tolist()
        self.trust_luck, self.heat = trust, rules.heat_here(self.setting.heat, heat, p)
        self.home_responsiveness = rules.first_responsiveness(body, p)
        self.responsiveness = self.home_responsiveness
        self.side = self.draft = self.plan = self.offered = self.realised = 0.0
        self.workmanship = self.captured = self.outside = 0.0

    def _settle(self, kind: type[Citizen]) -> list[Citizen]:
        """Make the citizens: `citizens` holds them as Mesa does, beside agents of other kinds."""
        people = self.setting.population
        numbers = list(range(people.citizens))
        less_heard = [number < people.less_heard for number in numbers]
        surveyed, hope, own = draw_first_day(self.setting, self.run_number)
        trust = [rules.first_trust(s, self.trust_luck, self.arm.p) for s in surveyed]
        self.citizens = kind.create_agents(
            self,
            people.citizens,
            number=numbers,
            less_heard=less_heard,
            trust=trust,
            hope=hope,
            own=own,
        )
        return self.citizens.to_list()

    def _make_contacts(self, network: nx.Graph | None) -> None:
        """Make Mesa's network of cells, one for each citizen, on a circle.

        Neighbours are read from it once and kept in the agents: Mesa's own neighbourhoods are cached
        for the whole class, which would keep every finished model in memory.
        """
        links = self.setting.network(self.run_number // LANES)
        drawn: dict[int, Iterable[int]] = {c.number: links.contacts(c.number) for c in self.people}
        graph = nx.Graph(drawn) if network is None else network_of(network, len(self.people))
        self.space = Network(graph, layout=nx.circular_layout, random=self.random)
        for citizen in self.people:
            citizen.cell = self.space[citizen.number]
            citizen.contacts = sorted(graph[citizen.number])

    def step(self) -> None:
        """Take one decision, in the order of the schedule; after the last one nothing happens."""
        if self.decision == self.setting.decisions:
            return
        self.decision += 1
        per_mention = self.constants.per_mention
        self.luck = draw_luck(self.setting, per_mention, self.run_number, self.decision)
        for event in SCHEDULE:
            getattr(self, event.name)()
        self.datacollector.collect(self)
        self.running = self.decision < self.setting.decisions

    def meet_topic(self) -> None:
        """Event 1: a draft leans to a side, and everybody sees the new topic."""
        luck = float(self.towns.sides[self.decision - 1, 0])
        first = self.decision == 1
        self.side = (
            rules.first_side(luck) if first else rules.next_side(self.side, luck, self.arm.p)
        )
        self.draft = self.setting.draft * self.side
        self.citizens.do("meet_topic")

    def hear_of_it(self) -> None:
        """Event 2: tell some; everybody listens around before anybody passes it on."""
        self.citizens.do("be_told")
        for _ in range(WORD_OF_MOUTH_ROUNDS):
            self.citizens.do("listen_around").do("notice")
        self.citizens.do("read_up")

    def set_expectations(self) -> None:
        """Event 3: say what can still be decided."""
        d, p = self.arm.dials, self.arm.p
        self.offered = expectations.offered_influence(d.influence, self.responsiveness, p)
        self.realised = d.asked * expectations.realised_influence(self.offered, d.expectations, p)
        self.citizens.do("hope")

    def take_part(self) -> None:
        """Event 4: the willing take part; where seats are scarce, those whom the lot gives one."""
        self.citizens.do("consider")
        d, edge = self.arm.dials, self.setting.population.less_heard
        less = float(sum(c.willing for c in self.people[:edge]))
        well = float(sum(c.willing for c in self.people[edge:]))
        of_the_town = self.setting.share_less_heard
        kept = buy_in.seats_for_less_heard(less, well, d.seats, of_the_town, d.buy_in)
        chances = (
            buy_in.seat_chance(kept, less, d.seats),
            buy_in.seat_chance(d.seats - kept, well, d.seats),
        )
        self.citizens.do("sit_down", *chances)

    def work_together(self) -> None:
        """Event 5: participants learn, and the plan moves towards what the room wants."""
        d, p = self.arm.dials, self.arm.p
        self.citizens.do("learn_together")
        room = float(sum(c.part for c in self.people))
        people = max(room, 1.0)
        ideal = self.added_up([c.ideal if c.part else 0.0 for c in self.people]) / people
        knowledge = self.added_up([c.knowledge if c.part else 0.0 for c in self.people]) / people
        error = float(self.towns.errors[self.decision - 1, 0])
        step = performance.room_step(self.realised, room, p)
        wish = performance.room_wish(ideal, error, knowledge, p)
        unlike = self._unlikeness(room)
        self.plan = performance.moved_plan(self.draft, wish, step)
        self.workmanship = performance.workmanship(step, d.performance, d.openness, p)
        self.captured = performance.captured(step, unlike, p)
        self.outside = rules.voice_of_outsiders(d.buy_in, d.openness, room, unlike, p)
        self.citizens.do("weigh_plan")

    def _unlikeness(self, room: float) -> float:
        """Say how far the room differs from the town."""
        edge, opposed = self.setting.population.less_heard, [c.view < 0.0 for c in self.people]
        in_room = sum(c.part and against for c, against in zip(self.people, opposed, strict=True))
        return rules.unlikeness(
            float(sum(c.part for c in self.people[:edge])),
            float(in_room),
            room,
            self.setting.share_less_heard,
            sum(opposed) / len(self.people),
        )

    def give_feedback(self) -> None:
        """Event 6: some are reached by feedback."""
        self.citizens.do("get_feedback")

    def talk(self) -> None:
        """Event 7: everybody listens to their contacts before anybody changes their mind."""
        self.citizens.do("listen").do("make_up_mind")

    def feel_fairness(self) -> None:
        """Event 8: everybody feels treated more or less fairly."""
        self.citizens.do("feel_fairness")

    def accept(self) -> None:
        """Event 9: everybody accepts the decision or not."""
        self.citizens.do("accept")

    def update_trust(self) -> None:
        """Event 10: everybody trusts more or less than before."""
        self.citizens.do("update_trust")

    def update_institution(self) -> None:
        """Event 11: add everything up; the body's trust in the public moves."""
        self.sums = group_sums(self._everybody(), self.setting.population.less_heard)
        gained = self.mean("merit") - self.mean("draft_merit")
        self.responsiveness = rules.learned_responsiveness(
            self.responsiveness,
            self.home_responsiveness,
            gained,
            self.constants.trust_kept,
            self.arm.p,
        )

    def added_up(self, values: list[float]) -> float:
        """Add up the less-heard, then the well-connected, then the two sums."""
        edge = self.setting.population.less_heard
        return float(total(values[:edge]) + total(values[edge:]))

    def mean(self, name: str) -> float:
        """Give one of the `SUMS` of the last decision, divided by the number of citizens.

        Args:
            name: one of `SUMS`.

        Returns:
            The mean over all citizens.

        Raises:
            InputError: for another name, with the nearest one.
        """
        known(name, PLACE, "one of the sums")
        less_heard, well_connected = self.sums[:, PLACE[name]]
        return float((less_heard + well_connected) / len(self.people))

    def measured(self, measure: str, group: str = "all") -> float:
        """Give a measure after the last decision, as a comparison gives it for this run.

        Args:
            measure: one of `MEASURES`.
            group: one of `EVERY_GROUP`; thirds are by trust before anything happened.

        Returns:
            The measure in its own unit; nan where there is nobody to measure it on, or no decision yet.

        Raises:
            InputError: for another measure or group, with the nearest name.
        """
        known(measure, MEASURES, "a measure")
        known(group, EVERY_GROUP, "a group")
        if self.decision == 0:
            return float("nan")
        sums = self.sums if group in GROUPS else self.split_sums()
        totals = totals_of(sums, self.setting.population.group_sizes, self.arm.p.merit_at_best)
        return float(MEASURES[measure][1](totals)[EVERY_GROUP.index(group)])

    def split_sums(self) -> np.ndarray:
        """Add up the last decision over winners and losers, the room, and thirds of first trust."""
        thirds = self.setting.thirds(np.array([self.run_number]))[:, 0]
        return split_sums(self._everybody(), thirds, self.setting.population.less_heard)

    def _everybody(self) -> SimpleNamespace:
        found = {name: np.array([getattr(c, name) for c in self.people]) for name in SUMMED_UP}
        return SimpleNamespace(**found)

    def story(self, number: int) -> str:
        """Tell one citizen's story so far.

        Args:
            number: the citizen, from 0, which is one less than Mesa's `unique_id` and `AgentID`; the
                less-heard have the lowest numbers.

        Returns:
            Two to four sentences.

        Raises:
            InputError: when there is no citizen of that number.
        """
        return self.people[
            whole_number("the number of a citizen", number, 0, len(self.people) - 1)
        ].story()

    @property
    def graph(self) -> nx.Graph:
        """The network as it is now, for drawing: citizens by number, with their trust and group."""
        graph = self.space.G.copy()
        graph.add_nodes_from((c.number, {"trust": c.trust, "group": c.group}) for c in self.people)
        return graph


def _told(agent: mesa.Agent, name: str) -> Any:
    """Give what is recorded of an agent; nothing of one that is no citizen."""
    return getattr(agent, name, None)
