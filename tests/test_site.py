"""The kit as a folder of pages: whole, asking nobody for anything, never over what others put there."""

import json
import re
from pathlib import Path

import pytest
from handed_table import table_in

from coprod_sim.board.leading import leading
from coprod_sim.board.view import View, checked
from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.site import write_site

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"""(?:href|src)=["']([^"']+)["']""")
OUTSIDE = re.compile(r"(https?|mailto):")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_site(folder)
    return folder


def test_every_link_in_the_site_leads_to_a_file_in_it_and_to_a_place_on_that_page(site: Path):
    pages = {page.resolve(): page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    named = {str(page.relative_to(site.resolve())) for page in pages}
    assert {"index.html", "leaders.html", "learn.html", "docs/odd.html"} <= named
    assert "lessons/1_awareness.html" in named
    for page, text in pages.items():
        for address, _, anchor in (found.partition("#") for found in LINK.findall(text)):
            if OUTSIDE.match(address):
                continue
            place = (page.parent / address.split("?")[0]).resolve() if address else page
            assert place.is_file(), f"{page.name} names {address}"
            assert not anchor or f'id="{anchor}"' in pages[place], (
                f"{page.name}: {address}#{anchor}"
            )


def test_a_table_that_an_exercise_says_lies_beside_it_does(site: Path):
    said = [
        one for one in map(load_exercise, exercise_folders()) if getattr(one.detail, "file", "")
    ]
    assert [one.detail.file for one in said] == ["tracker.csv"]
    beside = (site / "exercises" / "tracker.csv").read_text("utf-8")
    assert beside == (said[0].folder / "tracker.csv").read_text("utf-8")


def test_the_guide_says_how_much_there_is_to_hand_on(site: Path, tmp_path: Path):
    said = (ROOT / "docs" / "howto" / "host-the-site.md").read_text()
    folder, one = re.search(r"about (\d+) MB.*some (\d+) kB", said, re.DOTALL).groups()
    assert main(["site", "--one", str(tmp_path / "one.html"), "--case", "west_dulwich"]) == 0
    weighed = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    assert int(folder) == pytest.approx(weighed / 1e6, abs=0.75)
    assert int(one) == pytest.approx((tmp_path / "one.html").stat().st_size / 1e3, rel=0.1)


def test_the_lessons_lead_nowhere_but_to_pages_of_the_site(site: Path):
    for file in (site / "assets" / "lessons").glob("*.js"):
        handed = json.dumps(table_in(file.read_text(encoding="utf-8")))
        found = re.findall(r'href=\\"([^"#]+?)(?:#[^"]*)?\\"', handed)
        assert found, file.name
        for address in (one for one in found if not OUTSIDE.match(one)):
            assert (site / "lessons" / address).is_file(), f"{file.name} names {address}"


def test_no_answer_can_be_read_at_a_glance_in_the_source_of_the_site(site: Path):
    told = [
        option.why
        for name in lesson_names()
        for q in load_lesson(name).recall
        for option in q.options
    ]
    for one in map(load_exercise, exercise_folders()):
        told += [one.answer.strip().splitlines()[0], *one.hints]
    assert len(told) > 150
    for page in (site / "assets").rglob("*.js"):
        text = page.read_text(encoding="utf-8")
        assert [line for line in told if line in text or json.dumps(line)[1:-1] in text] == [], (
            page.name
        )
    shared = table_in((site / "assets" / "learning.js").read_text(encoding="utf-8"))
    asked = shared["recall"]["asked"]["1_awareness"][0]
    assert (
        load_lesson("1_awareness").recall[0].options[asked["right"]].why
        == asked["options"][asked["right"]]["why"]
    )


def test_nothing_is_fetched_from_another_host(site: Path):
    for file in (*site.rglob("*.html"), *site.rglob("*.css")):
        text = re.sub(r"<a [^>]*>", "", file.read_text(encoding="utf-8"))  # followed by hand only
        assert not re.search(r"""(src|href|url\()\s*=?\s*["']?(https?:)?//""", text), file.name


def test_no_page_has_a_script_or_a_style_inside_that_a_strict_web_space_would_stop(site: Path):
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<style" not in text
        assert " style=" not in text
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), page.name
        assert not re.search(r"\son[a-z]+=", text)


def test_the_offline_worker_keeps_every_file_of_the_site_but_answers_that_hardly_anyone_needs(
    site: Path,
):
    there = {str(f.relative_to(site)) for f in site.rglob("*") if f.is_file()}
    kept = json.loads(re.search(r"FILES = (\[.*?\]);", (site / "offline-worker.js").read_text())[1])
    answers = {f"assets/answers/{name}.js" for name in scenario_names()}
    assert answers < there
    assert set(kept) - {""} == there - answers - {"offline-worker.js", "site.json"}


def test_a_newer_site_takes_the_place_of_an_older_one_and_leaves_nothing_behind(tmp_path: Path):
    write_site(tmp_path)
    listed = json.loads((tmp_path / "site.json").read_text())
    (tmp_path / "gone.html").write_text("from an older version")
    listed["files"].append("gone.html")
    (tmp_path / "site.json").write_text(json.dumps(listed))
    write_site(tmp_path)
    assert not (tmp_path / "gone.html").exists()


def test_a_folder_with_other_things_in_it_is_refused_and_left_as_it_was(tmp_path: Path):
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(InputError, match="holds other things; choose a new folder"):
        write_site(tmp_path)
    assert [f.name for f in tmp_path.iterdir()] == ["thesis.docx"]


def test_what_somebody_has_put_beside_a_site_stays_when_a_newer_one_takes_its_place(tmp_path: Path):
    write_site(tmp_path)
    (tmp_path / "mine.txt").write_text("mine")
    write_site(tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert "mine.txt" not in json.loads((tmp_path / "site.json").read_text())["files"]


def test_a_new_page_is_not_written_over_a_file_that_is_of_no_older_site(tmp_path: Path):
    (tmp_path / "site.json").write_text(json.dumps({"made_with": "0.3.0", "files": []}))
    (tmp_path / "leaders.html").write_text("ours")
    with pytest.raises(InputError, match=r"leaders\.html: is not from an earlier site"):
        write_site(tmp_path)
    assert (tmp_path / "leaders.html").read_text() == "ours"
    assert not (tmp_path / "index.html").exists()


def test_a_list_of_files_that_another_program_made_is_no_site(tmp_path: Path):
    (tmp_path / "site.json").write_text(json.dumps({"files": ["thesis.docx"]}))
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(InputError, match="holds other things; choose a new folder"):
        write_site(tmp_path)
    assert (tmp_path / "thesis.docx").read_text() == "years of work"


def test_a_list_of_files_cannot_make_us_remove_what_lies_outside(tmp_path: Path):
    outside = tmp_path / "mine.txt"
    outside.write_text("mine")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "site.json").write_text(json.dumps({"made_with": "0.3.0", "files": ["../mine.txt"]}))
    write_site(folder)
    assert outside.read_text() == "mine"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "Name either a folder"),
        (["here", "--one", "a.html"], "Name either a folder"),
        (["here", "--case", "reference"], "--case belongs to --one"),
        (["--one", "a.txt"], r"must end in \.html"),
        (["--one", "a.html", "--case", "west_dulwhich"], "west_dulwich"),
        (["here", "--lang", "xx"], "no words in 'xx'"),
    ],
)
def test_what_cannot_be_written_gets_a_sentence(given, said, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["site", *given]) == 2
    assert re.search(said, capsys.readouterr().err)
    assert list(tmp_path.iterdir()) == []


def test_what_the_browser_takes_for_usual_is_what_python_does():
    handed = json.loads(json.dumps(leading([load_scenario("reference")])))
    assert checked(handed["usual"], "the view") == View()
    assert handed["view_ranges"]["chance"] == [0.0, 1.0]


def test_a_link_may_keep_nothing_of_other_cases_that_could_not_stand_in_a_view():
    kept = {"wales_20mph": {"money": {"staff_hour": 40.0}, "span": "series"}}
    assert checked({"format": 1, "kept": kept}, "the link").kept == kept
    for wrong, said in (({"case": "own"}, "nothing that is kept"), ({"span": "twice"}, "span")):
        with pytest.raises(InputError, match=said):
            checked({"format": 1, "kept": {"wales_20mph": wrong}}, "the link")


def test_the_leaders_page_has_every_case_and_one_of_ones_own():
    handed = leading(load_scenario(name) for name in scenario_names())
    assert set(handed["cases"]) == set(scenario_names())
    assert handed["own"]["base"]["name"] == "own"
    assert len(handed["own"]["surveys"]) == 28
    facts = handed["cases"]["west_dulwich"]["facts_said"]
    assert len(facts) == len(load_scenario("west_dulwich").facts) > 0
