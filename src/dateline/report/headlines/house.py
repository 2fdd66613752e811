"""Our own headings, in the language of the report."""

REST, MORE, RIVALS, DETAIL, DETAILS, VOICE = range(6)

HOUSE = {
    "en": (
        "In other developments",
        "Also reported",
        "Rival tolls",
        "The report in detail",
        "The reports in detail",
        "What {} said",
    ),
    "fr": (
        "Autres faits",
        "Également rapporté",
        "Bilans contradictoires",
        "La dépêche en détail",
        "Les dépêches en détail",
        "Selon {}",
    ),
}


def house(key: int, language: str) -> str:
    """A heading of ours; in English for a language that we have none in."""
    return HOUSE.get(language, HOUSE["en"])[key]
