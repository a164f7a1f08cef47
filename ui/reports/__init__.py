"""Reports: a run, or what one does better than another, as a file that is passed on."""
