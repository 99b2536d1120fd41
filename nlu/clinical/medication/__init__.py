"""Reads drugs and what the person does with them, and how a bisphosphonate was borne."""
