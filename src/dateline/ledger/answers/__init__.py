"""Asking: stories, claims, changes, silences and redactions, as known at a time."""
