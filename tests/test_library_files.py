"""A file is read into a checked value, or its faults are said in sentences; a value is written back."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import Field, model_validator

from coprod_sim.errors import InputError
from coprod_sim.library_files import (
    FileValue,
    as_toml,
    check,
    find,
    library_names,
    load,
    parse_toml,
    read_toml,
)
from coprod_sim.quantities import Quantity

DEPTH = Quantity(label="Depth", low=0.5, high=20)
COUNT = Quantity(label="Count", low=1, high=8, whole=True)


class Leaf(FileValue):
    kind: Literal["leaf"]
    colour: str = "green"
    size: Annotated[float, DEPTH] = 1.0


class Root(FileValue):
    kind: Literal["root"]
    depth: Annotated[float, DEPTH] = 1.0


class Bed(FileValue):
    width: Annotated[float, DEPTH]
    rows: Annotated[int, COUNT] = 1


Part = Annotated[Leaf | Root, Field(discriminator="kind")]


type Hedge = Leaf


class Garden(FileValue):
    called = "the garden"

    title: Annotated[str, Field(min_length=2)]
    bed: Bed | None = None
    beds: Annotated[tuple[Bed, ...], Field(strict=False)] = ()
    parts: Annotated[tuple[Part, ...], Field(strict=False)] = ()
    hedge: Hedge | None = None
    age: Annotated[int, Field(ge=3, le=9)] = 4
    season: Literal["spring", "summer"] = "spring"
    open: bool = True
    share: float = 0.5
    prices: dict[str, float] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _needs_a_better_title(self) -> "Garden":
        if self.title == "bad":
            raise ValueError("a garden needs\n a better   title " + "x" * self.age * 20)
        if self.title == "worse":
            raise AssertionError("worse still")
        return self


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(InputError) as caught:
        act()
    return str(caught.value)


def fault(**settings: Any) -> str:
    """Give what is said about a garden with these settings, without the name of its file."""
    said = refusal(lambda: check(Garden, {"title": "ab"} | settings, "g.toml"))
    assert all(line.startswith("g.toml: ") for line in said.splitlines())
    return said.replace("g.toml: ", "")


# What is wrong with a setting


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"titel": "x"}, "titel is not a known setting; did you mean 'title'?"),
        ({"zzz": 1}, "zzz is not a known setting"),
        ({"bed": {"width": 0.4}}, "bed.width must be between 0.5 and 20, but is 0.4"),
        ({"bed": {"width": 21}}, "bed.width must be between 0.5 and 20, but is 21"),
        ({"bed": {"width": "a"}}, "bed.width must be a number, but is 'a'"),
        ({"bed": {"width": 1.0, "rows": 1.5}}, "bed.rows must be a whole number, but is 1.5"),
        ({"bed": {"rows": 1}}, "bed.width is missing"),
        (
            {"bed": {"width": 1.0, "rwos": 1}},
            "bed.rwos is not a known setting; did you mean 'rows'?",
        ),
        (
            {"beds": [{"width": 1.0}, {"width": 1.0, "rows": 9}]},
            "beds[1].rows must be between 1 and 8, but is 9",
        ),
        (
            {"parts": [{"kind": "leaf", "size": 50.0}]},
            "parts[0].leaf.size must be between 0.5 and 20, but is 50.0",
        ),
        (
            {"parts": [{"kind": "leaf"}, {"kind": "root", "dpeth": 5.0}]},
            "parts[1].root.dpeth is not a known setting; did you mean 'depth'?",
        ),
        ({"parts": [{"kind": "root", "colour": "x"}]}, "parts[0].root.colour is not a known setting"),
        (
            {"hedge": {"kind": "leaf", "szie": 5.0}},
            "hedge.szie is not a known setting; did you mean 'size'?",
        ),
        ({"age": 2}, "age must be at least 3, but is 2"),
        ({"age": 10}, "age must be at most 9, but is 10"),
        ({"age": True}, "age must be a whole number, but is True"),
        ({"season": "sumer"}, "season must be 'spring' or 'summer', but is 'sumer'; did you mean 'summer'?"),
        ({"season": 3}, "season must be 'spring' or 'summer', but is 3"),
        ({"open": "yes"}, "open: input should be a valid boolean, but is 'yes'"),
        ({"share": float("nan")}, "share must be an ordinary number, but is nan"),
        ({"share": float("inf")}, "share must be an ordinary number, but is inf"),
        ({"share": "x" * 60}, f"share must be a number, but is '{'x' * 60}'"),
        ({"share": "x" * 61}, f"share must be a number, but is '{'x' * 57}...'"),
        ({"prices": {"a b": "x"}}, "prices.'a b' must be a number, but is 'x'"),
        ({"title": "b"}, "title: string should have at least 2 characters, but is 'b'"),
        ({"title": "bad", "age": 9}, f"the file: a garden needs a better title {'x' * 167}..."),
        ({"title": "bad"}, f"the file: a garden needs a better title {'x' * 80}"),
        ({"title": "worse"}, "the file: worse still"),
        ({"age": 10**5000}, "age must be at most 9, but is a number with too many digits"),
    ],
)  # fmt: skip
def test_each_fault_names_its_place_what_may_be_there_and_what_is(settings, said):
    assert fault(**settings) == said


def test_a_missing_setting_is_named():
    assert refusal(lambda: check(Garden, {}, "g.toml")) == "g.toml: title is missing"


def test_all_faults_are_said_up_to_twenty():
    said = fault(**{f"zz{k}": 1 for k in range(30)}).splitlines()
    assert said == [f"zz{k} is not a known setting" for k in range(20)]


def test_a_place_that_is_long_is_cut():
    said = fault(prices={"x" * 300: "a"})
    assert said == f"prices.{'x' * 153} must be a number, but is 'a'"


@pytest.mark.parametrize(
    ("setting", "value"), [("bed", {"width": 20}), ("bed", {"width": 0.5}), ("age", 3), ("age", 9)]
)
def test_the_ends_of_a_range_are_inside_it(setting, value):
    assert check(Garden, {"title": "ab", setting: value}, "g").title == "ab"


# Changing a value


def test_a_changed_copy_is_checked_and_leaves_the_first_as_it_is():
    garden = check(Garden, {"title": "ab", "bed": {"width": 2.0}}, "g")
    other = garden.but({"bed.width": 3.5, "bed.rows": 2.0}, age=5.0)
    assert (other.bed, other.age, other.title) == (Bed(width=3.5, rows=2), 5, "ab")
    assert (garden.bed, garden.age) == (Bed(width=2.0), 4)
    assert garden.but() == garden


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"age": 5.5}, "the garden: age must be a whole number, but is 5.5"),
        ({"agee": 5}, "the garden: agee is not a known setting; did you mean 'age'?"),
        ({"age.x": 5}, "the garden has no age, so age.x cannot be changed"),
        (
            {"bed.width": 5},
            "the garden has no bed, so bed.width cannot be changed alone; give it whole: "
            'but({"bed": {"width": ..., "rows": ...}})',
        ),
        ({"bedd.width": 5}, "the garden: bedd is not a known setting; did you mean 'bed'?"),
    ],
)
def test_a_change_that_cannot_be_is_refused(changes, said):
    assert refusal(lambda: Garden(title="ab").but(changes)) == said


def test_a_value_without_a_name_is_called_by_its_kind_and_one_with_a_name_by_it():
    class Named(FileValue):
        called = "something"
        name: str
        age: int = 1

    assert (
        refusal(lambda: Bed(width=1.0).but(rows=9)) == "bed: rows must be between 1 and 8, but is 9"
    )
    said = refusal(lambda: Named(name="Ann").but(age="x"))
    assert said == "Ann: age must be a whole number, but is 'x'"
    said = refusal(lambda: Bed(width=1.0).but([1]))
    assert said == "changes must be a table {name: value}, but is [1]"


def test_a_pair_that_mesa_took_from_a_value_is_told_how_to_hand_the_value_over():
    said = refusal(lambda: load(Bed, "coprod_sim.engagement", ("name", "tickbox")))
    assert said == "Mesa takes a Bed apart; put it in a list, as in [value]"


def test_a_value_cannot_be_changed_in_place():
    with pytest.raises(
        ValueError, match=r"rows stays as it is.*but\(\{'rows': 2\}\) gives a changed copy"
    ):
        Bed(width=1.0).rows = 2  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(ValueError, match="frozen"):
        Bed(width=1.0).colour = "red"  # pyright: ignore[reportAttributeAccessIssue]


# Reading a file


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path):
    file = tmp_path / "g.toml"
    for mark in (b"", b"\xef\xbb\xbf"):
        file.write_bytes(mark + "a = 'ö'".encode())
        assert read_toml(file) == {"a": "ö"}


def test_a_file_may_be_256_kib_and_no_more(tmp_path):
    file = tmp_path / "g.toml"
    file.write_bytes(b"a = 1\n#".ljust(262_144, b"#"))
    assert read_toml(file) == {"a": 1}
    file.write_bytes(b"#" * 262_145)
    assert refusal(lambda: read_toml(file)) == "g.toml: the file is 256 KiB, the limit is 256 KiB"
    file.write_bytes(b"#" * 300 * 1024)
    assert refusal(lambda: read_toml(file)) == "g.toml: the file is 300 KiB, the limit is 256 KiB"


def test_a_file_that_is_not_there_is_said(tmp_path):
    file = tmp_path / "g.toml"
    assert refusal(lambda: read_toml(file)) == f"{file}: No such file or directory"
    assert "Is a directory" in refusal(lambda: read_toml(tmp_path))
    file.write_text("a = ")
    assert refusal(lambda: read_toml(file)).startswith("g.toml: is not a TOML file: ")


def test_a_fault_of_the_system_without_words_is_still_said(tmp_path, monkeypatch):
    def broken(_path: Path, _how: str) -> None:
        raise OSError

    file = tmp_path / "case.toml"
    file.touch()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", broken)
        said = refusal(lambda: read_toml(file))
    assert said == f"{file}: cannot be read"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a = '\xe9'", "g: is not UTF-8 text (byte 5)"),
        (b"a = ", "g: is not a TOML file: Invalid value (at end of document)"),
        (b"a = 1\na = 2", "g: is not a TOML file: Cannot overwrite a value (at end of document)"),
        (b"a = " + b"9" * 5000, "g: is not a TOML file: Exceeds the limit (4300 digits)"),
        (b"a = " + b"[" * 5000, "g: is nested too deeply"),
        (b"a." * 50 + b"a = 1", "g: is nested too deeply"),
    ],
)
def test_text_that_is_no_toml_is_refused_with_what_is_wrong(data, said):
    assert refusal(lambda: parse_toml(data, "g")).startswith(said)


# Finding a file in the library


def test_the_library_lists_its_names_in_order_without_their_endings():
    names = library_names("coprod_sim.engagement")
    assert list(names) == sorted(names)
    assert {"tickbox", "co_production"} < set(names)
    assert not any("." in name for name in names)


def test_a_file_is_found_by_its_name_or_by_its_path(tmp_path):
    name, table = find("coprod_sim.engagement", "tickbox", "engagement")
    assert (name, table["buy_in"]) == ("tickbox", 0.15)
    file = tmp_path / "mine.toml"
    file.write_text("a = 1")
    assert find("coprod_sim.engagement", str(file), "engagement") == ("mine", {"a": 1})


def test_an_unknown_name_gets_the_nearest_one_and_the_command_that_lists_all():
    said = refusal(lambda: find("coprod_sim.engagement", "tickbocks", "engagement"))
    assert said == (
        "there is no way of involving people (engagement) called 'tickbocks'; did you mean 'tickbox'? "
        "('coprod-sim list' names all; or give the path of a .toml file)"
    )


def test_a_file_that_is_not_there_but_in_the_library_is_pointed_to():
    said = refusal(lambda: find("coprod_sim.engagement", "tickbox.toml", "engagement"))
    assert said == (
        "tickbox.toml: there is no such file; the library has this way of involving people (engagement): "
        "write 'tickbox'"
    )


def test_a_name_from_the_other_library_is_said_to_be_one():
    said = refusal(lambda: find("coprod_sim.scenarios", "tickbox", "scenario"))
    assert said.startswith(
        "there is no case (scenario) called 'tickbox'; 'tickbox' is a way of involving people (engagement) "
        "('coprod-sim list' names all"
    )


def test_a_name_that_lacks_only_the_ending_of_a_file_beside_us_is_pointed_to(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("our_town.toml").write_text("a = 1")
    said = refusal(lambda: find("coprod_sim.scenarios", "our_town", "scenario"))
    assert "; there is a file our_town.toml: write 'our_town.toml' ('coprod-sim list'" in said


# Writing a value


def test_a_value_is_written_as_a_person_would_write_it():
    value = Garden(
        title='a "b"\n\x7fö',
        bed=Bed(width=2.5, rows=3),
        parts=(Leaf(kind="leaf"), Root(kind="root", depth=2.0)),
        open=False,
        prices={"plain-1_x": 1e-07, "two words": 2.0},
    )
    assert as_toml(value, "hello\n\nthere") == (
        "# hello\n#\n# there\n"
        'title = "a \\"b\\"\\n\\u007fö"\n'
        "beds = []\n"
        'parts = [{ kind = "leaf", colour = "green", size = 1.0 }, { kind = "root", depth = 2.0 }]\n'
        "age = 4\n"
        'season = "spring"\n'
        "open = false\n"
        "share = 0.5\n"
        "\n[bed]\nwidth = 2.5\nrows = 3\n"
        '\n[prices]\nplain-1_x = 1e-07\n"two words" = 2.0\n'
    )


def test_a_value_is_written_without_a_head_unless_one_is_given():
    assert as_toml(Bed(width=1.0)) == "width = 1.0\nrows = 1\n"


def test_tables_that_may_be_many_can_stand_apart_at_the_end():
    value = Garden(title="ab", beds=(Bed(width=2.5), Bed(width=3.0, rows=2)))
    text = as_toml(value, apart=("beds",))
    assert text.endswith("\n[[beds]]\nwidth = 2.5\nrows = 1\n\n[[beds]]\nwidth = 3.0\nrows = 2\n")
    assert check(Garden, tomllib.loads(text), "g") == value


@pytest.mark.parametrize(("length", "cut"), [(200, False), (201, True)])
def test_what_is_wrong_is_said_in_two_hundred_characters(length, cut):
    class Wordy(FileValue):
        words: str

        @model_validator(mode="after")
        def _refuse(self) -> "Wordy":
            raise ValueError(self.words)

    said = refusal(lambda: check(Wordy, {"words": "x" * length}, "w"))
    assert said == f"w: the file: {'x' * 197}{'...' if cut else 'xxx'}"


def test_a_table_inside_a_table_is_written_under_both_names():
    class Outer(FileValue):
        garden: dict[str, dict[str, dict[str, int]]]

    value = Outer(garden={"a b": {"c": {"d": 1}}})
    assert '[garden."a b".c]\nd = 1' in as_toml(value)
    assert check(Outer, tomllib.loads(as_toml(value)), "o") == value


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=20)


@given(
    title=WORDS,
    prices=st.dictionaries(WORDS, st.floats(allow_nan=False, allow_infinity=False), max_size=3),
    bed=st.none() | st.builds(Bed, width=st.floats(0.5, 20), rows=st.integers(1, 8)),
    opening=st.text(st.sampled_from("ab \n"), max_size=20),
)
@example(title="\x7f\\u007f\\", prices={"ä": 1.0, "": 2.0}, bed=None, opening="a\nb")
def test_whatever_is_written_is_read_back_as_it_was(title, prices, bed, opening):
    value = Garden(title="ab" + title, prices=prices, bed=bed, open=False)
    assert check(Garden, tomllib.loads(as_toml(value, opening)), "g") == value
