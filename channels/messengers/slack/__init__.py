"""Slack: direct messages, mentions with the threads that follow, and a slash command whose answer only its user sees."""
