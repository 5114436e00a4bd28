"""For any survey whatever: shares that sum to 1, in any order of the people, or a refusal in one line."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from survey_stage import PLAIN, one_line, survey

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import AnswerScale, trust_table
from coprod_sim.population.survey import (
    SurveyPopulation,
    load_population,
    load_reading,
    write_population,
)

TRIES = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FEWER = settings(TRIES, max_examples=50)

ANSWERS = st.lists(
    st.one_of(
        st.integers(0, 10).map(str),
        st.floats(0, 10).map(repr),
        st.sampled_from(["", "77", "99", "-1", "NA", "55"]),
    ),
    min_size=1,
    max_size=40,
)
PEOPLE = st.lists(
    st.tuples(st.integers(0, 10), st.sampled_from(["a", "b", ""]), st.floats(0, 1e6)),
    min_size=10,
    max_size=40,
)
CELLS = st.one_of(
    st.sampled_from(["trust", "1", "5", "77", "NA", "", "0.5", "-1", "1e999", '"', "a,b", "\n"]),
    st.text(max_size=6),
)


def outcome(folder: Path, data: bytes, **options: object) -> SurveyPopulation | None:
    """Read a survey of any bytes: either shares that sum to 1, or a refusal in one line."""
    try:
        read = survey(folder, data, **options)
    except InputError as problem:
        return one_line(str(problem))
    for table in (read.table, read.less_heard, read.well_connected):
        assert table is None or sum(table) == pytest.approx(1, abs=1e-9)
    assert 0 < read.n_used <= read.n_read
    return read


@TRIES
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path, data):
    outcome(tmp_path, data)
    outcome(tmp_path, b"trust\n" + data)


@TRIES
@given(data=st.binary(max_size=300))
def test_any_bytes_as_mapping_or_population_are_read_or_refused(tmp_path, data):
    file = tmp_path / "file.toml"
    file.write_bytes(data)
    for load in (load_reading, load_population):
        try:
            load(file)
        except InputError:
            continue


@TRIES
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=12),
    separator=st.sampled_from([",", ";", "\t", "|"]),
    scale=st.sampled_from([None, "0-10", "1-4", "0-100", "a < b", "-3-3"]),
)
def test_any_csv_text_is_read_or_refused(tmp_path, rows, separator, scale):
    lines = ["trust,g,w".replace(",", separator), *(separator.join(row) for row in rows)]
    data = "\n".join(lines).encode("utf-8", "replace")
    outcome(tmp_path, data, scale=scale, reversed=True, missing=["77", "NA"])
    outcome(
        tmp_path, data, scale=scale, reversed=False, group="g", less_heard=["1", "a"], weight="w"
    )


@TRIES
@given(answers=ANSWERS)
def test_shares_sum_to_1_on_a_scale_that_is_told_and_turning_it_round_turns_them_round(
    tmp_path, answers
):
    data = ("id,trust\n" + "".join(f"1,{a}\n" for a in answers)).encode()
    told = {"scale": "0-10", "missing": ["77", "99", "-1", "55"]}
    up, down = (outcome(tmp_path, data, reversed=turned, **told) for turned in (False, True))
    assert (up is None) == (down is None)
    if up is not None and down is not None and all("." not in a for a in answers):
        assert up.table == pytest.approx(down.table[::-1])


@TRIES
@given(answers=st.lists(st.integers(0, 10), min_size=1, max_size=200))
def test_0_to_10_maps_exactly_onto_itself(answers):
    values = np.array(answers, dtype=np.float64)
    table = trust_table(values, np.ones(len(values)), AnswerScale(0, 10))
    assert table == tuple(answers.count(step) / len(answers) for step in range(11))


@FEWER
@given(people=PEOPLE, scale=st.sampled_from(["0-10", "0-100"]))
def test_weights_of_1_change_nothing(tmp_path, people, scale):
    text = "trust,w\n" + "".join(f"{trust},1\n" for trust, _, _ in people)
    plain = survey(tmp_path, text, scale=scale, reversed=False)
    weighted = survey(tmp_path, text, scale=scale, reversed=False, weight="w")
    assert plain.table == weighted.table


def _street(people: list[tuple[int, str, float]]) -> bytes:
    return ("trust,g,w\n" + "".join(f"{t},{g},{w!r}\n" for t, g, w in people)).encode()


def _all_are_people(read: SurveyPopulation | None) -> bool:
    """Tell whether no row was taken for a total, which depends on what stands above it."""
    return read is None or not any("the sum of others" in note for note in read.notes)


def _same(one: SurveyPopulation | None, other: SurveyPopulation | None) -> bool:
    if one is None or other is None:
        return one is other
    pairs = [(one.table, other.table), (one.less_heard, other.less_heard)]
    assert one.share_less_heard == pytest.approx(other.share_less_heard)
    return all(a is b or a == pytest.approx(b, abs=1e-9) for a, b in pairs)


@FEWER
@given(people=PEOPLE, data=st.data())
def test_the_order_of_people_does_not_matter(tmp_path, people, data):
    options = {**PLAIN, "group": "g", "less_heard": ["a"], "weight": "w"}
    shuffled = data.draw(st.permutations(people))
    one, other = (outcome(tmp_path, _street(p), **options) for p in (people, shuffled))
    assume(_all_are_people(one) and _all_are_people(other))
    assert _same(one, other)
    assert one is None or other is None or one.notes == other.notes


@FEWER
@given(people=PEOPLE)
def test_asking_everybody_twice_changes_nothing(tmp_path, people):
    options = {**PLAIN, "group": "g", "less_heard": ["a"], "weight": "w"}
    once, twice = (outcome(tmp_path, _street(p), **options) for p in (people * 10, people * 20))
    assume(_all_are_people(once))
    assert _same(once, twice)


def test_a_heavy_person_is_no_total_because_another_weighs_the_same(tmp_path):
    people = [(0, "a", 999.0), (0, "a", 1.0), (0, "b", 1.0)] * 10
    read = outcome(tmp_path, _street(people), **PLAIN, group="g", less_heard=["a"], weight="w")
    assert read is not None
    assert read.n_used == 30


@FEWER
@given(
    shares=st.lists(st.floats(0, 1), min_size=11, max_size=11).filter(lambda s: sum(s) > 1e-3),
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100),
    notes=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3),
)
def test_any_population_survives_being_saved(tmp_path, shares, name, notes):
    table = tuple(share / sum(shares) for share in shares)
    made = SurveyPopulation(name=name, table=table, n_read=20, n_used=10, notes=tuple(notes))
    write_population(made, tmp_path / "population.toml")
    assert load_population(tmp_path / "population.toml") == made
