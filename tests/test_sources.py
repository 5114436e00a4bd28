"""Every source is one that a librarian accepts: its publisher or a record, no copy and no mill."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coprod_sim.board.leading import leading
from coprod_sim.learning.canon import canon, sources_markdown
from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.glossary import glossary
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.release import made_files
from coprod_sim.papers import papers

ROOT = Path(__file__).resolve().parents[1]
MILLS = (
    "docslib.org", "lawsdocbox.com", "readkong.com", "dokumen.tips", "ebrary.net", "scribd.com",
    "pdffox.com", "pdfslide.", "doczz.net", "paperzz.com",
)  # fmt: skip
STAGING = ("cambridgecore.org", "-staging.", "staging.", "aop.cambridge.org")
COPIES = (
    "zendy.io", "ouci.dntb.gov.ua", "discovery.researcher.life", "thelivinglib.org", "fox.leuphana.de",
    "mendeley.com", "roam.macewan.ca", "researchportal.bath.ac.uk", "papers.ssrn.com", "inkl.com",
    "taylorfrancis.com", "globalvaluexchange.org", "theheritagealliance.org.uk",
    "encompass-europe.com", "researchrepository.ucd.ie", "mazur.harvard.edu",
)  # fmt: skip
STAND_INS = (
    "bedfordshireccg.nhs.uk", "hertsandwestessexics.org.uk", "intellitics.com", "blogspot.",
    ".wordpress.com", "transport-network.co.uk", "chiswickw4.com", "southeastradio.ie", "deeside.com",
    "irishexaminer.com", "localgovernmentlawyer.co.uk", "bwcn.org.uk", "newstartmag.co.uk",
    "uk100.org", "climateemergency.org.uk", "lgalabourclimateemergency.com", "//pac.org",
    "www.pac.org", "participatorybudgeting.org",
)  # fmt: skip
REFUSED = (*MILLS, *STAGING, *COPIES, *STAND_INS)
"""Hosts that were replaced by the proper record and must not come back."""
BUILT = ("tests/", "web/package-lock.json", "src/coprod_sim/board/static/")
READ = {".md", ".toml", ".ipynb", ".csv", ".ftl", ".py", ".json", ".html", ".j2", ".tsx", ".ts"}


def texts() -> dict[str, str]:
    """Read every text in the repository that somebody reads or that a page is made from."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: no telling which files are part of the project")
    command = [git, "-C", str(ROOT), "ls-files", "-z"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    kept = [name for name in listed if Path(name).suffix in READ and not name.startswith(BUILT)]
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in kept}


def refused_in(text: str) -> list[str]:
    return [host for host in REFUSED if host in text.lower()]


def test_no_text_leads_to_a_mill_a_staging_server_a_copy_or_a_stand_in():
    found = {name: hosts for name, text in texts().items() if (hosts := refused_in(text))}
    assert found == {}


def test_no_source_names_a_host_without_an_address():
    """A host alone, such as bailii.org, leads nowhere: a source has a full address, or a title and a date."""
    bare = re.compile(r"[,;(] ?(?:www\.)?[a-z0-9-]+\.(?:org|com|ie|net|co\.uk|org\.uk|gov\.uk)\"")
    found = {name: bare.findall(text) for name, text in texts().items() if name.endswith(".toml")}
    assert {name: hosts for name, hosts in found.items() if hosts} == {}


HELD = "The evidence page of this kit: docs/evidence.md"
"""A source that is no publication."""
CASE = re.compile(r".* \[(19|20)\d\d\] (EWHC|EWCA|UKSC) .*")
"""A judgment has its court and number, which stand for a publisher."""
YEAR = r"(?:about )?(?:19|20)\d\d(?:; [^()]*(?:19|20)\d\d)?"
RECORD = re.compile(rf"(.+?) \(({YEAR}|undated page)\), (.+)")
"""Who, when, and then the title and where it was published."""
LOOKED_UP = re.compile(
    r"https://[^\s/]+/\S+|, [A-Z][A-Za-z ]+ \d+(\(\S+\))?: \d+|, ISBN (?:97[89])?\d{10}\b"
)
"""An address that is more than a home page, a journal with its volume and page, or a book's number."""
HOME = re.compile(r"https?://[^\s/\"';,)>?#]+/?(?=[\s\"';,)>]|\.?$)", re.MULTILINE)
"""An address that leads to the front door of a site, where a reader must search for the work."""
NOT_HELD = re.compile(r"of which we hold neither the name nor an address|we hold no address of it")
"""The few sources that cannot be looked up say so."""
UNDATED = {
    "https://www.norfolk.gov.uk/article/41024/You-said-we-did",
    "https://involve.org.uk/resources/knowledge-base/how-much-do-participatory-processes-cost",
    "https://www.involve.org.uk/resources/knowledge-base/standards-participatory-deliberative-processes",
    "https://www.thinklocalactpersonal.org.uk/Latest/Co-production-The-ladder-of-co-production/",
    "https://info.copronet.wales/the-self-evaluation-audit-tool/",
    "https://expertlink.org.uk/post/5-top-tips-for-balancing-power-in-co-production/",
}
"""Pages that name no day of their own, as far as we have seen; any other source has its year."""


def fault_of(source: str) -> str:
    """Say what a librarian would miss in a source; nothing where it is whole."""
    if source == HELD or CASE.fullmatch(source):
        return ""
    found = RECORD.fullmatch(source)
    if found is None:
        return "no author or body with a year"
    if found[2] == "undated page" and f"https{found[3].rpartition('https')[2]}" not in UNDATED:
        return "no date"
    if not re.match(r"[A-Z]", found[3]) and not found[3].startswith("recorded at"):
        return "no title"
    return nowhere(source)


def nowhere(source: str) -> str:
    """Say whether a source leads nowhere, or to no more than the front door of a site."""
    if HOME.search(source):
        return "a home page"
    return "" if LOOKED_UP.search(source) or NOT_HELD.search(source) else "nowhere to look it up"


@pytest.mark.parametrize("name", lesson_names())
def test_a_librarian_finds_every_source_of_a_lesson_and_each_once(name):
    sources = load_lesson(name).sources
    assert {s: fault for s in sources if (fault := fault_of(s))} == {}
    works = [re.sub(r"[^a-z0-9/.]", "", s.lower().rsplit("https://", 1)[-1]) for s in sources]
    assert sorted(works) == sorted(set(works)), "one of them stands here twice"


@pytest.mark.parametrize("name", canon())
def test_a_librarian_finds_every_work_that_a_lesson_sends_on_to(name):
    reference = canon()[name].reference
    assert [fault_of(one) for one in reference.split("; in reply ")] in ([""], ["", ""]), reference


def test_a_source_of_an_exercise_with_a_year_can_be_looked_up():
    """What is made up, and a law, has no year in brackets; what was published has one."""
    found = {
        source: fault
        for folder in exercise_folders(ROOT / "exercises")
        for source in load_exercise(folder).sources
        if re.search(rf"\({YEAR}\)", source) and (fault := nowhere(source))
    }
    assert found == {}


def test_no_source_prints_that_it_has_no_date_or_leads_to_a_home_page():
    kept = {n: t for n, t in texts().items() if n.startswith(("src/", "exercises/", "notebooks/"))}
    read = {n: t for n, t in kept.items() if n.endswith((".toml", ".ipynb", ".csv", ".ftl"))}
    assert {name for name, text in read.items() if "(no date)" in text} == set()
    assert {name: found for name, text in read.items() if (found := HOME.findall(text))} == {}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("Arnesen (2017), Political Studies 65(1S), Norway", "nowhere to look it up"),
        ("Casey, Glennerster and Miguel (2012), https://doi.org/10.1093/qje/qje027", "no title"),
        ("Van den Bos, Vermunt and Wilke (1996), on expected procedures", "no title"),
        ("Writing for GOV.UK, gov.uk/guidance/content-design", "no author or body with a year"),
        ("Trials (2015), Interviews on training, https://pmc.ncbi.nlm.nih.gov/", "a home page"),
        ("House of Lords (2022), HL Paper 99, https://publications.parliament.uk", "a home page"),
        ("Decidim (no date), A debate, https://meta.decidim.org/x", "no author or body with a year"),
        ("Decidim (undated page), A debate, https://meta.decidim.org/x", "no date"),
        ("Boyle and Harris (2009), The challenge of co-production, nef", "nowhere to look it up"),
    ],
)  # fmt: skip
def test_the_net_for_sources_catches_what_stood_there_before(source, fault):
    assert fault_of(source) == fault


@pytest.mark.parametrize("name", lesson_names())
def test_every_lesson_sends_on_to_those_who_doubt_and_doubters_stand_first(name):
    said = sources_markdown(load_lesson(name))
    doubters, builders = "To read on: those who doubt", "To read on: what it builds on"
    assert doubters in said or name in ("1_awareness",)
    if doubters in said and builders in said:
        assert said.index(doubters) < said.index(builders)


def test_the_canon_and_its_critics_stand_in_the_lessons_and_in_the_glossary():
    notebooks = "".join(
        "".join(json.loads(t)["cells"][k]["source"])
        for p, t in made_files().items()
        if p.parent.name == "notebooks"
        for k in range(len(json.loads(t)["cells"]))
    )
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for work in canon().values():
        assert work.says in notebooks, work.reference
        assert set(work.words) <= set(glossary())
    for name in ("Cooke and Kothari", "Cornwall", "Tritter and McCallum", "Arnstein", "Ostrom"):
        assert name in notebooks
        assert name in page
    assert sum(work.doubts for work in canon().values()) >= 10


def test_a_work_is_linked_by_its_doi_and_each_doi_once():
    dois = re.findall(
        r"https://doi\.org/(10\.\d{4,9}/\S+)", " ".join(w.reference for w in canon().values())
    )
    assert len(dois) == len(set(dois)) >= 20


def test_the_rule_bites():
    assert refused_in("read at https://docslib.org/doc/1747263") == ["docslib.org"]
    assert refused_in("https://homsy-staging.cambridgecore.org/x")
    assert not refused_in("https://www.cambridge.org/core/product/1")


SIZED = {
    "session_teaches", "ready_influence", "fairness_outcome", "fairness_answered", "acceptance_trust",
    "bad_news_weight", "expected_base",
}  # fmt: skip
"""The numbers of the rules whose size a study gives; of all others it is a judgement."""


def test_whose_size_is_our_own_judgement_is_told_from_what_a_study_gives():
    told = {one["name"]: one for one in leading([])["assumed"]}
    assert {name for name, one in told.items() if one["sized"]} == SIZED
    assert sum(not one["papers"] for one in told.values()) == 34
    for name, one in told.items():
        if "our assumption" in one["source"]:
            assert not one["sized"], name


def test_the_page_of_evidence_has_the_same_counts():
    text = (ROOT / "docs" / "evidence.md").read_text("utf-8")
    said = "34 of them name no study. For 31 more, studies give no more than the direction, or disagree"
    assert said in text
    assert "the size of 65 of them is our own judgement; 7 take theirs from a study" in text


def test_an_address_that_leads_to_data_and_not_to_the_study_says_so():
    data = [one for one in papers() if re.search(r"/DVN/|zenodo|osf\.io", one.link)]
    assert [one.name for one in data] == ["Germann 2025"]
    assert all(one.reference.endswith("the address leads to its data") for one in data)
