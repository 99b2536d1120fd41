"""The command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import __main__ as cli
from knowledge.errors import ContentError
from knowledge.store import Store


def test_build_writes_where_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out.db"
    assert cli.main(["build", "--out", str(path)]) == 0
    assert str(path) in capsys.readouterr().out
    Store(path).close()


def test_build_writes_below_the_home_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OSTEOCHAT_HOME", str(tmp_path))
    assert cli.main(["build"]) == 0
    assert (tmp_path / "knowledge.db").is_file()


def test_stats_say_that_everything_is_cited(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["stats"]) == 0
    counts = dict(line.strip().split("  ", 1)[::-1] for line in capsys.readouterr().out.splitlines())
    assert counts["statements"] == counts["statements with at least one source"]
    assert counts["numbers"] == counts["numbers with at least one source"]
    assert counts["sources"] == counts["sources cited"]


def test_readability_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["readability", "--markdown"]) == 0
    assert "| grade | words | statement | depth | text |" in capsys.readouterr().out


def test_check_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 0
    assert "in order" in capsys.readouterr().out


def test_a_mistake_is_one_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ContentError("readings.yml: R1 patient: field required; correct it and build again.")

    monkeypatch.setattr(cli, "load", broken)
    assert cli.main(["check"]) == 1
    shown = capsys.readouterr()
    assert shown.err == "readings.yml: R1 patient: field required; correct it and build again.\n"
    assert shown.out == ""
