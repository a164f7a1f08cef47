"""A corpus made by rule from the shipped texts: every format, encoding and damage of the field."""
