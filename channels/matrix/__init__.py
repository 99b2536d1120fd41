"""Matrix: the assistant as an ordinary account on any homeserver, which asks it for messages; nothing needs to reach us."""
