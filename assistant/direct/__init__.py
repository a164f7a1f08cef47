"""What is answered without weighing: particulars, addresses, what is in force, abbreviations."""
