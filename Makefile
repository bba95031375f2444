# `make run` and `make test` do all the set-up themselves. `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Newer than what it depends on when the environment is complete, so a second run installs nothing.
STAMP := $(VENV)/.installed
ROOMS := corpus index assistant ui tests

.PHONY: help venv run test lint format test-slow test-llm eval eval-compare eval-report eval-tune bench train clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	@echo "Setting up $(VENV): about 2 GB, a few minutes the first time"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python's venv module is needed (Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade $$(grep '^pip==' constraints.txt)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --build-constraint constraints.txt \
	  --editable '.[dev]'
	@touch $@

venv: $(STAMP) ## the virtual environment in .venv, nothing else

run: $(STAMP) ## index the articles and open the page on http://127.0.0.1:7860
	$(BIN)/factcheck index
	$(BIN)/factcheck ui

test: lint ## lint, then every test but the slow ones, with the coverage gate
	$(BIN)/python -m pytest -m 'not slow' --cov --cov-report=term:skip-covered --cov-fail-under=90

lint: $(STAMP) ## ruff and the strict type check
	$(BIN)/ruff check $(ROOMS)
	$(BIN)/ruff format --check $(ROOMS)
	$(BIN)/mypy

format: $(STAMP) ## let ruff lay out the code
	$(BIN)/ruff check --fix-only $(ROOMS)
	$(BIN)/ruff format $(ROOMS)

test-slow: $(STAMP) ## the proofs that take minutes: kills, scale, mutations
	$(BIN)/python -m pytest -m slow --timeout 3600

test-llm: $(STAMP) ## answers worded by a real model: builds llama.cpp's server, 10 to 30 minutes once
	$(BIN)/python -m tests.assistant.llm.server install
	$(BIN)/python -m pytest -m slow --timeout 3600 tests/assistant/llm tests/browser/test_wording.py

SETS ?= samples,qa,realtimeqa,baselines,ramdocs,rgb,fnc1,wice
OUT ?= eval-runs/latest.json
BESIDE ?= rules
eval: $(STAMP) ## measure answers: make eval SETS=realtimeqa OUT=eval-runs/a.json [LIMIT=20]
	$(BIN)/python -m tests.benchmarks.run --sets $(SETS) --out $(OUT) --beside '$(BESIDE)' \
	  $(if $(LIMIT),--limit $(LIMIT))

eval-compare: $(STAMP) ## two runs side by side: make eval-compare A=one.json B=other.json
	$(BIN)/python -m tests.benchmarks.compare $(A) $(B)

eval-report: $(STAMP) ## tests/benchmarks/report and the README's figures from OUT
	$(BIN)/python -m tests.benchmarks.reporting $(OUT)
	$(BIN)/python -m tests.structure.readme

QUESTIONS ?= 100
eval-tune: $(STAMP) ## weights and thresholds of answers, tried on development questions
	$(BIN)/python -m tests.benchmarks.answers_dev --questions $(QUESTIONS)
	$(BIN)/python -m tests.benchmarks.tuning

BENCH ?= eval-runs/bench.json
bench: $(STAMP) ## time indexing and asking on this machine, for the report too
	$(BIN)/python -m tests.benchmarks.speed --out $(BENCH)
	$(BIN)/python -m tests.benchmarks.index_bench --out $(BENCH)
	$(BIN)/python -m tests.benchmarks.bench_table $(BENCH)
	$(BIN)/python -m tests.structure.readme

train: $(STAMP) ## train the reader again (hours on two cores)
	$(BIN)/python -m assistant.reader.train

clean: ## remove what was built; the environment and the indexes stay
	rm -rf build dist *.egg-info .coverage .coverage.* htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find $(ROOMS) -name __pycache__ -type d -prune -exec rm -rf {} +
