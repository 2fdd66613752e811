"""Time expressions: tokens -> grammar (a rule file per language) -> mentions -> TIMEX3 values."""
