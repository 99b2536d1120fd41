"""What matters most to the person, and how each option sits with it. It sorts nothing out of the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from answers.exercise import Choice, Step
from answers.facts import listed
from answers.knowledge import sources_of, store
from answers.limits import MOST_WORDS, words
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme
from knowledge.schema.conversation import ValueItem

NAME = "values"
DONE = "done"
MOST_WISHES = 3
FITS = ("fits", "partly", "does_not_fit")
NO_DRUG = "no_drug"


def values_step(chosen: Sequence[str], audience: Audience) -> Step:
    """Return the question what matters, with the wishes that were not named yet."""
    said = theme("values")
    other = said["words"]
    left = [item for item in store().values().items if item.id not in chosen]
    choices = [Choice(item.id, item.label, tuple(other.get(item.id, ()))) for item in left]
    if chosen:
        choices.append(Choice(DONE, said[audience]["none_left"], tuple(said["done"])))
    return Step(NAME, "wish", said[audience]["next" if chosen else "first"], tuple(choices))


def note_text(audience: Audience) -> str:
    """Return the note that this helps to think and picks no drug."""
    return str(store().values().note.dict()[audience])


def fit_message(wish: str, options: Sequence[str], audience: Audience) -> Message:
    """Return how each option sits with a wish, with the reasons as far as one message holds them.

    :param options: the options looked at, `no_drug` among them
    """
    item = _item(wish)
    lines = [f"{item.label}.", *_groups(item, options, audience)]
    why = theme("values")[audience]["why"].format(reasons=_reasons(item, options, audience))
    if words("\n".join([*lines, why])) <= MOST_WORDS:
        lines.append(why)
    return Message("\n".join(lines), _custom([item], options))


def reason_texts(wish: str, options: Sequence[str], audience: Audience) -> list[str]:
    """Return the reason for each option, a line each, options with the same reason together."""
    item = _item(wish)
    by_reason: dict[str, list[str]] = {}
    for option in options:
        by_reason.setdefault(getattr(item.fitting(option), audience), []).append(_name(option))
    return [f"{_capital(', '.join(names))}: {reason}" for reason, names in by_reason.items()]


def _reasons(item: ValueItem, options: Sequence[str], audience: Audience) -> str:
    return " ".join(reason_texts(item.id, options, audience))


def _groups(item: ValueItem, options: Sequence[str], audience: Audience) -> list[str]:
    said = theme("values")[audience]
    lines = []
    for fit in FITS:
        names = [_name(option) for option in options if item.fitting(option).fit == fit]
        if names:
            lines.append(said[fit].format(options=", ".join(names)))
        elif fit == "fits":
            lines.append(said["fits_nothing"])
    return lines


def end_message(wishes: Sequence[str], options: Sequence[str], from_list: bool, audience: Audience) -> Message:
    """Return what fits the wishes taken together, and that nothing was taken off any list.

    :param from_list: the options are those of the person's own answer
    """
    said = theme("values")[audience]
    buttons = tuple(map(Button.read, said["buttons"]))
    if not wishes:
        return Message(said["nothing_named"], None, buttons)
    items = [_item(wish) for wish in wishes]
    lines = [
        said["matters"].format(wishes=", ".join(_quoted(items))),
        *_together(items, options, audience),
        said["from_list" if from_list else "from_all"],
    ]
    return Message("\n".join(lines), {**_custom(items, options), "wishes": list(wishes)}, buttons)


def _together(items: Sequence[ValueItem], options: Sequence[str], audience: Audience) -> list[str]:
    """Return the options by how many of the wishes they fit in full, most first; those that fit none are not named."""
    said = theme("values")[audience]
    lines = []
    for count in range(len(items), 0, -1):
        names = [_name(each) for each in options if sum(item.fitting(each).fit == "fits" for item in items) == count]
        if names:
            key = "fits_one" if len(items) == 1 else "fits_all" if count == len(items) else "fits_some"
            lines.append(said[key].format(options=listed(names), count=count, all=len(items)))
    return lines or [said["fits_nothing"]]


def wish_labels(wishes: Sequence[str]) -> list[str]:
    """Return wishes by their labels, for the summary."""
    return _quoted([_item(wish) for wish in wishes])


def _quoted(items: Sequence[ValueItem]) -> list[str]:
    return [f"“{item.label}”" for item in items]


def _item(wish: str) -> ValueItem:
    return next(each for each in store().values().items if each.id == wish)


def _name(option: str) -> str:
    return str(theme("values")["options"][option])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _custom(items: Sequence[ValueItem], options: Sequence[str]) -> dict[str, Any]:
    own = [source for item in items for option in options for source in item.fitting(option).sources]
    numbers = [number for item in items for option in options for number in item.fitting(option).numbers]
    return {
        "type": "status",
        "what": "values",
        "exercise": NAME,
        "fits": {item.id: {option: item.fitting(option).fit for option in options} for item in items},
        "sources": sources_of([source for item in items for source in item.sources] + own),
        "numbers": list(dict.fromkeys(numbers)),
    }
