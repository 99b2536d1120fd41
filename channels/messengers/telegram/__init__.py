"""Telegram: private chats, and groups where the assistant is mentioned, replied to, or called by a command."""
