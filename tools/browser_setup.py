"""Install the browser that the browser tests drive: Debian's Chromium, with apt, when there is none yet.

`python tools/browser_setup.py` ends with 0 when a browser is there, else with 1 and one sentence that says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PACKAGE = "chromium"
SECONDS = 900
"""How long apt may take; it fetches about 100 MB."""

NO_APT = (
    "The browser tests need Chromium, and this system has no apt to install it with. "
    "Install Chromium or Google Chrome with the means of this system, then try again."
)
NO_RIGHTS = (
    "The browser tests need Chromium, and this user may not install it. "
    "Ask an administrator for it: apt-get install chromium"
)
NOT_INSTALLED = (
    "Chromium could not be installed. Check the network, run “apt-get install chromium” by hand to see why, "
    "then try again."
)


def browser() -> str | None:
    """Return the path of a browser that can be driven, or None."""
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def rights() -> list[str] | None:
    """Return what goes before a command that needs the rights of root: nothing, or sudo; None where neither is possible."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    # -n: a test run must never stop to ask for a password.
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def install(prefix: Sequence[str]) -> bool:
    """Install the package; say whether it worked. Its list of packages is renewed only when the first try fails."""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    order = [*apt, "install", "--yes", "--no-install-recommends", PACKAGE]
    try:
        if _runs(order):
            return True
        return _runs([*apt, "update"]) and _runs(order)
    except subprocess.TimeoutExpired:
        return False


def _runs(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True, timeout=SECONDS, check=False).returncode == 0


def main() -> str:
    """Make sure that there is a browser. Return what is to be done by hand, as one sentence; nothing when all is well."""
    if browser():
        return ""
    if shutil.which("apt-get") is None:
        return NO_APT
    prefix = rights()
    if prefix is None:
        return NO_RIGHTS
    print("Installing Chromium for the browser tests (once) …", flush=True)
    return "" if install(prefix) and browser() else NOT_INSTALLED


if __name__ == "__main__":
    sys.exit(main() or 0)
