"""Which messages the code asks for, and with which values: read off its text, without running it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import coprod_sim

PACKAGE = Path(coprod_sim.__file__).parent
SCRIPTS = Path(__file__).resolve().parents[1] / "web" / "src"
KEY = re.compile(r"[a-z]\w*(?:-\w+)*-?")
HOLE = r"[A-Za-z0-9_]+"
DOORS = {"t", "w", "words", "with_places"}
"""The names under which the code calls the words of a language."""


@dataclass
class Asked:
    """One call: a pattern of keys, and the values that go with it (`None`: they cannot be read off)."""

    where: str
    pattern: str
    values: set[str] | None = field(default_factory=set)

    def fits(self, keys: set[str]) -> set[str]:
        return {key for key in keys if re.fullmatch(self.pattern, key)}


def calls() -> list[Asked]:
    """List every call of the words in Python, templates and TypeScript whose key can be read off."""
    return [*_in_python(), *_in_templates(), *_in_scripts()]


def patterns() -> set[str]:
    """List every text in the code that may be a key, or stand for several."""
    found = {one.pattern for one in calls()}
    for file in _templates():
        found |= {re.escape(key) for key in re.findall(r'"([a-z][\w-]*)"', file.read_text("utf-8"))}
    for file in SCRIPTS.rglob("*.ts*"):
        found |= set(_in_script(file.read_text(encoding="utf-8")))
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            found |= set(_patterns(node))
            if isinstance(node, ast.Call) and _name(node.func) == "names" and node.args:
                found |= {f"{p}-{HOLE}" for p in _patterns(node.args[0])}
            if isinstance(node, ast.Call) and _name(node.func) == "head" and len(node.args) > 1:
                found |= set(_headings(node))
    return found


def _in_scripts() -> Iterator[Asked]:
    for file in SCRIPTS.rglob("*.ts*"):
        text = file.read_text(encoding="utf-8")
        for call in re.finditer(r"\bsay\(\s*\"([a-z][\w-]*)\"\s*([,)])\s*(\{)?", text):
            given: set[str] | None = set()
            if call[2] == ",":
                given = _names(_until_closed(text[call.end() :])) if call[3] else None
            where = f"{file.relative_to(SCRIPTS)}:{text.count(chr(10), 0, call.start()) + 1}"
            yield Asked(where, re.escape(call[1]), given)


def _until_closed(text: str) -> str:
    depth = 1
    for place, letter in enumerate(text):
        depth += (letter in "{[(") - (letter in "}])")
        if depth == 0:
            return text[:place]
    return text


def _names(inside: str) -> set[str] | None:
    """Give the names of an object's values; `None` where others are spread into it."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(f"{inside},"):
        depth += (letter in "{[(") - (letter in "}])")
        if letter == "," and depth == 0:
            parts.append(inside[start:place].strip())
            start = place + 1
    if any(part.startswith("...") for part in parts):
        return None
    return {re.match(r"\w+", part)[0] for part in parts if part}


def _in_script(text: str) -> Iterator[str]:
    """Give the texts between quotes that may be keys; `${...}` in a template stands for anything."""
    yield from (re.escape(key) for key in re.findall(r"[\"']([a-z][\w-]*)[\"']", text))
    for template in re.findall(r"`([a-z](?:[\w-]|\$\{[^}]*\})*)`", text):
        yield HOLE.join(map(re.escape, re.split(r"\$\{[^}]*\}", template)))


def _headings(call: ast.Call) -> Iterator[str]:
    named = {k.arg: k.value for k in call.keywords}
    for part in _patterns(call.args[1]):
        for title in _titles(named.get("title")):
            yield from (f"{part}-{title}", f"{part}-{title}_intro", f"{part}-intro")


def _titles(given: ast.expr | None) -> list[str]:
    return ["title"] if given is None else list(_patterns(given)) or [HOLE]


def _in_python() -> Iterator[Asked]:
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args and _is_door(node.func)):
                continue
            named = {k.arg for k in node.keywords}
            open_ = None in named or _name(node.func) == "with_places"
            for pattern in _patterns(node.args[0]):
                where = f"{file.relative_to(PACKAGE)}:{node.lineno}"
                yield Asked(where, pattern, None if open_ else {str(n) for n in named})


def _in_templates() -> Iterator[Asked]:
    for file in _templates():
        text = file.read_text(encoding="utf-8")
        for call in re.finditer(
            r"\b[tw]\(\"([a-z][\w-]*)\"(?: ~ [^,)]*)?((?:, *\w+=[^()]*?(?:\([^()]*\))?)*)\)", text
        ):
            hole = HOLE if " ~ " in call[0].split(",")[0] else ""
            values = set(re.findall(r"(\w+)=", call[2]))
            yield Asked(f"{file.relative_to(PACKAGE)}", f"{re.escape(call[1])}{hole}", values)


def _templates() -> list[Path]:
    return [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.j2")]


def _is_door(called: ast.expr) -> bool:
    inner = called.func if isinstance(called, ast.Call) else None
    return _name(called) in DOORS or (inner is not None and _name(inner) == "words_in")


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _patterns(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if KEY.fullmatch(node.value):
            yield re.escape(node.value)
    elif isinstance(node, ast.IfExp):
        yield from (*_patterns(node.body), *_patterns(node.orelse))
    elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
        yield from (f"{p}{HOLE}" for p in _patterns(node.left))
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        parts = [
            re.escape(str(v.value)) if isinstance(v, ast.Constant) else HOLE for v in node.values
        ]
        if KEY.fullmatch(str(node.values[0].value)):
            yield "".join(parts)
