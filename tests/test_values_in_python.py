"""A value that is made in Python is checked as one from a file would be."""

from typing import Annotated, ClassVar

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from pydantic import Field

from coprod_sim.errors import InputError
from coprod_sim.library_files import FileValue, load


class Pond(FileValue):
    instead: ClassVar[dict[str, str]] = {"water": "write `litres = {given}`"}

    litres: int = 1
    fish: Annotated[tuple[str, ...], Field(strict=False)] = ()
    names: dict[Annotated[str, Field(max_length=4)], float] = Field(default_factory=dict)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"litre": 2}, "pond: litre is not a known setting; did you mean 'litres'?"),
        ({"litres": "two"}, "pond: litres must be a whole number, but is 'two'"),
        ({"water": 3}, "pond: water is not a known setting any more; write `litres = 3`"),
        ({"fish": "carp"}, 'pond: fish must be a list in square brackets: write fish = ["carp"]'),
        ({"names": 0.5}, "pond: names must be a table of names and values, but is 0.5"),
        ({"names": {"carps": 1.0}}, "pond: names.carps: string should have at most 4 characters"),
    ],
)
def test_what_python_says_wrongly_is_refused_as_a_file_would_be(settings, said):
    with pytest.raises(InputError) as caught:
        Pond(**settings)
    assert str(caught.value).startswith(said)


def test_a_setting_without_its_name_is_refused_in_a_sentence():
    with pytest.raises(
        InputError, match=r"^Pond takes each setting by its name: Pond\(litres=..., fish=...\)"
    ):
        Pond(3)  # pyright: ignore[reportCallIssue]


def test_numpys_numbers_are_taken_for_plain_ones():
    pond = Pond(litres=np.int64(4), fish=np.array(["carp"]), names={"x": np.float32(0.5)})
    assert pond == Pond(litres=4, fish=("carp",), names={"x": 0.5})
    assert type(pond.but(litres=np.int32(7)).litres) is int


class Eleven:
    def __index__(self) -> int:
        return 11


def test_whatever_counts_is_taken_for_its_number():
    assert Pond(litres=Eleven()).litres == 11


def test_a_value_is_given_back_where_its_name_would_be_looked_up():
    pond = Pond(litres=3)
    assert load(Pond, "coprod_sim.engagement", pond) is pond


@pytest.mark.parametrize("given", [None, 5, {"litres": 3}])
def test_what_is_neither_name_nor_value_is_refused(given):
    with pytest.raises(InputError, match=f"a value of the kind Pond, but is {given!r}"):
        load(Pond, "coprod_sim.engagement", given)


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("7", "Co_production: performance must be between 0 and 1, but is 7."),
        ("'high'", "Performance takes a number from 0 to 1, or the name of a way to take it from"),
    ],
)
def test_a_wrong_level_in_a_cell_gets_its_sentence_and_no_traceback(level, said, capsys):
    cell = f"""
from coprod_sim import Variant, compare, load_scenario
way = Variant(name="none", engagement="co_production", dials={{"performance": {level}}})
compare(load_scenario("wigan_deal"), ["co_production", way], runs=8)
"""
    assert told_below(cell, capsys).lower().startswith(said.lower())


def told_below(cell: str, capsys) -> str:
    InteractiveShell().run_cell(cell)
    told = capsys.readouterr().out.strip()
    assert len(told.splitlines()) == 1
    return told


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ('"trst"', "'trst' is not a measure; did you mean 'trust'?"),
        (
            '"trust", group="les_heard"',
            "'les_heard' is not a group of people; did you mean 'less_heard'?",
        ),
    ],
)
def test_a_picture_of_what_is_not_measured_gets_its_sentence_and_no_traceback(drawn, said, capsys):
    cell = f"""
from coprod_sim import compare
from coprod_sim.charts import over_time
over_time.draw(compare("wigan_deal", ["co_production"], runs=2, over="luck"), {drawn})
"""
    assert told_below(cell, capsys) == said
