"""Sentences of dispatches as lines: which are fit, and what is done to their words."""
