from .factory import hours, keep, toll


def speakers(ledger):
    (story,) = ledger.stories()
    return {a.name: a for a in ledger.actors(story.id)}


def test_names_of_one_actor_come_together(memory):
    keep(memory, toll(4, by="President Volodymyr Zelensky"))
    keep(memory, toll(4, guid="b", at=1, by="Zelenskyy"))
    keep(memory, toll(5, guid="c", at=2, by="Moscow"))
    found = speakers(memory)
    assert found["President Volodymyr Zelensky"].names[1:] == ("Zelenskyy",)
    assert found["Moscow"].side == "RU"
    assert found["Moscow"].kind == "state"
    assert found["Alba"].kind == "outlet"


def test_an_editor_joins_two_names_and_parts_them_again(memory):
    keep(memory, toll(4, by="the mayor"))
    keep(memory, toll(4, guid="b", agency="Brio", at=1, by="Igor Kolar"))
    assert [c.origins for c in memory.claims()] == [2]
    memory.rename("Igor Kolar", "the mayor", by="editor:ann", at=hours(2))
    assert [(c.origins, c.status) for c in memory.claims()] == [(1, "single-source")]
    assert set(speakers(memory)) == {"Alba", "Brio", "Igor Kolar"}
    assert [c.origins for c in memory.claims(as_of=hours(1))] == [2]
    memory.rename("Igor Kolar", None, by="editor:ann", at=hours(3))
    assert [c.origins for c in memory.claims()] == [2]


def statuses(ledger, **known):
    return sorted((a.value, c.status) for c in ledger.claims(**known) for a in c.assertions)


def test_one_speaker_under_two_names_replaces_a_figure_and_disputes_none(ledger):
    keep(ledger, toll(4, by="the mayor"))
    keep(ledger, toll(9, guid="b", agency="Brio", at=1, by="Igor Kolar"))
    assert statuses(ledger) == [(4, "disputed"), (9, "disputed")]
    ledger.rename("Igor Kolar", "the mayor", by="editor:ann", at=hours(2))
    assert statuses(ledger) == [(4, "superseded"), (9, "single-source")]
    assert statuses(ledger, as_of=hours(1)) == [(4, "disputed"), (9, "disputed")]
    ledger.rename("Igor Kolar", None, by="editor:ann", at=hours(3))
    assert statuses(ledger) == [(4, "disputed"), (9, "disputed")]
