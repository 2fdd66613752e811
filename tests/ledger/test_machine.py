"""A ledger against a model of it: dispatches, orders and editors in any order that chance gives.

The model knows who sent what when, and what was killed, held or suppressed since; never how.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field, replace
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from dateline.ledger import open_ledger
from dateline.records import Judgement, Reference

from .factory import data, hours, keep, kill, toll

LATE = hours(1000)
AGENCIES, TOWNS = ("Alba", "Brio", "Cera"), ("Kharkiv", "Kyiv")
SPEAKERS = ("the governor", "the army", "the rebels", "the mayor")
VERDICTS = ("same", "contradicts", "supersedes", "not comparable")
pick = st.integers(0, 10**6)


@dataclass
class Item:
    """One guid: its versions with the pair that was sent, its kills, and whether it is held."""

    agency: str
    number: int
    versions: dict = field(default_factory=dict)
    kills: list = field(default_factory=list)
    held: bool = False
    suppressed: bool = False
    repeats: "tuple[Item, int] | None" = None

    def killed(self, version):
        sent = self.versions[version][0].issued
        if any(sent <= at for at in self.kills):
            return True
        return bool(version == 1 and self.repeats and self.repeats[0].killed(self.repeats[1]))

    def shown(self):
        """The version that the public may see, if any."""
        left = [v for v in self.versions if not self.killed(v)]
        return max(left) if left and not self.held and not self.suppressed else None


class Machine(RuleBasedStateMachine):
    """Each rule is one thing that the wire or an editor does, a quarter of an hour later."""

    def __init__(self):
        super().__init__()
        self.ledger = open_ledger(":memory:")
        self.items, self.sent, self.remembered = {}, [], []
        self.ticks = self.barred = 0

    def teardown(self):
        self.ended()
        self.ledger.close()

    # What the wire does

    def _at(self):
        self.ticks += 1
        return self.ticks / 4

    def _keep(self, pair):
        assert keep(self.ledger, pair).added
        self.sent.append(pair)

    def _toll(self, guid, item, count, version=1, **fields):
        names = {"headline": f"Raid {item.number}", "number": f"A{item.number}"}
        words = " ".join(f"{word}{item.number}x{version}" for word in ("Doctor", "nurse", "driver"))
        return toll(count, guid=guid, agency=item.agency, at=self._at(), version=version,
                    by=SPEAKERS[count % 4], town=TOWNS[item.number % 2], filler=f" {words} came.",
                    **names, **fields)  # fmt: skip

    @rule(agency=st.sampled_from(AGENCIES), count=st.integers(1, 30))
    def new(self, agency, count):
        item = Item(agency, len(self.items))
        guid = f"{agency.lower()}:{item.number}"
        item.versions[1] = self._toll(guid, item, count)
        self.items[guid] = item
        self._keep(item.versions[1])

    def _some(self, n):
        guids = sorted(self.items)
        guid = guids[n % len(guids)]
        return guid, self.items[guid]

    @precondition(lambda self: self.items)
    @rule(n=pick, count=st.integers(1, 30), signal=st.sampled_from(["update", "correction"]))
    def revise(self, n, count, signal):
        guid, item = self._some(n)
        version = max(item.versions) + 1
        item.versions[version] = self._toll(guid, item, count, version, signal=signal)
        self._keep(item.versions[version])

    @precondition(lambda self: self.items)
    @rule(n=pick)
    def send_again_as_another_item(self, n):
        guid, item = self._some(n)
        version = max(item.versions)
        (one, read), again = item.versions[version], f"{guid}r{len(self.items)}"
        at = hours(self._at())
        names = {"guid": again, "version": 1, "headline": None, "number": None}
        pair = _changed(one, read, issued=at, received=at, signal="repeat", **names)
        self.items[again] = Item(item.agency, len(self.items), {1: pair}, repeats=(item, version))
        self._keep(pair)

    @precondition(lambda self: self.items)
    @rule(n=pick, way=st.sampled_from(["guid", "headline", "number"]))
    def kill(self, n, way):
        guid, item = self._some(n)
        if item.repeats:  # its kill would reach what it repeats too
            return
        names = {"guid": guid, "headline": f"RAID {item.number}", "number": f"a{item.number}"}
        at = self._at()
        self._order("kill", item, Reference(**{way: names[way]}), at)
        item.kills.append(hours(at))
        self.barred = self.ticks

    @precondition(lambda self: self.items)
    @rule(n=pick)
    def hold_or_release(self, n):
        guid, item = self._some(n)
        item.held = not item.held
        signal = "hold" if item.held else "release"
        self._order(signal, item, Reference(guid=guid), self._at())
        self.barred = self.ticks

    def _order(self, signal, item, named, at):
        guid = f"order:{self.ticks}"
        self._keep(kill(named, guid=guid, agency=item.agency, at=at, signal=signal))

    @precondition(lambda self: self.sent)
    @rule(n=pick)
    def what_is_sent_twice_is_kept_once(self, n):
        before = self._everything()
        assert not keep(self.ledger, self.sent[n % len(self.sent)]).added
        assert self._everything() == before

    # What editors do

    @precondition(lambda self: self.items)
    @rule(n=pick)
    def suppress_or_show(self, n):
        guid, item = self._some(n)
        item.suppressed = not item.suppressed
        self.ledger.suppress(guid, by="ann", at=hours(self._at()), lifted=not item.suppressed)
        self.barred = self.ticks

    @rule(n=pick, verdict=st.sampled_from(VERDICTS))
    def overrule(self, n, verdict):
        by_story = defaultdict(list)
        for claim in self.ledger.claims():
            by_story[claim.story] += [a.id for a in claim.assertions if not a.withdrawn]
        names = next((some for some in by_story.values() if len(some) > 1), None)
        if names is None:
            return
        a, b = random.Random(n).sample(sorted(names), 2)
        made = Judgement(f"e{self.ticks}", a, b, verdict, "So.", "editor:ann", hours(self._at()))
        self.ledger.overrule(made)
        assert made.id in self._verdicts()
        if n % 2:
            self.ledger.undo(made.id, "Not so.", by="ann", at=hours(self._at()))
            assert made.id not in self._verdicts()

    def _verdicts(self):
        return {j.id for claim in self.ledger.claims() for j in claim.judgements}

    @rule(n=pick)
    def merge(self, n):
        stories = sorted(s.id for s in self.ledger.stories())
        if len(stories) > 1:
            into, away = random.Random(n).sample(stories, 2)
            self.ledger.merge(into, away, by="ann", at=hours(self._at()), why="One matter.")

    @rule(n=pick)
    def split(self, n):
        for story in self.ledger.stories():
            if len(story.dispatches) > 1:
                guid = story.dispatches[n % len(story.dispatches)]
                self.ledger.split(story.id, [guid], by="ann", at=hours(self._at()), why="Another.")
                return

    @rule(n=pick)
    def take_a_regrouping_back(self, n):
        made = self.ledger.regroupings()
        undone = {r.undoes for r in made}
        left = [r for r in made if r.kind in ("merge", "split") and r.id not in undone]
        if left:
            name = left[n % len(left)].id
            self.ledger.regroup_undo(name, by="ann", at=hours(self._at()), why="Not so.")

    @rule()
    def remember(self):
        at = hours(self.ticks / 4)
        hidden = {guid for guid, item in self.items.items() if item.suppressed}
        self.remembered.append((at, self.ticks, self._known(at), hidden))

    # What must hold

    def _known(self, at):
        stories = self.ledger.stories(at)
        return [self.ledger.dossier(s.id, as_of=at, now=at) for s in stories]

    def _everything(self):
        redactions = self.ledger.redactions(as_of=LATE, now=LATE)
        return self._known(LATE), self.ledger.claims(), redactions, self.ledger.waiting()

    @invariant()
    def nothing_is_lost_and_each_item_is_in_one_story(self):
        found = [guid for story in self.ledger.stories() for guid in story.dispatches
                 if not guid.startswith("order:")]  # fmt: skip
        assert sorted(found) == sorted(self.items)

    @invariant()
    def the_public_sees_what_may_be_seen_and_nothing_else(self):
        expected = {(g, i.shown()) for g, i in self.items.items() if i.shown()}
        known = self._known(LATE)
        seen = [(f.dispatch.guid, f.dispatch.version) for d in known for f in d.filed]
        assert sorted(seen) == sorted(expected)
        rests = {(a.guid, a.version) for d in known for c in d.claims for a in c.assertions}
        assert rests == expected

    @invariant()
    def nothing_is_invented_and_a_kill_withdraws_all(self):
        for claim in self.ledger.claims():
            for a in claim.assertions:
                item = self.items[a.guid]
                one, _ = item.versions[a.version]
                assert one.text[a.span.start : a.span.end] == a.text
                assert not a.withdrawn or a.version != item.shown()
                assert a.withdrawn or not item.killed(a.version)

    def ended(self):
        """Once, at the end: sound, repeated without effect, as it was, and in any order."""
        assert self.ledger.verify() == ()
        before = self._everything()
        for pair in self.sent:
            assert not keep(self.ledger, pair).added
        assert self._everything() == before
        for at, ticks, known, hidden in self.remembered:
            now = self._known(at)
            if self.barred <= ticks:
                assert now == known
            # kept back since: less; shown again by an editor since: in the past too
            new = _seen(now) - _seen(known)
            assert {guid for guid, _ in new} <= hidden
        shuffled = random.Random(len(self.sent)).sample(self.sent, len(self.sent))
        assert _wired(shuffled) == _wired(self.sent)


def _seen(known):
    return {(f.dispatch.guid, f.dispatch.version) for d in known for f in d.filed}


def _changed(one, read, **fields):
    made = replace(one, **fields)
    made = replace(made, sha256=sha256(data(made)).hexdigest())
    return made, replace(read, guid=made.guid, version=made.version)


def _wired(pairs):
    """What a ledger makes of the wire alone, whatever the stories are called."""
    ledger = open_ledger(":memory:")
    for pair in pairs:
        keep(ledger, pair)
    said = {(a.guid, a.version, a.text, a.withdrawn, a.reason)
            for claim in ledger.claims() for a in claim.assertions}  # fmt: skip
    shown = {(f.dispatch.guid, f.dispatch.version) for s in ledger.stories()
             for f in ledger.dossier(s.id, as_of=LATE, now=LATE).filed}  # fmt: skip
    found = said, shown, ledger.redactions(as_of=LATE, now=LATE), ledger.waiting()
    ledger.close()
    return found


QUICK = settings(deadline=None, max_examples=8, stateful_step_count=25,
                 phases=[Phase.generate, Phase.shrink],
                 suppress_health_check=list(HealthCheck))  # fmt: skip
TestMachine = pytest.mark.timeout(300)(Machine.TestCase)
TestMachine.settings = QUICK


@pytest.mark.long
@pytest.mark.timeout(3600)
class TestMachineForLong(Machine.TestCase):
    """The same, more often and for longer: three to four minutes of work on a free machine."""

    settings = settings(QUICK, max_examples=60, stateful_step_count=50)
