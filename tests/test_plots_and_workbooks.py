"""A result draws itself and goes into a workbook; what cannot be is said in a sentence."""

import openpyxl
import pandas as pd
import pytest

from coprod_sim import Experiment, InputError, compare, load_scenario, sweep
from coprod_sim.charts import of_a_comparison
from coprod_sim.results import workbook
from coprod_sim.results.sweeps import silent

CASE = load_scenario("reference").but(
    {"people.citizens": 60, "decisions.count": 2, "title": "=1+1"}
)
ASKED = Experiment(
    question="What is influence worth?", engagements=("tickbox", "co_production"), points=64, runs=1,
    vary=[{"what": ["co_production.influence"]}], settings={"people.citizens": 60},
)  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return compare(CASE, ["tickbox", "co_production"], runs=8, draws=2)


@pytest.fixture(scope="module")
def swept():
    return sweep(ASKED, on_progress=silent)


def test_every_picture_of_a_comparison_is_drawn_by_its_name(found):
    for name, chart in of_a_comparison().items():
        assert found.plot(name).svg == chart.draw(found).svg
    assert found.plot().title == "After decision 2, measure by measure: =1+1"
    trust = found.plot("over_time", measure="trust", group="less_heard")
    assert trust.title == "Trust among less-heard people over the decisions: =1+1"
    assert "Trust among less-heard people after decision 2: Tickbox consultation" in trust.finding
    assert set(trust.table["Among"]) == {"less-heard people"}
    assert "Among" not in found.plot("over_time", measure="trust").table
    only = found.plot("dots", measures=["quality"])
    assert set(only.table["Measure"]) == {"Decision quality"}


def test_pictures_of_a_sweep_say_what_matters_and_from_where_on_it_pays(swept):
    assert "explains most" in swept.plot(measure="trust").finding
    assert swept.plot("threshold", line=0.01).title == (
        "From where on it gains enough: What is influence worth?"
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda f, _: f.plot("over_tme"), "did you mean 'over_time'?"),
        (lambda f, _: f.plot("over_time", mesure="trust"), "did you mean 'measure'?"),
        (lambda f, _: f.plot("over_time", measure="trsut"), "did you mean 'trust'?"),
        (lambda f, _: f.plot("over_time", group="losers"), "'losers' is not a group"),
        (lambda f, _: f.plot("dots", measures=["trsut"]), "did you mean 'trust'?"),
        (lambda f, _: f.plot("costs", measure="trust"), "known: money, weeks"),
        (lambda _, s: s.plot("treshold"), "did you mean 'threshold'?"),
        (lambda _, s: s.plot("threshold", name="influense"), "did you mean 'influence'?"),
        (lambda _, s: s.plot(variant="tickbx"), "tickbx"),
        (lambda f, _: f.to_excel("numbers.csv"), "must end in .xlsx"),
        (lambda _, s: s.to_excel("numbers"), "must end in .xlsx"),
    ],
    ids=range(11),
)
def test_a_slip_gets_a_sentence(found, swept, asked, said: str):
    with pytest.raises(InputError) as refused:
        asked(found, swept)
    assert said in str(refused.value)


def test_a_workbook_holds_every_number_what_it_means_and_where_it_comes_from(found, tmp_path):
    path = found.to_excel(tmp_path / "new" / "found.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["ranges", "differences", "runs", "columns", "origin"]
    back = pd.read_excel(path, sheet_name="ranges").set_index(list(found.ranges.index.names))
    pd.testing.assert_frame_equal(back, found.ranges, check_index_type=False, check_names=False)
    assert len(pd.read_excel(path, sheet_name="runs")) == len(found.frame)
    columns = pd.read_excel(path, sheet_name="columns").set_index(["sheet", "column"])
    assert columns.loc[("runs", "trust"), "low"] == 0.0
    origin = pd.read_excel(path, sheet_name="origin").set_index("what")["value"]
    assert int(origin["seed"]) == 1
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds, "no text is a formula"


def test_a_sweep_goes_into_a_workbook_too(swept, tmp_path):
    path = swept.to_excel(str(tmp_path / "swept.xlsx"))
    back = pd.read_excel(path, sheet_name="points")
    assert list(back) == list(swept.frame)
    assert back["influence"].to_list() == pytest.approx(swept.frame["influence"].to_list())


def test_a_table_that_no_sheet_holds_is_refused_before_anything_is_written(
    found, tmp_path, monkeypatch
):
    monkeypatch.setattr(workbook, "MOST", 10)
    with pytest.raises(InputError, match=r"a sheet of Excel holds 10; ask for fewer runs"):
        found.to_excel(tmp_path / "found.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_no_text_of_a_table_becomes_a_formula(tmp_path):
    table = pd.DataFrame({"who": ["=1+1", "@x"], "effect": [-1.5, 2.0]})
    path = workbook.write_workbook(tmp_path / "odd.xlsx", {"odd": table}, {"why": "=2"})
    book = openpyxl.load_workbook(path)
    assert [cell.value for cell in book["odd"]["A"]] == ["who", "=1+1", "@x"]
    assert {cell.data_type for cell in book["odd"]["A"]} == {"s"}
    assert [cell.value for cell in book["odd"]["B"]] == ["effect", -1.5, 2]
    assert book["origin"]["B2"].value == "=2"
