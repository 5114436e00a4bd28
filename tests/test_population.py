"""Citizens start with the trust that people really reported, and know whom the model says they know."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_sim.draws import NETWORK, from_table, words
from coprod_sim.population import network, population_of
from coprod_sim.population.network import build_network
from coprod_sim.population.network_loops import NEARBY, part_of, parts
from coprod_sim.population.population import quantiles_of, survey_table, survey_tables
from coprod_sim.scenarios import load_scenario

LUCK = words(3, np.arange(200_000), 0, 0, 3)[0]


@pytest.mark.parametrize(("country", "institution"), [("GB", "parliament"), ("NO", "police")])
def test_first_trust_follows_the_survey_table_answer_by_answer(country, institution):
    shares = survey_table(country, institution)
    trust = from_table(quantiles_of(shares), LUCK)
    found = np.bincount(np.minimum((trust * 11).astype(int), 10), minlength=11) / len(trust)
    np.testing.assert_allclose(found, shares, atol=0.004)


def test_the_survey_holds_28_countries_and_5_institutions_whose_shares_add_up():
    table = survey_tables()
    assert len(table) == 28 * 5
    totals = table[[f"p{k}" for k in range(11)]].sum(axis=1)
    assert totals.between(99.9, 100.1).all()


@given(st.lists(st.floats(0, 1), min_size=11, max_size=11).filter(lambda s: sum(s) > 0.01))
@settings(max_examples=200, deadline=None)
def test_nobody_lands_on_an_answer_that_nobody_gave(shares):
    given_shares = np.array(shares) / sum(shares)
    given_shares[given_shares < 0.002] = 0.0
    trust = from_table(quantiles_of(given_shares / given_shares.sum()), LUCK)
    found = np.bincount(np.clip((trust * 11).astype(int), 0, 10), minlength=11) / len(trust)
    assert found[given_shares == 0.0].sum() < 11 / 1024


def test_the_council_mix_trusts_as_often_as_surveys_of_local_government_say():
    """34 of 100 trusted local government in 2023 (ONS); the mix is set to that."""
    trust = from_table(population_of(load_scenario("west_dulwich")).trust_less_heard, LUCK)
    assert (trust > 6 / 11).mean() == pytest.approx(0.34, abs=0.01)


def test_a_population_of_the_first_version_is_read_and_played_as_it_was():
    file = Path(__file__).parent / "data" / "first_version" / "population.toml"
    case = load_scenario("reference").but({"people.trust": {"source": "file", "file": str(file)}})
    trust = from_table(population_of(case).trust_well_connected, LUCK)
    assert (trust > 9 / 11).mean() == pytest.approx(60 / 150, abs=0.01)


def test_everybody_chooses_four_others_and_links_go_both_ways():
    town = build_network(1000, 300, 4, 0.7, 0, 9)
    assert len(town.links) == 2 * 4 * 1000
    for citizen in (0, 299, 300, 999):
        contacts = town.contacts(citizen)
        assert contacts == sorted(set(contacts))
        assert citizen not in contacts
        assert all(citizen in town.contacts(other) for other in contacts)


def test_contacts_stay_inside_the_group_as_often_as_the_settings_say():
    """70 of 100 choices are kept inside, and of the rest 30 or 70 fall inside by chance."""
    town = build_network(2000, 600, 4, 0.7, 0, 9)
    ends = np.repeat(np.arange(2000), np.diff(town.start.astype(int)))
    inside = ((ends < 600) == (town.links < 600)).mean()
    assert inside == pytest.approx(0.7 + 0.3 * (0.3 * 0.3 + 0.7 * 0.7), abs=0.015)


def test_in_a_large_town_contacts_live_in_the_same_part_and_parts_differ_little_in_size():
    citizens, less_heard = 3 * NEARBY - 999, 20_000
    town = build_network(citizens, less_heard, 4, 0.7, 0, 9)
    of = parts(citizens)
    home = np.full(citizens, -1)
    for part in range(of):
        less, size, well, rest = part_of(part, of, less_heard, citizens)
        home[less : less + size] = home[well : well + rest] = part
    ends = np.repeat(np.arange(citizens), np.diff(town.start.astype(int)))
    assert of == 3
    assert (home[ends] == home[town.links]).all()
    sizes, poorer = np.bincount(home), np.bincount(home[:less_heard])
    assert sizes.max() - sizes.min() <= 8
    np.testing.assert_allclose(poorer / sizes, less_heard / citizens, atol=0.001)
    assert len(town.links) == 2 * 4 * citizens
    last = citizens - 1
    assert all(last in town.contacts(other) for other in town.contacts(last))


def described(citizens: int, less_heard: int, seed: int) -> dict[int, list[int]]:
    """Make network 3 of a seed as docs/odd.md section 7.14 tells it, in plain Python."""
    known: dict[int, list[int]] = {i: [] for i in range(citizens)}
    luck = [words(seed, np.arange(citizens), pair, 3, NETWORK) for pair in range(20)]
    of = -(-citizens // 20_000)
    people = (range(less_heard), range(less_heard, citizens))
    for q in range(of):
        here = []
        for group in people:
            n = len(group)
            end = n if q == of - 1 else n * (q + 1) // of // 4 * 4
            here.append(group[n * q // of // 4 * 4 : end])
        everybody = [*here[0], *here[1]]
        for i in everybody:
            own, chosen, attempt = here[0] if i < less_heard else here[1], 0, 0
            while chosen < 4:
                four = luck[attempt // 2]
                first, second = (int(four[2 * (attempt % 2) + k][i]) for k in range(2))
                among = own if (first + 0.5) * 2.0**-32 < 0.7 else everybody
                other = among[second * len(among) >> 32]
                attempt += 1
                if other != i and other not in known[i]:
                    known[i].append(other)
                    known[other].append(i)
                    chosen += 1
    return known


@pytest.mark.parametrize("citizens", [400, NEARBY + 77])
def test_the_network_is_the_one_that_its_description_gives(citizens):
    town = build_network(citizens, citizens // 3, 4, 0.7, 3, 9)
    known = described(citizens, citizens // 3, 9)
    assert all(town.contacts(i) == sorted(known[i]) for i in range(citizens))


def test_a_town_that_fits_one_part_is_one_part():
    assert [parts(n) for n in (20, NEARBY, NEARBY + 1, 2 * NEARBY)] == [1, 1, 2, 2]


def test_another_number_or_seed_is_another_network_and_the_same_is_the_same():
    first = build_network(300, 90, 4, 0.7, 0, 9)
    network._kept_network.cache_clear()
    again = build_network(300, 90, 4, 0.7, 0, 9)
    assert again is not first
    np.testing.assert_array_equal(first.links, again.links)
    assert not np.array_equal(first.links, build_network(300, 90, 4, 0.7, 1, 9).links)
    assert not np.array_equal(first.links, build_network(300, 90, 4, 0.7, 0, 10).links)


def test_the_last_sixty_four_networks_of_small_towns_are_kept_and_none_of_a_large_one():
    first = build_network(60, 20, 4, 0.7, 0, 9)
    assert build_network(60, 20, 4, 0.7, 0, 9) is first
    for number in range(1, 65):
        build_network(60, 20, 4, 0.7, number, 9)
    assert build_network(60, 20, 4, 0.7, 0, 9) is not first
    large = build_network(20_001, 6_000, 4, 0.7, 0, 9)
    assert build_network(20_001, 6_000, 4, 0.7, 0, 9) is not large
