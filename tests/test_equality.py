"""The drivers agree to the last bit where something is at its limit, and on random settings."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from coprod_sim.engagement import load_engagement
from coprod_sim.model import arrays
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.model.sums import PLACE
from coprod_sim.population import population_of
from coprod_sim.scenarios import load_scenario
from validation import equality


def played(case: dict[str, Any], way: dict[str, Any], **assumed: float) -> equality.Trial:
    """Make a town of 90 with two decisions and one way, but for what is said."""
    usual = load_scenario("reference").but({"people.citizens": 90, "decisions.count": 2} | case)
    town = usual.model_copy(update={"assumptions": assumed})
    return equality.Trial([town], [load_engagement("co_production").but(way)], 5)


CORNERS = {
    "room for all": played({"decisions.heat": 5.0}, {"seats": 0.0}),
    "scarce seats": played({"decisions.heat": 5.0}, {"seats": 2.0}),
    "more seats than willing": played({}, {"seats": 80.0}),
    "seats for the less-heard that stay empty": played({}, {"buy_in": 1.0}, ready_access=5.0),
    "nobody is willing": played({"decisions.heat": 0.0}, {"buy_in": 0.0}, ready_base=-9.0),
    "everybody is willing": played({}, {"seats": 0.0, "awareness": 1.0}, ready_base=5.0),
    "nobody is asked": played({}, {"asked": False}),
    "nobody is told": played({}, {"awareness": 0.0}),
    "drafts as given": played({"decisions.direction": "as given"}, {}, side_kept=0.0),
    "drafts that change sides": played({}, {}, side_kept=0.0),
    "one decision": played({"decisions.count": 1}, {}),
    "short decisions": played({"decisions.months": 0.5}, {}),
    "long decisions": played({"decisions.months": 60.0}, {}, knowledge_half_life=0.1),
    "towns that differ wildly": played({}, {}, town_trust=1.0, town_heat=1.0, town_body=1.0),
    "a room of one counts": played({}, {"seats": 2.0}, room_floor=0.01, room_half=0.1),
    "nothing lasts": played({}, {}, ideal_kept=0.0, others_weight=1.0, outcome_lived=1.0),
}


@pytest.mark.parametrize("large", [False, True], ids=["side by side", "one by one"])
@pytest.mark.parametrize("corner", CORNERS)
def test_the_drivers_agree_in_every_corner(corner: str, large: bool):
    trial = CORNERS[corner]
    assert list(equality.differences(trial, large=large, split=True, mesa=not large)) == []


def test_corners_are_what_they_are_called():
    came = {name: play_all(t.setting, t.arms, 8)[0] for name, t in CORNERS.items()}
    part = {name: sums[..., PLACE["part"]].sum(axis=-1) for name, sums in came.items()}
    assert not part["nobody is willing"].any()
    assert not part["nobody is asked"].any()
    assert not part["nobody is told"].any()
    assert 0 < part["scarce seats"].mean() < part["room for all"].mean()
    assert part["everybody is willing"].mean() > 60


def test_drivers_agree_on_random_settings():
    found = [said for number in range(40) for said in equality.differences_in(number, 8)]
    assert found == []


def test_the_command_says_how_many_settings_agree(capsys: pytest.CaptureFixture[str]):
    assert equality.main(["--first", "40", "--settings", "2", "--mesa-every", "2"]) == 0
    said = capsys.readouterr().out
    assert said == "2 settings of 3 ways and 3 runs, 1 of them in Mesa too: no differences.\n"


def test_the_command_finds_a_driver_that_reads_a_rule_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    rules = vars(arrays.rules)
    nearly = {"judged": lambda *facts: rules["judged"](*facts) + 1e-12}
    monkeypatch.setattr(arrays, "rules", SimpleNamespace(**(rules | nearly)))
    assert equality.main(["--first", "40", "--settings", "1", "--mesa-every", "40"]) == 1
    said = capsys.readouterr().out
    assert "setting 40: NumPy and the compiled ensemble differ" in said
    assert "setting 40: Mesa and NumPy differ in view" in said


def test_all_ways_meet_the_same_town_and_towns_differ_by_their_luck():
    case = load_scenario("reference")
    setting = setting_of(case, population_of(case), seed=3)
    arms = [arm_of(load_engagement(name)) for name in ("tickbox", "co_production")]
    same = arms[0]._replace(p=arms[0].p._replace(town_trust=0.0))
    first = play_all(setting, [*arms, same], 64)[:, :, 0, :, PLACE["trust_before"]].sum(axis=-1)
    assert np.array_equal(first[0], first[1])
    spread = first.std(axis=1) / setting.population.citizens
    assert 0.035 < spread[0] < 0.055
    assert spread[2] < 0.01
