# The project's habits, executable. VENV is the environment that the README's commands make.
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: check check-static format lint types layers dependencies docs docs-write test test-slow test-llm coverage demo bench

# A test run keeps the compiled tests and modules, as an installed program has them, also where the environment says
# not to: else every worker, every process that a test starts, and every later run compile all of it anew.
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest

check: check-static ## everything that must be green; -j2 runs the static checks side by side, before the tests
	$(MAKE) test

check-static: lint types layers dependencies docs ## all of it but the tests

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

dependencies:
	$(BIN)/deptry .

docs: ## the command reference is what --help says
	$(BIN)/cog --check docs/commands.md docs/sharpened.1

docs-write: ## write the command reference, the manual page and the outputs of the examples anew
	$(BIN)/cog -r docs/commands.md
	$(BIN)/cog -r docs/sharpened.1
	UPDATE_EXAMPLES=1 $(BIN)/python -m pytest -q tests/docs/test_examples.py

test:
	$(PYTEST) -n auto -m "not slow and not llm"

test-slow:
	$(PYTEST) -n 4 -m "slow and not llm" # more than cores: many of them wait for processes

test-llm: ## a real llama.cpp server with real weights (extra local-llm)
	$(PYTEST) -m llm

coverage:
	$(BIN)/coverage run -m pytest -m "not slow and not llm"
	$(BIN)/coverage report

demo:
	$(BIN)/sharpened demo

bench: ## small runs of the benchmarks, each of which fails when it misses its bar
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/program_engine.py --ci --jobs 2
