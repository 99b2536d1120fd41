"""Reads T-scores: finds the values (`values`), chooses among several (`choice`), says why one must be asked."""
