"""Whose facts these are: finds people (`people`), cuts the message by subject (`stretches`), picks the case (`case`)."""
