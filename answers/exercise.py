"""One question of a short conversation (values, quiz, follow-up, report), with its choices in words and as buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from answers.facts import listed
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme


@dataclass(frozen=True)
class Choice:
    """An answer that is offered: `label` (at most 20 characters) is seen and said, `words` are other ways to say it."""

    id: str
    label: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One question. `numbered`: a bare number picks a choice, so it must not be an answer by itself.

    `of_at_most` is 0 where the number of questions is not known, for instance when each person ends when she likes.
    """

    exercise: str
    id: str
    text: str
    choices: tuple[Choice, ...] = ()
    number: int = 0
    of_at_most: int = 0
    numbered: bool = True
    is_exact: bool = True
    why: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def step_message(step: Step, audience: Audience) -> Message:
    """Return the question; channels without buttons read the choices in the text."""
    said = theme("exercise")[audience]
    lines = [_opening(step, said)]
    if step.choices and step.numbered:
        lines += [f"{number} {each.label}" for number, each in enumerate(step.choices, 1)]
    elif step.choices:
        lines.append(" · ".join(each.label for each in step.choices))
    return Message("\n".join(lines), _custom(step), tuple(_buttons(step, said)))


def _opening(step: Step, said: dict[str, Any]) -> str:
    if not step.of_at_most:
        return step.text
    key = "progress" if step.is_exact else "progress_open"
    return f"{said[key].format(number=step.number, of=step.of_at_most)} {step.text}"


def _buttons(step: Step, said: dict[str, Any]) -> Sequence[Button]:
    own = [Button(each.label, each.label) for each in step.choices]
    return [*own, *([Button.read(said["why"])] if step.why else []), Button.read(said["stop"])]


def _custom(step: Step) -> dict[str, Any]:
    """Return what a channel needs to show where one is."""
    return {
        "type": "status",
        "what": "exercise",
        "exercise": step.exercise,
        "step": step.id,
        "number": step.number,
        "of_at_most": step.of_at_most,
        "numbered": step.numbered,
        "choices": [{"id": each.id, "label": each.label} for each in step.choices],
        **step.extra,
    }


def not_read_message(custom: Mapping[str, Any], audience: Audience) -> Message:
    """Return how to answer the step that `custom` describes, for a message that was no answer to it."""
    said = theme("exercise")[audience]
    numbers = [str(number) for number, _ in enumerate(custom.get("choices", ()), 1)]
    if len(numbers) < 2 or not custom.get("numbered"):
        return Message(said["again"])
    return Message(said["again_numbers"].format(numbers=listed(numbers, "or")))


def exercise_text(key: str, audience: Audience) -> Message:
    """Return one of the sentences that all exercises share."""
    return Message(theme("exercise")[audience][key])
