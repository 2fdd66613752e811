"""Drafts: every sentence of a dossier that could become a line, with what choosing needs."""

from dataclasses import dataclass, field, replace

from dateline.records import Citation, Line, Place, Refusal, Sentence, Span, Statement
from dateline.report.citing import cite, line, quotable
from dateline.report.emended import among
from dateline.report.ground import Ground, Sheet
from dateline.report.lines import (
    absolute,
    adding,
    anchors,
    attribution,
    closing,
    direct,
    fitness,
    mending,
    openers,
    outdated,
    outlets,
    people,
    pointing,
    pronouns,
    reliance,
    scenes,
    slips,
)
from dateline.report.lines.anchors import Anchor
from dateline.report.lines.edits import Edit, apply
from dateline.report.lines.likeness import gist, places
from dateline.report.lines.mending import Sound
from dateline.report.lines.reliance import Token
from dateline.report.lines.spelling import Said
from dateline.report.words import keys

MOST = 400
"""Sentences of one dispatch that can become lines: what comes later is an annex."""


UNJUDGED = 2.0  # news value of a sentence of which nobody judges
EARLY = 6  # sentences of a dispatch, in which a quotation that goes on below is its news


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence on its way to a line.

    ``keys`` are its content stems, ``gist`` what to compare it by.
    ``index`` is its position in the dispatch; ``leans`` if it needs the sentence before it;
    ``carries`` the statement that it continues; ``spots`` its known places; ``also`` passages of
    other dispatches that say the same; ``gone``: counts of the story that others have overtaken;
    ``anchor`` sets it in the place that its dispatch means; ``hole``: damaged words left out;
    ``needs``: what it takes as told, of each set one; ``tells``: what others may take as told once
    it is read; ``definite``: it leans only in that it begins with "the explosion", which ``needs``
    sees to; ``spoken``: who is quoted with all of it, as in a speech.
    ``worth``: its news value, 0 to 3; ``stumbles``: how likely a reader stumbles over it if it
    stands alone; ``clears``: how likely each of some earlier sentences makes it clear.
    """

    sheet: Sheet
    sentence: Sentence
    index: int
    span: Span
    keys: frozenset[str]
    gist: frozenset[str]
    leans: bool
    carries: Statement | None = None
    spots: tuple[Place, ...] = ()
    score: float = 0.0
    also: tuple[Citation, ...] = field(default=())
    gone: frozenset[str] = frozenset()
    anchor: Anchor | None = None
    hole: Span | None = None
    needs: frozenset[frozenset[Token]] = frozenset()
    tells: frozenset[Token] = frozenset()
    opens: bool = False
    definite: bool = False
    spoken: str | None = None
    worth: float = UNJUDGED
    stumbles: float = 0.0
    clears: tuple[tuple[int, float], ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands: dispatch, sentence."""
        return self.sheet.order, self.index


def drafts(ground: Ground) -> tuple[tuple[Draft, ...], tuple[Refusal, ...]]:
    """The drafts of a dossier, and what damage kept out."""
    kept: list[Draft] = []
    refused: list[Refusal] = []
    language = main_language(ground)
    for sheet in ground:
        if sheet.reading.language != language:
            continue
        for index, sentence in enumerate(sheet.reading.sentences[:MOST]):
            found = draft_of(sheet, sentence, index)
            if isinstance(found, Draft):
                kept.append(found)
            elif found:
                refused.append(found)
    return tuple(kept), tuple(refused)


def draft_of(sheet: Sheet, sentence: Sentence, index: int) -> Draft | Refusal | None:
    """The draft of a sentence, the ``index``-th of its dispatch; why damage keeps it out; null if
    no line can rest on it.
    """
    carries = attribution.carried(sheet, sentence)
    quoted = carries is not None and carries.mode == "direct"
    fault = fitness.unfit(sheet, sentence, quoted=quoted)
    if fault in (fitness.ANSWER, fitness.COMMENTARY):
        return _spoken(sheet, sentence, index)
    if fault:
        return None
    sound = mending.sound(sheet, sheet.trimmed(sentence.span))
    if sound is None:
        return _damaged(sheet, sentence)
    made = _draft(sheet, sentence, index, sound)
    if made is None or made.opens or sheet.author is None or fitness.is_vouched(sheet, made.span):
        return made
    return _spoken(sheet, sentence, index) or made


def main_language(ground: Ground) -> str:
    """The language of most dispatches; the report is written in it."""
    counts: dict[str, int] = {}
    for sheet in ground:
        counts[sheet.reading.language] = counts.get(sheet.reading.language, 0) + 1
    return max(sorted(counts), key=lambda code: (counts[code], code == "en"), default="en")


def _damaged(sheet: Sheet, sentence: Sentence) -> Refusal:
    found = next(d for d in sheet.reading.damage if d.span.overlaps(sentence.span))
    reason = f"The cited words are damaged ({found.kind}): “{found.text[:60]}”."
    return Refusal(_quiet(sheet, sentence), "damage", reason, sheet.dispatch.guid)


def _quiet(sheet: Sheet, sentence: Sentence) -> str:
    """A damaged sentence as the list of refusals shows it: up to the damage, never the damage."""
    hurt = min(d.span.start for d in sheet.reading.damage if d.span.overlaps(sentence.span))
    end = max(sentence.span.start, hurt)
    return apply(sheet.shown, Span(sentence.span.start, end), ()) + " […]"


def _draft(sheet: Sheet, sentence: Sentence, index: int, sound: Sound) -> Draft | None:
    span = sound.span
    carries = attribution.carried(sheet, sentence)
    closed = index < EARLY and bool(closing.edits(sheet, span))
    if carries is None and fitness.in_open_quote(sheet, span) and not closed:
        return None
    if carries is None and fitness.quotes_nobody(sheet, span):
        return None
    bare = openers.edits(sheet, span)
    at = bare[0].span.end if bare and bare[0].span.start == span.start else span.start
    rest = Sentence(Span(at, span.end), sentence.paragraph)
    named = pronouns.edits(sheet, span)
    first = not any(fitness.tells(sheet, s) for s in sheet.reading.sentences[:index])
    opens = first and fitness.tells(sheet, sentence) and not sheet.continues
    lost = not opens and anchors.wants_place(sheet, rest.span)
    quoted = carries is not None and carries.mode == "direct"
    anchor = anchors.anchor(sheet, sentence, rest.span) if lost and not quoted else None
    if anchor and any(anchor.edit.span.overlaps(e.span) for e in named):
        anchor = None
    told = anchor.edit.span if anchor else None
    back = not opens and pointing.points(sheet, rest.span, told)
    resolved = bool(named) and _starts_with_speaker(sheet, span)
    leans = back if resolved else pointing.leans(sheet, rest, told, opens=opens)
    leans = leans or pointing.said_by_nobody(sheet, rest.span, tuple(e.span for e in named))
    definite = leans and not lost and pointing.only_definite(sheet, rest)
    anchor = None if leans else anchor
    if anchor is None and not (lost or leans or quoted):
        anchor = scenes.scene(sheet, sentence, rest.span)
    leans = leans or (lost and anchor is None)
    words = keys(sheet.shown[span.start : span.end])
    about = gist(sheet, span) | ({f"#{anchor.place.geonameid}"} if anchor else frozenset())
    spots = (*places(sheet, span), *((anchor.place,) if anchor else ()))
    speakers = [e.text for e in named] + ([carries.source_name or ""] if carries else [])
    needs = frozenset() if opens else reliance.relies(sheet, rest.span, index, speakers)
    tells = reliance.tells(sheet, rest.span, (sheet.order, index))
    return Draft(
        sheet, sentence, index, span, words, about, leans, carries, spots, anchor=anchor,
        hole=sound.hole, needs=needs, tells=tells, opens=opens,
        definite=definite,
    )  # fmt: skip


def _spoken(sheet: Sheet, sentence: Sentence, index: int) -> Draft | None:
    """The draft of a sentence that is its speaker's quotation; null if it can't be, or leans."""
    name = direct.speaker(sheet, sentence)
    span = sheet.trimmed(sentence.span)
    draft = _draft(sheet, sentence, index, Sound(span)) if name else None
    if draft is None or draft.leans or pointing.ANAPHORA.match(sheet.shown[span.start : span.end]):
        return None
    return replace(draft, spoken=name, carries=None, anchor=None)


def _starts_with_speaker(sheet: Sheet, span: Span) -> bool:
    """True if the first pronoun of a span is the speaking one that gets a name."""
    edit = pronouns.edits(sheet, span)[0]
    found = pointing.SINGULAR.search(sheet.shown, span.start, span.end)
    return found is None or found.start() >= edit.span.start


def text_of(draft: Draft, ground: Ground, said: Said) -> str | None:
    """The line's words, or null if its speaker can't be added cleanly."""
    sheet = draft.sheet
    if draft.spoken:
        said.turns += 1
        return direct.text(sheet, draft.span, draft.spoken, said)
    quoted = draft.carries is not None and draft.carries.mode == "direct"
    edits: tuple[Edit, ...] = () if quoted else openers.edits(sheet, draft.span)
    edits += (Edit(draft.hole, ""),) if draft.hole else ()
    edits += () if draft.carries else closing.edits(sheet, draft.span)
    mends = tuple(among(ground.emended.get(sheet.item, ()), draft.span))
    edits += () if quoted else tuple(Edit(one.span, one.words) for one in mends)
    if not quoted:
        edits += outdated.edits(sheet, draft.span, draft.gone)
    if sheet.reading.language == "en" and not quoted:
        edits += tuple(
            Edit(e.span, people.speaker(sheet, e.text, said))
            for e in pronouns.edits(sheet, draft.span)
        )
        edits += adding.edits(sheet, draft.span)
        edits += slips.edits(sheet, draft.span)
        edits += absolute.edits(sheet, draft.span, ground.as_of, said)
        edits += (draft.anchor.edit,) if draft.anchor else ()
        edits += people.edits(sheet, draft.span, said)
    text = apply(sheet.shown, draft.span, edits)
    if draft.span.end < draft.sentence.span.end:
        text = text.rstrip(" ,;:") + "."
    last, said.outlet = said.outlet, outlets.outlet(sheet)
    if draft.carries:
        return attribution.attributed(sheet, text, draft.carries, said)
    said.turns += 1
    told = attribution.answered(sheet, draft.span, text, said)
    return told if told != text else outlets.voiced(sheet, text, last, said.turns - 1, full=True)


def line_of(draft: Draft, ground: Ground, said: Said) -> Line | None:
    """The line of a draft with its citations, not yet judged by the gate."""
    text = text_of(draft, ground, said)
    if text is None:
        return None
    mends = among(ground.emended.get(draft.sheet.item, ()), draft.span)
    notes = dict.fromkeys(one.note for one in mends)
    return line(ground, text, (*support(draft), *draft.also, *notes))


def support(draft: Draft) -> tuple[Citation, ...]:
    """What a line made of a draft rests on: its words, and those that name its place."""
    sheet, span, hole = draft.sheet, draft.span, draft.hole
    parts = (Span(span.start, hole.start), Span(hole.end, span.end)) if hole else (span,)
    own = tuple(cite(sheet, sheet.trimmed(part)) for part in parts)
    mention = draft.anchor.mention if draft.anchor else None
    if mention is None:
        return own
    whole = sheet.trimmed(sheet.around(mention))
    return (*own, cite(sheet, quotable(sheet, whole, mention)))
