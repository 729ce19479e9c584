"""A plate as a drawing program leaves it, read and written plain."""

import pytest

from tools.plate import plate

EDITED = """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
    viewBox="0 0 1000 1300" version="1.1" id="svg108">
  <defs id="defs7">
    <linearGradient id="paint-chew"><stop id="stop1" offset="0" stop-color="#c65346"/></linearGradient>
    <linearGradient id="linearGradient33" xlink:href="#paint-old" gradientTransform="scale(2)"/>
    <linearGradient id="paint-old"/>
    <linearGradient id="skin-cheek"/>
    <radialGradient id="skin-soft" xlink:href="#skin-cheek"/>
  </defs>
  <g id="layer-surface">
    <g id="muscle-masseter_deep-right" class="muscle chew" sodipodi:role="x">
      <path id="path12" class="body" d="m 10,20 c 1,2 3,4 5,6 l 7,0 z" style="fill:url(#paint-chew)"/>
      <path id="path13" class="shade" d="m1 2l3 4" fill="url(#skin-soft)"/>
      <g id="g5" class="guides"><path id="path14" d="m 1,1 h 4"/></g>
    </g>
  </g>
</svg>
"""


@pytest.fixture
def saved(tmp_path):
    """The text of the plate after it was read and written once."""
    file = tmp_path / "edited.svg"
    file.write_text(EDITED, encoding="utf-8")
    plate.write(plate.read(file), file)
    return file.read_text(encoding="utf-8")


def test_names_that_a_program_made_up_are_taken_out_and_ours_stay(saved):
    for made_up in ("path12", "path13", "path14", '"g5"', "svg108", "defs7", "stop1", 'version="1.1"'):
        assert made_up not in saved
    for ours in ("layer-surface", "muscle-masseter_deep-right", "paint-chew"):
        assert f'id="{ours}"' in saved


def test_what_a_person_edits_is_said_in_absolute_steps_and_decoration_is_left(saved):
    assert 'd="M10 20C11 22 13 24 15 26L22 26Z"' in saved
    assert 'd="M1 1L5 1"' in saved
    assert 'd="m1 2l3 4"' in saved


def test_gradients_that_nothing_uses_go_and_those_that_others_need_stay(saved):
    assert "linearGradient33" not in saved
    assert "paint-old" not in saved
    assert 'id="skin-soft"' in saved
    assert 'id="skin-cheek"' in saved
