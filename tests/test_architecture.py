"""The house rules that import-linter cannot see, read from the source with ``ast``."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "planner").rglob("*.py"))
WORDS = {"_": 1, "ngettext": 2, "pgettext": 2}
"""The functions that translate, with the number of their arguments that must be written out."""
LONGEST_FILE = 350
LAZY = {
    "planner/__main__.py": {  # one of the three, or bad news
        "planner.app",
        "planner.cli",
        "planner.domain.errors",
        "planner.selftest",
        "planner.ui.kit.wording",
    },
    "planner/app.py": {  # for a damaged or the sample book, for bad news, once the first frame stands
        "planner.domain.moment",
        "planner.errands",
        "planner.other_books",
        "planner.services.backups",
        "planner.ui.kit",
    },
    "planner/cli.py": {"planner.ui.paper"},  # only one verb paints
    "planner/models/book.py": {
        *("planner.models.through_peewee", "planner.models.undo"),  # when something is written
        "planner.domain.phone",  # when somebody has no name but a number
    },
    "planner/models/listing.py": {"planner.domain.search"},  # when something is searched
    "planner/models/single.py": {"planner.models.tables"},  # the same
    "planner/other_books.py": {  # when another book is asked for
        "planner.services.demo",
        "planner.ui.dialogs",
        "planner.ui.kit",
    },
    "planner/selftest/__init__.py": {"planner.selftest.every_window", "planner.ui"},  # each step pays for its own
    "planner/selftest/shipped.py": {"planner.ui"},  # the same
    "planner/services/listing.py": {"planner.domain.search", "planner.services.finding"},  # when something is searched
    "planner/services/open_book.py": {"planner.services"},  # each service when it is first asked for
    "planner/services/preferences.py": {"planner.services.standing"},  # reading preferences derives nothing
    "planner/services/stored.py": {"planner.domain.method", "planner.domain.week"},  # a look has no numbers
    "planner/services/view_conditions.py": {"planner.domain.search", "planner.services.ahead"},  # few views ask
    "planner/system.py": {"planner.services.moving"},  # hardly any book has moved
    "planner/ui/desk/about_doors.py": {"planner.ui.dialogs"},  # windows are made when they are opened
    "planner/ui/desk/bulk_doors.py": {"planner.services.exchange", "planner.ui.dialogs"},  # the same
    "planner/ui/desk/business_doors.py": {"planner.ui.dialogs", "planner.ui.reports"},  # windows when opened
    "planner/ui/desk/help_doors.py": {"planner.ui.dialogs"},  # windows are made when they are opened
    "planner/ui/desk/said_doors.py": {"planner.ui.dialogs"},  # windows are made when they are opened
    "planner/ui/desk/view_doors.py": {"planner.ui.dialogs"},  # windows are made when they are opened
    "planner/ui/desk/book_doors.py": {  # windows are made when they are opened
        "planner.services.exchange",
        "planner.ui.desk.keys",
        "planner.ui.dialogs",
        "planner.ui.exchange",
        "planner.ui.paper",
    },
    "planner/ui/desk/doors.py": {"planner.ui.desk.palette", "planner.ui.dialogs"},  # windows when opened
    "planner/ui/desk/window.py": {  # what the first frame can spare
        "planner.services.listing",
        "planner.ui.actions",
        "planner.ui.desk",
        "planner.ui.kit.windows",
        "planner.ui.people",
    },
    "planner/ui/kit/crash.py": {  # hardly ever
        "planner.ui.kit.crash_report",
        "planner.ui.kit.i18n",
        "planner.ui.kit.prompts",
        "planner.ui.kit.wording",
    },
    "planner/ui/desk/panes.py": {"planner.ui.kit.motion"},  # when somebody slides
}
"""What a file may import inside a function, because the first frame must not pay for it: modules and packages."""
CLOCKS = {"planner/app.py", "planner/cli.py", "planner/selftest/__init__.py", "planner/ui/kit/crash.py"}
"""Files that may read the clock."""
Finder = Callable[[ast.Module], Iterator[int]]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def called(node: ast.AST) -> str:
    """The plain or last name of what is called, empty if the node is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs when the module is imported: function bodies do not."""
    yield node
    children = ast.iter_child_nodes(node)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        children = iter([*node.decorator_list, node.args])
    elif isinstance(node, ast.Lambda):
        children = iter([node.args])
    for child in children:
        yield from run_at_import(child)


def words_at_import(tree: ast.Module) -> Iterator[int]:
    for node in run_at_import(tree):
        if called(node) in WORDS:
            yield node.lineno  # type: ignore[attr-defined] # a call has one


def words_put_together(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WORDS:
            shown = node.args[: WORDS[node.func.id]]
            if not all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in shown):
                yield node.lineno


def colours(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.search(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|\brgba?\(|\bhsla?\(", node.value):
                yield node.lineno
        elif isinstance(node, ast.Call) and called(node) == "QColor":
            if node.args and all(isinstance(each, ast.Constant) for each in node.args):
                yield node.lineno
        elif isinstance(node, ast.Attribute) and getattr(node.value, "attr", "") == "GlobalColor":
            if node.attr != "transparent":
                yield node.lineno


def prompts(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        names = {each.name for each in node.names} if isinstance(node, ast.ImportFrom) else {getattr(node, "attr", "")}
        if names & {"QMessageBox", "QFileDialog"}:
            yield getattr(node, "lineno", 0)


def stars(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(each.name == "*" for each in node.names):
            yield node.lineno


def clocks(tree: ast.Module) -> Iterator[int]:
    readings = {"now", "today", "utcnow", "currentDate", "currentDateTime", "currentTime"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            of_dates = node.value.id in ("date", "datetime", "QDate", "QDateTime", "QTime") and node.attr in readings
            if of_dates or (node.value.id == "time" and node.attr in ("time", "localtime", "gmtime")):
                yield node.lineno


def sales_words(tree: ast.Module) -> Iterator[int]:
    sale = r"clos(e|ed|ing) (the |a |this |that |your )?(deal|sale|them|lead)s?"
    banned = re.compile(rf"\b(prospect\w*|target\w*|pipeline\w*|funnel\w*|{sale})\b", re.IGNORECASE)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in WORDS:
            shown = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if any(isinstance(each, str) and banned.search(each) for each in shown):
                yield node.lineno


def late_imports(tree: ast.Module) -> Iterator[str]:
    """What functions import, as ``module.name``."""
    for function in filter(is_function, ast.walk(tree)):
        for node in ast.walk(function):
            if isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{each.name}" for each in node.names)
            elif isinstance(node, ast.Import):
                yield from (each.name for each in node.names)


def offences(find: Finder, folder: str = "planner", besides: frozenset[str] | set[str] = frozenset()) -> list[str]:
    """Where in a folder a rule is broken, as ``file:line``."""
    found = []
    for path in SOURCES:
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(folder) and name not in besides:
            found += [f"{name}:{line}" for line in find(parsed(path))]
    return found


@pytest.mark.parametrize(
    ("find", "bad"),
    [
        (words_at_import, "TITLE = _('People')"),
        (words_at_import, "class A:\n    title = _('People')"),
        (words_at_import, "def f(title=_('People')): pass"),
        (words_put_together, "def f(n): return _(f'Hello {n}')"),
        (words_put_together, "def f(n): return _('Hello ' + n)"),
        (words_put_together, "def f(n): return ngettext('one', WORDS[n], n)"),
        (colours, "INK = '#24231F'"),
        (colours, "STYLE = 'color: #fff; border: 0'"),
        (colours, "QColor(1, 2, 3)"),
        (colours, "painter.setPen(Qt.GlobalColor.black)"),
        (prompts, "from PySide6.QtWidgets import QLabel, QMessageBox"),
        (prompts, "QtWidgets.QFileDialog.getOpenFileName()"),
        (stars, "from PySide6.QtWidgets import *"),
        (clocks, "datetime.now(UTC)"),
        (clocks, "started = time.time()"),
        (sales_words, "def f(): return _('Your prospects')"),
        (sales_words, "def f(): return _('Close the deal')"),
    ],
)
def test_the_finders_find(find: Finder, bad: str) -> None:
    assert list(find(ast.parse(bad)))


@pytest.mark.parametrize(
    ("find", "good"),
    [
        (words_at_import, "def f(): return _('People')"),
        (words_at_import, "titles = lambda: _('People')"),
        (words_put_together, "def f(n): return _('Hello {name}').format(name=n)"),
        (colours, "row = '#12 of the list'"),
        (colours, "QColor(tokens.ink)"),
        (colours, "QColor(Qt.GlobalColor.transparent)"),
        (clocks, "self.clock.now()"),
        (sales_words, "def f(): return _('Close')"),
    ],
)
def test_the_finders_leave_the_rest(find: Finder, good: str) -> None:
    assert not list(find(ast.parse(good)))


def test_words_are_looked_up_when_they_are_shown() -> None:
    assert offences(words_at_import) == []


def test_words_are_written_out_for_translators() -> None:
    assert offences(words_put_together) == []


def test_only_the_ui_has_words() -> None:
    below = [each for each in SOURCES if each.parts[len(ROOT.parts) + 1] in ("domain", "models", "services")]
    assert len(below) > 10
    assert [each.name for each in below if re.search(r"\bgettext\b|kit\.i18n", each.read_text(encoding="utf-8"))] == []


def test_colours_are_named_in_the_theme_alone() -> None:
    assert offences(colours, "planner/ui/", {"planner/ui/kit/theme.py"}) == []


def test_prompts_are_asked_in_one_place() -> None:
    assert offences(prompts, besides={"planner/ui/kit/prompts.py"}) == []


def test_nothing_is_imported_by_star() -> None:
    assert offences(stars) == []


def test_now_is_an_argument() -> None:
    assert offences(clocks, besides=CLOCKS) == []


@pytest.mark.practice("002-12")
def test_the_words_on_screen_are_about_people() -> None:
    assert offences(sales_words, "planner/ui/") == []


def test_imports_stand_at_the_top_but_for_the_lazy_ones() -> None:
    unlisted, unused = [], []
    for path in SOURCES:
        name = path.relative_to(ROOT).as_posix()
        late = {f"{each}." for each in late_imports(parsed(path))}
        listed = {f"{each}." for each in LAZY.get(name, ())}
        unlisted += [
            (name, each) for each in late if each.startswith("planner.") and not each.startswith(tuple(listed))
        ]
        unused += [(name, each) for each in listed if not any(found.startswith(each) for found in late)]
    assert (unlisted, unused) == ([], [])
    assert {path.relative_to(ROOT).as_posix() for path in SOURCES} >= LAZY.keys()


def test_files_are_short_enough_to_be_read() -> None:
    lengths = {each: len(each.read_text(encoding="utf-8").splitlines()) for each in SOURCES}
    assert {each.name: lines for each, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_folders_are_named_by_their_subject() -> None:
    parts = {part.removesuffix(".py") for each in SOURCES for part in each.relative_to(ROOT).parts}
    assert not parts & {"utils", "helpers", "common", "manager", "managers", "base", "controllers", "views", "mixins"}


def test_one_file_alone_knows_where_the_resources_lie() -> None:
    knowing = [path.relative_to(ROOT).as_posix() for path in SOURCES if "_MEIPASS" in path.read_text(encoding="utf-8")]
    assert knowing == ["planner/domain/resources.py"]
