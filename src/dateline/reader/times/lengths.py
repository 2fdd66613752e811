"""TIMEX3 values of durations and sets, which no calendar day can change."""

from dateline.reader.times.mention import Mention

TIMED = {"TS": "S", "TM": "M", "TH": "H"}
EACH = {"TH": "PT1H", "D": "P1D", "W": "P1W", "M": "P1M", "Y": "P1Y", "WE": "XXXX-WXX-WE"}


def _count(mention: Mention, unit: str) -> float | str:
    """How many units; a plural without number is ``X``."""
    count = mention.count
    if count is None:
        count = "X" if mention.words[-1].endswith("s") and mention.words[-1] != "mois" else 1.0
    if "half" in mention.words or {"demi", "demie"} & set(mention.words):
        whole = 1.0 if isinstance(count, str) else count
        count = whole + 0.5 if {"and", "et"} & set(mention.words) else 0.5
    return count * 2 if unit == "FN" and not isinstance(count, str) else count


def duration(mention: Mention) -> str:
    """``P3D``, ``PT2H``, ``PXM`` for several months, ``P2.5Y`` for two and a half years."""
    unit = mention.unit or "D"
    count = _count(mention, unit)
    number = count if isinstance(count, str) else f"{count:.10g}"
    letter = TIMED.get(unit, "W" if unit == "FN" else unit)
    return f"{'PT' if unit in TIMED else 'P'}{number}{letter}"


def each(mention: Mention) -> str:
    """``P1D`` for every day, ``XXXX-WXX-3`` for every Wednesday, ``XXXX-XX-XXTMO`` for mornings."""
    if mention.value:
        return mention.value
    if mention.weekday is not None:
        return f"XXXX-WXX-{mention.weekday}"
    if mention.month is not None:
        return f"XXXX-{mention.month:02}"
    if mention.season is not None:
        return f"XXXX-{mention.season}"
    if mention.unit in EACH:
        several = isinstance(mention.count, float) and "times" not in mention.words
        return duration(mention) if several else EACH[mention.unit]
    part = mention.part if mention.part and not mention.part.startswith("T") else None
    return f"XXXX-XX-XXT{part}" if part else "P1D"
