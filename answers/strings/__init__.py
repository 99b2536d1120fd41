"""All wording that is not medical knowledge, as YAML by theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


@cache
def theme(name: str) -> dict[str, Any]:
    """Return the strings of one theme, the file `<name>.yml` beside this module, read once."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content: dict[str, Any] = yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=loader)
    return content
