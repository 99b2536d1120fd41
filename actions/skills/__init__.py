"""One file a skill, named after what it does."""
