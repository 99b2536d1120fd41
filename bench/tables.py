"""x"""

from typing import Any


def measure(r: Any) -> None: ...


def write() -> None: ...
