"""Words that make, hedge or end a quantity."""

import re

from dateline.report import lexicons

HEDGES = {
    "at least": "at least", "no fewer than": "at least", "no less than": "at least",
    "at most": "at most", "no more than": "at most", "not more than": "at most",
    "not less than": "at least",
    "nearly": "nearly", "almost": "nearly", "close to": "nearly", "just under": "nearly",
    "about": "about", "around": "about", "approximately": "about", "roughly": "about",
    "some": "about", "estimated": "about",
    "passed": "more than", "exceeded": "more than", "topped": "more than",
    "more than": "more than", "over": "more than", "above": "more than", "exceeding": "more than",
    "fewer than": "fewer than", "less than": "fewer than", "under": "fewer than",
    "below": "fewer than",
    "au moins": "at least", "au plus": "at most", "pres de": "nearly", "presque": "nearly",
    "environ": "about", "quelque": "about", "autour de": "about", "plus de": "more than",
    "moins de": "fewer than", "jusqu'a": "up to", "entre": "between",
    "up to": "up to", "as many as": "up to", "as much as": "up to",
    "as long as": "up to", "as high as": "up to", "between": "between",
}  # fmt: skip
"""Words before a number (English, then French without accents), and the hedge that they make."""

SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0,
          "mille": 1e3, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
          "douzaine": 12.0}  # fmt: skip
ROUND = {"dozen": 12.0, "dizaine": 10.0, "douzaine": 12.0, "quinzaine": 15.0, "vingtaine": 20.0,
         "trentaine": 30.0, "quarantaine": 40.0, "cinquantaine": 50.0, "soixantaine": 60.0,
         "centaine": 100.0, "millier": 1e3}  # fmt: skip
"""Numbers that are only about so many, after an article."""
PAIRS = {"couple": 2.0, "pair": 2.0}
VAGUE = {"dozens": "dozens", "hundreds": "hundreds", "thousands": "thousands", "scores": "scores",
         "millions": "millions", "handful": "a handful", "dizaines": "dozens",
         "centaines": "hundreds", "milliers": "thousands"}  # fmt: skip
ORDINALS = {word: i for i, word in enumerate(lexicons.sequence("ordinals"), start=1)}
FRENCH_ORDINALS = {"premier": 1, "premiere": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4,
                   "cinquieme": 5, "sixieme": 6, "septieme": 7}  # fmt: skip
FRENCH_ARTICLES = frozenset(("un", "une", "le", "la", "du", "au", "son", "sa", "ce", "cette"))
FRACTIONS = {"half": "half", "halves": "half", "third": "third", "thirds": "third",
             "quarter": "quarter", "quarters": "quarter", "tiers": "third", "quart": "quarter",
             "quarts": "quarter", "moitie": "half"}  # fmt: skip
ORDINAL_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
PREPOSITIONS = frozenset(("in", "on", "at", "by", "from", "near", "since", "after", "during"))
"""Words that, right after a number, show that what it counts is not named again."""

AFTER = {"or so": "about", "at most": "at most", "at least": "at least"}
"""Words after a number, or after its unit, and the hedge that they make."""

SPREADING = frozenset(
    ("stretch", "stretches", "stretched", "stretching", "spread", "spreads", "extend", "extends",
     "extended", "extending", "spanned", "lasted", "ranged", "scattered", "drawn",
     "hand", "hands", "handed", "handing", "collapse", "collapsed", "dispute", "row", "quarrel",
     "quarrelled", "argue", "argued", "clash", "clashed", "anger", "angry", "outrage", "concern")
)  # fmt: skip
"""Words after which "over" tells where, how long or about what, not that it is more."""
ENDING = frozenset(
    ("and", "but", "or", "who", "which", "that", "was", "were", "is", "are", "has", "have", "had",
     "while", "when", "after", "before", "will", "would", "could", "may", "might", "to")
)  # fmt: skip
"""Words before which, right after a number, nothing has been named that it counts."""

TAKEN = frozenset(("taken", "found", "left", "brought", "made", "given"))
