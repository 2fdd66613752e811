from dateline.records import Dispatch
from dateline.wire import parse

ONE = "NORD-MUC3-000{n} (NOSC)\n\n   PORT ALBA, {n} JAN 90 (NORD) -- [TEXT] HE SAID SO, É.\n\n"
TELEX = "ZCZC NRL000{n} 4 I 0213\nALTHEIM, MARCH {n} (NORD) - HE SAID SO.\n\nNNNN\n"


def several(text: str, codec: str = "utf-8") -> list[Dispatch]:
    data = text.encode(codec)
    found = [d for d in parse(data, "x.txt") if isinstance(d, Dispatch)]
    for item in found:
        for run in item.runs:
            raw = data[run.raw_start : run.raw_end].decode(codec)
            assert raw == item.text[run.text_start : run.text_start + run.length]
    return found


def test_a_file_of_several_dispatches() -> None:
    text = "".join(ONE.format(n=n) for n in (1, 2, 3))
    for codec in ("utf-8", "cp1252"):
        found = several(text, codec)
        assert [d.guid for d in found] == [f"NORD-MUC3-000{n}" for n in (1, 2, 3)]
        assert [d.issued.day for d in found if d.issued] == [1, 2, 3]
        assert "".join(d.text for d in found) == text
    assert len(several(text.replace("\n\nNORD", "\nNORD"))) == 3
    windows = several(text.replace("\n", "\r\n"))
    assert [d.guid for d in windows] == [f"NORD-MUC3-000{n}" for n in (1, 2, 3)]


def test_a_telex_roll() -> None:
    found = several("".join(TELEX.format(n=n) for n in (1, 2)))
    assert [d.number for d in found] == ["NRL0001", "NRL0002"]
    assert [d.guid for d in found] == ["x.txt", "x.txt#2"]


def test_one_dispatch_that_lists_ids_stays_one() -> None:
    (item,) = several("NORD-0001\n\nALTHEIM (Nord) - These:\n\nNORD-0002\n\nand this one.\n")
    assert item.guid == "NORD-0001"
