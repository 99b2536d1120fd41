"""Teaches the sentence encoder our intents, and writes the file that the classifier reads. See `__main__`."""
