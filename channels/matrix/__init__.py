"""The Matrix channel: the assistant as a user of a homeserver, by its sync API, so that no address of ours is public."""
