"""The tables of the ledger. Rows are only ever added: what stands is worked out when it is asked.
Only when a newer reader goes over a dispatch is what was derived from it made anew.

Times are whole microseconds since 1970-01-01 UTC (``codec.stamp``), days are whole days since
then: exact, and the same on both stores. ``body`` columns hold records as JSON (``codec``).
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

metadata = MetaData()

ROWID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only where the column is a plain INTEGER."""

KEYED: dict[str, Any] = {"sqlite_with_rowid": False}
"""For tables that are all key: SQLite then keeps each row once, not in a table and an index."""

raw = Table(
    "raw",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes as they came, once each."""

dispatch = Table(
    "dispatch",
    metadata,
    Column("seq", ROWID, primary_key=True, autoincrement=True),
    Column("guid", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("declared", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("agency", Text),
    Column("signal", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("issued", BigInteger),
    Column("learnt", BigInteger, nullable=False),
    Column("embargo", BigInteger),
    Column("expires", BigInteger),
    Column("tells", Boolean, nullable=False),
    Column("watched", Boolean, nullable=False),
    Column("day", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("numbered", Boolean, nullable=False, server_default=false()),
    Column("beside", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("guid", "version"),
)
"""A version of an item. ``tells``: it carries copy, not only an order. ``watched``: it may have to
be kept from the public. ``declared`` is the version number that it came with, ``version`` the one
it has here: a name, not an order (``orders.standing.in_order``), and the next free one where
another text has the declared one. ``numbered``: the agency gave the number. ``beside``: an addition
or a note of correction, which stands beside the text before it.
"""
Index("dispatch_learnt", dispatch.c.learnt)
Index("dispatch_watched", dispatch.c.watched, sqlite_where=text("watched"),
      postgresql_where=text("watched"))  # fmt: skip

reading = Table(
    "reading",
    metadata,
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("again", BigInteger),
)
"""What was found in a dispatch; ``again``: when a newer reader went over it."""

handle = Table(
    "handle",
    metadata,
    Column("key", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    **KEYED,
)
"""What an item may be called by: its guid, number, slug and headline, normalised. Numbers and slugs
come again, so they are kept by day; 0 (``orders.WHENEVER``) for guids and undated items.
"""

order = Table(
    "notice",
    metadata,
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""A kill, hold, release or correction, one row for each object that it names."""

order_key = Table(
    "notice_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    **KEYED,
)
"""The handles that an order's object may be found by, by the day of the order, as in ``handle``."""

effect = Table(
    "effect",
    metadata,
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    Column("position", ROWID, primary_key=True),
    Column("guid", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("echo", Boolean, nullable=False, server_default=false()),
)
"""An order that found its object. ``whole``: a correction that is the corrected text itself.
``echo``: the order does not name this item, which repeats the text of one that it kills; its
``position`` tells the version (``targets.echo``), which some feeds count in seconds.
"""
Index("effect_guid", effect.c.guid)

story = Table(
    "story",
    metadata,
    Column("id", Text, primary_key=True),
    Column("begun", BigInteger, nullable=False),
    Column("founder", Text, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("row", ROWID, primary_key=True, autoincrement=True),
    Column("seq", ROWID, ForeignKey("dispatch.seq"), nullable=False),
    Column("story", Text, ForeignKey("story.id"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
)
"""Which story a dispatch belongs to; a later row overrides an earlier one."""
Index("member_story", member.c.story)
Index("member_seq", member.c.seq)

passage = Table(
    "passage",
    metadata,
    Column("id", ROWID, primary_key=True, autoincrement=True),
    Column("seq", ROWID, ForeignKey("dispatch.seq"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""A stretch of a dispatch that may be of another story than the dispatch: an item of a round-up.
``body``: what it is about (``passages.Passage``).
"""
Index("passage_seq", passage.c.seq)

passage_posting = Table(
    "passage_posting",
    metadata,
    Column("term", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("seq", ROWID, ForeignKey("passage.id"), primary_key=True),
    Column("weight", Integer, nullable=False),
    **KEYED,
)
"""The most telling terms of passages (``seq``) whose story had not come when they did; see
``posting``.
"""

placement = Table(
    "placement",
    metadata,
    Column("row", ROWID, primary_key=True, autoincrement=True),
    Column("passage", ROWID, ForeignKey("passage.id"), nullable=False),
    Column("story", Text, ForeignKey("story.id"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
)
"""Which story a passage is of, if not its dispatch's; a later row overrides an earlier one."""
Index("placement_story", placement.c.story)
Index("placement_passage", placement.c.passage)

regrouping = Table(
    "regrouping",
    metadata,
    Column("row", ROWID, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("story", Text, ForeignKey("story.id"), nullable=False),
    Column("into", Text, ForeignKey("story.id"), nullable=False),
    Column("guids", LargeBinary, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("undoes", Text),
)
"""An editor's ``merge`` of a story into another, ``split`` of some dispatches (``guids``) from one
into another, or ``undo`` of either; and where a full story goes on (``continue``, by a rule).
"""
Index("regrouping_story", regrouping.c.story)
Index("regrouping_into", regrouping.c.into)

frequency = Table(
    "frequency",
    metadata,
    Column("term", Text, primary_key=True),
    Column("dispatches", Integer, nullable=False),
    **KEYED,
)
"""In how many dispatches a term was met."""

posting = Table(
    "posting",
    metadata,
    Column("term", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    Column("weight", Integer, nullable=False),
    **KEYED,
)
"""The most telling terms of a dispatch, by day: neighbours are sought in a few days only."""

vector = Table(
    "vector",
    metadata,
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    Column("day", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What a dispatch is about (``stories.Profile``), to measure likeness by."""

bucket = Table(
    "bucket",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    **KEYED,
)
"""MinHash bands, to find near copies without comparing with the whole archive."""

copy = Table(
    "copy",
    metadata,
    Column("seq", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    Column("other", ROWID, ForeignKey("dispatch.seq"), primary_key=True),
    Column("share", Integer, nullable=False),
)
"""Near-identical texts; ``share`` is the estimated share of common phrases, in thousandths."""
Index("copy_other", copy.c.other)

assertion = Table(
    "assertion",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", ROWID, ForeignKey("dispatch.seq"), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("assertion_seq", assertion.c.seq)

topic = Table(
    "topic",
    metadata,
    Column("story", Text, ForeignKey("story.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("assertion", Text, ForeignKey("assertion.id"), primary_key=True),
    **KEYED,
)
"""What an assertion may be compared by, within its story and nearby days."""

judgement = Table(
    "judgement",
    metadata,
    Column("row", ROWID, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("a", Text, ForeignKey("assertion.id"), nullable=False),
    Column("b", Text, ForeignKey("assertion.id"), nullable=False),
    Column("verdict", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("origin", Text, nullable=False),
    Column("undoes", Text),
)
Index("judgement_a", judgement.c.a)
Index("judgement_b", judgement.c.b)
Index("judgement_verdict", judgement.c.verdict)

loose = Table(
    "loose",
    metadata,
    Column("id", Text, primary_key=True),
    Column("guid", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("lost", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("undoes", Text),
)
"""An editor's judgement one side of which (``lost``, of ``guid`` and ``version``) a newer reader no
longer finds. It judges nothing until a later one finds it again.
"""

alias = Table(
    "alias",
    metadata,
    Column("row", ROWID, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),
    Column("actor", Text),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
"""An editor's word that a speaker's key means an actor; ``actor`` null takes it back."""
Index("alias_name", alias.c.name)

failure = Table(
    "failure",
    metadata,
    Column("id", Text, primary_key=True),
    Column("learnt", BigInteger, nullable=False),
    Column("sha256", Text),
    Column("body", LargeBinary, nullable=False),
)

edition = Table(
    "edition",
    metadata,
    Column("story", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

suppression = Table(
    "suppression",
    metadata,
    Column("row", ROWID, primary_key=True, autoincrement=True),
    Column("guid", Text, nullable=False),
    Column("version", Integer),
    Column("lifted", Boolean, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
"""An editor's order to keep a dispatch from the public, or to show it again."""
Index("suppression_guid", suppression.c.guid)
