"""The pack that ships has no problems."""

from bodymap import resources
from bodymap.content.pack import check


def test_the_core_pack_has_no_problems():
    problems = check(resources.packs() / "core", assets=resources.assets())
    assert not problems, "\n".join(map(str, problems))
