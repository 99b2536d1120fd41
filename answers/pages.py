"""Long answers in pages: what is said at once, and what follows each "tell me more"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from answers.message import Button, Message

Pages = list[list[Message]]


def as_pages(
    texts: Sequence[Sequence[str]], custom: Optional[dict[str, Any]], more: Button, buttons: Sequence[Button]
) -> Pages:
    """Return messages for pages of texts.

    The first message of a page carries `custom`, the last one the buttons, with `more` before them while a page follows.
    """
    pages = []
    for number, page in enumerate(texts):
        offered = (*((more,) if number + 1 < len(texts) else ()), *buttons)
        last = len(page) - 1
        pages.append(
            [Message(text, None if at else custom, offered if at == last else ()) for at, text in enumerate(page)]
        )
    return pages
