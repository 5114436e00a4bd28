"""The documentation inside the site: every page, every anchor, nothing left that only Sphinx understands."""

import re
import tomllib
from pathlib import Path

import pytest

from coprod_sim.learning.glossary import glossary
from coprod_sim.scenarios import scenario_names
from coprod_sim.site.docs.doc_folder import doc_files
from coprod_sim.site.docs.doc_setting import anchor_of, plain
from coprod_sim.site.docs.documents import SET_BY_SPHINX, address_of, documents

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return doc_files("en")


def test_what_a_leader_a_learner_and_a_trainer_look_for_is_there(pages: dict[str, str]):
    wanted = {
        "docs/index.html", "docs/doors/leader.html", "docs/doors/learner.html", "docs/doors/trainer.html",
        "docs/howto/own-survey.html", "docs/glossary.html", "docs/evidence.html", "docs/odd.html",
        *(f"docs/cases/{name}.html" for name in scenario_names()),
    }  # fmt: skip
    assert wanted <= set(pages)
    assert all(term.word in pages["docs/glossary.html"] for term in glossary().values())


def test_no_mark_of_sphinx_is_left_on_a_page(pages: dict[str, str]):
    for name, text in pages.items():
        assert not re.search(
            r":::|\{(toctree|code-cell|code-block|ref|doc|grid)|<!--|&lt;!--", text
        ), name
        assert text.count("<h1>") == 1, name


def test_code_that_is_wider_than_a_phone_is_reached_from_the_keyboard(pages: dict[str, str]):
    assert "<pre" in pages["docs/odd.html"]
    for name, text in pages.items():
        assert re.findall(r"<pre(?! tabindex=\"0\")", text) == [], name


def test_every_page_can_be_reached_from_the_front_page_of_the_documentation(pages: dict[str, str]):
    found, left = set(), ["docs/index.html"]
    while left:
        page = left.pop()
        found.add(page)
        for link in re.findall(r'href="([^"#:]+)', pages[page]):
            to = str((ROOT / page).parent.joinpath(link).resolve().relative_to(ROOT))
            if to in pages and to not in found:
                left.append(to)
    assert set(pages) - found == set()


def test_the_wheel_carries_every_text_that_is_set():
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = table["tool"]["hatch"]["build"]["targets"]["wheel"]
    for path in documents():
        folder = path.partition("/")[0]
        assert folder in wheel["only-include"]
        assert wheel["sources"][folder] == f"coprod_sim/kit/{folder}"
        assert not any(Path(path).match(one) for one in wheel["exclude"]), path


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("docs/odd.md", "docs/odd.html"),
        ("docs/lessons/0_start_here.md", "lessons/0_start_here.html"),
        ("notebooks/1_awareness.ipynb", "lessons/1_awareness.html"),
        ("docs/simulations/03_trust_repair.md", "docs/simulations/03_trust_repair.html"),
        ("simulations/03_trust_repair", "docs/simulations/03_trust_repair.html"),
        ("simulations/README.md", "docs/simulations/index.html"),
        ("exercises/", "exercises.html"),
        ("docs/api/index.md", None),
        ("src/coprod_sim/gate.py", None),
    ],
)
def test_a_file_of_the_project_is_shown_on_the_page_that_fits(path: str, address: str | None):
    assert address_of(path) == address


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("The findings beside the model", "the-findings-beside-the-model"),
        ("7.17 Runs, ranges, shares", "717-runs-ranges-shares"),
        ("F5a: what was found?", "f5a-what-was-found"),
    ],
)  # fmt: skip
def test_a_heading_has_the_anchor_that_the_documentation_site_gives_it(title: str, anchor: str):
    assert anchor_of(title) == anchor


def test_boxes_code_and_lists_of_pages_become_plain_markdown():
    text = (
        "---\na: 1\n---\n# T\n\n:::{note}\nRead\nthis.\n:::\n\n```{code-block} toml\na = 1\n```\n"
    )
    assert plain(text, "docs/x.md") == "# T\n\n> Read\n> this.\n\n```toml\na = 1\n```\n"


def test_what_sphinx_leaves_beside_the_texts_is_no_page_of_the_site():
    ignored = (ROOT / ".gitignore").read_text().split()
    made = {line.removeprefix("/") for line in ignored if re.fullmatch(r"/docs/\w+\.md", line)}
    assert made == SET_BY_SPHINX
    assert not made & set(documents())
