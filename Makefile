# All set-up happens here: each target makes the environment it needs, from the lock file alone.
PYTHON ?= python3
PIP := -m pip --quiet --disable-pip-version-check install
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-emit-package reportedly-english --no-annotate --no-header --extra parquet pyproject.toml

.PHONY: demo test check format bench lock example clean

demo: .venv/ready ## build the shipped example and say where to look
	.venv/bin/reportedly demo demo
	@echo "      (the command stands in .venv/bin; the reports it read stand in demo/reports)"

test: .venv/ready ## run the daily tests
	.venv/bin/python -m pytest

check: .venv/ready ## format, lint, types, import contract, tests
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python -m pytest

format: .venv/ready ## put the code in order
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: .venv-bench/ready ## measure against the corpora, beside a peer, and hold the floors
	.venv-bench/bin/python -m benchmarks

example: .venv/ready ## make the example's PDF, WARC and packed pages again
	.venv/bin/python tools/make_example.py

lock: ## write the lock files anew (needs uv)
	$(LOCK) --group dev -o requirements/dev.txt
	$(LOCK) --group bench -o requirements/bench.txt

.venv/ready: requirements/dev.txt pyproject.toml english/pyproject.toml
.venv-bench/ready: requirements/bench.txt pyproject.toml english/pyproject.toml

%/ready:
	$(PYTHON) -m venv $*
	$*/bin/python $(PIP) --require-hashes --only-binary :all: -r $(filter requirements/%,$^)
	$*/bin/python $(PIP) --no-deps --no-build-isolation -e english -e .
	touch $@

clean: ## take out everything that was made here
	rm -rf .venv .venv-bench demo
