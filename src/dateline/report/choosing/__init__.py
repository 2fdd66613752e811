"""Which lines make the report: how much each matters, and what says the same."""
