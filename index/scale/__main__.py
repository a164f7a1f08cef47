"""Measure how the index grows: see `index.scale.run`."""

import sys

from index.scale.run import main

main(sys.argv[1:])
