"""What stays out of the frozen program: whatever Warmbook does not use of Qt, babel, phonenumbers and Python.

The same rules prune the bare window that its size is compared with.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection

UNUSED_QT = "Designer Help OpenGL OpenGLWidgets Qml Quick QuickControls2 QuickWidgets Sql Test UiTools Xml".split()
UNUSED = [
    *("tkinter", "_tkinter", "unittest", "pydoc", "doctest", "test", "pytest", "setuptools", "pip", "numpy", "PIL"),
    *("curses", "IPython", "phonenumbers.geodata", "phonenumbers.carrierdata"),
    *("ssl", "_ssl", "_hashlib"),  # nothing is ever sent, and fingerprints have code of their own
    *(f"PySide6.Qt{part}" for part in UNUSED_QT),
]
"""Modules that are not even looked for."""

DROPPED = [
    r"(lib)?Qt6(Quick|Qml|VirtualKeyboard|Pdf|Designer)\w*\.(dll|dylib|so.*)$",
    r"/Qt(Quick|Qml|Pdf|VirtualKeyboard)\w*\.framework/",
    r"plugins/(qmltooling|designer|scxmldatamodel|vectorimageformats|generic|networkinformation|tls)/",
    r"plugins/platforms/\w*q(minimal|minimalegl|direct2d|vnc|linuxfb|eglfs|vkkhrdisplay)\.",
    r"plugins/platforminputcontexts/\w*virtualkeyboard",
    r"plugins/imageformats/\w*q(pdf|tga|wbmp|tiff|icns)\.",
    r"dateutil/zoneinfo/.*\.tar\.gz$",
    r"resources/pictures/|resources/locale/.*\.pot?$",  # for readers and translators
    r"\.(pyi|lib|h|cmake|prl)$",
]
"""Files by what their path looks like, on every system."""
ON_WINDOWS = [r"opengl32sw\.dll$"]
ON_LINUX = [
    r"EglFS|EglFs",
    r"plugins/(egldeviceintegrations|wayland-shell-integration/libwl-shell)",
    r"plugins/platformthemes/libqgtk3",
    r"^lib(gtk-3|gdk-3|gdk_pixbuf|atk|atspi|pango|cairo|pixman|epoxy|harfbuzz|graphite2|gcrypt|systemd)\S*\.so",
]
"""The last line: what only the theme of GTK stands on."""


def is_kept(
    path: str,
    languages: Collection[str],
    *,
    read: Collection[str] = (),
    has_charts: bool,
    system: str = sys.platform,
) -> bool:
    """Whether a file goes into the folder; of data by language, that of the ``languages`` it speaks and of none.

    Of languages that are only ``read``, in lists that people bring, babel's names of countries are needed. Charts are
    painted with Qt's OpenGL library beside them.
    """
    name = path.replace("\\", "/")
    if found := re.search(r"babel/locale-data/(\w+)\.dat$", name):
        return found[1] in read or found[1].partition("_")[0] in {"root", *languages}
    if found := re.search(r"PySide6/.*translations/(\w+?)_(\w+)\.qm$", name):
        return found[1] == "qtbase" and found[2].partition("_")[0] in languages
    dropped = list(DROPPED)
    if system == "win32":
        dropped += ON_WINDOWS if has_charts else [*ON_WINDOWS, r"Qt6OpenGL\w*\.dll$"]
    elif system.startswith("linux"):
        dropped += ON_LINUX
    return not re.search("|".join(dropped), name)
