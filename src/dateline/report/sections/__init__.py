"""Lines grouped by matter and printed as sections."""
