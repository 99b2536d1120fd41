"""Rasa's starter project (`rasa init`): copied from the installed package, trained once and kept."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Optional

from bench.subjects import FOLDER, QUIET
from osteochat.errors import SetupError
from osteochat.settings import ROOT, read_settings
from osteochat.training import model_path

STARTER = FOLDER / "starter"
TRAINED = STARTER / "models" / "starter.tar.gz"
SECONDS = STARTER / "seconds.json"


def build() -> Path:
    """Make the starter project and train it unless that was done; return its folder."""
    if not (STARTER / "config.yml").exists():
        package = find_spec("rasa")
        assert package is not None
        assert package.origin is not None
        source = Path(package.origin).parent / "cli" / "initial_project"
        shutil.copytree(source, STARTER, ignore=shutil.ignore_patterns("__pycache__"))
    if not TRAINED.exists():
        SECONDS.write_text(json.dumps({"seconds": train_starter()}))
    return STARTER


def kept_seconds() -> Optional[float]:
    """Return how long the kept model took to train, or None when that is not known."""
    return float(json.loads(SECONDS.read_text())["seconds"]) if SECONDS.exists() else None


def train_starter() -> float:
    """Train the starter from nothing and return the seconds of the whole command."""
    shutil.rmtree(STARTER / ".rasa", ignore_errors=True)
    name = TRAINED.name.removesuffix(".tar.gz")
    return _timed([sys.executable, "-m", "rasa", "train", "--force", "--fixed-model-name", name], STARTER)


def train_ours() -> float:
    """Train this assistant from nothing, beside its model, and return the seconds of the whole command."""
    models = FOLDER / "models"
    shutil.rmtree(models, ignore_errors=True)
    seconds = _timed([sys.executable, "-m", "osteochat", "train"], ROOT, {"OSTEOCHAT_MODELS": str(models)})
    kept = model_path(read_settings())
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(models / kept.name, kept)
    return seconds


def _timed(command: list[str], folder: Path, more: Optional[dict[str, str]] = None) -> float:
    FOLDER.mkdir(parents=True, exist_ok=True)
    log = FOLDER / "training.log"
    began = time.perf_counter()
    with log.open("wb") as out:
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, **QUIET, **(more or {})}, stdout=out, stderr=out, check=False
        )
    if done.returncode:
        raise SetupError(f"The training failed; its log is {log}.")
    return time.perf_counter() - began
