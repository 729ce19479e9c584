"""What Qt needs of a machine: a Python it does not abort, and on Linux libraries that packages bring."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# soname: the package on Debian and Ubuntu, the package on Fedora
_PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libGLX.so.0": ("libglx0", "libglvnd-glx"),
    "libGLdispatch.so.0": ("libglvnd0", "libglvnd"),
    "libOpenGL.so.0": ("libopengl0", "libglvnd-opengl"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libcups.so.2": ("libcups2", "cups-libs"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
    "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "libzstd"),
}

# renamed with the 64-bit time of Debian 13 and Ubuntu 24.04
_TIME64 = frozenset({"libglib2.0-0", "libcups2"})
_TIME64_SINCE = {"debian": (13,), "ubuntu": (24, 4)}


def is_deadly(python: tuple[int, ...], qt: tuple[int, ...]) -> bool:
    """Say whether this PySide6 takes references of None from this Python and so aborts it."""
    return python < (3, 12) and qt >= (6, 12)


@dataclass(frozen=True)
class Distribution:
    """A family of Linux systems, by the tool that installs its packages."""

    tool: str
    time64: bool = False

    def package(self, soname: str) -> str | None:
        """Return the package that brings this library, if it is known here."""
        debian, fedora = _PACKAGES.get(soname, (None, None))
        if self.tool == "dnf":
            return fedora
        if self.tool == "apt-get":
            return f"{debian}t64" if self.time64 and debian in _TIME64 else debian
        return None

    def command(self, packages: Iterable[str]) -> list[str]:
        """Return the command that installs these packages and nothing beside them."""
        names = sorted(set(packages))
        if self.tool == "apt-get":
            return ["apt-get", "install", "-y", "--no-install-recommends", *names]
        return [self.tool, "install", "-y", *names]


def distribution(release: Mapping[str, str]) -> Distribution:
    """Return the family of the system that an os-release file describes."""
    family = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    if family & {"debian", "ubuntu"}:
        return Distribution("apt-get", time64=_has_time64(release))
    if family & {"fedora", "rhel", "centos"}:
        return Distribution("dnf")
    return Distribution("")


def not_found(ldd: str) -> frozenset[str]:
    """Return the libraries that a report of ldd calls not found."""
    return frozenset(line.split()[0] for line in ldd.splitlines() if line.rstrip().endswith("=> not found"))


def _has_time64(release: Mapping[str, str]) -> bool:
    since = _TIME64_SINCE.get(release.get("ID", ""))
    if since is None:
        return release.get("UBUNTU_CODENAME", "") not in {"", "focal", "jammy"}
    digits = release.get("VERSION_ID", "99").split(".")
    return tuple(int(part) for part in digits if part.isdigit()) >= since
