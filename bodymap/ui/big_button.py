"""A button that a finger meets."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from bodymap.ui.cut_button import CutButton
from bodymap.ui.measures import LEAST_HEIGHT


class BigButton(CutButton):
    """A tall button; one that shares a row gives way where the column is narrow."""

    def __init__(self, kind: str, parent: QWidget | None = None, *, gives_way: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(kind)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored if gives_way else policy.Preferred, policy.Fixed)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, LEAST_HEIGHT))
