"""How well the checks of sentences work: on sentences made false, and on others made true."""
