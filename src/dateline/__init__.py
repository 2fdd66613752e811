"""Dateline: an automated wire desk. ``dateline.read(text, issued=...)`` and ``dateline.Desk``."""

__version__ = "0.1.0"
