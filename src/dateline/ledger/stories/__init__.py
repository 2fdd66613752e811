"""Which dispatches make one story, its strands and its volumes."""
