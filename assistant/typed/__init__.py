"""What was typed put right: short forms, keys, misspelt words, missing diacritics, English."""
