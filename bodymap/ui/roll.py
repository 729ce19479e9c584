"""A part of a page that is scrolled up and down where there is no room for all of it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

LEAST = 48
"""The least height in pixels: what a finger meets."""


class Roll(QScrollArea):
    """Holds a widget; never wider than its room."""

    def __init__(self, body: QWidget, parent: QWidget | None = None, *, is_short: bool = False) -> None:
        """Hold a widget. A short roll takes no more height than its widget wants, any other all there is."""
        super().__init__(parent)
        body.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds takes it, and is brought into sight
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Maximum if is_short else policy.Expanding)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when what is held wants it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        body = self.widget()
        if body is not None:
            body.setMaximumWidth(event.size().width())
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        body, width = self.widget(), self.viewport().width()
        if body is None:
            return super().sizeHint()
        hint = body.sizeHint()
        return QSize(hint.width(), body.heightForWidth(width) if body.hasHeightForWidth() else hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(LEAST, self.sizeHint().height()))
