"""Whether a folder for Windows is complete: every library that a file in it asks for is in it or part of Windows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pefile

OF_WINDOWS = frozenset(
    """
    advapi32 authz bcrypt bcryptprimitives cfgmgr32 comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dbghelp dcomp dnsapi
    dwmapi dwrite dxgi gdi32 icuuc imm32 iphlpapi kernel32 mpr mscms msi msvcrt ncrypt netapi32 ntdll ole32 oleacc
    oleaut32 opengl32 powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi ucrtbase uiautomationcore
    user32 userenv usp10 uxtheme version winhttp winmm winspool.drv wldap32 ws2_32 wtsapi32
    """.split()
)
"""What Windows 10 1809 and later have in System32; Qt needs no older one."""

_CODE = (".dll", ".exe", ".pyd")
_IMPORTS = ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT")
_MADE_BY_WINE = (b"Wine builtin DLL", b"Wine placeholder DLL")


def main(arguments: list[str]) -> int:
    """``python -m windows.closure FOLDER``: a line for each fault; 1 when there is one."""
    found = faults(Path(arguments[0]))
    print("\n".join(found or [f"Nothing is missing in {arguments[0]}"]), flush=True)
    return int(bool(found))


def faults(folder: Path) -> list[str]:
    """A line for each library that would be missed, and for each file that is not for a real Windows."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _CODE)
    present = {path.name.lower() for path in files}
    return [line for path in files for line in _faults_of(path, present)]


def _faults_of(path: Path, present: set[str]) -> Iterator[str]:
    image = pefile.PE(str(path), fast_load=True)
    if any(mark in image.header for mark in _MADE_BY_WINE):
        yield f"{path.name} is Wine's own"
    kinds = (
        pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"],
        pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT"],
    )
    image.parse_data_directories(directories=list(kinds))
    for kind in _IMPORTS:
        for entry in getattr(image, kind, ()):
            name = entry.dll.decode().lower()
            if name not in present and not is_of_windows(name):
                yield f"{path.name} needs {name}"
    image.close()


def is_of_windows(name: str) -> bool:
    """Whether a library, by its name in small letters, is part of every Windows that can run Qt."""
    return name.startswith(("api-ms-win-", "ext-ms-")) or name.removesuffix(".dll") in OF_WINDOWS


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
