"""Size of an environment on disk: ours without what only develops and tests it, and the starter's as Rasa installs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

MEGABYTE = 2**20


def of_files(folder: Path) -> float:
    """Return the size of all files under a folder in MB."""
    return sum(each.lstat().st_size for each in folder.rglob("*") if each.is_file()) / MEGABYTE


def of_packages(names: set[str]) -> float:
    """Return the size of installed packages with their compiled bytecode in MB."""
    return sum(_size(distribution(name)) for name in names) / MEGABYTE


def needed_by(roots: tuple[str, ...]) -> set[str]:
    """Return the names of installed packages that these need, with themselves, by the metadata of the packages."""
    installed = {_plain(each.metadata["Name"]): each for each in distributions()}
    found: set[str] = set()
    waiting = [_plain(root) for root in roots]
    while waiting:
        name = waiting.pop()
        if name in found or name not in installed:
            continue
        found.add(name)
        waiting += _requirements(installed[name])
    return found


def _requirements(package: Distribution) -> Iterator[str]:
    for requirement in package.requires or []:
        if "extra ==" not in requirement:
            yield _plain(re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0])


def _size(package: Distribution) -> int:
    files = [Path(str(package.locate_file(each))) for each in package.files or []]
    compiled = {cached for each in files if each.suffix == ".py" for cached in _cached(each)}
    return sum(each.stat().st_size for each in {*files, *compiled} if each.is_file())


def _cached(source: Path) -> Iterator[Path]:
    return (source.parent / "__pycache__").glob(f"{source.stem}.cpython-*.pyc")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def runtime_packages(project: Path) -> tuple[str, ...]:
    """Return the names of the packages that the project needs to run, from its pyproject.toml."""
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    listed = text.partition("\ndependencies = [")[2].partition("]")[0]
    return tuple(re.findall(r'"([A-Za-z0-9._-]+)', listed))


def versions(names: tuple[str, ...]) -> dict[str, str]:
    """Return the installed versions."""
    return {name: distribution(name).version for name in names}
