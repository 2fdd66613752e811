# Everything that a user or a developer runs. `make demo` and `make test` need nothing but
# Python 3.12 and make.
PYTHON ?= $(shell command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
RUN := $(VENV)/bin
PORT ?= 8000

.PHONY: demo serve test test-long check lock bench clean

demo: $(VENV)/installed
	$(RUN)/dateline demo --out site

serve: $(VENV)/installed
	@test -f site/index.html || $(MAKE) demo
	@echo "http://localhost:$(PORT)/ (Ctrl-C stops it)"
	$(RUN)/python -m http.server -d site --bind 127.0.0.1 $(PORT)

test: $(VENV)/developing check
	$(RUN)/pytest -m "not long"

test-long: $(VENV)/developing
	$(RUN)/pytest -m long

check: $(VENV)/developing
	$(RUN)/ruff check src tests tools
	$(RUN)/ruff format --check src tests tools
	$(RUN)/mypy
	$(RUN)/lint-imports

lock: $(VENV)/developing
	$(RUN)/python -m uv pip compile -q --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(RUN)/python -m uv pip compile -q --universal --python-version 3.12 --extra dev --extra postgresql --generate-hashes --no-emit-index-url --no-header -c requirements.lock pyproject.toml -o requirements-dev.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(RUN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(RUN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@echo "compiling the gazetteer (once)"
	@$(RUN)/python -c "from dateline.reader import gazetteer; gazetteer.path()"
	@touch $@

$(VENV)/developing: requirements-dev.lock $(VENV)/installed
	$(RUN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) site build dist
