"""A page that keeps a town's luck from play to play shows the same numbers as without, in bounded room."""

from base64 import b64encode
from typing import Any, NamedTuple

import numpy as np
import pytest
from handed_table import table_in
from node_stage import worked_out

from coprod_sim.board.declarations import declarations
from coprod_sim.engagement import load_engagement
from coprod_sim.engine.kept_luck import HEAD, ROOM
from coprod_sim.model.ensemble import NOT_KEPT
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.model.sums import SUMS
from coprod_sim.population import population_of
from coprod_sim.scenarios import load_scenario
from coprod_sim.site.learners import SHARED, learner_files
from coprod_sim.wasm import machine
from coprod_sim.wasm.made_from import MODULE

LANES = 8
PLAYED = """(async () => {
  const module = await m.Module.from(Buffer.from(given.wasm, "base64"));
  const room = module.unused(given.room);
  const memory = () => module.offered.memory.buffer.byteLength;
  const before = memory();
  const found = given.plays.map(({ town, trusts, way, first, size, spoil }) => module.within(() => {
    if (spoil) module.view(room).fill(0, spoil[0], spoil[1]);
    const sums = module.row(size);
    module.call("play", module.put(town), module.put(trusts), module.put(way), first, room, sums);
    return [...module.view(sums)];
  }));
  return { found, grown: memory() - before, head: [...module.view(room).subarray(0, 4)] };
})()"""
"""Plays one after the other in one module with one room, as a page does."""


class Play(NamedTuple):
    """One play of a page: the town, where a dial stands, and which batch of runs."""

    citizens: int = 60
    decisions: int = 3
    seed: int = 7
    influence: float = 0.5
    batch: int = 0
    case: str = "west_dulwich"
    draft: float = 1.2
    contacts: int = 4

    def given(self) -> tuple[Any, ...]:
        """Give what the module is given: town, first trust, the way, the first run."""
        case = load_scenario(self.case).but(
            {
                "people.citizens": self.citizens,
                "people.contacts": self.contacts,
                "decisions.count": self.decisions,
                "decisions.draft": self.draft,
            }
        )
        way = load_engagement("co_production").but({"influence": self.influence})
        people, arm = population_of(case), arm_of(way, case.rules)
        town = np.array(setting_of(case, people, self.seed).case_row(), dtype=np.float64)
        trusts = np.stack([people.trust_less_heard, people.trust_well_connected])
        return town, trusts, np.array(arm.numbers()), float(self.batch * LANES)

    def without(self) -> list[float]:
        """Play it with nothing kept."""
        out = np.zeros(self.decisions * 2 * len(SUMS) * LANES)
        machine().call("play", *self.given(), NOT_KEPT, out=out)
        return out.tolist()

    def takes(self) -> int:
        """Count the numbers in which the luck of one batch is kept."""
        return 1 + (1 + 3 * self.decisions) * 2 * self.citizens * LANES


def in_one_module(
    plays: list[Play], room: int, spoil: dict[int, tuple[int, int]] | None = None
) -> dict[str, Any]:
    """Play one after the other as a page does; before some, a part of the room is overwritten with 0."""
    asked = []
    for k, play in enumerate(plays):
        town, trusts, way, first = play.given()
        size = play.decisions * 2 * len(SUMS) * LANES
        asked.append(
            {
                "town": town.tolist(),
                "trusts": trusts.ravel().tolist(),
                "way": way.tolist(),
                "first": first,
                "size": size,
                "spoil": (spoil or {}).get(k),
            }
        )
    wasm = b64encode(MODULE.read_bytes()).decode()
    return worked_out("engine/module.ts", PLAYED, {"wasm": wasm, "room": room, "plays": asked})


def any_plays(count: int) -> list[Play]:
    """Turn dials, change the case and come back, as people do, and more wildly."""
    luck = np.random.default_rng(5)
    pick = lambda *values: values[luck.integers(len(values))]  # noqa: E731
    return [
        Play(
            citizens=pick(60, 60, 60, 61, 90, 150),
            decisions=pick(3, 3, 3, 2),
            seed=pick(7, 7, 7, 0, 2**32 + 7, 2**40),
            influence=float(luck.random()),
            batch=pick(0, 0, 1, 2, 3),
            case=pick("west_dulwich", "west_dulwich", "reference", "wales_20mph"),
            draft=pick(1.2, 1.2, -0.4),
            contacts=pick(4, 4, 2),
        )
        for _ in range(count)
    ]


TAKEN = Play().takes()


@pytest.mark.parametrize(
    "room",
    [0, 3, HEAD + TAKEN - 1, HEAD + TAKEN, HEAD + 3 * TAKEN + 5, 2**19],
    ids=["none", "less than a head", "just too short", "one batch", "three, with evictions", "all"],
)
def test_a_dial_that_is_turned_gives_the_same_bits_whatever_is_kept(room: int):
    plays = any_plays(40)
    found = in_one_module(plays, room)["found"]
    assert [play for play, sums in zip(plays, found, strict=True) if sums != play.without()] == []


def test_luck_that_is_kept_is_found_again_and_not_drawn():
    play, words = Play(), (HEAD + 1, HEAD + TAKEN)
    first, spoilt = in_one_module([play, play], HEAD + TAKEN, {1: words})["found"]
    assert first == play.without()
    assert spoilt != first, "the second play must have read the words that were overwritten"


def test_another_town_finds_nothing_of_the_luck_of_the_last_one():
    before, play = Play(seed=8), Play()
    words = (HEAD + 1, HEAD + TAKEN)
    _, found = in_one_module([before, play], HEAD + TAKEN, {1: words})["found"]
    assert found == play.without(), "it must have drawn its own luck over what was overwritten"


def test_what_is_kept_stays_within_its_room_however_many_towns_are_looked_at():
    once = in_one_module([Play(citizens=150, batch=k) for k in range(4)], 2**19)
    often = in_one_module([Play(citizens=150, batch=k % 4, seed=k // 4) for k in range(40)], 2**19)
    assert often["grown"] == once["grown"], "memory grows with the room, not with the towns"
    assert often["head"] == [9.0, 0.0, 150.0, 3.0]


def test_a_town_that_does_not_fit_leaves_what_is_kept_alone():
    small, large = Play(), Play(citizens=2_000)
    found = in_one_module([small, large, small], HEAD + TAKEN)
    assert found["head"] == [7.0, 0.0, 60.0, 3.0]
    assert found["found"][1] == large.without()


def test_a_page_lends_room_for_100_runs_of_a_town_of_the_library_and_no_more():
    lent = declarations([load_scenario("west_dulwich")])["size"]["luck"]
    each = Play(citizens=1_000, decisions=6).takes()
    assert lent * 8 == ROOM <= 2**25
    assert (lent - HEAD) // each * LANES >= 100


def test_pages_of_lessons_lend_the_same_room_as_the_board():
    lent = declarations([load_scenario("west_dulwich")])["size"]["luck"]
    assert table_in(learner_files("en")[SHARED])["size"]["luck"] == lent
