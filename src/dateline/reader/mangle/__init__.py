"""Damaged text: leftovers of word substitution, stranded fragments, repetitions."""
