"""Libraries that Rasa imports and this assistant never uses are replaced by placeholders.

Upstream, `rasa/core/policies/policy.py` and `rasa/engine/recipes/default_recipe.py` import every component, and with them
TensorFlow (seconds of start-up, a quarter of a gigabyte of memory) and matplotlib. Our pipeline has none of these
components. A placeholder can be imported, subclassed, called and used as a decorator, which is
all that defining modules asks of it; training or loading a component that needs the real thing fails. `apply` must run
before Rasa is imported; the stock `rasa` command line is not touched.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

LEFT_OUT = ("tensorflow", "tensorflow_hub", "tensorflow_text", "tensorflow_addons", "keras", "matplotlib")


class Placeholder(type):
    """A class that stands for anything a left-out library would offer while modules are only being defined."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _placeholder(f"{cls.__name__}.{name}")

    def __getitem__(cls, _: Any) -> Placeholder:
        return cls

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        if not cls.__dict__.get("is_placeholder"):
            return super().__call__(*arguments, **named)
        if len(arguments) == 1 and callable(arguments[0]) and not named:
            return arguments[0]  # used as a decorator
        return _placeholder(cls.__name__)


def _placeholder(name: str) -> Placeholder:
    return Placeholder(name, (), {"is_placeholder": True})


class _Module(ModuleType):
    __path__: list[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = _placeholder(f"{self.__name__}.{name}")
        setattr(self, name, found)
        return found


class _Finder(MetaPathFinder, Loader):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:  # noqa: ARG002
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] in LEFT_OUT else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """A placeholder has nothing to run."""


def apply() -> None:
    """Leave the libraries out of this process; calling it again changes nothing.

    :raises RuntimeError: when one of them is imported already
    """
    if any(isinstance(each, _Finder) for each in sys.meta_path):
        return
    already = [name for name in LEFT_OUT if name in sys.modules]
    if already:
        raise RuntimeError(f"{', '.join(already)} is imported already; leave it out before Rasa is imported")
    sys.meta_path.insert(0, _Finder())
