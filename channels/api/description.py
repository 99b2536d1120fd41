"""The OpenAPI description, gathered from the files of `openapi/`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "openapi"


@lru_cache(maxsize=1)
def openapi() -> dict[str, Any]:
    """Return the description as one object. It is read once."""
    whole: dict[str, Any] = {}
    for path in sorted(FOLDER.glob("*.yml")):
        _merge(whole, yaml.safe_load(path.read_text(encoding="utf-8")))
    return whole


def _merge(whole: dict[str, Any], part: dict[str, Any]) -> None:
    for name, value in part.items():
        if isinstance(value, dict) and isinstance(whole.get(name), dict):
            _merge(whole[name], value)
        else:
            whole[name] = value
