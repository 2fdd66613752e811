"""When one line says what another has said: in its words, with its tolls, or of the same deed."""

from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import lexicons
from dateline.report.choosing import twice
from dateline.report.choosing.facts import SMALL, acts, deeds, facts, quoted, tallies
from dateline.report.choosing.turns import brings_a_turn
from dateline.report.lines.drafts import Draft
from dateline.report.lines.likeness import contained, elsewhere, repeats, retells

SAME_TOLL = 0.35  # of the smaller sentence's words, beside the same tolls, make a repetition
QUOTED = 0.3  # ... beside the same quotation
TOLD = 2  # words, names apart, of two lines that tell of one thing
VIOLENT = frozenset(["ASSAULT", "COERCE"])
RETOLD = 0.4  # of the smaller sentence's words, beside an event of the same kind
MANY = 4  # words of two such lines
FURTHER_ON = 6  # words that a sentence which goes on must add
SAME = ((4, 0.55), (3, 0.75))
"""Words, names and places apart, and their share of the smaller sentence's, of one fact told twice.
Weighed by hand on 97 pairs of the MUC wire and 88 of the sample.
"""

NEARLY = (5, 0.42)
"""The same, of one fact that two agencies tell each in its own way."""

OPENING, FURTHER = 0.45, 0.34
"""The share, of words other than names, under which what opens another dispatch, or stands further
down in one, is another thing about the same people.
"""

SAME_QUOTED = 0.6  # of them beside the same quotation
ALIKE = 3  # words, the verb among them, of two lines that tell of one act


def says_again(kept: Draft, draft: Draft) -> bool:
    """True if a draft repeats a kept one, so that the report need not print it: a line of another
    dispatch does only if they tell of one matter.
    """
    if twice.tells(kept, draft):
        return True
    if kept.sheet is not draft.sheet and not _of_one_matter(kept, draft):
        return False
    return echoes(kept, draft)


def echoes(kept: Draft, draft: Draft) -> bool:
    """True if a draft is about what a kept one is about: in its words, with the same tolls of the
    same, or of the same person who does the same. What opens a dispatch with a claim or an arrest
    that came of it is not.
    """
    turned = brings_a_turn(kept, draft) or (draft.opens and brings_a_turn(draft, kept))
    if turned or _is_other(kept, draft):
        return False
    if deeds(kept) & deeds(draft):
        return True
    here, there = twice.set_in(kept, draft), twice.set_in(draft, kept)
    vague = twice.are_countries(here) != twice.are_countries(
        there
    )  # "in New York", "against Ukraine"
    tolls = core_tolls(draft)
    if elsewhere(here, there) and (tolls or core_tolls(kept) or not vague):
        return False
    if repeats(kept.gist, draft.gist) or quotes_again(kept, draft) or _of_one_report(kept, draft):
        return True
    if not tolls and not core_tolls(kept) and retells(kept.gist, draft.gist, _spots(kept, draft)):
        return True
    return (
        bool(tolls) and tolls <= core_tolls(kept) and contained(kept.gist, draft.gist) >= SAME_TOLL
    )


def goes_further(kept: Draft, draft: Draft) -> bool:
    """True if a further sentence of one dispatch tells much that a kept one does not."""
    new = _plain(draft) - _plain(kept)
    own = kept.sheet is draft.sheet and not deeds(kept) & deeds(draft)
    return own and len(new) >= FURTHER_ON and contained(kept.gist, draft.gist) < RETOLD


def _is_other(kept: Draft, draft: Draft) -> bool:
    """True if a draft counts others than a kept one, or only names the same people."""
    if deeds(kept) & deeds(draft):
        return False
    return _counts_others(kept, draft) or _of_the_same_names(kept, draft)


def _counts_others(kept: Draft, draft: Draft) -> bool:
    """True if a line counts the same kind as another of its dispatch, and not as many."""
    if kept.sheet is not draft.sheet:
        return False
    here = {noun: number for number, noun in tallies(kept)}
    return any(here.get(noun, number) != number for number, noun in tallies(draft))


def _of_the_same_names(kept: Draft, draft: Draft) -> bool:
    """True if the opening of a dispatch shares little more with a line of another than whom they
    speak of.
    """
    if not draft.opens or kept.sheet is draft.sheet or facts(kept) & facts(draft):
        return False
    if quoted(kept) & quoted(draft):
        return False
    shared = _plain(kept) & _plain(draft) - twice.name_stems(kept) - twice.name_stems(draft)
    return len(shared) < TOLD and not acts(kept) & acts(draft)


def tells_the_same(kept: Draft, draft: Draft) -> bool:
    """True if two lines share most of what they say, whom and where they speak of apart."""
    shared, share = _shared(kept, draft)
    known = quoted(kept) & quoted(draft) and share >= SAME_QUOTED
    return bool(known) or any(shared >= least and share >= most for least, most in SAME)


def _shared(kept: Draft, draft: Draft) -> tuple[int, float]:
    """How many words two lines share, names and places apart, and their share of the fewer."""
    names = twice.name_stems(kept) | twice.name_stems(draft)
    own, other = (_plain(one) - names for one in (kept, draft))
    return len(own & other), contained(own, other)


def _of_one_matter(kept: Draft, draft: Draft) -> bool:
    """True if a line of another dispatch tells of what a kept one tells, and not only of the same
    people or the same place.
    """
    tolls = core_tolls(draft) & core_tolls(kept)
    many = any((number or 0) > SMALL for _, number in tolls)
    if many or deeds(kept) & deeds(draft) or quotes_again(kept, draft):
        return True
    shared, share = _shared(kept, draft)
    least, most = NEARLY
    alike = share >= (OPENING if draft.opens else FURTHER)
    return alike or (shared >= least and share >= most) or _befell_the_same(kept, draft)


def _befell_the_same(kept: Draft, draft: Draft) -> bool:
    """True if two lines name somebody of whom both tell the same first: a killing, a kidnapping."""
    whom = twice.name_stems(kept) & twice.name_stems(draft)
    return bool(whom) and bool(_harms(kept) & _harms(draft))


def _harms(draft: Draft) -> frozenset[str]:
    """What a line tells first, if it is done to somebody: to be shot is to be killed."""
    killed = lexicons.group("grave", "kill") | {"kill"}
    done = lexicons.bases("deeds")
    told = acts(draft)
    return frozenset(
        "kill" if act in killed else act for act in told if act in killed or act in done
    )


def _plain(draft: Draft) -> frozenset[str]:
    return frozenset(key for key in draft.gist if not key.startswith("#"))


def quotes_again(kept: Draft, draft: Draft) -> bool:
    """True if a draft brings no more than a quotation, or part of one, that a kept line has."""
    own, told = quoted(draft), quoted(kept)
    fresh = core_tolls(draft) - core_tolls(kept)
    alike = contained(kept.gist, draft.gist) >= QUOTED
    return bool(own) and own <= told and alike and not fresh


def _of_one_report(kept: Draft, draft: Draft) -> bool:
    """True if two lines of one dispatch count the same, or tell of one act with much in common and
    no count of its own.
    """
    if kept.sheet is not draft.sheet:
        return False
    if core_tolls(kept) & core_tolls(draft):
        return True
    if core_tolls(draft) - core_tolls(kept):
        return False
    if tallies(kept) & tallies(draft) or _of_one_event(kept, draft):
        return True
    return bool(acts(kept) & acts(draft)) and len(kept.gist & draft.gist) >= ALIKE


def _of_one_event(kept: Draft, draft: Draft) -> bool:
    """True if two lines of one dispatch tell of violence of one kind in much the same words."""
    shared = _plain(kept) & _plain(draft)
    both = _violence(kept) & _violence(draft)
    return bool(both) and len(shared) >= MANY and contained(kept.gist, draft.gist) >= RETOLD


def _violence(draft: Draft) -> frozenset[str]:
    found = (e for e in draft.sheet.reading.events if draft.span.contains(e.span))
    return frozenset(e.type for e in found if e.type in VIOLENT and e.status == "reported")


def _spots(a: Draft, b: Draft) -> frozenset[str]:
    """The places that two lines can be of, as gist keys: countries only if neither is narrower."""
    towns = [p for p in (*a.spots, *b.spots) if not twice.are_countries((p,))]
    if towns:
        return frozenset(f"#{p.geonameid}" for p in towns)
    return frozenset(key for key in a.gist & b.gist if key.startswith("#"))


def core_tolls(draft: Draft) -> frozenset[tuple[str, float | None]]:
    """The core figures of a draft, by measure and number."""
    found = (f for f in draft.sheet.reading.figures if draft.span.contains(f.span))
    return frozenset((f.measure, f.value or f.low) for f in found if f.measure in CORE_MEASURES)
