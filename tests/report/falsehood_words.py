"""Words by which ``second_mutators`` falsifies sentences."""

HEDGES = {
    "at least": ("", "more than", "up to", "nearly", "exactly"),
    "more than": ("", "at least", "fewer than", "nearly"),
    "nearly": ("", "more than", "at least"), "almost": ("", "more than"),
    "about": ("", "more than", "at least"), "around": ("", "more than"),
    "some": ("", "at least"), "up to": ("", "at least"), "as many as": ("", "more than"),
    "fewer than": ("", "more than"), "less than": ("", "more than"), "roughly": ("",),
}  # fmt: skip
DOUBTS = {
    "may have been": "was", "may have": "has", "might have": "has", "might": "will",
    "may be": "is", "may": "will", "could be": "will be", "could": "will", "reportedly ": "",
    "allegedly ": "", "alleged ": "", "suspected ": "", "apparently ": "", "probably ": "",
    "possibly ": "", "likely to": "certain to", "unlikely to": "certain not to",
    "expected to": "certain to", "threatened to": "decided to",
    "appeared to": "is known to", "seemed to": "was seen to", "unconfirmed ": "",
}  # fmt: skip
TURNED = {
    "did not": "did", "does not": "does", "do not": "do", "is not": "is", "was not": "was",
    "were not": "were", "are not": "are", "has not": "has", "have not": "have", "had not": "had",
    "will not": "will", "would not": "would", "could not": "could", "cannot": "can",
    "never": "often", "no one": "everyone", "nobody": "everybody", "none": "most",
    "no longer": "still", "without": "with", "denied": "confirmed", "denies": "confirms",
    "rejected": "accepted", "rejects": "accepts", "refused to": "agreed to", "unable to": "able to",
    "failed to": "managed to", "declined to": "agreed to", "ruled out": "promised",
    "dismissed": "backed", "opposed": "supported", "neither": "both", "yet to": "about to",
}  # fmt: skip
DENIED = {
    "confirmed": "denied", "accepted": "rejected", "agreed to": "refused to",
    "managed to": "failed to", "was": "was not", "were": "were not", "has": "has not",
    "have": "have not", "had": "had not", "will": "will not", "is": "is not", "are": "are not",
    "can": "cannot", "supported": "opposed", "approved": "rejected", "welcomed": "condemned",
    "said": "denied", "announced": "denied",
}  # fmt: skip
UNITS = {
    "kilometres": "miles", "kilometers": "miles", "km": "miles", "miles": "kilometres",
    "dollars": "euros", "euros": "dollars", "pounds": "dollars", "percent": "thousand",
    "per cent": "thousand", "%": " thousand", "hectares": "acres", "acres": "hectares",
    "tons": "kilos", "tonnes": "kilos", "kilos": "tons", "hours": "days", "days": "hours",
    "weeks": "days", "months": "weeks", "years": "months", "minutes": "hours",
    "million": "billion", "billion": "million", "thousand": "million", "metres": "kilometres",
    "meters": "kilometers", "killed": "injured", "injured": "killed", "wounded": "killed",
    "dead": "missing", "people": "soldiers", "civilians": "soldiers", "soldiers": "civilians",
    "families": "villages", "houses": "villages", "guerrillas": "soldiers", "troops": "civilians",
}  # fmt: skip
HALVES = {"morning": "evening", "evening": "morning", "night": "afternoon", "afternoon": "night",
          "yesterday": "today", "today": "yesterday", "tomorrow": "today"}  # fmt: skip
DEEDS = (
    "killed|attacked|arrested|accused|shelled|bombed|kidnapped|ambushed|detained|shot|wounded|urged"
    "|asked|told|blamed|criticised|criticized|condemned|warned|hit|defeated|freed|released|paid"
    "|sued|fined|captured|seized|beat|threatened|invited|met|helped|supported|opposed|visited"
)
CUE = (
    r"(?:said|says|announced|added|warned|told|claimed|reported|confirmed|noted|stated|declared"
    r"|insisted|admitted|argued|accused|denied|stressed|explained|acknowledged)"
)
