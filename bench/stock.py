"""The environment that `pip install rasa` makes, installed once to be weighed, then removed; its size is kept."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Optional

from bench.disk import of_files
from bench.subjects import FOLDER
from osteochat.settings import ROOT

KEPT = FOLDER / "stock.json"


def find_uv() -> Optional[Path]:
    """Return the uv that the set-up has installed, or one on the path."""
    own = ROOT / ".uv" / "bin" / "uv"
    other = shutil.which("uv")
    return own if own.exists() else Path(other) if other else None


def size(build: bool) -> Optional[float]:
    """Return the size of the stock environment with compiled bytecode in MB, or None where it is not known.

    :param build: install it to find out; that takes minutes, once
    """
    wanted = version("rasa")
    if KEPT.exists() and json.loads(KEPT.read_text())["rasa"] == wanted:
        return float(json.loads(KEPT.read_text())["megabytes"])
    uv, folder = find_uv(), FOLDER / "stock"
    if uv is None or not build:
        return None
    print("  installing the stock environment once, to weigh it …", flush=True)
    try:
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, folder], check=True)
        python = folder / "bin" / "python"
        # Without our own settings, which leave out what a stock installation has.
        options = ["--quiet", "--no-config", "--compile-bytecode"]
        install: list[str | Path] = [uv, "pip", "install", *options, "--python", python, f"rasa=={wanted}"]
        subprocess.run(install, check=True)
        found = of_files(folder)
    except subprocess.CalledProcessError:
        return None
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    KEPT.write_text(json.dumps({"rasa": wanted, "megabytes": found}))
    return found
