"""Plain rows of a workbook are taken without the reader of XML, and mean what it would have made of them."""

import io
import re
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unittest.mock import patch
from xml.parsers.expat import ExpatError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_sheets import (
    DAMAGED_CELLS,
    HEIGHT,
    ITEMS,
    ODD_CELLS,
    OF_ROWS,
    OPEN,
    OPENINGS,
    PLAIN_CELLS,
    SPACE,
    WRITTEN,
)

from coprod_sim.population.survey_files import sheet_rows, xml_pieces
from coprod_sim.population.survey_files.cell_values import CellValues
from coprod_sim.population.survey_files.sheet_rows import rows_of, shared_texts

SHARED = ["red", "", "blue"]
VALUES = CellValues(SHARED, {1: lambda number: ("date", number)}, lambda text: ("iso", text))
TRIES = settings(max_examples=600, deadline=None)


def sheet(rows: str, opening: str = OPEN) -> bytes:
    return f"{opening}<sheetData>{rows}</sheetData></worksheet>".encode()


def read(data: bytes) -> Any:
    """Give the rows of a sheet, or the kind of fault for which it is refused."""
    try:
        return list(rows_of(io.BytesIO(data), VALUES, lambda _done: None))
    except Exception as problem:  # whatever it is, its kind is compared
        return type(problem)


def texts(data: bytes) -> Any:
    """Give the shared texts, or the kind of fault for which they are refused."""
    try:
        return shared_texts(io.BytesIO(data))
    except ExpatError as problem:
        return type(problem)


@contextmanager
def in_pieces(size: int) -> Iterator[None]:
    """Read so many bytes at a time, and take no part that is longer than four such pieces."""
    with (
        patch.object(xml_pieces, "PIECE", size),
        patch.object(xml_pieces, "LONGEST_PART", 4 * size),
    ):
        yield


@contextmanager
def only_as_xml() -> Iterator[None]:
    """Take nothing: let the reader of XML read everything."""
    never = re.compile(rb"(?!)")
    with (
        patch.object(sheet_rows._Cells, "opening", never),
        patch.object(sheet_rows._Texts, "opening", never),
    ):
        yield


@contextmanager
def nothing_as_xml(kind: type, tag: str) -> Iterator[None]:
    """Let the reader of XML meet no element of some name."""
    start = kind.start

    def watched(self: Any, met: str, attributes: Any) -> None:
        assert met != f"{SPACE} {tag}"
        start(self, met, attributes)

    with patch.object(kind, "start", watched):
        yield


def same_both_ways(data: bytes, size: int = 1 << 18, reader: Any = read) -> Any:
    with in_pieces(size):
        ours = reader(data)
    with only_as_xml():
        theirs = reader(data)
    assert ours == theirs
    assert list(map(kinds, ours if isinstance(ours, list) else [])) == list(
        map(kinds, theirs if isinstance(theirs, list) else [])
    )
    return ours


def kinds(row: Any) -> list[type]:
    """Give the kinds of the values in a row, as True is equal to 1."""
    return list(map(type, row))


@pytest.mark.parametrize("program", WRITTEN)
@pytest.mark.parametrize("size", [50, 1 << 18])
def test_plain_rows_of_usual_programs_never_meet_the_reader_of_xml(program, size):
    rows, meant = WRITTEN[program]
    data = sheet(rows, OPEN.replace(">", f" {HEIGHT}>"))
    assert same_both_ways(data, size) == meant
    with nothing_as_xml(sheet_rows._Cells, "row"):
        assert read(data) == meant


def test_plain_shared_texts_never_meet_the_reader_of_xml():
    items = (
        '<si><t>a &lt; b</t></si><si><t xml:space="preserve"> c</t></si>\n'
        "<si><t/></si><si><t>_x005F_</t></si>"
    )
    data = f'<sst xmlns="{SPACE}" count="4" uniqueCount="4">{items}</sst>'.encode()
    with nothing_as_xml(sheet_rows._Texts, "si"):
        assert texts(data) == ["a < b", " c", "", "_"]
    assert same_both_ways(data, reader=texts) == ["a < b", " c", "", "_"]


def rows_from(cells: list[str]) -> st.SearchStrategy[str]:
    row = st.builds(
        lambda said, held, empty: f"<row{said}/>" if empty else f"<row{said}>{''.join(held)}</row>",
        st.one_of(st.sampled_from(OF_ROWS[:5]), st.sampled_from(OF_ROWS)),
        st.lists(st.sampled_from(cells), max_size=5),
        st.sampled_from([False, False, False, True]),
    )
    between = st.sampled_from(["", "", "", "\n", "\r\n ", "<!-- <row/> -->", "text", "<x/>"])
    return st.lists(st.tuples(row, between).map("".join), max_size=8).map("".join)


SIZES = st.sampled_from([7, 40, 300, 1 << 18])


@TRIES
@given(rows=rows_from(PLAIN_CELLS + ODD_CELLS), opening=st.sampled_from(OPENINGS), size=SIZES)
def test_any_rows_are_read_as_the_reader_of_xml_reads_them(rows, opening, size):
    same_both_ways(sheet(rows, opening), size)


@TRIES
@given(rows=rows_from(PLAIN_CELLS * 3 + ODD_CELLS + DAMAGED_CELLS), size=SIZES)
def test_damaged_rows_are_refused_for_the_same_kind_of_fault(rows, size):
    same_both_ways(sheet(rows), size)


@TRIES
@given(
    rows=rows_from(PLAIN_CELLS),
    at=st.floats(0, 1),
    length=st.integers(0, 12),
    size=SIZES,
    instead=st.one_of(
        st.binary(max_size=3), st.sampled_from([b"<", b">", b'"', b"/", b"</row>", b"<!--", b"&"])
    ),
)
def test_a_sheet_that_is_cut_or_overwritten_anywhere_fares_the_same(
    rows, at, length, size, instead
):
    data = sheet(rows)
    place = int(at * len(data))
    same_both_ways(data[:place] + instead + data[place + length :], size)


@TRIES
@given(
    items=st.lists(
        st.sampled_from([*ITEMS[:3], *ITEMS, "<si><t>", "</si>", "&b;", "<x>"]), max_size=9
    ).map("".join),
    opening=st.sampled_from(
        [f'<sst xmlns="{SPACE}" count="2">', "<sst>", f"<sst xmlns='{SPACE}' a='>'>"]
    ),
    size=SIZES,
)
def test_any_shared_texts_are_read_as_the_reader_of_xml_reads_them(items, opening, size):
    same_both_ways(f"{opening}{items}</sst>".encode(), size, texts)


def test_every_sign_there_is_is_read_or_refused_as_the_reader_of_xml_does():
    for first in range(0, 0x11000, 0x100):
        signs = [chr(code) for code in range(first, first + 0x100) if not 0xD800 <= code < 0xE000]
        rows = "".join(f'<row><c t="str"><v>{sign}</v></c></row>' for sign in signs if sign > "?")
        refused = read(sheet(rows)) is ExpatError
        assert refused == (first == 0xFF00)
        same_both_ways(sheet(rows))
    for sign in map(chr, [*range(0x40), 0xFFFE, 0xFFFF]):
        same_both_ways(sheet(f'<row><c t="str"><v>a{sign}b</v></c></row>'))


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"])
def test_a_sheet_in_another_code_is_read_by_the_reader_of_xml(code):
    head = (
        ""
        if code == "utf-16"
        else f'<?xml version="1.0" encoding="{code.upper()[:6] if "16" in code else code}"?>'
    )
    rows = '<row><c t="str"><v>é</v></c></row>'
    data = (head + sheet(rows).decode()).encode(code)
    assert same_both_ways(data) == [("é",)]


class Endless(io.BytesIO):
    """A file that begins as it is told, and then says the same again and again, up to a size."""

    def __init__(self, begin: str, again: str, size: int) -> None:
        super().__init__()
        self.next, self.again, self.left = begin.encode(), (again * 1000).encode(), size

    def read(self, size: int | None = -1, /) -> bytes:
        assert size
        while len(self.next) < size and self.left > 0:
            self.next += self.again
            self.left -= len(self.again)
        piece, self.next = self.next[:size], self.next[size:]
        return piece


@pytest.mark.parametrize(
    "again",
    [
        "<c/>",
        '<c r="A1" ',
        "<row>",
        "<row/>",
        '<row odd="1"/>',
        "<!-- -->",
        " ",
        "<row><c>",
        "&amp;",
    ],
)
def test_a_sheet_without_end_takes_no_room(again):
    tracemalloc.start()
    with in_pieces(1 << 14), suppress(ExpatError, ValueError):
        endless = Endless(f"{OPEN}<sheetData><row>", again, 4_000_000)
        sum(1 for _ in rows_of(endless, VALUES, lambda _: None))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 3_000_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "again",
    [
        "<c/>",
        '<row odd="1"/>',
        '<row odd="1"></row>',
        "<row><c><f/></c></row>",
        '<c r="A1" t="',
        "<row><!-- --></row>",
    ],
)
def test_what_is_not_plain_takes_no_more_than_twice_the_time_of_the_reader_of_xml(again):
    def took() -> float:
        endless = Endless(f"{OPEN}<sheetData><row>", again, 3_000_000)
        start = time.process_time()
        with suppress(ExpatError):
            sum(1 for _ in rows_of(endless, VALUES, lambda _: None))
        return time.process_time() - start

    ours = took()
    with only_as_xml():
        assert ours < 2 * took() + 0.2


def test_elements_without_number_one_inside_the_other_are_refused():
    deep = 200
    assert read(sheet(f"<row>{'<x>' * deep}{'</x>' * deep}</row>")) is ValueError
    data = f'<sst xmlns="{SPACE}">{"<x>" * deep}{"</x>" * deep}</sst>'.encode()
    with pytest.raises(ValueError, match="one inside the other"):
        shared_texts(io.BytesIO(data))


@pytest.mark.slow
def test_plain_rows_are_read_in_less_than_half_the_time_of_the_reader_of_xml():
    cells = "".join(
        f'<c r="{letter}2" t="inlineStr"><is><t>comment {letter}</t></is></c>'
        for letter in "ABCDEFGH"
    )
    data = sheet(f"<row>{cells}</row>" * 20_000)
    start = time.process_time()
    ours = read(data)
    took = time.process_time() - start
    with only_as_xml():
        start = time.process_time()
        assert read(data) == ours
        assert took < (time.process_time() - start) / 2
