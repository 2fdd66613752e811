"""Our own headings, in the language of the report."""

REST, MORE, RIVALS, VOICE = range(4)

HOUSE = {
    "en": (
        "In other developments",
        "Also reported",
        "Rival tolls",
        "What {} said",
    ),
    "fr": (
        "Autres faits",
        "Également rapporté",
        "Bilans contradictoires",
        "Selon {}",
    ),
}


def house(key: int, language: str) -> str:
    """A heading of ours; in English for a language that we have none in."""
    return HOUSE.get(language, HOUSE["en"])[key]
