"""Install what the project needs: uv in an environment of its own, Python 3.10, and the locked packages.

Runs on any Python from 3.8 on, with nothing but the standard library. `bootstrap.py runtime | development`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV_HOME = ROOT / ".uv"
UV = UV_HOME / "bin" / "uv"
UV_VERSION = "0.13.9"
ENVIRONMENT = ROOT / ".venv"
LEAST_DISK = 4 * 2**30
OLDEST_PYTHON = (3, 8)


class Failed(Exception):
    """The installation cannot go on; the message says what to do."""


def main(kind):
    """Install the runtime, or the runtime with what develops and tests it. Does nothing when it is already so."""
    if sys.version_info < OLDEST_PYTHON:
        raise Failed("Python 3.8 or later is needed to set this up; this is %d.%d." % sys.version_info[:2])
    mark = ENVIRONMENT / (".installed-" + kind)
    wanted = fingerprint()
    if any(is_marked(ENVIRONMENT / (".installed-" + each), wanted) for each in {kind, "development"}):
        return
    if shutil.disk_usage(ROOT).free < LEAST_DISK:
        raise Failed("At least 4 GB of free disk are needed to install the packages. Free some, then try again.")
    install_uv()
    install_packages(kind)
    mark.write_text(wanted, encoding="utf-8")


def is_marked(mark, wanted):
    """Say whether an installation of just this lock file was finished."""
    return mark.exists() and mark.read_text(encoding="utf-8") == wanted


def fingerprint():
    """Return a hash of what decides about the packages."""
    digest = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml", ".python-version"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def install_uv():
    """Put uv into an environment of its own, so that no other Python's shim stands before it."""
    if UV.exists():
        return
    print("Installing uv …", flush=True)
    try:
        subprocess.run([sys.executable, "-m", "venv", str(UV_HOME)], check=True, capture_output=True)
    except subprocess.CalledProcessError:
        raise Failed(
            "Python could not make a virtual environment. Install its venv module "
            "(on Debian and Ubuntu: apt install python3-venv), then try again."
        )
    pip = [str(UV_HOME / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "uv==" + UV_VERSION], capture_output=True, text=True)
    if done.returncode:
        shutil.rmtree(UV_HOME, ignore_errors=True)
        raise Failed("uv could not be fetched. Check the network, then try again.\n" + done.stderr.strip()[-400:])


def install_packages(kind):
    """Install the locked packages with compiled bytecode; uv finds Python 3.10 or fetches it."""
    print("Installing the locked packages (some 2 GB, once) …", flush=True)
    command = [str(UV), "sync", "--frozen"] + ([] if kind == "development" else ["--no-dev"])
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.pop("VIRTUAL_ENV", None)
    done = subprocess.run(command, cwd=str(ROOT), env=environment)
    if done.returncode:
        raise Failed("The packages could not be installed; the lines above say why. Then try again.")


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "runtime")
    except Failed as failure:
        sys.exit(str(failure))
    except OSError as error:
        sys.exit("The installation stopped: %s. Check the free disk and the rights on this folder." % error)
