"""When to get help, what else it could be, and how to read the map, as HTML."""

from collections.abc import Iterable
from html import escape

from bodymap.inquiry.safety import Flag
from bodymap.inquiry.screen import Screen
from bodymap.language import mark, say
from bodymap.ui.keys import GROUPS
from bodymap.ui.muscle_page import stress
from bodymap.ui.pen import Pen

HOW_TO_READ = (
    mark(
        "*Press where it hurts* on the drawing. Press again to take it away. "
        "Drag to move, turn the wheel to zoom."
    ),
    mark("*The muscles that light up* are those known to be felt there. Number 1 fits best. Each says why."),
    mark(
        "*Press a muscle* in the list or in the drawing, to see where it can be felt and what is known about "
        "it."
    ),
    mark(
        "*The small pictures* at the left turn the patient: front, sides, back, the mouth inside. "
        "What was chosen glows in each."
    ),
    mark(
        "*The slider* on top peels the drawing, from the skin to the bone. The buttons below open the jaw, "
        "and show trigger points, names and dangers: where needle and finger keep away."
    ),
    mark(
        "*Press and check* goes from muscle to muscle. A ring shows where to press. "
        "*✓ double line*: familiar pain. *– dots*: not. *?*: not sure. Dotted region: felt there."
    ),
    mark(
        "*Shaded* is where most people feel it. Striped is where some do. "
        "✕ marks a trigger point: a tender spot."
    ),
)
"""How to read the map; what is between stars is stressed."""
NOT_EVERY_PAIN = mark("Not every pain here comes from a muscle. This is no diagnosis: ask.")


def write_flags(flags: Iterable[Flag], pen: Pen) -> str:
    """Write what was raised: what to do first, then what it may be, by which answers, and why."""
    return "".join(_flag(flag, pen) for flag in flags)


def _flag(flag: Flag, pen: Pen) -> str:
    ink = pen.tokens.warning_ink
    parts = [
        f"<h2>⚠ {escape(flag.heading)}</h2>",
        f"<p><b>{escape(flag.call)}</b></p>" if flag.call else "",
        f"<p><b>{pen.text(flag.do, ink)}</b></p>",
        f"<p>{escape(flag.title)}. {pen.text(flag.why, ink)}</p>",
        f"<p>{escape(say('You ticked: {signs}', signs=flag.because))}</p>" if flag.because else "",
        pen.cites(flag.citations),
    ]
    return pen.warn("".join(parts))


def write_held(screen: Screen, pen: Pen) -> str:
    """Write what stands in the place of the list while something else comes first."""
    framing = say("This page is not a diagnosis. It tells when to ask for help.")
    return (
        f"{pen.style()}<p class='framing'>{escape(framing)}</p>"
        f"{write_flags(screen.flags, pen)}{pen.sources(screen.flag_sources)}"
    )


def write_safety(screen: Screen, pen: Pen, *, is_full: bool = True) -> str:
    """Write what else it could be, region by region, the pressing first; in full also when to get help."""
    parts = [
        pen.style(),
        write_flags(screen.safety.flags, pen),
        f"<h1>{escape(say('What else it could be'))}</h1>",
        f"<p class='soft'>{escape(say(NOT_EVERY_PAIN))}</p>",
    ]
    for known in screen.safety.otherwise:
        ink = pen.tokens.warning_ink if known.is_pressing else ""
        text = (
            f"<b>{escape(known.urgency)}</b> · {escape(known.region)}<br>{pen.text(known.text, ink)} "
            f"{pen.cites(known.citations)}"
        )
        parts.append(pen.warn(text) if known.is_pressing else f"<p class='help'>{text}</p>")
    if is_full:
        parts.append(_write_all_flags(screen, pen))
    return "".join(parts) + pen.sources(screen.safety.sources)


def write_help(screen: Screen, pen: Pen, *, is_full: bool = True) -> str:
    """Write how to read the map and, in full, by which keys; and when not to."""
    lines = "".join(f"<p class='help'>{stress(say(phrase))}</p>" for phrase in HOW_TO_READ)
    safety = _write_all_flags(screen, pen) + pen.sources(screen.safety.sources)
    keys = write_keys() if is_full else ""
    return f"{pen.style()}<h1>{escape(say('How to read the map'))}</h1>{lines}{keys}{safety}"


def write_keys() -> str:
    """Write which key does what, group by group."""
    parts = [f"<h2>{escape(say('Keys'))}</h2>"]
    for group in GROUPS:
        lines = ((" ".join(key.keys), say(key.words)) for key in group.keys)
        rows = "".join(
            f"<tr><td><b>{escape(keys)}</b>&nbsp;&nbsp;</td><td>{escape(words)}</td></tr>"
            for keys, words in lines
        )
        parts.append(f"<h3>{escape(say(group.heading))}</h3><table cellpadding='2'>{rows}</table>")
    return "".join(parts)


def _write_all_flags(screen: Screen, pen: Pen) -> str:
    """Write when to get help; the same urgency is said once."""
    parts, said, ink = [f"<h2>{escape(say('When to get help'))}</h2>"], "", pen.tokens.warning_ink
    for flag in screen.safety.all_flags:
        heading = f"<h3>{escape(flag.heading)}</h3>" if flag.heading != said else ""
        said = flag.heading
        text = f"{pen.text(flag.why, ink)} {pen.cites(flag.citations)}"
        parts.append(f"{heading}<p>• <b>{escape(flag.title)}.</b> {text}</p>")
    return pen.warn("".join(parts)) if screen.safety.all_flags else ""
