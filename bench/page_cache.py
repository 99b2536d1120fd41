"""A cold start: what the system keeps of the files on disk is dropped before it."""

from __future__ import annotations

import os
from pathlib import Path

DROP = Path("/proc/sys/vm/drop_caches")


def drop(folders: list[Path]) -> str:
    """Drop the files from memory and return how: all files where that is allowed, else those of the folders."""
    os.sync()
    try:
        DROP.write_text("1")
        return "page cache dropped"
    except OSError:
        pass
    if not hasattr(os, "posix_fadvise"):
        return "page cache kept (this system drops none)"
    for folder in folders:
        for file in folder.rglob("*"):
            _forget(file)
    return "files of the project and its environment dropped from the page cache"


def _forget(file: Path) -> None:
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return
    try:
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    except OSError:
        pass
    finally:
        os.close(handle)
