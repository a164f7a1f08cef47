"""Quiz items made from documents by rule, each with its proof: keys, distractors, citations."""
