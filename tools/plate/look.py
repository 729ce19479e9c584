"""Render a plate, or a part of it, to a PNG."""

from __future__ import annotations

import os
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Window:
    """The part of the page to show."""

    x: float = 0
    y: float = 0
    width: float = 1000
    height: float = 1300


def look(plate: Path, out: Path, window: Window, scale: float, paper: str) -> None:
    """Write a picture of the window at a scale, on paper of a colour."""
    app = QGuiApplication.instance() or QGuiApplication([])
    size = (round(window.width * scale), round(window.height * scale))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bounds = QRectF(-window.x * scale, -window.y * scale, 1000 * scale, 1300 * scale)
    QSvgRenderer(str(plate)).render(painter, bounds)
    painter.end()
    image.save(str(out))
    del app
