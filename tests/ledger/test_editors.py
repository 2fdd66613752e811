"""An editor's word outranks a rule's, and outlives the reader that the rule judged by."""

from dataclasses import replace

from dateline.ledger import open_ledger
from dateline.records import Judgement

from .factory import hours, keep, restated, statement, toll

FIRST = toll(4, by="the governor")
SECOND = toll(9, guid="brio:1", agency="Brio", at=1, by="the rebels")


def newer(pair):
    """The same dispatch, read by a reader that knows more of the same words, and finds more."""
    one, read = pair
    (found,) = read.figures
    finer = replace(found, population="local people", victims="civilian", source_name=None)
    more = statement(one, "Rescue crews searched the ruins", by="the agency")
    return one, replace(read, reader="newer", figures=(finer,), statements=(more,))


def ruled(ledger):
    (rule,) = {j for c in ledger.claims() for j in c.judgements}
    return rule


def overruled(rule):
    return Judgement("e1", rule.a, rule.b, "not comparable", "Two raids.", "editor:ann", hours(2))


def test_an_editors_verdict_outlives_the_reader(memory):
    keep(memory, FIRST)
    keep(memory, SECOND)
    word = overruled(ruled(memory))
    memory.overrule(word)
    assert memory.claims(disputed=True) == ()

    again = open_ledger(":memory:")
    keep(again, newer(FIRST))
    keep(again, newer(SECOND))
    assert {a.id for c in again.claims() for a in c.assertions} > {word.a, word.b}
    assert len(again.claims(disputed=True)) == 2
    again.overrule(word)
    assert again.claims(disputed=True) == ()
    again.close()


def test_a_later_dispatch_and_its_rules_leave_an_editors_verdict_alone(memory):
    keep(memory, FIRST)
    keep(memory, SECOND)
    word = overruled(ruled(memory))
    memory.overrule(word)
    keep(memory, restated(SECOND, guid="cera:1", agency="Cera", issued=hours(5)), hours(5))
    held = {frozenset((j.a, j.b)): j for c in memory.claims() for j in c.judgements}
    assert held[frozenset((word.a, word.b))].by == "editor:ann"
    assert {j.verdict for j in held.values()} >= {"contradicts", "not comparable"}
