"""Who did it and to whom: neither subject and object nor one clause's matter may be exchanged."""

from dateline.report import lexicons, quantities
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.voices import BOUNDARY, Prose, is_cue, is_telling, voices
from dateline.report.words import Token, is_function, tokens

STOPS = frozenset(("that", "who", "which", "and", "but", "when"))
PREPOSITIONS = frozenset(
    ("of", "in", "on", "at", "by", "for", "from", "to", "with", "near", "during", "after", "before",
     "since", "against", "between", "among", "into", "over", "under", "through", "within", "as")
)  # fmt: skip
UNCHANGED = frozenset(("cut", "hit", "put", "set", "shut", "hurt", "let", "spread", "split"))
"""Past forms that are those of the present too."""
LINKING = frozenset(
    ("am", "is", "are", "was", "were", "be", "been", "being", "ete", "est", "sont", "etre")
)


def supported(basis: Basis) -> str | None:
    """The rule: the subject of a verb in the line isn't its object in the source."""
    own = Prose(basis.text, basis.words)
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    dates = date_spans(basis.text)
    dated = {i for i, t in enumerate(basis.words) if any(d.start <= t.start < d.end for d in dates)}
    for i, token in enumerate(basis.words):
        article = i and basis.words[i - 1].fold in ("the", "a", "an", "les", "des", "un", "une")
        article = article or (i and basis.words[i - 1].fold in ("by", "of", "with", "from", "for"))
        verbal = is_verbal(token) or _participle(basis.words, i)
        if not verbal or i in spoken or not basis.ideas[i] or article:
            continue
        hold = basis.home(basis.parts[i])
        doer = [k for k in _doer(own, i) if k not in spoken | dated and hold.links[k]]
        if doer and basis.tolerant and all(_is_number(basis, k) for k in doer):
            continue  # "3 dead and 5 wounded", which ``numbers`` judges
        other = _other_doer(basis, hold, i, doer)
        if other:
            return other
        places = [j for j in hold.links[i] if hold.words[j].key == token.key]
        if len(places) != 1:
            continue
        if _by_itself(basis, i):
            continue
        if (
            doer
            and is_reduced(basis.words, i)
            and is_passive(Prose(hold.prose, hold.words), places[0])
        ):
            continue
        elsewhere = doer and (
            _acts_elsewhere(hold, places[0], doer) or _owner(basis, hold, places[0], doer)
        )
        if elsewhere or (doer and all(_undergoes(hold, places[0], hold.links[k]) for k in doer)):
            words = " ".join(basis.words[k].text for k in sorted(doer))
            return f"“{words}” is not the subject of “{token.text}” in the source."
    return None


def _is_number(basis: Basis, k: int) -> bool:
    return not basis.ideas[k] or basis.ideas[k].startswith("#")


def is_reduced(words: tuple[Token, ...], i: int) -> bool:
    """True for a participle that may stand without its "who were": "people trapped in ...", "two
    killed and 12 wounded in ...".
    """
    if i + 1 < len(words) and words[i + 1].fold in PREPOSITIONS:
        return True
    numbers = lexicons.bases("number_words")
    counted = i + 3 < len(words) and words[i + 1].fold == "and"
    counted = counted and (words[i + 2].text.isdigit() or words[i + 2].fold in numbers)
    return counted and any(
        is_verbal(words[k]) and (k + 1 == len(words) or words[k + 1].fold in PREPOSITIONS)
        for k in (i + 3, i + 4)
        if k < len(words)
    )


def _by_itself(basis: Basis, i: int) -> bool:
    """True for what happens of itself to what somebody may do it to: "the planet has warmed by"."""
    after = basis.words[i + 1].fold if i + 1 < len(basis.words) else ""
    itself = basis.words[i].key in lexicons.bases("ergative")
    return itself and (after in PREPOSITIONS or not after or after in ("and", "since", "more"))


def _acts_elsewhere(hold: Hold, verb: int, doer: list[int]) -> bool:
    """True if the verb has its own subject in the source, and the line's is in another clause."""
    prose = Prose(hold.prose, tokens(hold.prose))
    own = [k for k in _doer(prose, verb) if prose.words[k].fold not in PRONOUNS]
    here = hold.parts[verb]
    return bool(own) and not any(hold.parts[j] == here for k in doer for j in hold.links[k])


def _owner(basis: Basis, hold: Hold, verb: int, doer: list[int]) -> bool:
    """True if the source has the line's subject only as the owner of its own: "Valera's wife"."""
    here = [j for k in doer for j in hold.links[k] if hold.parts[j] == hold.parts[verb]]
    owned = ("'s", "’s")
    return (
        bool(here)
        and all(hold.words[j].text.endswith(owned) for j in here)
        and not any(basis.words[k].text.endswith(owned) for k in doer)
    )


def _other_doer(basis: Basis, hold: Hold, verb: int, doer: list[int]) -> str | None:
    """The clause of the source that has the verb and its number must have its subject too."""
    after = (k for k in range(verb + 1, min(verb + 6, len(basis.words))))
    number = next((k for k in after if basis.ideas[k].startswith("#")), None)
    doer = [k for k in doer if not basis.ideas[k].startswith("#") and basis.ideas[k]]
    if number is None or not doer or is_passive(Prose(basis.text, basis.words), verb):
        return None
    where = {hold.parts[j] for j in hold.links[number]}
    acts = {hold.parts[j] for j in hold.links[verb]}
    if len(where) != 1 or not where <= acts:
        return None
    if any(hold.parts[j] in where for k in doer for j in hold.links[k]):
        return None
    words = " ".join(basis.words[k].text for k in sorted(doer))
    return f"“{basis.words[number].text}” does not belong to “{words}” in the source."


def is_verbal(token: Token) -> bool:
    """True for a past form or participle."""
    base = lexicons.bases("irregular").get(token.fold)
    irregular = base not in (None, "person", "man", "woman", "child", "die")
    irregular = irregular and (base != token.fold or base in UNCHANGED)
    past = token.fold.endswith("ed") or (irregular and not token.fold.endswith("s"))
    return past and not is_function(token) and not is_cue(token) and token.text[0].islower()


def _participle(words: tuple[Token, ...], i: int) -> bool:
    """True for the verb of "a tué", "ont été tués"."""
    french = words[i].text.endswith(("é", "és", "ée", "ées"))
    return french and i > 0 and words[i - 1].fold in ("a", "ont", "avait", "avaient", "ete")


def is_passive(prose: Prose, i: int) -> bool:
    """True for the participle of a passive."""
    agent = _agent(prose, i)
    if agent is not None and agent <= i + 3:
        return True
    folds = [t.fold for t in prose.words[max(0, i - 11) : i]]
    joined = "and" in folds[-5:] and bool(LINKING & set(folds[: -folds[::-1].index("and")]))
    return bool(LINKING & set(folds[-2:])) or joined


def _agent(prose: Prose, verb: int) -> int | None:
    """Where, after a passive, those who did it begin: after a "by" that no measure follows."""
    units = lexicons.bases("units")
    measures = {q.first for q in quantities.find(prose.text) if q.unit}
    for k in range(verb + 1, min(verb + 16, len(prose.words) - 1)):
        if prose.parted(k - 1, k):
            return None
        about = prose.words[k + 1].fold in ("about", "some", "nearly", "almost", "around", "up")
        measured = k + 1 in measures or (about and k + 2 in measures)
        if (
            prose.words[k].fold in ("by", "par")
            and not measured
            and (prose.words[k + 1].fold not in units)
        ):
            return k + 1
    return None


def _doer(prose: Prose, i: int) -> list[int]:
    """The words of the subject of an active verb or, after a passive, of "by ..."."""
    if is_passive(prose, i):
        after = [
            k for k in range(i + 1, min(len(prose.words), i + 4)) if prose.words[k].fold == "by"
        ]
        return phrase(prose, range(after[0] + 1, len(prose.words))) if after else []
    back = phrase(prose, range(i - 1, -1, -1))
    if any(prose.words[k].fold in LINKING for k in back if k < i - 1):
        return []  # "missiles were among the arms left behind"
    dates = date_spans(prose.text)
    dated = {k for k in back if any(d.start <= prose.words[k].start < d.end for d in dates)}
    led = [k for k in back if prose.words[k].fold in PREPOSITIONS and k + 1 not in dated]
    return [k for k in back if k < min(led, default=i) and not is_function(prose.words[k])]


def phrase(prose: Prose, places: range) -> list[int]:
    """The words on the way through some places, up to punctuation, a verb or a cue."""
    found: list[int] = []
    for k in places:
        near = k - places.step
        if BOUNDARY.search(prose.between(min(k, near), max(k, near))):
            break
        token = prose.words[k]
        if is_cue(token) or (token.fold in STOPS and not is_telling(token)):
            break
        if is_verbal(token) and places.step < 0:
            break
        if places.step > 0 and token.fold in PREPOSITIONS:
            break
        found.append(k)
    return [k for k in found if places.step < 0 or not is_function(prose.words[k])]


def _undergoes(hold: Hold, verb: int, places: tuple[int, ...]) -> bool:
    """True if a word stands, in the clause of a verb of the source, only where its object does."""
    prose = Prose(hold.prose, hold.words)
    passive = is_passive(prose, verb)
    here = [j for j in places if hold.parts[j] == hold.parts[verb]]
    if not here:
        return False
    if passive:
        return all(j < verb for j in here)
    return all(j > verb for j in here)
