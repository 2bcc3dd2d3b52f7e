# `make help` explains every target. Finished work is not repeated: each step leaves a stamp.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3.11
BIN := .venv/bin
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export PYTHONWARNINGS ?= ignore

.PHONY: leesbaarheid help start test train lint types clean requirements gesprekken evaluatie

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

start: .venv/.klaar ## everything from a bare checkout to the server on http://127.0.0.1:8080
	@$(BIN)/python -m bot train
	@exec $(BIN)/python -m bot serve

test: .venv/.klaar ## everything from a bare checkout to all tests run
	@$(BIN)/python -m bot train
	@$(MAKE) --no-print-directory lint types
	@PYTHONWARNINGS= $(BIN)/python -m pytest $(PYTEST_ARGS)

train: .venv/.klaar ## train the model; skips when nothing changed
	@$(BIN)/python -m bot train

leesbaarheid: .venv/.klaar ## the texts that are hardest to read
	@PYTHONPATH=. $(BIN)/python -W ignore bench/leesbaarheid.py

evaluatie: .venv/.klaar ## measure how well sentences are understood (minutes); ARGS=--alternatieven compares
	@$(BIN)/python -m bot train
	@PYTHONPATH=. $(BIN)/python -W ignore bench/evaluatie.py $(ARGS)

lint: .venv/.klaar ## style and import direction
	@$(BIN)/ruff check .
	@PYTHONPATH=. $(BIN)/lint-imports --no-cache

types: .venv/.klaar ## mypy strict on the packages without Rasa
	@$(BIN)/mypy

requirements: .venv/.klaar ## compile pyproject.toml into requirements.txt again
	@$(BIN)/uv pip compile -q --python-version 3.11 --extra dev --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.txt

.venv/.klaar: requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "CPython 3.11 is missing: install python3.11 and python3.11-venv, or say make PYTHON=..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(BIN)/uv || $(BIN)/python -m pip install -q --disable-pip-version-check "$$(grep '^uv==' requirements.txt)"
	@echo "Environment: installing packages into .venv ..."
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install -q --no-deps -r requirements.txt
	@touch $@

clean: ## remove environment, model and local data
	@rm -rf .venv models var .rasa
