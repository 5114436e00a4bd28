"""The page of a sweep: what matters, when too little is gained, from where on enough, in pictures."""

import re
from html import unescape
from pathlib import Path

import numpy as np
import pytest
from test_report import HARDEST, grade

from coprod_sim.cli.command_line import main
from coprod_sim.report.sweep_page import sweep_page
from coprod_sim.results.discovery import emulator
from coprod_sim.results.experiments import load_experiment
from coprod_sim.results.sweeps import silent, sweep

DESIGN = """
question = "When does it <not> pay?"
engagements = ["tickbox", "co_production"]
settings = { "people.citizens" = 200 }
measures = ["acceptance", "quality", "weeks"]
runs = 8
points = 64
[[vary]]
what = ["co_production.influence"]
[[vary]]
name = "draft"
what = ["decisions.draft"]
low = 0.2
high = 1.5
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("design") / "design.toml"
    file.write_text(DESIGN, encoding="utf-8")
    return sweep_page(sweep(load_experiment(file), on_progress=silent), "co_production")


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_every_answer_on_the_page_has_a_sentence_a_picture_and_a_table(page: str):
    figures = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    titles = [re.search(r"<h3>(.*?)</h3>", f)[1] for f in figures]  # pyright: ignore
    assert titles == [
        "Acceptance: what matters, alone and together",
        "Acceptance: when it would not gain enough",
        "Acceptance: from where on it gains enough",
        "Decision quality: what matters, alone and together",
        "Decision quality: from where on it gains enough",
        "How good the simplified copy of the model is",
    ]
    for figure in figures:
        assert "<svg" in figure
        assert "<table>" in figure
        said = re.findall(r"<p>(.*?)</p>", figure, re.DOTALL)
        assert len(said) == 2
        for text in said:
            assert grade(words(text)) <= HARDEST, text


def test_the_page_names_what_was_really_behind_the_differences(page: str):
    said = 'Differences in decision quality come mostly from "How one-sided the draft plan is"'
    assert said in unescape(page)
    assert "decision gets worse" in page


def test_the_page_says_what_it_cannot_tell_and_needs_nothing_from_elsewhere(page: str):
    assert "When does it &lt;not&gt; pay?" in page
    assert "Wider ends would make an input matter more." in page
    assert "Points that failed" in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)
    assert "<script" not in page


def test_the_command_writes_a_page_for_each_way_and_ends_with_the_digest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file, out = tmp_path / "design.toml", tmp_path / "out"
    file.write_text(DESIGN, encoding="utf-8")
    assert main(["sweep", str(file), "--out", str(out), "--page"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-2] == f"Page: {out / 'co_production.html'}"
    assert told[-1].startswith("digest: ")
    assert "<h1>When does it &lt;not&gt; pay?</h1>" in (out / "co_production.html").read_text(
        "utf-8"
    )


def test_a_way_with_a_yardstick_of_its_own_is_set_beside_that(tmp_path: Path):
    file, out = tmp_path / "design.toml", tmp_path / "out"
    variant = (
        '[[variants]]\nname = "open"\nengagement = "tickbox"\ndials = { openness = 1.0 }\n'
        'compare_with = "co_production"\n'
    )
    file.write_text(DESIGN.replace('"quality", ', "") + variant, encoding="utf-8")
    assert main(["sweep", str(file), "--out", str(out), "--page"]) == 0
    leads = [re.search(r"is set beside [\w -]+", (out / f"{name}.html").read_text("utf-8"))
             for name in ("co_production", "open")]  # fmt: skip
    assert [lead[0] for lead in leads if lead] == [
        "is set beside Tickbox consultation",
        "is set beside Co-production",
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            ("points = 64", "points = 8"),
            "No page for co_production: acceptance has a value at 8 of 8",
        ),
        ((', "co_production"]', "]"), "No page: only one way was played"),
        (
            ('"acceptance", "quality", ', ""),
            "No page for co_production: nothing was measured but costs",
        ),
    ],
)
def test_where_there_can_be_no_page_it_is_said_and_the_sweep_is_kept(
    change: tuple[str, str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file, out = tmp_path / "design.toml", tmp_path / "out"
    text = DESIGN.replace(*change).replace("co_production.influence", "*.influence")
    file.write_text(text, encoding="utf-8")
    assert main(["sweep", str(file), "--out", str(out), "--page"]) == 0
    assert why in capsys.readouterr().out
    assert (out / "results.parquet").exists()


def test_of_many_points_the_quick_copy_learns_from_some_drawn_by_lot(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(emulator, "MOST_TO_LEARN", 100)
    x = np.sort(np.random.default_rng(1).random((400, 2)), axis=0)  # the first 100 lie in a corner
    known = emulator.learn(x, np.sin(3 * x[:, 0]) + x[:, 1] ** 2)
    assert len(known.y) == 100
    assert known.x.max() > 0.95
    assert known.score > 0.99
