"""`python -m tests.model`: serve the model of the tests, to try things by hand."""

from __future__ import annotations

import time
from pathlib import Path

from platformdirs import user_cache_dir

from tests.model.server import served

if __name__ == "__main__":
    with served(Path(user_cache_dir("hoi-quy-che", appauthor=False)) / "tests") as model:
        told = f"HOIQUYCHE_LLM_MODEL={model.name} HOIQUYCHE_LLM_BASE_URL={model.base_url}"
        print(told, flush=True)
        while True:
            time.sleep(3600)
