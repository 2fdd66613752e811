"""Who said what: statements found in a parse. ``statements.find`` is the way in.

A cue is scored, its content and its source chosen among candidates that the parse offers, by three
small linear models (``weights``); everything else (spans, names, polarity) is rules and lexicons.
"""
