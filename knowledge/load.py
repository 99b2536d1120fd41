"""Reads the YAML files, fills in the numbers, and checks everything.

``load()`` is the only way in: what it returns has valid shapes, known ids and a source for each statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from . import schema
from .checks import problems
from .errors import ContentError
from .render import fill
from .schema.base import Model

HERE = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same rules, in C where it is compiled in
ModelT = TypeVar("ModelT", bound=Model)

# A part is one file ``<name>.yml``, or a folder of that name when it grew. Here: parts that are lists.
LISTS: dict[str, type[Model]] = {
    "options": schema.Option,
    "topics": schema.Topic,
    "red_flags": schema.RedFlag,
    "cautions": schema.Caution,
    "scope": schema.Scope,
    "readings": schema.Reading,
    "disagreements": schema.Disagreement,
    "general_measures": schema.Measure,
    "announcement": schema.Measure,
    "glossary": schema.GlossaryTerm,
    "quiz": schema.Quiz,
}
SINGLE: dict[str, type[Model]] = {
    "follow_up": schema.FollowUp,
    "values": schema.Values,
    "intended_use": schema.IntendedUse,
}


def load(folder: Path | None = None) -> schema.KnowledgeBase:
    """The whole knowledge base.

    ``folder``: where the YAML files are; default: this package. Raises :class:`ContentError` with one
    sentence that names the file and the field when anything is wrong.
    """
    root = folder or HERE
    cards = [_parse(schema.NumberCard, data, path) for path, data in _items(root, "numbers")]
    by_id = {card.id: card for card in cards}
    parts: dict[str, Any] = {
        "sources": [_parse(schema.Source, data, path) for path, data in _items(root, "sources")],
        "numbers": cards,
        "drugs": [_parse(schema.Drug, _filled(data, by_id, path), path) for path, data in _drugs(root)],
    }
    for name, model in LISTS.items():
        parts[name] = [_parse(model, _filled(data, by_id, path), path) for path, data in _items(root, name)]
    for name, model in SINGLE.items():
        path, data = _merged(root, name)
        parts[name] = _parse(model, _filled(data, by_id, path), path)
    base = schema.KnowledgeBase.construct(**parts)
    found = problems(base)
    if found:
        raise ContentError("Correct the knowledge files and build again: " + " ".join(found))
    return base


def _files(root: Path, name: str) -> list[Path]:
    single, folder = root / f"{name}.yml", root / name
    files = [single] if single.is_file() else sorted(folder.glob("*.yml"))
    if not files:
        raise ContentError(f"There is no {name}.yml and no folder {name} in {root}; put the file back.")
    return files


def _read(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise ContentError(f"{path.name} is not valid YAML; correct it and build again ({reason}).") from error


def _items(root: Path, name: str) -> Iterator[tuple[Path, Any]]:
    for path in _files(root, name):
        data = _read(path)
        yield from ((path, item) for item in (data if isinstance(data, list) else [data]))


def _drugs(root: Path) -> Iterator[tuple[Path, Any]]:
    for folder in sorted(path.parent for path in (root / "drugs").glob("*/drug.yml")):
        sections: dict[str, Any] = {}
        for name in ("use", "safety"):
            sections.update(_read(folder / f"{name}.yml")["sections"])
        yield folder, {**_read(folder / "drug.yml"), "sections": sections}


def _merged(root: Path, name: str) -> tuple[Path, dict[str, Any]]:
    """The dictionaries of a part laid together: lists under the same key are joined."""
    files = _files(root, name)
    whole: dict[str, Any] = {}
    for path in files:
        for key, value in _read(path).items():
            whole[key] = whole[key] + value if isinstance(value, list) and key in whole else value
    return files[0], whole


def _filled(data: Any, cards: Mapping[str, schema.NumberCard], path: Path) -> Any:
    if isinstance(data, str):
        try:
            return fill(data, cards)
        except ContentError as error:
            raise ContentError(f"{path.name}: {error}") from error
    if isinstance(data, list):
        return [_filled(value, cards, path) for value in data]
    if isinstance(data, dict):
        return {key: _filled(value, cards, path) for key, value in data.items()}
    return data


def _parse(model: type[ModelT], data: Any, path: Path) -> ModelT:
    try:
        return model.parse_obj(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"] if part != "__root__")
        name = data.get("id", "") if isinstance(data, dict) else ""
        where = " ".join(part for part in (f"{path.name}:", str(name), field) if part)
        raise ContentError(f"{where}: {first['msg']}; correct it and build again.") from error
