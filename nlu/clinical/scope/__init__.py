"""Reads who the table does not cover, the sex and the menopause of the person."""
