"""Language understanding: the clinical extractor and the Rasa components built on it."""
