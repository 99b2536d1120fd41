# Two commands do all the set-up: `make run` and `make test`. Nothing is needed but Python 3.8 or later with venv.
PYTHON ?= $(shell command -v python3 || command -v python)
BOOTSTRAP = $(PYTHON) tools/bootstrap.py
VENV = .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run chat test check train knowledge evaluate bench bench-quick clean runtime development

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: runtime  ## start the assistant; Ctrl-C ends it
	@exec $(VENV) -m osteochat run

chat: runtime  ## talk to it in the terminal
	@exec $(VENV) -m osteochat chat

test: development  ## all checks and tests
	@exec $(VENV) tools/checks.py all

check: development  ## the fast checks only
	@exec $(VENV) tools/checks.py fast

train: runtime  ## train the model if the training data changed
	@exec $(VENV) -m osteochat train

knowledge: runtime  ## build the knowledge database
	@exec $(VENV) -m knowledge build

evaluate: development  ## measure understanding: make evaluate DATA=<folder of jsonl files>
	@exec $(VENV) -m osteochat.evaluation "$(DATA)"

bench: development  ## measure ours beside Rasa's starter project, then with many people (25 minutes)
	@exec $(VENV) -m bench full

bench-quick: development  ## the short form of the comparison (3 minutes)
	@exec $(VENV) -m bench quick

clean:  ## remove all that was installed, trained or measured; conversations stay
	@rm -rf .venv .uv .osteochat/models .osteochat/bench .osteochat/knowledge.db .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Cleaned. Conversations are kept in .osteochat."

runtime:
	@test -n "$(PYTHON)" || { echo "No Python was found. Install Python 3.8 or later, then try again."; exit 1; }
	@$(BOOTSTRAP) runtime

development:
	@test -n "$(PYTHON)" || { echo "No Python was found. Install Python 3.8 or later, then try again."; exit 1; }
	@$(BOOTSTRAP) development
