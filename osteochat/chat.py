"""`chat`: the same assistant in the terminal."""

from __future__ import annotations

import secrets

from osteochat import client
from osteochat.settings import Settings

ENDS = ("/quit", "/exit", "quit", "exit")


def chat(settings: Settings) -> None:
    """Read lines until the end of the input or "quit"; a number chooses one of the offered replies."""
    sender = f"terminal-{secrets.token_hex(8)}"
    print("Type a message; a number chooses a reply that is offered; “quit” ends.\n", flush=True)
    offered = _show(client.send(settings.address, sender, "hello"))
    while True:
        try:
            text = input("you> ").strip()
        except (EOFError, KeyboardInterrupt):
            break
        if text.lower() in ENDS:
            break
        if text.isdigit() and 0 < int(text) <= len(offered):
            text = offered[int(text) - 1]
        try:
            offered = _show(client.send(settings.address, sender, text))
        except OSError:
            print("Nobody answers just now. Please send it again in a moment.", flush=True)
    print("Goodbye.")


def _show(replies: client.Reply) -> list[str]:
    """Print the replies and return what the offered buttons say."""
    offered: list[str] = []
    for reply in replies:
        if "text" in reply:
            print(f"bot> {reply['text']}")
        for button in reply.get("buttons", []):
            offered.append(button["payload"])
            print(f"     [{len(offered)}] {button['title']}")
    print(flush=True)
    return offered
