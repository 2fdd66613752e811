"""From dispatches to readings: one pass of the language model, in batches, then the steps."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from spacy.tokens import Doc

from dateline.errors import ReadingError
from dateline.reader import language, steps
from dateline.reader.page import Page
from dateline.reader.token_columns import Columns
from dateline.reader.view import view
from dateline.records import Dispatch, Failure, Reading

READER = "3"
"""Version of the reader: goes up whenever findings change."""

BATCH = 128
MOST_CHARACTERS = 400_000  # of those read at once: tokens take about a kilobyte each meanwhile
PARSED = 64
MOST_TOKENS = 8_000  # parsed at once: the model takes about 18 kB for each, and no longer for fewer
CHUNK = 20_000  # characters: longer texts are parsed in pieces so that memory stays bounded
CONTENT = frozenset(("NOUN", "PROPN", "VERB"))
UNSPACED = 300  # the tokeniser's time goes with the square of a stretch without a space


LONG_WORD = re.compile(rf"\S{{{UNSPACED}}}(?=\S)")


def _chunks(text: str) -> Iterator[str]:
    """Pieces of at most ``CHUNK`` characters, cut at spaces, inside very long words hard."""
    start = 0
    while len(text) - start > CHUNK:
        end = start + CHUNK
        cut = max(text.rfind("\n", start, end), text.rfind(" ", start, end))
        cut = cut + 1 if cut > start else end
        yield from _unbroken(text[start:cut])
        start = cut
    yield from _unbroken(text[start:])


def _unbroken(text: str) -> Iterator[str]:
    """A text in pieces without words of more than ``UNSPACED`` characters."""
    start = 0
    for word in LONG_WORD.finditer(text):
        yield text[start : word.end()]
        start = word.end()
    yield text[start:]


def _batches[T](
    items: Iterable[T], size_of: Callable[[T], int], count: int, most: int
) -> Iterator[list[T]]:
    """Items together, at most ``count`` of them and, if there are several, of ``most`` size."""
    batch: list[T] = []
    size = 0
    for item in items:
        more = size_of(item)
        if batch and (len(batch) == count or size + more > most):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += more
    if batch:
        yield batch


def batches(dispatches: Iterable[Dispatch]) -> Iterator[list[Dispatch]]:
    """Dispatches as they are read together, whichever process reads them."""
    return _batches(dispatches, lambda d: len(d.text), BATCH, MOST_CHARACTERS)


def _parse(texts: list[str], code: str) -> Iterator[Doc]:
    """One Doc per text, whose text equals it exactly."""
    nlp = language.model(code)
    pieces = [list(_chunks(text)) for text in texts]
    tokenised = (nlp.make_doc(piece) for some in pieces for piece in some)
    parsed = _batches(tokenised, len, PARSED, MOST_TOKENS)
    docs = (doc for batch in parsed for doc in nlp.pipe(batch, batch_size=PARSED))
    for some in pieces:
        parts = [next(docs) for _ in some]
        for part in parts:
            # nothing uses it, it is most of a Doc's memory, and a mere slice would keep it
            part.tensor = part.tensor[:0].copy()
        merged = parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)
        if merged is None:
            raise ReadingError("The parse of a text came back empty.", "Report the text.")
        yield merged


@contextmanager
def _no_sweeping() -> Iterator[None]:
    """No search for garbage meanwhile.

    Reading makes many small things and next to no garbage that frees itself only when searched
    for, but sets off such searches, which go through the language model's objects again and again.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def prepare(dispatches: Iterable[Dispatch]) -> dict[str, list[str]]:
    """The texts as the language model gets them, by language."""
    texts: dict[str, list[str]] = {}
    for dispatch in dispatches:
        code = language.supported(dispatch.language, dispatch.text)
        texts.setdefault(code, []).append(view(dispatch, code).text)
    return texts


@_no_sweeping()
def bare_pass(texts: dict[str, list[str]]) -> int:
    """Run the language model alone, as ``read`` does, and count the tokens.

    What reading costs beyond this is our own; ``dateline bench speed`` reports the ratio.
    """
    return sum(len(doc) for code, some in texts.items() for doc in _parse(some, code))


def _terms(table: Columns) -> tuple[str, ...]:
    """Distinct content lemmas in order of first use."""
    rows = zip(table.pos, table.words, table.folded, table.stops, strict=True)
    kept = [
        lemma
        for pos, word, lemma, stop in rows
        if pos in CONTENT and not stop and len(word) > 2 and word.isalpha()
    ]
    return tuple(dict.fromkeys(kept))


def _reading(page: Page, found: dict[str, tuple[Any, ...]]) -> Reading:
    relative = found.pop("relative")
    found["places"] = tuple(sorted((*found["places"], *relative), key=lambda p: p.span))
    return Reading(
        guid=page.dispatch.guid,
        version=page.dispatch.version,
        reader=READER,
        model=language.model_name(page.language),
        language=page.language,
        cased=page.view.cased,
        sentences=page.sentences,
        terms=_terms(page.table),
        **found,
    )


def _finished(page: Page, found: dict[str, tuple[Any, ...]]) -> Reading | Failure:
    try:
        return _reading(page, found)
    except Exception as error:
        return _failure(page.dispatch, error)


def _failure(dispatch: Dispatch, error: Exception) -> Failure:
    return Failure(
        path=dispatch.path,
        reason=f"Dispatch {dispatch.guid}: {type(error).__name__}: {error}",
        remedy="The dispatch is kept unread; report it with its text.",
        stage="reader",
        guid=dispatch.guid,
        sha256=dispatch.sha256,
    )


def _readings(pages: list[Page]) -> list[Reading | Failure]:
    """One reading (or failure) per page; the pages are let go.

    Each step goes over all pages before the next one starts: its code and its tables then stay near
    the processor, which saves a tenth of the time, and more where there are more pages.
    """
    found: list[dict[str, tuple[Any, ...]]] = [{} for _ in pages]
    failed: dict[int, Failure] = {}
    for step in steps.STEPS:
        for i, page in enumerate(pages):
            if i not in failed:
                needed = {need: found[i][need] for need in step.needs}
                try:
                    found[i][step.gives] = step.run(page, needed)
                except Exception as error:
                    failed[i] = _failure(page.dispatch, error)
    read = [failed.get(i) or _finished(page, found[i]) for i, page in enumerate(pages)]
    for page in pages:
        page.doc.forget()
    pages.clear()
    return read


@_no_sweeping()
def _together(batch: list[Dispatch]) -> list[Reading | Failure]:
    """One reading (or failure) per dispatch, of dispatches that are read at once."""
    codes = [language.supported(d.language, d.text) for d in batch]
    views = [view(d, code) for d, code in zip(batch, codes, strict=True)]
    docs: dict[int, Doc] = {}
    for code in sorted(set(codes)):
        chosen = [i for i, c in enumerate(codes) if c == code]
        docs |= dict(zip(chosen, _parse([views[i].text for i in chosen], code), strict=True))
    return _readings([Page(d, codes[i], views[i], docs.pop(i)) for i, d in enumerate(batch)])


def read(dispatches: Iterable[Dispatch]) -> Iterator[Reading | Failure]:
    """One reading (or failure) per dispatch, in order, in this process."""
    for batch in batches(dispatches):
        yield from _together(batch)
