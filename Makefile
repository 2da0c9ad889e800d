# Two commands matter: `make report` runs the main job on the shipped corpus, `make test` everything CI runs.
# Both set up .venv from the lock first, once; a changed lock or pyproject sets it up again.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CORPUS ?= bamboo-2021
LANGS ?= en,vi

.PHONY: report test lint accuracy lab lock setup clean

report: setup
	$(BIN)/caytre report $(CORPUS) --lang $(LANGS)

test: setup lint
	cd lib && ../$(BIN)/python -m pytest

lint: setup
	cd lib && ../$(BIN)/ruff check caytre tests benchmarks
	cd lib && ../$(BIN)/mypy

accuracy: setup
	cd lib && ../$(BIN)/python -m tests.accuracy

lab: setup
	$(BIN)/caytre lab

lock:
	cd lib && uv pip compile --universal --generate-hashes --no-annotate --python-version 3.11 \
	  --extra dev --extra cluster --custom-compile-command "make lock" pyproject.toml -o requirements.lock

setup: $(READY)

$(READY): lib/requirements.lock lib/pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) not found; install Python 3.11 or name another: make PYTHON=python3.12"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r lib/requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e lib
	touch $(READY)

clean:
	rm -rf $(VENV) data/*/.store
