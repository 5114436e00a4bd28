"""Predictions are written down before results are read, kept as they were, and judged by fixed rules."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from coprod_sim.assumptions import REFERENCE
from coprod_sim.results import model_hash
from validation.documents import block, rewritten
from validation.findings.assumption_sources import named_by, sources_markdown, unlisted
from validation.predictions import plays, register, verdicts
from validation.predictions.page import predictions_markdown
from validation.predictions.study import Study, studies

PAGE = Path(__file__).resolve().parents[1] / "docs" / "evidence.md"
BY_ID = {study.id: study for study in studies()}


def town(**arrays: list[float] | list[bool]) -> list[SimpleNamespace]:
    return [SimpleNamespace(**{name: np.array(values)[:, None] for name, values in arrays.items()})]


def test_every_study_has_one_prediction_and_one_line_on_what_was_found():
    assert list(register.registered()["id"]) == list(BY_ID)
    assert list(verdicts.effects()["id"]) == list(BY_ID)


def test_the_page_shows_what_is_stored():
    text = PAGE.read_text(encoding="utf-8")
    assert block(text, "predictions") == predictions_markdown(), (
        "run: python -m validation predictions"
    )
    assert block(text, "sources") == sources_markdown(), "run: python -m validation findings"


def test_every_paper_that_an_assumption_names_is_on_the_page_and_no_other():
    assert unlisted() == {}
    assert [paper for paper, users in named_by().items() if not users] == []


def test_a_prediction_once_written_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(register, "FILE", tmp_path / "registered.csv")
    first = studies()[0]
    old = dict.fromkeys(register.COLUMNS, 1) | {"id": first.id, "value": 123.0}
    pd.DataFrame([old]).to_csv(register.FILE, index=False)
    asked = []

    def made(study: Study) -> dict[str, object]:
        asked.append(study.id)
        return dict.fromkeys(register.COLUMNS, 2) | {"id": study.id}

    monkeypatch.setattr(register, "prediction", made)
    register.register()
    assert asked == list(BY_ID)[1:]
    assert register.registered().loc[0, "value"] == 123.0


def test_the_hash_beside_a_prediction_changes_with_a_plausible_range(
    monkeypatch: pytest.MonkeyPatch,
):
    before = model_hash.assumptions_hash.__wrapped__()
    wider = replace(model_hash.DECLARED["hopes_raised"], most=0.6)
    monkeypatch.setitem(model_hash.DECLARED, "hopes_raised", wider)
    assert model_hash.assumptions_hash.__wrapped__() != before


@pytest.mark.parametrize("id_", ["hock2013", "french2009", "liu2020", "strebel2019"])
def test_a_study_is_played_the_same_way_twice(id_: str):
    once, again = (plays.predicted(BY_ID[id_], REFERENCE, 8, 5) for _ in range(2))
    assert np.isfinite(once)
    assert once == again


def test_statistics_read_what_they_say():
    study = BY_ID["liu2020"]
    one = town(
        part=[True, True, False], fairness=[0.6, 0.8, 0.1], view=[-1, 1, -1], ready=[0.3, 0.1, 0.5]
    )
    other = town(part=[True, False, False], fairness=[0.4, 0.6, 0.9])
    assert plays.effect(study, one, other) == pytest.approx(2.0)  # 0.2 apart, spread 0.1
    assert plays.points(study, one, other) == pytest.approx(20.0)
    assert plays.coming_ratio(study, one, other) == pytest.approx(2.0)
    assert plays.opposed_over_supporting(study, one) == pytest.approx(4.0)
    assert plays.opposed_in_room(study, one) == pytest.approx(100 * (1 / 2 - 2 / 3))
    half_come_again = one + town(part=[True, False, False])
    assert plays.repeat_ratio(study, one + one, half_come_again) == pytest.approx(2.0)


def test_a_ratio_has_no_effect_at_one_and_a_difference_at_nought():
    assert BY_ID["hock2013"].no_effect == BY_ID["strebel2019"].no_effect == 1.0
    assert BY_ID["liu2020"].no_effect == BY_ID["minozzi2015"].no_effect == 0.0


@pytest.mark.parametrize(
    ("above", "direction", "verdict"),
    [
        (0.8, "up", "right"),
        (0.8, "down", "wrong"),
        (0.2, "down", "right"),
        (0.5, "up", "open"),
        (0.9, "none", "right"),
    ],
)
def test_a_sign_counts_where_eight_in_ten_sets_agree(above: float, direction: str, verdict: str):
    row = {"read": "abstract", "direction": direction, "above": above, "low": -1.0, "high": 2.0}
    assert verdicts._sign(row | {"no_effect": 0.0}) == verdict


def test_no_effect_found_is_a_miss_where_the_range_excludes_it():
    row = {"read": "abstract", "direction": "none", "above": 1.0, "low": 0.1, "high": 2.0}
    assert verdicts._sign(row | {"no_effect": 0.0}) == "wrong"


@pytest.mark.parametrize(
    ("effect", "interval", "verdict"),
    [(1.5, (0.0, 9.0), "yes"), (3.0, (1.9, 4.0), "touches"), (3.0, (2.5, 4.0), "no"),
     (3.0, (np.nan, np.nan), "no"), (np.nan, (np.nan, np.nan), "-")],
)  # fmt: skip
def test_a_size_is_inside_touches_or_misses(
    effect: float, interval: tuple[float, float], verdict: str
):
    low, high = interval
    row = {"read": "table", "low": 1.0, "high": 2.0, "effect": effect}
    assert verdicts._inside(row | {"found_low": low, "found_high": high}) == verdict


def test_one_block_can_be_written_without_the_others():
    text = "<!-- a:begin -->\nold\n<!-- a:end -->\n<!-- b:begin -->\nold\n<!-- b:end -->"
    new = rewritten(text, {"a": lambda: "new", "b": lambda: "new"}, only={"b"})
    assert (block(new, "a"), block(new, "b")) == ("old", "new")
