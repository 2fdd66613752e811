"""Measurements: accuracy against third-party gold, speed as ratios within one run."""
