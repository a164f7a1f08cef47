"""`python -m evals.grounding report|tune`: are false sentences caught, and true ones let through?

`report` prints the tables of the half of the texts on which nothing is tuned, and fails where a
bar is not cleared. `tune` prints what other shares of a sentence would do, on the other half, and
with `--failures` the sentences of that half that it gets wrong.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.shipped import shipped_texts
from evals.gold import Split
from evals.grounding.drawn import damaged, paraphrased
from evals.grounding.measured import checked, damage_table, paraphrase_table, withheld
from evals.grounding.pool import Pool

COUNT = 500
LEAST_CAUGHT, MOST_WITHHELD = 0.99, 0.05
TRIED = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)


def main() -> int:
    """Print the tables; 1 when a bar is not cleared."""
    parser = argparse.ArgumentParser(prog="python -m evals.grounding", description=__doc__)
    parser.add_argument("what", choices=("report", "tune"))
    parser.add_argument("--text", type=Path, nargs="+", help="other texts than those that ship")
    parser.add_argument("--failures", action="store_true", help="of the half for tuning only")
    options = parser.parse_args()
    pool = Pool(options.text or shipped_texts())
    return _report(pool) if options.what == "report" else _tune(pool, failures=options.failures)


def _report(pool: Pool) -> int:
    samples = pool.samples(Split.REPORT)
    false = checked(damaged(samples, COUNT), pool.checker)
    true = checked(paraphrased(samples, COUNT), pool.checker)
    print("\n".join((*damage_table(false), "", *paraphrase_table(true))))
    caught = withheld(false) / len(false) >= LEAST_CAUGHT
    return int(not caught or withheld(true) / len(true) > MOST_WITHHELD)


def _tune(pool: Pool, *, failures: bool) -> int:
    samples = pool.samples(Split.TUNE)
    false, true = damaged(samples, COUNT), paraphrased(samples, COUNT)
    print("| least share covered | false: caught | true: withheld |\n|---|---|---|")
    for least in TRIED:
        checker = pool.with_least(least)
        counts = (withheld(checked(some, checker)) for some in (false, true))
        print(f"| {least} | " + " | ".join(map(str, counts)) + " |")
    for one in checked((*false, *true), pool.checker) if failures else ():
        if one.finding.stands == (one.drawn in false):
            print(f"{one.drawn.kind}: {one.finding.failed} {one.finding.words}\n  {one.drawn.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
