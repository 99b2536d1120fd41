"""All checks in one place: `checks.py fast` and `checks.py all`. Ends with 1 when anything fails."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TESTS = [sys.executable, "-m", "pytest", "-q"]

FAST = [
    ("style", [str(BIN / "ruff"), "check", "--quiet", "."]),
    ("format", [str(BIN / "ruff"), "format", "--check", "--quiet", "."]),
    ("types", [str(BIN / "mypy")]),
    ("layers", [str(BIN / "lint-imports"), "--no-logo"]),
    ("unit and property tests", [*TESTS, "-m", "not e2e and not browser and not slow", "-n", "auto"]),
]
SLOW = [
    ("knowledge", [sys.executable, "-m", "knowledge", "stats"]),
    ("training", [sys.executable, "-m", "osteochat", "train"]),
    ("dialogue data", [str(BIN / "rasa"), "data", "validate", "--fail-on-warnings", "--quiet"]),
    ("slow tests", [*TESTS, "-m", "slow and not e2e and not browser"]),
    ("browser", [sys.executable, str(ROOT / "tools" / "browser_setup.py")]),
    ("end-to-end tests", [*TESTS, "-m", "e2e", "--durations=10"]),
    ("browser tests", [*TESTS, "-m", "browser", "--durations=5"]),
]

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}


def main(which: str) -> int:
    """Run the checks one after the other, all of them even when one fails, and say at the end which did."""
    failed = []
    for name, command in FAST + (SLOW if which == "all" else []):
        started = time.monotonic()
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=False).returncode:
            failed.append(name)
        print(f"   {time.monotonic() - started:.0f} s", flush=True)
    print(f"FAILED: {', '.join(failed)}" if failed else "All checks passed.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "fast"))
