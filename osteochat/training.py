"""Train the model when what it is made from has changed: by content, not by date."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import mends
from mends import light_imports
from osteochat.errors import SetupError
from osteochat.settings import ROOT, Settings

INGREDIENTS = (
    "config.yml",
    "domain.yml",
    "data",
    "nlu/intent",
    "nlu/clinical_extractor.py",
    "nlu/intent_classifier.py",
)
"""All that the trained model holds; the extractor's lexicon is not in it and needs no training."""


def fingerprint() -> str:
    """Return a hash of the content of all ingredients and of the versions of what trains with them."""
    from importlib.metadata import version

    digest = hashlib.sha256()
    for name in ("rasa", "scikit-learn", "numpy"):
        digest.update(f"{name}=={version(name)}\n".encode())
    for path in _files():
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for name in INGREDIENTS:
        path = ROOT / name
        yield from (
            [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.suffix in (".yml", ".py"))
        )


def model_path(settings: Settings) -> Path:
    """Return where the model for the present ingredients is, or would be."""
    return settings.models / f"osteochat-{fingerprint()}.tar.gz"


def train(settings: Settings, force: bool = False) -> Path:
    """Train unless the model for these ingredients is there.

    :return: the model
    :raises SetupError: when the data cannot be trained or the disk is full
    """
    path = model_path(settings)
    if path.exists() and not force:
        return path
    print("Training the model (once, until the training data change) …", flush=True)
    started = time.monotonic()
    try:
        settings.models.mkdir(parents=True, exist_ok=True)
        _train_to(path)
    except OSError as error:
        raise SetupError(
            f"The model could not be written to {settings.models}: {error.strerror}. Free some disk space."
        ) from error
    for old in settings.models.glob("osteochat-*.tar.gz"):
        if old != path:
            old.unlink()
    print(f"Trained in {time.monotonic() - started:.0f} s.", flush=True)
    return path


def _train_to(path: Path) -> None:
    os.environ.update(RASA_TELEMETRY_ENABLED="false", TF_CPP_MIN_LOG_LEVEL="3")
    os.environ.setdefault("TQDM_DISABLE", "1")
    said = io.StringIO()
    light_imports.apply()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        from rasa.model_training import train as train_with_rasa

        mends.apply_training()
        result = train_with_rasa(
            domain=str(ROOT / "domain.yml"),
            config=str(ROOT / "config.yml"),
            training_files=[str(ROOT / "data")],
            output=str(path.parent),
            fixed_model_name=path.name,
            force_training=True,
        )
    if result.code != 0 or not path.exists():
        raise SetupError(f"The training failed. Rasa said: {said.getvalue().strip()[-600:]}")
