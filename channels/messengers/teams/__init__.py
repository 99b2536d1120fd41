"""Microsoft Teams: personal chats, and groups and channels where the assistant is mentioned."""
