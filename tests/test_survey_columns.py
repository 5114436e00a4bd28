"""Which column of a survey holds what: as named, as found, or refused with the columns there are."""

from typing import Any

import pandas as pd
import pytest

from coprod_sim.errors import InputError
from coprod_sim.population.columns import cautions, check_named, find_trust, perhaps_weights
from coprod_sim.population.reading import Reading, build_reading, load_reading
from coprod_sim.population.survey import SurveyTable


def rows(**columns: list[str]) -> SurveyTable:
    names = {name.replace("_", " "): values for name, values in columns.items()}
    return SurveyTable(pd.DataFrame(names, dtype="str"))


def refusal(act: Any, *arguments: Any) -> str:
    with pytest.raises(InputError) as caught:
        act(*arguments)
    return str(caught.value)


# Named


@pytest.mark.parametrize("key", ["trust", "group", "weight"])
def test_a_column_that_does_not_exist_is_refused_with_the_nearest_and_all(key):
    said = refusal(check_named, rows(opinion=["5"], tenure=["a"]), Reading(**{key: "opinon"}))
    assert said == (
        f"there is no column 'opinon' for {key}; did you mean 'opinion'? The columns are 'opinion',"
        " 'tenure'."
    )


@pytest.mark.parametrize(
    ("one", "other"), [("trust", "group"), ("trust", "weight"), ("group", "weight")]
)
def test_a_column_has_one_use_only(one, other):
    said = refusal(check_named, rows(a=["5"], b=["1"]), Reading(**{one: "a", other: "a"}))
    assert said == (f"column 'a' is named for both {one} and {other}; name two different columns.")


def test_columns_that_exist_and_differ_are_taken_and_those_not_named_are_not_looked_for():
    check_named(rows(a=["5"], b=["1"], c=["1"]), Reading(trust="a", group="b", weight="c"))
    check_named(rows(a=["5"]), Reading(weight="a"))


# Found


def test_a_column_that_is_named_is_taken():
    found = find_trust(rows(a=["x"], trust=["5"]), Reading(trust="a"))
    assert found == ("a", "Trust is read from column 'a', as named.")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("my Trust", "trust"),
        ("trstprl", "trst"),
        ("CONFIDENCE", "confiden"),
        ("faith in it", "faith"),
    ],
)
def test_a_telling_name_is_found_and_the_reason_said(name, word):
    table = SurveyTable(pd.DataFrame({"age": ["4", "5"], name: ["x", "y"]}, dtype="str"))
    assert find_trust(table, Reading()) == (
        name,
        f"Trust is read from column '{name}', the only one that speaks of '{word}'.",
    )


def test_the_plainest_word_comes_first():
    assert (
        find_trust(rows(trst=["1"], faith=["2"], confidence=["3"], trust=["4"]), Reading())[0]
        == "trust"
    )
    assert find_trust(rows(faith=["2"], confidence=["3"], trst=["1"]), Reading())[0] == "trst"
    assert find_trust(rows(faith=["2"], confidence=["3"]), Reading())[0] == "confidence"


def test_a_question_speaks_as_well_as_a_name():
    table = SurveyTable(
        pd.DataFrame({"Q1": ["4"], "Q2": ["5"]}, dtype="str"),
        questions={
            "Q1": "How far do you trust us? 0 = no trust, 10 = complete trust",
            "Q2": "Your age",
        },
    )
    assert find_trust(table, Reading())[0] == "Q1"


def test_columns_with_another_use_are_not_taken():
    table = rows(trust_group=["1"], trust_weight=["2"], my_trust=["5"])
    used = Reading(group="trust group", weight="trust weight")
    assert find_trust(table, used)[0] == "my trust"


@pytest.mark.parametrize(
    "name", ["distrust", "Mistrust", "un-trust", "dis_trust", "dis trust", "no trust", "no-trust"]
)
def test_a_column_of_distrust_is_passed_over(name):
    table = SurveyTable(pd.DataFrame({name: ["4"], "faith": ["x"]}, dtype="str"))
    assert find_trust(table, Reading())[0] == "faith"


def test_when_more_than_one_could_be_meant_both_are_listed():
    said = refusal(find_trust, rows(trust_a=["1"], trust_b=["2"], age=["x"]), Reading())
    assert said == (
        "it is not clear which column holds the answers on trust: 'trust a', 'trust b' could be meant; say"
        " which."
    )


def test_when_none_is_sure_all_are_listed():
    said = refusal(find_trust, rows(name=["Ann"], street=["x"]), Reading())
    assert said == (
        "it is not clear which column holds the answers on trust: none of the columns 'name', 'street' is"
        " sure to be it; say which."
    )


def test_a_column_of_numbers_that_nobody_named_is_not_taken_for_trust():
    said = refusal(find_trust, rows(street=["High St"], q7=["5"]), Reading())
    assert "none of the columns 'street', 'q7' is sure to be it" in said


# Cautions


def test_a_reader_is_told_what_to_check():
    table = rows(distrust=["1"], pspwght=["1"], Weight=["2"])
    assert cautions(table, "distrust", Reading()) == [
        "Check this: the question 'distrust' may ask for the opposite of trust, or for something else.",
    ]


def test_there_is_nothing_to_check_where_all_is_plain():
    assert cautions(rows(trust=["1"], age=["2"]), "trust", Reading()) == []
    assert cautions(rows(trust=["1"], w_weight=["2"]), "trust", Reading(weight="w weight")) == []
    assert cautions(rows(trust_weight=["1"]), "trust weight", Reading()) == []
    assert cautions(rows(distrust=["1"]), "distrust", Reading(reversed=True)) == []


def test_columns_that_may_hold_weights_are_known_by_their_names():
    table = rows(w=["1"], WT=["1"], Gewicht=["1"], pspwght=["1"], wife=["1"], trust=["1"])
    assert perhaps_weights(table) == ["w", "WT", "Gewicht", "pspwght"]


# The reading itself


def test_one_value_stands_for_a_list_and_a_number_for_its_text():
    found = build_reading({"less_heard": "renter", "missing": 99, "trust": " q7 "})
    assert found == Reading(less_heard=("renter",), missing=("99",), trust="q7")
    assert build_reading({"less_heard": [1, 2.5]}).less_heard == ("1", "2.5")
    assert build_reading({"less_heard": (1, "a")}).less_heard == ("1", "a")
    assert build_reading({"missing": [1, "a"]}).missing == ("1", "a")


def test_codes_in_one_text_are_parted_at_their_commas():
    assert build_reading({"missing": " 77, 88,,n.b. "}).missing == ("77", "88", "n.b.")
    assert build_reading({"missing": ""}).missing == ()
    assert Reading().missing == ()


@pytest.mark.parametrize("scale", ["1-4", "1 to 4", " 1 - 4 "])
def test_a_scale_is_kept_as_people_write_it(scale):
    assert build_reading({"scale": scale}).scale == "1-4"
    assert Reading(scale=None).answer_scale is None


def test_words_are_kept_from_least_to_most():
    for given in ("not at all < a lot", ["not at all", "a lot"]):
        found = build_reading({"scale": given})
        assert found.scale == ("not at all", "a lot")
        assert found.answer_scale is not None
        assert found.answer_scale.high == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"tust": "q7"}, "options: tust is not a known setting; did you mean 'trust'?"),
        ({"trust": ""}, "options: trust: string should have at least 1 character, but is ''"),
        ({"name": "x" * 101}, "options: name: string should have at most 100 characters, but is "),
        (
            {"less_heard": [True]},
            "options: less_heard[0] must be a text, but is True",
        ),
        ({"missing": [False]}, "options: missing[0] must be a text, but is False"),
    ],
)
def test_a_wrong_option_is_refused_with_its_key(options, said):
    assert refusal(build_reading, options).startswith(said)


def test_options_left_out_are_left_out_and_nothing_is_assumed():
    found = build_reading({"trust": None, "missing": None})
    assert found == Reading()
    assert found.model_dump() == {
        "sheet": None, "names_row": None, "first_row": None, "encoding": None, "trust": None, "scale": None,
        "reversed": None, "missing": (), "group": None, "less_heard": (), "weight": None, "name": None,
        "unfinished": None, "unweighted": None, "previews": None,
    }  # fmt: skip
    with pytest.raises(ValueError, match="stays as it is"):
        found.trust = "q7"


def test_a_scale_is_two_whole_numbers_too():
    assert Reading(scale=(0, 10)) == Reading(scale="0-10")
    assert Reading(scale=("low", "high")).answer_scale.words == ("low", "high")


def test_the_file_of_a_reading_is_named_in_its_refusal(tmp_path):
    file = tmp_path / "mapping.toml"
    file.write_text('trust = "q7"\n')
    assert load_reading(file).trust == "q7"
    file.write_text('tust = "q7"\n')
    assert refusal(load_reading, file).startswith("mapping.toml: tust is not")
