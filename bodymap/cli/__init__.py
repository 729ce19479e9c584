"""bodymap, bodymap rank, find, screen, render, check, doctor: the same engine with or without a window."""

import gc
import os
import platform
import sys
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bodymap import __version__, resources
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.plate import PlateId
from bodymap.anatomy.words import Voice
from bodymap.cli.asking import (
    AskedWrongError,
    read_account,
    read_pain,
    read_place,
    read_region,
    read_sign,
    unknown,
)
from bodymap.cli.finding import found_as_json, found_as_text
from bodymap.cli.grammar import ASKED_WRONG, Commands, Run, make_parser, name_file
from bodymap.cli.handing import read_inquiry
from bodymap.cli.reading import sum_up_reading
from bodymap.cli.screening import raised_as_json, raised_as_text
from bodymap.cli.telling import as_json, as_text
from bodymap.content.pack import Loaded, check, load, read_through
from bodymap.inquiry.chart import write_chart
from bodymap.inquiry.state import Layer, Switch, layers_of
from bodymap.language import use
from bodymap.reasoning.ranking import rank
from bodymap.reasoning.screening import screen
from bodymap.reasoning.search import read_side, search

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

FINE, FOUND_WRONG = 0, 1
SCREENS = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")


class CannotStartError(Exception):
    """Something that a window needs is not there."""


def main(argv: "Sequence[str] | None" = None) -> int:
    """Do what the command line asks; return the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _answer(words)
        sys.stdout.flush()
    except (AskedWrongError, CannotStartError, resources.ResourcesMissingError) as problem:
        print(f"bodymap: {problem}", file=sys.stderr)
        return ASKED_WRONG if isinstance(problem, AskedWrongError) else FOUND_WRONG
    except BrokenPipeError:  # whoever reads has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    return status


def _answer(words: list[str]) -> int:
    if words[:1] == ["doctor"]:
        return int(import_module("bodymap.doctor").main(words[1:]))  # late, for no other command needs it
    parser = make_parser(
        Commands(_open_window, _tell_versions, _rank, _find, _screen, _render, _hand_over, _check)
    )
    try:
        given = parser.parse_args(name_file(parser, words))
    except SystemExit as stop:
        return int(stop.code or FINE)
    command: Run = given.run
    return command(given)


def _open_window(given: "argparse.Namespace") -> int:
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        raise CannotStartError(
            "there is no screen in this session; see bodymap doctor, or use bodymap render"
        )
    gc.disable()  # what a start makes stays; the window takes up the collecting when it stands
    app = _bring_qt()
    return int(app.run(app.Options(tuple(given.pack), given.theme, given.words, file=given.open)))


def _tell_versions(_given: "argparse.Namespace") -> int:
    """Say what runs here; where Qt cannot be loaded that is said in its place."""
    core = resources.packs() / "core"
    about = load([core], assets=resources.assets(), cache=resources.cache_folder()).atlas.about
    print(f"bodymap {__version__}")
    print(f"content {about.id} {about.version}")
    print(f"Python {platform.python_version()}")
    try:
        core_of_qt = import_module("PySide6.QtCore")
    except ImportError as problem:
        print(f"Qt cannot start here ({problem}); see bodymap doctor")
    else:
        print(f"PySide6 {core_of_qt.__version__}, Qt {core_of_qt.qVersion()}")
    return FINE


def _bring_qt() -> Any:  # noqa: ANN401 - a module
    """Bring Qt in, here and not above: the commands that need no picture must run where Qt cannot."""
    try:
        app = import_module("bodymap.app")
    except ImportError as problem:
        raise CannotStartError(f"Qt cannot start here ({problem}); see bodymap doctor") from problem
    if refusal := app.refuse_qt():
        raise CannotStartError(refusal)
    return app


def _rank(given: "argparse.Namespace") -> int:
    loaded = _load(given)
    atlas = loaded.atlas
    account = read_account(atlas, given)
    if account.is_empty:
        raise AskedWrongError("name at least one region, such as temple:right, or a --symptom")
    ranking = rank(atlas, account)
    voice = Voice(given.words or Voice.PLAIN)
    print(as_json(atlas, ranking, voice) if given.format == "json" else as_text(atlas, ranking, voice))
    return _status(loaded)


def _find(given: "argparse.Namespace") -> int:
    loaded = _load(given)
    text = " ".join(given.typed)
    hits, (_, side) = search(loaded.atlas, text), read_side(text)
    write = found_as_json if given.format == "json" else found_as_text
    print(write(loaded.atlas, hits, side, Voice(given.words or Voice.PLAIN)))
    return _status(loaded)


def _screen(given: "argparse.Namespace") -> int:
    loaded = _load(given)
    atlas = loaded.atlas
    regions = {read_region(atlas, text) for text in given.region}
    answers = [read_sign(atlas, text) for text in given.answer]
    found = screen(atlas, answers, age=given.age, regions=regions)
    voice, number = Voice(given.words or Voice.PLAIN), given.emergency_number
    is_json = given.format == "json"
    print(raised_as_json(found, voice, number) if is_json else raised_as_text(atlas, found, voice, number))
    return _status(loaded)


def _render(given: "argparse.Namespace") -> int:
    loaded = _load(given)
    atlas = loaded.atlas
    if given.plate not in atlas.plates:
        raise AskedWrongError(unknown("plate", given.plate, atlas.plates))
    suffix = given.out.suffix.lower()
    if suffix not in {".png", ".svg"}:
        raise AskedWrongError(f"--out must end in .png or .svg, not “{given.out.name}”")
    pains = [read_pain(atlas, text) for text in given.select]
    place = read_place(atlas, given.muscle) if given.muscle else None
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _bring_qt()
    rendering = import_module("bodymap.rendering")
    request = rendering.Still(
        PlateId(given.plate),
        tuple(pains),
        place,
        given.side,
        given.size,
        given.theme,
        layer=_read_layer(atlas, given),
        opens_jaw=given.jaw,
        switches=frozenset(map(Switch, given.show)),
        skin=given.skin,
        voice=given.words,
    )
    return _write(given, rendering.draw(atlas, request, suffix)) or _status(loaded)


def _hand_over(given: "argparse.Namespace") -> int:
    loaded = _load(given)
    inquiry, today = read_inquiry(loaded.atlas, given), given.day or date.today()
    if given.out.suffix.lower() == ".txt":
        content = write_chart(loaded.atlas, inquiry, today).encode()
    else:
        if sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _bring_qt()
        rendering = import_module("bodymap.rendering")
        content = rendering.make_page(loaded.atlas, inquiry, today, given.out.suffix.lower())
    return _write(given, content) or _status(loaded)


def _write(given: "argparse.Namespace", content: bytes) -> int:
    """Write a file and say where, or say why not."""
    try:
        given.out.write_bytes(content)
    except OSError as problem:
        print(f"bodymap: {given.out} could not be written: {problem.strerror}", file=sys.stderr)
        return FOUND_WRONG
    print(given.out)
    return FINE


def _read_layer(atlas: Atlas, given: "argparse.Namespace") -> str | None:
    """Read how deep the plate is to be opened, and whether it can be; raises AskedWrongError."""
    plate = atlas.plates[PlateId(given.plate)]
    layer: str | None = given.layer
    layers = [each.value for each in layers_of(plate.aspect)]
    if layer and layer not in layers:
        raise AskedWrongError(f"{plate.id} has no layer {layer}. It has: {', '.join(layers)}.")
    if given.jaw and not plate.can_open_jaw:
        able = [known.id for known in atlas.plates.values() if known.can_open_jaw]
        raise AskedWrongError(f"{plate.id} cannot open the jaw. These can: {', '.join(able)}.")
    if given.jaw and layer in {Layer.SKIN, Layer.SURFACE}:
        raise AskedWrongError(f"the jaw is not open in the layer {layer}: say --layer deep or bone, or none.")
    return layer


def _check(given: "argparse.Namespace") -> int:
    core = resources.packs() / "core"
    pack = given.folder or core
    under = [core] if given.folder else []
    problems = check(pack, under=under, assets=resources.assets())
    for problem in problems:
        print(problem)
    name = getattr(pack, "name", str(pack))
    number = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    print(f"{name}: {number}" if problems else f"{name}: nothing is wrong")
    print(sum_up_reading(read_through(pack), is_full=given.reading))
    return FOUND_WRONG if problems else FINE


def _status(loaded: Loaded) -> int:
    """Return whether all packs could be used."""
    return FOUND_WRONG if any(problem.is_fatal for problem in loaded.problems) else FINE


def _load(given: "argparse.Namespace") -> Loaded:
    """Load the packs, and say on the side what is wrong with them."""
    core = resources.packs() / "core"
    loaded = load([core, *given.pack], assets=resources.assets(), cache=resources.cache_folder())
    use(loaded.atlas.phrases)
    for problem in loaded.problems:
        if problem.is_fatal:
            print(problem, file=sys.stderr)
    return loaded
