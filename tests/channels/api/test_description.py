"""The OpenAPI description holds against the real server: Schemathesis looks for a request that proves it wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from osteochat.processes import Server
from osteochat.settings import ROOT, Settings
from tools.bootstrap import UV

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

PROJECT = ROOT / "tools" / "fuzz"
SECONDS = 25
"""How long requests are made up; the start of the tool comes on top."""


@pytest.fixture(scope="module")
def schemathesis() -> Path:
    """The tool, from its locked environment; without one the test is skipped, but never in the continuous integration."""
    program = PROJECT / ".venv" / "bin" / "schemathesis"
    uv = str(UV) if UV.exists() else shutil.which("uv")
    problem = "uv is not here: run `make development`" if uv is None else ""
    if uv is not None:
        made = subprocess.run(
            [uv, "sync", "--frozen", "--quiet", "--project", str(PROJECT)],
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "VIRTUAL_ENV": ""},
        )
        problem = made.stderr[-300:] if made.returncode else ""
    if problem and not program.exists():
        if os.environ.get("CI"):
            pytest.fail(f"the environment of tools/fuzz cannot be made: {problem}")
        pytest.skip(f"the environment of tools/fuzz cannot be made: {problem}")
    return program


def test_no_request_proves_the_description_wrong(
    schemathesis: Path, settings: Settings, assistant: list[Server], tmp_path: Path
) -> None:
    """All checks but one: a case may fit the schema and still be refused, since its facts contradict each other."""
    done = subprocess.run(
        [
            str(schemathesis),
            *("run", f"{settings.address}/v1/openapi.json", "--url", settings.address),
            *("--phases", "examples,coverage,fuzzing", "--max-time", str(SECONDS), "--seed", "1"),
            *("--checks", "all", "--exclude-checks", "positive_data_acceptance", "--request-timeout", "10"),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=tmp_path,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(PROJECT)},
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-1000:]
