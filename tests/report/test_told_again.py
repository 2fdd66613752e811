"""Which lines only say again what another has said."""

import pytest

from dateline.report import compose
from dateline.report.choosing.again import says_again
from dateline.report.ground import ground
from dateline.report.lines.drafts import drafts

from .factory import Copy, dossier


def two(first, second, build=lambda copy: copy):
    """The drafts of two sentences of one dispatch."""
    copy = build(Copy(f"{first} {second}").place("Kelm", 1))
    found, _ = drafts(ground(dossier([copy])))
    return found


def quoting(copy):
    copy.name("Ana Ruiz").said("Ana Ruiz", "said", copy.text[copy.text.index('"') :])
    return copy


TAKEN = "The army has taken Kelm after a week of fighting with the rebels of the coast."


@pytest.mark.parametrize(
    ("quotation", "again"),
    [
        ('"Kelm is under the full control of the army," Ana Ruiz said.', True),
        ('"Kelm and all 14 villages are under control," Ana Ruiz said.', False),
        ('"Peace will come to our harbours and markets," Ana Ruiz said.', False),
    ],
)
def test_a_quotation_that_only_bears_out_the_sentence_before_it(quotation, again):
    first, second = two(TAKEN, quotation, quoting)
    assert says_again(first, second) is again


def toll(text, words, value, hedge="exact"):
    where = "Sund" if "Sund" in text else "Kelm"
    guid = "a" if text == LOST else "b"
    copy = Copy(text, guid=guid).place(where, 8 if where == "Sund" else 1)
    copy.figure(words, "killed", value, hedge=hedge, population="soldiers", place=None)
    return copy


LOST = "The army lost 2,783 soldiers killed in the war over Kelm, its ministry says."


@pytest.mark.parametrize(
    ("copy", "again"),
    [
        (toll("Nearly 2,800 soldiers died fighting over Kelm, the ministry reveals.",
              "2,800 soldiers", 2800, "nearly"), True),
        (toll("Some 2,100 soldiers died fighting over Kelm, the rebels said of the war.",
              "2,100 soldiers", 2100, "about"), False),
        (toll("The war over Sund killed 2,783 soldiers, the ministry said of its army.",
              "2,783 soldiers", 2783), False),
    ],
)  # fmt: skip
def test_one_toll_of_two_dispatches_is_told_once(copy, again):
    found, _ = drafts(ground(dossier([toll(LOST, "2,783 soldiers", 2783), copy])))
    first, second = sorted(found, key=lambda d: d.sheet.dispatch.guid)
    assert says_again(first, second) is again


OWNED = "The Sea Brigade claimed responsibility for the bomb attack on the bank."


@pytest.mark.parametrize(
    ("text", "day", "again"),
    [
        ("The self-styled Sea Brigade claimed responsibility for what it called a sentence on the "
         "usurers.", None, True),
        ("The Sea Brigade claimed responsibility on 9 March for the kidnapping of a mayor.",
         "9 March", False),
        ("The Land Brigade of Sund claimed responsibility for the raid.", None, False),
    ],
)  # fmt: skip
def test_one_group_owns_up_to_one_deed_once(text, day, again):
    first = Copy(f"{OWNED[:-1]} on 3 March.", guid="a").name("Sea Brigade", kind="organisation")
    first.date("3 March", "2022-03-03")
    second = Copy(text, guid="b")
    second.name("Land Brigade" if "Land" in text else "Sea Brigade", kind="organisation")
    if day:
        second.date(day, "2022-03-09")
    found, _ = drafts(ground(dossier([first, second])))
    one, other = sorted(found, key=lambda d: d.sheet.dispatch.guid)
    assert says_again(one, other) is again


def test_a_quotation_that_was_chosen_first_goes_once_what_it_bears_out_is_printed():
    quotation = '"Kelm is under the full control of the army," Ana Ruiz said.'
    edition = compose(dossier([quoting(Copy(f"{TAKEN} {quotation}").place("Kelm", 1))]), None)
    lines = [*edition.standfirst, *(line for s in edition.sections for line in s.lines)]
    assert [line.text for line in lines] == [TAKEN]
