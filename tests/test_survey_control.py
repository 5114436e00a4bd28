"""A director brings a survey to the page, is asked what it means, and is told there what cannot be."""

import asyncio
import csv
import re
from pathlib import Path
from typing import Any

import pytest
from survey_stage import workbook
from widget_tree import form_with, forms, texts

from coprod_sim.apps.survey import SurveyControl
from coprod_sim.population.survey_population import SurveyPopulation
from coprod_sim.words import words_in

FOLDER = Path(__file__).parent / "data" / "surveys"
EXPECTED = {
    row["file"]: row
    for row in csv.DictReader((FOLDER / "expected.csv").read_text("utf-8").splitlines())
}


class Page:
    """A page that holds the control, and what came through its door."""

    def __init__(self) -> None:
        self.kept: list[dict[str, Any] | None] = []
        self.control = SurveyControl(words_in("en"), self.put)
        self.box = self.control.box

    def put(self, population: dict[str, Any] | None) -> None:
        self.kept.append(population)
        self.control.show(population)

    def upload(self, name: str, data: bytes) -> None:
        form_with(self.box, "file").on_file("file", name, data)

    def answer(self, **values: Any) -> None:
        for name, value in values.items():
            form_with(self.box, name).answer(name, value)

    def tick(self, start: str, *labels: str) -> None:
        """Tick boxes by how their labels begin."""
        for form in forms(self.box):
            for name, asked in form.fields.items():
                if name.startswith(start) and asked.label.startswith(labels):
                    form.answer(name, True)

    def value(self, name: str) -> Any:
        return form_with(self.box, name).values.get(name)

    def asks(self, name: str) -> bool:
        return any(name in form.fields for form in forms(self.box))

    def use(self) -> SurveyPopulation | None:
        before = len(self.kept)
        form_with(self.box, "use").click("use")
        new = self.kept[before:]
        return SurveyPopulation.model_validate(new[0]) if new and new[0] else None

    def alerts(self) -> list[str]:
        return re.findall(r'role="alert"[^>]*>(.*?)</div>', texts(self.box))


def opened(file: str) -> Page:
    page = Page()
    page.upload(file, (FOLDER / file).read_bytes())
    return page


def column(*answers: object) -> bytes:
    return ("trust\n" + "".join(f"{answer}\n" for answer in answers)).encode()


@pytest.mark.parametrize("file", EXPECTED)
def test_every_survey_can_be_read_on_the_page_as_an_analyst_reads_it(file):
    row = EXPECTED[file]
    page = opened(file)
    page.answer(trust=row["question"])
    if row["scale"][:1].isdigit():
        low, high = map(float, row["scale"].split("-"))
        down = row["direction"] == "1 is most trust"
        if page.asks("low"):
            page.answer(low=low, high=high, direction="down" if down else "up")
    page.tick("none-", *[f"{code} (" for code in row["missing"].split(", ")])
    if row["weight"]:
        page.answer(weight=row["weight"])
    read = page.use()
    assert read is not None, page.alerts()
    mean = sum(share * (step + 0.5) / 11 for step, share in enumerate(read.table))
    assert read.n_used == int(row["answers_used"])
    assert mean == pytest.approx(float(row["mean_of_11_equal_slices_0_to_1"]), abs=6e-5)
    assert read.share_trusting == pytest.approx(float(row["share_above_the_middle"]), abs=6e-5)
    share = f"{100 * float(row['share_above_the_middle']):.0f} in 100 answered above the middle"
    assert share in texts(page.box)


def test_nothing_is_used_before_it_is_said_what_the_answers_mean():
    page = Page()
    page.upload("ours.csv", column(*[1, 2, 3, 4] * 20, 8, 9, 9))
    assert page.value("trust") == "trust"
    assert (page.value("low"), page.value("high"), page.value("direction")) == (None, None, None)
    assert page.use() is None
    said = page.alerts()[0]
    assert "Say what the lowest and the highest answer are" in said
    assert "Say which end is the most trust." in said
    assert "--" not in said
    page.answer(low=1, high=4)
    assert texts(page.box).count("not said yet") == 2
    page.answer(direction="down")
    assert "4 of 4, most trust" in texts(page.box)
    assert page.use() is None
    assert "answers outside the scale" in page.alerts()[0]
    page.tick("none-", "8 (", "9 (")
    read = page.use()
    assert read is not None
    assert read.n_used == 80
    assert read.reading is not None
    assert (read.reading.scale, read.reading.reversed, read.reading.missing) == (
        "1-4",
        True,
        ("8", "9"),
    )


def test_the_answers_are_shown_counted_with_what_each_is_taken_for():
    page = opened("06_reversed_1to4.sav")
    cells = re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", texts(page.box))
    assert cells == [
        "Answer", "People", "Share", "Counted as",
        "1 A great deal", "71", "5.9%", "4 of 4, most trust",
        "2 A fair amount", "347", "28.9%", "3 of 4",
        "3 Not very much", "466", "38.8%", "2 of 4",
        "4 None at all", "257", "21.4%", "1 of 4, least trust",
        "9 Don&#39;t know", "59", "4.9%", "no answer",
    ]  # fmt: skip
    assert (page.value("low"), page.value("high"), page.value("direction")) == (1, 4, "down")


def test_words_are_put_in_order_and_an_answer_nobody_chose_has_its_place():
    page = Page()
    page.upload("ours.csv", column(*["ja"] * 30, *["nein"] * 20, "weiß nicht"))
    assert page.value("points") == 2, "the third does not know"
    page.answer(points=3)
    labels = {
        f.label: n
        for n, f in form_with(page.box, "points").fields.items()
        if n.startswith("point-")
    }
    assert sorted(labels) == ["ja (30)", "nein (20)", "weiß nicht (1)"]
    assert page.use() is None
    page.answer(**{labels["nein (20)"]: "1", labels["ja (30)"]: "1"})
    assert "stand in one place" in page.alerts()[0]
    page.answer(**{labels["ja (30)"]: "2", labels["weiß nicht (1)"]: "none"})
    read = page.use()
    assert read is not None
    assert read.reading is not None
    assert read.reading.scale == ("nein", "ja", "(answer 3)")
    assert (read.n_used, read.share_trusting) == (50, 0.0)


def test_weights_and_who_is_less_heard_can_be_said():
    page = Page()
    rows = "".join(f"{k % 11},{'rent' if k % 3 else 'own'},{1 + k % 2}\n" for k in range(330))
    page.upload("ours.csv", f"trust,home,w\n{rows}".encode())
    page.answer(low=0, high=10, direction="up", weight="w", group="home")
    assert not page.alerts()
    assert page.use() is None
    assert "say which of these groups are less heard" in page.alerts()[0]
    page.tick("less-", "rent")
    read = page.use()
    assert read is not None
    less = sum(1 + k % 2 for k in range(330) if k % 3)
    assert read.share_less_heard == pytest.approx(less / sum(1 + k % 2 for k in range(330)))


@pytest.mark.parametrize("group", ["name", "mail"])
def test_people_are_no_groups_and_none_of_them_is_shown(group):
    page = opened("18_personal.csv")
    page.answer(group=group)
    assert "does not tell groups apart" in page.alerts()[0]
    assert page.value("group") == group, "it does not spring back to none"
    assert page.use() is None
    assert "does not tell groups apart" in page.alerts()[0]
    shown = texts(page.box) + str([f.parts for f in forms(page.box)])
    assert "example.org" not in shown
    assert "Evans" not in shown
    page.answer(group="grp")
    assert not page.alerts()


def test_a_column_of_people_is_no_question_on_trust_and_is_not_shown():
    page = opened("18_personal.csv")
    page.answer(trust="mail")
    assert "Column &#39;mail&#39; holds 1,200 different texts" in page.alerts()[0]
    assert page.value("trust") == ""
    assert not page.asks("low")
    assert "example.org" not in texts(page.box)
    page.answer(trust="trust")
    assert not page.alerts()
    assert page.asks("low")


def test_a_refused_file_is_told_beside_the_field_and_the_survey_from_before_stays():
    page = opened("17_endpoint_labels.csv")
    page.answer(weight="weight")
    assert page.use() is not None
    assert "17_endpoint_labels.csv is in use now" in texts(page.box)
    page.upload("C:\\me\\photo.png", b"\x89PNG\r\n\x1a\n")
    assert page.alerts() == [
        "<p>photo.png: this is a picture; save the survey as .xlsx, .sav, .dta or .csv and give that"
        " file.</p><p>17_endpoint_labels is still in use.</p>"
    ]
    assert len(page.kept) == 1
    assert not page.asks("use")
    assert "is in use now" not in texts(page.box), "the message about the file before is gone"
    field, message = page.box.children[:2]
    assert field is form_with(page.box, "file")
    assert "photo.png" in texts(message)


def test_a_survey_can_be_taken_out_again_and_a_file_left():
    page = opened("17_endpoint_labels.csv")
    form_with(page.box, "leave").click("leave")
    assert not page.asks("trust")
    assert page.kept == []
    page.upload("17.csv", (FOLDER / "17_endpoint_labels.csv").read_bytes())
    page.answer(weight="weight")
    assert page.use() is not None
    form_with(page.box, "out").click("out")
    assert page.kept[-1] is None
    assert not page.asks("out")
    assert "is in use now" not in texts(page.box)
    assert "The survey is taken out." in texts(page.box)
    assert "In use" not in texts(page.box)


def test_where_several_sheets_hold_a_table_one_is_chosen():
    rows = [["id", "trust"], [1, 5], [2, 6]]
    page = Page()
    page.upload("book.xlsx", workbook(A=rows, B=[["id", "faith"], [1, 3], [2, 4]]))
    assert "&#39;A&#39;, &#39;B&#39; could be meant; name the sheet." in page.alerts()[0]
    assert not page.asks("use")
    assert [o.value for o in form_with(page.box, "sheet").fields["sheet"].options] == ["", "A", "B"]
    page.answer(sheet="B")
    form_with(page.box, "again").click("again")
    assert page.value("trust") == "faith"
    page.answer(sheet="A")
    form_with(page.box, "again").click("again")
    assert page.value("trust") == "trust"


def test_the_row_of_names_and_the_encoding_can_be_put_right():
    page = Page()
    page.upload("a.csv", "id,trust\nv1,trust in Łódź\n1,5\n".encode("cp1250"))
    page.answer(names_row=2, encoding="cp1250")
    form_with(page.box, "again").click("again")
    assert page.value("trust") == "trust in Łódź"
    page.answer(encoding="cp12500")
    form_with(page.box, "again").click("again")
    assert "is not an encoding of text" in page.alerts()[0]
    page.answer(encoding="cp1250")
    form_with(page.box, "again").click("again")
    assert page.asks("use")


def test_where_the_names_are_not_found_the_row_is_asked_for():
    page = Page()
    page.upload("a.csv", b"1,2\nid,trust\n1,5\n2,6\n")
    assert "should hold the names of the columns" in page.alerts()[0]
    page.answer(names_row=2)
    form_with(page.box, "again").click("again")
    assert page.value("trust") == "trust"


def test_many_different_answers_are_named_in_a_box_and_shown_cut_short():
    page = Page()
    page.upload("ours.csv", column(*range(101), 998, 999))
    page.answer(low=0, high=100, direction="up", none="998, 999")
    assert "... 63 more ..." in texts(page.box)
    read = page.use()
    assert read is not None
    assert (read.n_used, read.share_trusting) == (101, pytest.approx(50 / 101))


def test_nothing_of_the_file_outlives_its_import():
    page = opened("10_google_forms_verbal.csv")
    assert page.use() is not None
    held = vars(page.control).copy()
    assert held.pop("_file") is None
    assert "example.org" not in str(page.kept)
    assert "Evans" not in str(page.kept)


def test_reading_a_large_file_moves_a_bar_and_can_be_stopped():
    """On a page the file is read in a thread, so that the page stays alive."""
    rows = b"trust,id\n" + b"5,1\n" * 400_000

    async def visit() -> Page:
        page = Page()
        page.upload("large.csv", rows)
        bar = form_with(page.box, "bar")
        assert bar.values == {"bar": 0}
        bar.click("bar")
        for _ in range(600):
            await asyncio.sleep(0.05)
            if not page.asks("bar"):
                return page
        pytest.fail("it was never stopped")

    page = asyncio.run(visit())
    assert "Stopped. Nothing was read." in texts(page.box)
    assert not page.asks("trust")


def test_a_fault_inside_is_said_where_it_happened(monkeypatch):
    monkeypatch.setattr("coprod_sim.apps.survey.survey_control.population_from", lambda *_: 1 / 0)
    page = opened("17_endpoint_labels.csv")
    assert page.use() is None
    assert "Something went wrong inside the kit" in page.alerts()[0]
