"""Our tokens answer as spaCy's do."""

import gc
import weakref
from dataclasses import replace
from typing import Any

import pytest
from spacy.tokens import Doc

from dateline.reader import language, pipeline, steps
from dateline.reader.page import Found, Page
from dateline.reader.parse import Parse
from dateline.reader.token_columns import columns
from dateline.records import Reading
from tests.reader.pages import dispatch

TEXTS = (
    "The army said on Monday that 12 soldiers, two of them officers, were killed in Arkel.\n\n"
    "Later  it raised the toll to 15.\nNo one was hurt in Port-Salle, its mayor, Ana Olmedo, said.",
    "« Rien », a déclaré jeudi la présidence, qui n'exclut pas d'y envoyer 300 soldats.",
    "",
    "\n",
    "[ Who ? ] Nobody !",
)


@pytest.fixture(params=TEXTS)
def parse(request: pytest.FixtureRequest) -> Parse:
    code = "fr" if "«" in request.param else "en"
    doc = language.model(code)(request.param)
    return Parse(doc, columns(doc), request.param)


def test_tokens_are_spacys(parse: Parse):
    for ours, theirs in zip(parse, parse.source, strict=True):
        for name in ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_",
                     "whitespace_", "is_space", "is_punct", "is_alpha", "is_title",
                     "like_num"):  # fmt: skip
            assert getattr(ours, name) == getattr(theirs, name), (ours.i, name)
        assert len(ours) == len(theirs)
        assert bool(ours.is_sent_start) == bool(theirs.is_sent_start)
        assert ours.morph.strip("_") == str(theirs.morph)


def test_links_are_spacys(parse: Parse):
    for ours, theirs in zip(parse, parse.source, strict=True):
        assert ours.head.i == theirs.head.i
        assert [c.i for c in ours.children] == [c.i for c in theirs.children]
        assert [t.i for t in ours.subtree] == [t.i for t in theirs.subtree]
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)


def test_phrases_are_spacys(parse: Parse):
    for first in range(len(parse)):
        for last in range(first + 1, len(parse) + 1):
            ours, theirs = parse[first:last], parse.source[first:last]
            assert (ours.text, ours.root.i, len(ours)) == (theirs.text, theirs.root.i, len(theirs))
            assert ours[-1].i == theirs[-1].i
            assert ours[:1].text == theirs[:1].text
    assert [(s.start, s.end) for s in parse.sents] == [(s.start, s.end) for s in parse.source.sents]
    found = [(e.start, e.end, e.label_) for e in parse.ents]
    assert found == [(e.start, e.end, e.label_) for e in parse.source.ents]


def test_an_interval_of_the_text_is_the_tokens_that_it_touches(parse: Parse):
    for start in range(len(parse.text)):
        for end in range(start + 1, len(parse.text) + 1):
            ours = parse.between(start, end)
            theirs = parse.source.char_span(start, end, alignment_mode="expand")
            assert (ours.start, ours.end) == (theirs.start, theirs.end), parse.text[start:end]


def test_no_token_lies_beyond_the_text(parse: Parse):
    with pytest.raises(IndexError):
        parse[len(parse)]
    with pytest.raises(IndexError):
        parse[-len(parse) - 1]
    assert parse[len(parse) : len(parse) + 3].text == ""


def test_what_hangs_on_a_word_is_in_order_of_the_text_though_links_cross():
    doc = Doc(language.model("en").vocab, words=[*"abcde"], heads=[4, 4, 4, 1, 4], deps=["x"] * 5)
    crossing = Parse(doc, columns(doc), doc.text)
    assert [t.text for t in crossing[4].subtree] == [*"abcde"]
    assert [t.text for t in crossing[1].subtree] == ["b", "d"]


def test_a_token_is_made_once(parse: Parse):
    assert all(a is b for a, b in zip(parse, parse, strict=True))


def test_a_page_is_let_go_when_it_has_been_read(monkeypatch):
    """A circle left in it would have to be searched for, which takes longer than many a step."""
    seen: list[weakref.ref[Parse]] = []
    said = (
        "The mayor, Ana Olmedo, said that the army had said that 12 soldiers were killed in Arkel."
    )
    first = steps.STEPS[0]

    def noted(page: Page, found: Found) -> tuple[Any, ...]:
        seen.append(weakref.ref(page.doc))
        return first.run(page, found)

    monkeypatch.setattr(steps, "STEPS", (replace(first, run=noted), *steps.STEPS[1:]))
    gc.disable()
    try:
        (read,) = pipeline.read([dispatch(said)])
        assert isinstance(read, Reading)
        assert len(read.statements) == 2
        assert [ref() for ref in seen] == [None]
    finally:
        gc.enable()
