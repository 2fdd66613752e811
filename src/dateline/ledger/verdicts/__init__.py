"""Two assertions side by side: whether they can be compared, and what follows."""
