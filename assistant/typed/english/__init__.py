"""English questions put into Vietnamese words: phrases, clauses, prepositions."""
