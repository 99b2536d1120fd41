"""Memory of a process and all that it started, from /proc: each page is counted once, shared ones by share (PSS)."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

PROC = Path("/proc")


def of_tree(root: int) -> float:
    """Return the memory of the process and its descendants in MB.

    :raises OSError: when the root process is gone, or the system has no /proc
    """
    total = _share(root)
    for process in descendants(root):
        try:
            total += _share(process)
        except OSError:  # it ended in the meantime
            continue
    return total / 1024


def descendants(root: int) -> list[int]:
    """Return the processes that a process has started, and those that these have."""
    children = defaultdict(list)
    for each in PROC.iterdir():
        if each.name.isdigit():
            children[_parent(each)].append(int(each.name))
    found = list(children[root])
    for process in found:  # it grows on the way
        found += children[process]
    return found


def running(root: int, module: str) -> int:
    """Return the descendant that runs a module.

    :raises LookupError: when there is none
    """
    for process in descendants(root):
        if module in (PROC / str(process) / "cmdline").read_text().split("\0"):
            return process
    raise LookupError(f"no process runs {module}")


def _parent(process: Path) -> int:
    try:
        # The name of the program, in brackets, may hold spaces.
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _share(process: int) -> int:
    """Return the proportional share of one process in kB."""
    for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
