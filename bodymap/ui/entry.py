"""A line, or a few, to type in, which says at once when what stands there cannot be used."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from bodymap.ui.controls import label_of
from bodymap.ui.measures import SPACE_1
from bodymap.ui.theme import Tokens


class Entry(QWidget):
    """A named field; what is typed counts as soon as it may.

    Signals:
        told: the text that stands in the field, whenever it changed to one that is allowed.
    """

    told = Signal(str)

    def __init__(
        self,
        name: str,
        hint: str,
        fault: str,
        allows: Callable[[str], bool],
        parent: QWidget | None = None,
        *,
        lines: int = 1,
    ) -> None:
        super().__init__(parent)
        self._fault, self._allows, self._lines = fault, allows, lines
        self.field = QLineEdit(self) if lines == 1 else QPlainTextEdit(self)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(hint)
        self._hint, self._warning = label_of("soft"), label_of("warning")
        title = label_of("soft")
        title.setText(name)
        self._hint.setText(hint)
        self._warning.setText(f"⚠ {fault}")
        self._warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        for widget in (title, self.field, self._warning, self._hint):
            column.addWidget(widget)
        if isinstance(self.field, QPlainTextEdit):
            self.field.setTabChangesFocus(True)
        self.field.textChanged.connect(self._on_changed)
        self.field.installEventFilter(self)

    @property
    def said(self) -> str:
        """What stands in the field, without blanks around it."""
        return (self.field.text() if isinstance(self.field, QLineEdit) else self.field.toPlainText()).strip()

    @property
    def fault(self) -> str:
        """What is said to be wrong with it, or nothing."""
        return self._warning.text() if self._warning.isVisibleTo(self) else ""

    def show_value(self, value: str) -> None:
        """Show what is set; what is being typed is left alone."""
        if self.field.hasFocus() or self.said == value:
            return
        self.field.blockSignals(True)  # noqa: FBT003 - Qt takes no keywords
        if isinstance(self.field, QLineEdit):
            self.field.setText(value)
        else:
            self.field.setPlainText(value)
        self.field.blockSignals(False)  # noqa: FBT003
        self._warn(is_wrong=False)

    def show_tokens(self, tokens: Tokens) -> None:
        """Make room for as many lines as may be typed."""
        if isinstance(self.field, QPlainTextEdit):
            self.field.setFixedHeight(tokens.scale.px(self._lines * 20 + 24))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:  # a number that is half typed is no fault yet
            self._warn(is_wrong=not self._allows(self.said))
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        is_allowed = self._allows(self.said)
        if is_allowed:
            self._warn(is_wrong=False)
            self.told.emit(self.said)
        elif self._lines > 1 or not set(self.said) <= set("+0123456789 -"):
            self._warn(is_wrong=True)

    def _warn(self, *, is_wrong: bool) -> None:
        self._warning.setVisible(is_wrong)
        self._hint.setVisible(not is_wrong)
