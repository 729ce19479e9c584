"""No sentence that a reader sees is born in the code without a translator's hook."""

import ast
import re
from pathlib import Path

import pytest

import bodymap
from bodymap.language import parts_of
from tools.language import HOOKS, literals, phrases

PROGRAM = Path(bodymap.__file__).parent
SEEN_BY_READERS = sorted(
    [
        *(PROGRAM / "inquiry").glob("*.py"),
        *(PROGRAM / "interchange").glob("*.py"),
        *(PROGRAM / "ui").glob("*.py"),
        *(PROGRAM / name for name in ("app.py", "rendering.py", "cli/telling.py", "cli/screening.py")),
        PROGRAM / "cli/finding.py",
    ]
)
SENTENCE = re.compile(r"[^\W\d_] [^\W\d_]|(\0|^) [^\W\d_]{2,}\b(?!=)|[^\W\d_]{2} (\0|$)")
"""Two words side by side, or one beside what is put there; a zero stands for what an f-string fills in."""
TAG = re.compile(r"<[^>]*>")
LABELLED = {
    *("QAction", "QLabel", "QMenu", "QPushButton", "QStaticText", "addAction", "drawText", "setText"),
    *("setAccessibleDescription", "setAccessibleName", "setPlaceholderText", "setStatusTip", "setTitle"),
    *("setToolTip", "setWhatsThis", "setWindowTitle"),
}
"""What shows the texts that it is called with, be they one word."""
NOT_FOR_READERS = {
    ("app.py", "FAMILY"): "a typeface",
    ("app.py", "refuse_qt"): "said by the command line",
    ("ui/settings.py", "TABLE"): "no window shows it",
    ("ui/finger.py", "FINGER_SHEET"): "a style sheet",
    ("ui/leaf_html.py", "STYLE"): "a style sheet",
    ("ui/pen.py", "page_style"): "a style sheet",
    ("ui/theme.py", "_sheet_of_buttons"): "a style sheet",
    ("ui/theme.py", "_sheet_of_lists"): "a style sheet",
    ("ui/theme.py", "_sheet_of_words"): "a style sheet",
    ("ui/vector_labels.py", "FAMILY"): "a typeface",
}
"""Where a text may stand without a hook, by file and by function or constant, and why."""


class Finder(ast.NodeVisitor):
    """Finds the texts of a module that look like sentences or labels and are in no hook."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[tuple[str, str]] = []
        self._within = ""
        for node in tree.body:
            self._within = _name(node) or ""
            self.visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name in HOOKS:
            self._visit_hook(node, node.args[HOOKS[name]])
            return
        if name in LABELLED:
            self._note([text for argument in node.args for text in literals(argument) if _has_letters(text)])
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else it is a docstring
            self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Errors speak to programmers, and to the command line."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces = [str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values]
        self._look("".join(pieces))
        self._visit_all([part.value for part in node.values if isinstance(part, ast.FormattedValue)])

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._look(node.value)

    def _visit_hook(self, call: ast.Call, phrases: list[ast.expr]) -> None:
        """A phrase is whole: neither filled in nor put together before it is said."""
        self._note([ast.unparse(part) for part in phrases if isinstance(part, (ast.JoinedStr, ast.BinOp))])
        hooked = [part for part in phrases if any(literals(part))]
        self._visit_all([part for part in ast.iter_child_nodes(call) if part not in hooked])

    def _visit_all(self, nodes: list[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    def _look(self, text: str) -> None:
        self._note([text] if SENTENCE.search(TAG.sub("", text)) else [])

    def _note(self, texts: list[str]) -> None:
        self.found += [(self._within, text) for text in texts]


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _name(node: ast.stmt) -> str | None:
    target = node.targets[0] if isinstance(node, ast.Assign) else node
    return getattr(target, "name", getattr(target, "id", None))


def find(source: str) -> list[str]:
    return [text for _, text in Finder(ast.parse(source)).found]


@pytest.mark.parametrize("file", SEEN_BY_READERS, ids=lambda file: file.relative_to(PROGRAM).as_posix())
def test_every_sentence_has_a_hook(file: Path):
    name = file.relative_to(PROGRAM).as_posix()
    found = Finder(ast.parse(file.read_text(encoding="utf-8"))).found
    assert [text for within, text in found if (name, within) not in NOT_FOR_READERS] == []


@pytest.mark.parametrize("place", NOT_FOR_READERS, ids="-".join)
def test_no_exception_is_made_in_vain(place: tuple[str, str]):
    found = Finder(ast.parse((PROGRAM / place[0]).read_text(encoding="utf-8"))).found
    assert place[1] in {within for within, _ in found}


@pytest.mark.parametrize(
    "source",
    [
        "TITLE = 'Two words'",
        "show(f'{number} muscles')",
        "show(f'Seen {number} times')",
        "show('<p>A ' 'sentence.</p>')",
        "say(f'Seen {number} times')",
        "say('Felt in ' + place)",
        "say(f'{name}: {side}')",
        "show('from ' + place)",
        "say('{place}', place='the temple')",
        "label.setText('Back')",
        "label.setText('Back' if is_open else name)",
        "QPushButton('Back', self)",
    ],
)
def test_a_sentence_without_a_hook_is_found(source):
    assert find(source)


@pytest.mark.parametrize(
    "source",
    [
        "TITLE = mark('Two words')",
        "say_number(number, '1 muscle there', '{number} muscles there')",
        "label.setText(say('Back') if is_open else say('Start over'))",
        "def show():\n    '''Show two words.'''",
        "raise ValueError('two words')",
        "show(f\"<p class='soft'>{name}</p>\")",
        "widget.setObjectName('panel')",
    ],
)
def test_what_no_reader_sees_or_has_a_hook_is_not(source):
    assert not find(source)


def test_the_phrases_are_found_and_have_named_parts():
    found = [phrase for said in phrases().values() for phrase in said]
    assert len(found) > 100
    assert all(name.isidentifier() for phrase in found for name, _, _ in parts_of(phrase))
