"""From a report of ldd to the line that a user types."""

import pytest

from bodymap.qt_needs import distribution, is_deadly, not_found

LDD = """
/opt/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd1a9f2000)
\tlibQt6Core.so.6 => /opt/PySide6/Qt/lib/libQt6Core.so.6 (0x00007f1d2ba00000)
\tlibxcb-icccm.so.4 => not found
\tlibglib-2.0.so.0 => not found
\tlibxcb-icccm.so.4 => not found
"""


def test_ldd_is_read():
    assert not_found(LDD) == {"libxcb-icccm.so.4", "libglib-2.0.so.0"}


@pytest.mark.parametrize(
    ("release", "tool", "glib"),
    [
        ({"ID": "debian", "VERSION_ID": "12"}, "apt-get", "libglib2.0-0"),
        ({"ID": "debian", "VERSION_ID": "13"}, "apt-get", "libglib2.0-0t64"),
        ({"ID": "debian"}, "apt-get", "libglib2.0-0t64"),
        ({"ID": "ubuntu", "ID_LIKE": "debian", "VERSION_ID": "22.04"}, "apt-get", "libglib2.0-0"),
        ({"ID": "ubuntu", "ID_LIKE": "debian", "VERSION_ID": "24.04"}, "apt-get", "libglib2.0-0t64"),
        (
            {"ID": "linuxmint", "ID_LIKE": "ubuntu debian", "UBUNTU_CODENAME": "noble"},
            "apt-get",
            "libglib2.0-0t64",
        ),
        ({"ID": "fedora", "VERSION_ID": "42"}, "dnf", "glib2"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf", "glib2"),
        ({"ID": "arch"}, "", None),
        ({}, "", None),
    ],
)
def test_packages_are_named_as_each_system_names_them(release, tool, glib):
    system = distribution(release)
    assert system.tool == tool
    assert system.package("libglib-2.0.so.0") == glib


def test_an_unknown_library_has_no_package():
    assert distribution({"ID": "debian", "VERSION_ID": "12"}).package("libnew.so.9") is None


def test_the_command_is_exact():
    debian = distribution({"ID": "debian", "VERSION_ID": "12"})
    assert " ".join(debian.command(["libxcb-icccm4", "libegl1", "libegl1"])) == (
        "apt-get install -y --no-install-recommends libegl1 libxcb-icccm4"
    )
    assert distribution({"ID": "fedora"}).command(["glib2"]) == ["dnf", "install", "-y", "glib2"]


@pytest.mark.parametrize(
    ("python", "qt", "deadly"),
    [((3, 11), (6, 12, 0), True), ((3, 11), (6, 11, 3), False), ((3, 12), (6, 12, 0), False)],
)
def test_the_deadly_pair(python, qt, deadly):
    assert is_deadly(python, qt) is deadly
