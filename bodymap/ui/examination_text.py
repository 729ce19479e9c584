"""How a muscle is pressed, as HTML: what lies near, how, and where its trigger points lie."""

from html import escape

from bodymap.inquiry.examination import Stop
from bodymap.language import say
from bodymap.ui.pen import Pen


def write_stop(stop: Stop, pen: Pen) -> str:
    """Write how to press a muscle; at the neck and the eye what lies near is said first."""
    care, how = _dangers(stop, pen), _how(stop, pen)
    parts = [pen.style(), *((care, how) if stop.caution_first else (how, care))]
    return "".join([*parts, _points(stop, pen), pen.sources(stop.bibliography)])


def _dangers(stop: Stop, pen: Pen) -> str:
    ink = pen.tokens.warning_ink
    heading = f"<b>⚠ {pen.text(stop.hands, ink)}</b>"
    return pen.warn(f"{heading}{pen.items(stop.dangers, ink=ink) if stop.dangers else ''}")


def _how(stop: Stop, pen: Pen) -> str:
    if not stop.how:
        return f"<p>{escape(say('No source says how this muscle is pressed.'))}</p>"
    note = f"<p class='soft'>{escape(stop.hold.note)}</p>" if stop.hold.note and stop.hold.words else ""
    return f"{''.join(f'<p>{pen.item(item)}</p>' for item in stop.how)}{note}"


def _points(stop: Stop, pen: Pen) -> str:
    """Write where the trigger points lie; their numbers stand beside the rings in the drawing."""
    if not stop.points:
        return ""
    rows = "".join(
        f"<p><b>◎ ✕{number} {escape(name)}</b>: {pen.item(where)}</p>"
        for number, (name, where) in enumerate(stop.points, 1)
    )
    unseen = "" if stop.is_aimed else f"<p class='soft'>{escape(say('Not seen in this view.'))}</p>"
    return f"<h3>{escape(say('Where its trigger points lie'))}</h3>{unseen}{rows}"
