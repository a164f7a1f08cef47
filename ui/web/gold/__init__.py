"""The pages of gold sets: items are written, reviewed, locked, taken in and out."""
