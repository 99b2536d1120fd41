"""Hears alarming symptoms that somebody has now (evidence, section 10)."""
