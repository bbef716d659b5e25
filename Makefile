# make demo · make test · make help. Everything needs only Python 3.11 or later and make; .venv is built when first needed.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
LOCK := requirements-dev.lock
YARDSTICK := build/yardstick/.ready
PEERS := build/peers/.ready
YEARLY := build/annual-2018-19.md

# Some machines forbid compiled files; without them every `lif` that a test starts compiles all of it again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check torture deep coverage docs golden bench bench-peers bench-page lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(READY) ## check, triangulate and report the records of a real partnership
	$(BIN)/lif check
	$(BIN)/lif triangulate --theme early-help
	$(BIN)/lif triangulate --theme neglect
	@mkdir -p build
	$(BIN)/lif report annual --year 2018-19 --output $(YEARLY) --force

test: $(READY) ## run every test, noting what they reach
	@mkdir -p build && rm -f build/coverage*
	@$(BIN)/python -m compileall -q src tests
	@$(BIN)/coverage run -m pytest -n auto; ran=$$?; $(BIN)/coverage combine --quiet; exit $$ran

check: $(READY) ## style, types, imports, and whether the generated pages are fresh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check

torture: $(READY) ## kill, fill, spoil and fuzz: a few minutes; TORTURE_SECONDS=30 a fuzzer
	PYTHONPATH=tests $(BIN)/python -m deep.torture

deep: $(READY) ## everything that takes long: torture with the coverage-guided fuzzer, and personal data measured
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: atheris
	PYTHONPATH=tests $(BIN)/python -m deep.torture
	PYTHONPATH=tests $(BIN)/python -m deep.false_claims
	$(BIN)/python tests/benchmarks/personal_data.py
	LIF_DEEP=1 $(BIN)/python -m pytest -q tests/properties/test_view.py tests/properties/test_values_never_come_out.py
	$(BIN)/python tests/deep/editor.py
	$(BIN)/python tests/deep/hooks.py
	$(BIN)/python tests/deep/workflows.py
	command -v soffice chromium pdftoppm >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium libreoffice-writer libreoffice-calc poppler-utils; }
	PYTHONPATH=tests $(BIN)/python -m deep.documents
	PYTHONPATH=tests $(BIN)/python -m deep.spreadsheets

# The aim is 100 % of the branches of the pure rings and 90 % of the edges; these go up as tests arrive, and never down.
coverage: $(READY) ## after make test: is enough of the code reached?
	@$(BIN)/coverage report --skip-covered --include='$(PURE)' --fail-under=$(PURE_LEAST); pure=$$?; \
	$(BIN)/coverage report --skip-covered --include='$(EDGES)' --fail-under=$(EDGES_LEAST) && exit $$pure
PURE := src/lif/diagnostics/*,src/lif/model/*,src/lif/privacy/*,src/lif/analysis/*,src/lif/disclosure/*,src/lif/changes/*,src/lif/rules/*,src/lif/reports/*,src/lif/exchange/*
PURE_LEAST := 99
EDGES := src/lif/store/*,src/lif/output/*,src/lif/cli/*
EDGES_LEAST := 90

docs: $(READY) ## write the generated pages anew
	$(BIN)/python docs/generate.py

golden: $(READY) ## accept today's outputs as the golden files
	$(BIN)/python -m pytest --update-golden

bench: $(READY) $(YARDSTICK) ## how long everything takes, and how it grows; N=1000 for a quick look, FULL=1 for more
	PYTHONPATH=tests $(BIN)/python -m benchmarks.run $(if $(N),-n $(N)) $(if $(FULL),--full) > build/bench.part
	@mv build/bench.part build/bench.json && cat build/bench.json
	PYTHONPATH=tests $(BIN)/python -m benchmarks.growth

bench-peers: $(READY) $(PEERS) ## the same records under other checkers; N=10000 takes half an hour
	PYTHONPATH=tests $(BIN)/python -m benchmarks.peers $(if $(N),-n $(N)) > build/bench-peers.part
	@mv build/bench-peers.part build/bench-peers.json && cat build/bench-peers.json

bench-page: $(READY) ## docs/explanation/speed.md, from what both of them found last
	$(BIN)/python tests/benchmarks/page.py $(wildcard build/bench.json build/bench-peers.json)

# Neither is ever needed by lif: each stands in an environment of its own.
$(YARDSTICK): PACKAGES := PyYAML==6.0.3
$(PEERS): PACKAGES := doorstop==3.2 check-jsonschema==0.39.0 yamllint==1.38.0 yamale==6.1.0 compliance-trestle==5.2.0
$(YARDSTICK) $(PEERS):
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check $(PACKAGES)
	@touch $@

lock: $(READY) ## write down the versions in use, for everybody
	$(BIN)/python -m pip freeze --exclude-editable --exclude lif-toolkit > $(LOCK)

clean: ## take away .venv and everything that was built
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml $(LOCK)
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("lif needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(LOCK) -e '.[dev]'
	@touch $@
