"""The benchmark: Rasa's stock starter project and this assistant, side by side in one run. `python -m bench --help`."""
