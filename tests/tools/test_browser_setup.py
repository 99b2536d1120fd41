"""The browser is installed when it is missing, or one sentence says what to do; in continuous integration nothing is skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser import engine
from tools import browser_setup

ENV = "#!/bin/sh\n"
"""Stand-ins need only a shell; PATH holds nothing but them, and the few real commands that they use."""


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with a shell and `env`, without a browser, without apt and without sudo; its user is not root."""
    for name in ("sh", "env", "cp", "chmod", "true", "test", "touch"):
        (tmp_path / name).symlink_to(next(p for p in (Path("/bin") / name, Path("/usr/bin") / name) if p.exists()))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return tmp_path


def command(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"{ENV}{script}\n")
    path.chmod(0o755)


def apt(folder: Path, before: str = "") -> None:
    """Put an apt-get there that notes what it is asked and installs a browser."""
    install = f"case $1 in install) {before} cp {folder}/sh {folder}/chromium;; esac"
    command(folder, "apt-get", f'echo "$*" >> {folder}/asked\n{install}')


def test_a_browser_that_is_there_is_left_alone(bare: Path) -> None:
    command(bare, "chromium", "")
    apt(bare)
    assert browser_setup.main() == ""
    assert not (bare / "asked").exists()


def test_root_installs_it(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    apt(bare)
    assert browser_setup.main() == ""
    assert browser_setup.browser() == str(bare / "chromium")
    assert (bare / "asked").read_text() == "install --yes --no-install-recommends chromium\n"


def test_the_list_of_packages_is_renewed_when_that_is_what_is_missing(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    apt(bare, before=f"test -e {bare}/tried || {{ touch {bare}/tried; exit 100; }};")
    assert browser_setup.main() == ""
    assert [line.split()[0] for line in (bare / "asked").read_text().splitlines()] == ["install", "update", "install"]


def test_another_user_needs_sudo_that_asks_for_no_password(bare: Path) -> None:
    apt(bare)
    assert browser_setup.main() == browser_setup.NO_RIGHTS
    command(bare, "sudo", "exit 1")
    assert browser_setup.main() == browser_setup.NO_RIGHTS
    command(bare, "sudo", 'test "$1" = -n || exit 9\nshift\nexec "$@"')
    assert browser_setup.main() == ""


def test_without_apt_or_network_one_sentence_says_what_to_do(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert browser_setup.main() == browser_setup.NO_APT
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    command(bare, "apt-get", "exit 100")
    assert browser_setup.main() == browser_setup.NOT_INSTALLED


def test_a_missing_browser_fails_in_continuous_integration_and_is_named(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engine.what_is_missing() == f"chromium not installed. {engine.HOW}"
    monkeypatch.setenv("CI", "true")
    assert engine.must_run()
    monkeypatch.delenv("CI")
    assert not engine.must_run()
