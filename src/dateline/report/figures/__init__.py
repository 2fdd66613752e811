"""Who says what: tolls, disputes, and what changed."""
