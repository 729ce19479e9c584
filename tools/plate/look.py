"""Render a plate, or a part of it, to a PNG."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF  # noqa: E402
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402
from PySide6.QtSvg import QSvgRenderer  # noqa: E402


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
    image = QImage(round(window.width * scale), round(window.height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bounds = QRectF(-window.x * scale, -window.y * scale, 1000 * scale, 1300 * scale)
    QSvgRenderer(str(plate)).render(painter, bounds)
    painter.end()
    image.save(str(out))
    del app
