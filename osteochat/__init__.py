"""The command line: `python -m osteochat run | train | chat | knowledge`, and the two server processes behind it."""
