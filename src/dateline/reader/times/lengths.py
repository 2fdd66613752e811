"""TIMEX3 values of durations and sets, which no calendar day can change."""

from dateline.reader.times.mention import Mention

UNIT = {"TS": ("PT", "S"), "TM": ("PT", "M"), "TH": ("PT", "H"), "D": ("P", "D"), "W": ("P", "W"),
        "M": ("P", "M"), "Y": ("P", "Y"), "DE": ("P", "DE"), "CE": ("P", "CE"), "ME": ("P", "ME"),
        "WE": ("P", "WE"), "Q": ("P", "Q")}  # fmt: skip
EACH = {"TH": "PT1H", "D": "P1D", "W": "P1W", "M": "P1M", "Y": "P1Y", "WE": "XXXX-WXX-WE"}
NAMED_PARTS = {"MO": "MO", "AF": "AF", "EV": "EV", "NI": "NI", "DT": "DT"}


def _plain(count: float) -> str:
    return f"{count:g}" if count != int(count) else str(int(count))


def duration(mention: Mention) -> str:
    """``P3D``, ``PT2H``, ``PXM`` for several months, ``P2.5Y`` for two and a half years."""
    unit, count = mention.unit or "D", mention.count
    singular = mention.words[-1].endswith("s") is False
    if unit == "FN":
        unit, count = "W", 2 * count if isinstance(count, float) else 2
    before, after = UNIT[unit]
    if count is None:
        count = 1 if singular or "one" in mention.words else "X"
    if "half" in mention.words:
        count = 0.5 if "and" not in mention.words else (1 if count == "X" else float(count)) + 0.5
    return f"{before}{count if isinstance(count, str) else _plain(count)}{after}"


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
        count = mention.count if isinstance(mention.count, float) else None
        whole = count is not None and "times" not in mention.words
        return duration(mention) if whole else EACH[mention.unit]
    part = NAMED_PARTS.get(mention.part or "", "NI" if "night" in mention.words else "")
    return f"XXXX-XX-XXT{part}" if part else "P1D"
