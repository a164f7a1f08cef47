"""How well passages are found: BEIR folders, the product and its peers side by side."""
