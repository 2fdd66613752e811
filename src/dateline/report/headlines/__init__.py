"""The headline and the headings: few words, taken from what was said."""
