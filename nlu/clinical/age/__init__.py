"""Reads ages: finds them (`mentions`), then says which is the person's own (`reader`)."""
