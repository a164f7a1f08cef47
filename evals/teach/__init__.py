"""Teaching the packaged model: from questions whose passages are known, without a GPU."""
