"""Which column of a survey holds what: as named, as found, or refused with the columns there are."""

from typing import Any

import pandas as pd
import pytest

from coprod_sim.errors import InputError
from coprod_sim.population.column_mapping import ColumnMapping, build_mapping, load_mapping
from coprod_sim.population.columns import cautions, check_named, find_trust
from coprod_sim.population.csv_rows import SurveyRows


def rows(**columns: list[str]) -> SurveyRows:
    names = {name.replace("_", " "): values for name, values in columns.items()}
    return SurveyRows(pd.DataFrame(names, dtype="str"), ";")


def refusal(act: Any, *arguments: Any) -> str:
    with pytest.raises(InputError) as caught:
        act(*arguments)
    return str(caught.value)


# Named


@pytest.mark.parametrize("key", ["trust", "group", "weight"])
def test_a_column_that_does_not_exist_is_refused_with_the_nearest_and_all(key):
    said = refusal(check_named, rows(opinion=["5"], tenure=["a"]), ColumnMapping(**{key: "opinon"}))
    assert said == (
        f"there is no column 'opinon' for {key}; did you mean 'opinion'? The columns are 'opinion',"
        f" 'tenure'; name one with --{key}."
    )


@pytest.mark.parametrize(
    ("one", "other"), [("trust", "group"), ("trust", "weight"), ("group", "weight")]
)
def test_a_column_has_one_use_only(one, other):
    said = refusal(check_named, rows(a=["5"], b=["1"]), ColumnMapping(**{one: "a", other: "a"}))
    assert said == (
        f"column 'a' is named for both {one} and {other}; name two different columns with --{one} and"
        f" --{other}."
    )


def test_columns_that_exist_and_differ_are_taken_and_those_not_named_are_not_looked_for():
    check_named(rows(a=["5"], b=["1"], c=["1"]), ColumnMapping(trust="a", group="b", weight="c"))
    check_named(rows(a=["5"]), ColumnMapping(weight="a"))


# Found


def test_a_column_that_is_named_is_taken():
    found = find_trust(rows(a=["x"], trust=["5"]), ColumnMapping(trust="a"))
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
    table = SurveyRows(pd.DataFrame({"age": ["4", "5"], name: ["x", "y"]}, dtype="str"), ",")
    assert find_trust(table, ColumnMapping()) == (
        name,
        f"Trust is read from column '{name}', because its name contains '{word}'; --trust names another.",
    )


def test_the_plainest_word_comes_first():
    assert (
        find_trust(rows(trst=["1"], faith=["2"], confidence=["3"], trust=["4"]), ColumnMapping())[0]
        == "trust"
    )
    assert find_trust(rows(faith=["2"], confidence=["3"], trst=["1"]), ColumnMapping())[0] == "trst"
    assert find_trust(rows(faith=["2"], confidence=["3"]), ColumnMapping())[0] == "confidence"


def test_among_telling_names_the_only_one_with_numbers_is_taken():
    found = find_trust(rows(trust_why=["a", "b"], trust=["5", "6"]), ColumnMapping())
    assert found[0] == "trust"


def test_without_a_telling_name_the_only_column_of_numbers_is_taken():
    found = find_trust(rows(street=["High St"], q7=["5"]), ColumnMapping())
    assert found == (
        "q7",
        "Trust is read from column 'q7', because it is the only column of numbers; --trust names another.",
    )


def test_columns_with_another_use_are_not_taken():
    table = rows(trust_group=["1"], trust_weight=["2"], q7=["5"])
    used = ColumnMapping(group="trust group", weight="trust weight")
    assert find_trust(table, used)[0] == "q7"


@pytest.mark.parametrize(
    "name", ["distrust", "Mistrust", "un-trust", "dis_trust", "dis trust", "no trust", "no-trust"]
)
def test_a_column_of_distrust_is_passed_over(name):
    table = SurveyRows(pd.DataFrame({name: ["4"], "q7": ["x"]}, dtype="str"), ",")
    assert "only column of numbers" in find_trust(table, ColumnMapping())[1]


def test_when_more_than_one_could_be_meant_both_are_listed():
    said = refusal(find_trust, rows(trust_a=["1"], trust_b=["2"], age=["x"]), ColumnMapping())
    assert said == (
        "the column of trust is not clear: of the columns 'trust a', 'trust b', more than one ('trust a',"
        " 'trust b') could be meant; name it with --trust."
    )


def test_when_none_is_sure_all_are_listed():
    said = refusal(find_trust, rows(name=["Ann"], street=["x"]), ColumnMapping())
    assert said == (
        "the column of trust is not clear: of the columns 'name', 'street', none is sure to be it; name"
        " it with --trust."
    )


@pytest.mark.parametrize(("texts", "numeric"), [(1, True), (2, False)])
def test_a_column_of_numbers_may_hold_a_fifth_of_text(texts, numeric):
    table = rows(q7=["5"] * 4 + ["x"] * texts, street=["a"] * (4 + texts))
    if numeric:
        assert find_trust(table, ColumnMapping())[0] == "q7"
    else:
        assert "none is sure to be it" in refusal(find_trust, table, ColumnMapping())


def test_a_column_without_answers_is_no_column_of_numbers():
    assert find_trust(rows(empty=["", ""], q7=["5", "3,5"]), ColumnMapping())[0] == "q7"


def test_numbers_in_place_of_names_are_refused():
    said = refusal(find_trust, rows(**{"4": ["1"], "5,5": ["2"]}), ColumnMapping())
    assert said == (
        "the first row holds only numbers ('4', '5,5'), but it must hold the names of the columns; add a"
        " row of names, or name the column of trust with --trust."
    )
    assert find_trust(rows(**{"4": ["x"], "q": ["2"]}), ColumnMapping())[0] == "q"


# Cautions


def test_a_reader_is_told_what_to_check():
    table = rows(distrust=["1"], pspwght=["1"], Weight=["2"])
    assert cautions(table, "distrust", ColumnMapping()) == [
        "Higher answers are read as more trust.",
        "Check this: the name 'distrust' suggests that higher means less trust.",
        "Column 'pspwght' may hold weights; --weight would use it.",
    ]


def test_there_is_nothing_to_check_where_all_is_plain():
    plain = ["Higher answers are read as more trust."]
    weighed = rows(trust=["1"], Weighting=["2"])
    assert cautions(weighed, "trust", ColumnMapping()) == [
        *plain,
        "Column 'Weighting' may hold weights; --weight would use it.",
    ]
    assert cautions(rows(trust=["1"], age=["2"]), "trust", ColumnMapping()) == plain
    assert (
        cautions(rows(trust=["1"], w_weight=["2"]), "trust", ColumnMapping(weight="w weight"))
        == plain
    )
    assert cautions(rows(trust_weight=["1"]), "trust weight", ColumnMapping()) == plain


# The mapping itself


def test_one_value_stands_for_a_list_and_a_number_for_its_text():
    found = build_mapping({"less_heard": "renter", "missing": 99, "trust": " q7 "})
    assert found == ColumnMapping(less_heard=("renter",), missing=("99",), trust="q7")
    assert build_mapping({"less_heard": [1, 2.5]}).less_heard == ("1", "2.5")
    assert build_mapping({"less_heard": (1, "a")}).less_heard == ("1", "a")
    assert build_mapping({"missing": [1, "a"]}).missing == ("1", "a")


def test_codes_in_one_text_are_parted_at_their_commas():
    assert build_mapping({"missing": " 77, 88,,n.b. "}).missing == ("77", "88", "n.b.")
    assert build_mapping({"missing": ""}).missing == ()
    assert ColumnMapping(missing=None).missing is None


@pytest.mark.parametrize("scale", ["1-5", "1 to 5", "1\N{EN DASH}5", " 1 - 5 ", "1to5"])
def test_a_scale_is_known_however_it_is_written(scale):
    assert build_mapping({"scale": scale}).scale == "1-5"
    assert ColumnMapping(scale=None).scale is None


def test_an_unknown_scale_is_refused_with_those_there_are():
    assert refusal(build_mapping, {"scale": "1-6"}) == (
        "options: scale: '1-6' is not a scale; did you mean '1-7'? The scales are '0-10', '1-5', '1-7',"
        " '0-1', '0-100'."
    )
    assert "'x' is not a scale. The scales are" in refusal(build_mapping, {"scale": "x"})


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"tust": "q7"}, "options: tust is not a known setting; did you mean 'trust'?"),
        ({"trust": ""}, "options: trust: string should have at least 1 character, but is ''"),
        ({"name": "x" * 101}, "options: name: string should have at most 100 characters, but is "),
        (
            {"less_heard": [True]},
            "options: less_heard[0]: input should be a valid string, but is True",
        ),
        ({"missing": [False]}, "options: missing[0]: input should be a valid string, but is False"),
    ],
)
def test_a_wrong_option_is_refused_with_its_key(options, said):
    assert refusal(build_mapping, options).startswith(said)


def test_options_left_out_are_left_out_and_nothing_is_assumed():
    found = build_mapping({"trust": None, "missing": None})
    assert found == ColumnMapping()
    assert found.model_dump() == {
        "trust": None, "scale": None, "group": None, "less_heard": (), "weight": None,
        "missing": None, "name": None,
    }  # fmt: skip
    with pytest.raises(ValueError, match="frozen"):
        found.trust = "q7"


def test_a_mapping_file_is_named_in_its_refusal(tmp_path):
    file = tmp_path / "mapping.toml"
    file.write_text('trust = "q7"\n')
    assert load_mapping(file).trust == "q7"
    file.write_text('tust = "q7"\n')
    assert refusal(load_mapping, file).startswith("mapping.toml: tust is not")
