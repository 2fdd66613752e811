"""Editions made by hand: agencies and people are invented, and some of the text is hostile."""

from dataclasses import replace
from datetime import UTC, datetime

from dateline.records import (
    About,
    AgendaItem,
    Change,
    Citation,
    DispatchRef,
    Dispute,
    Edition,
    Line,
    MeasureItem,
    Moment,
    Notice,
    Pin,
    Refusal,
    Section,
    Site,
    SourceCount,
    Span,
    Spoken,
    Toll,
)

AS_OF = datetime(2022, 3, 2, 23, 30, tzinfo=UTC)
SCRIPT = "<script>alert(1)</script>"
ATTRIBUTE = '"><img src=x onerror=alert(1)>'
RIGHT_TO_LEFT = "قال المتحدث باسم البلدية إن الوضع هادئ"
OVERRIDE = "safe \u202egnp.exe"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
FORMULA = '=HYPERLINK("http://x.invalid","open")'


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A time in the first days of the story, in UTC; day 28 is in February."""
    return datetime(2022, 2 if day > 20 else 3, day, hour, minute, tzinfo=UTC)


def cite(  # noqa: PLR0913 - one argument for each field that tests vary
    text: str,
    guid: str = "norla:1",
    *,
    version: int = 1,
    agency: str | None = "norla",
    issued: datetime | None = None,
    before: str = "",
    after: str = "",
) -> Citation:
    """A citation of ``text``, from the beginning of a dispatch."""
    when = issued or at(2, 14, 5)
    return Citation(guid, version, Span(0, len(text)), text, agency, when, before, after)


def line(text: str, *citations: Citation, **given: object) -> Line:
    """A line that rests on the given citations, or on its own words in ``norla:1``."""
    return replace(Line(text, citations or (cite(text),)), **given)


def toll(
    by: str | None,
    words: str,
    numbers: tuple[float | None, float | None, float | None],
    when: datetime,
    **given: object,
) -> Toll:
    """A speaker's figure; ``numbers`` are value, low and high."""
    value, low, high = numbers
    made = Toll(
        claim="c-soldiers",
        about=About(
            "killed", "Russian soldiers", "russian soldiers", "combatant", "cumulative",
            place="Ukraine", geonameid=690791,
        ),
        by=by,
        via=("norla",),
        words=words,
        value=value,
        low=low,
        high=high,
        hedge="exact",
        at=when,
        status="disputed",
        citation=cite(f"{words} Russian soldiers, said {by}", "norla:2", issued=when),
    )  # fmt: skip
    return replace(made, **given)


PRESIDENT = toll(
    "Volodymyr Zelensky",
    "nearly 9,000",
    (9000.0, None, None),
    at(2, 9),
    hedge="nearly",
    verification="a figure that could not be verified",
)
MINISTRY = toll("Russian defence ministry", "498", (498.0, 498.0, 498.0), at(2, 17))
EARLIER = toll(
    "Volodymyr Zelensky", "5,710", (5710.0, 5710.0, 5710.0), at(1, 9), status="superseded"
)
_CITY = About(
    "killed", "people", "people", "unknown", "incident", place="Kharkiv", geonameid=706483
)
GOVERNOR = toll(
    "the regional governor", "at least 21", (None, 21.0, None), at(2, 6),
    claim="c-kharkiv", about=_CITY, hedge="at least", status="corroborated",
)  # fmt: skip
RESCUERS = toll(
    "the rescue service", "between 10 and 30", (None, 10.0, 30.0), at(1, 18),
    claim="c-kharkiv", about=_CITY, hedge="between", status="superseded",
)  # fmt: skip
HOSTILE_TOLL = toll(
    FORMULA, "2", (2.0, 2.0, 2.0), at(2, 11),
    claim="c-hostile", about=About("injured", SCRIPT, "x", place=LONG_WORD),
)  # fmt: skip

_LANDED = line(
    "Russian airborne troops landed in Kharkiv, 50 km from the border, the Ukrainian army said.",
    cite(
        "Russian airborne troops landed in Kharkiv on Wednesday, the army said.",
        before="Shelling went on through the night.",
        after="The fighting was continuing at noon.",
    ),
    cite("Airborne troops have landed in the city", "tarpan:9", agency="tarpan"),
    origins=2,
    status="corroborated",
)
_SHELLING = line(
    "Shelling of the centre of Kharkiv on Tuesday killed at least 21 people, according to the "
    "regional governor.",
    cite("at least 21 people were killed, the governor said", "norla:3", version=2),
)
_RIVALS = line(
    "Ukraine's president says nearly 9,000 Russian soldiers have been killed; Russia's defence "
    "ministry says 498. Neither figure has been verified.",
    PRESIDENT.citation,
    MINISTRY.citation,
    status="disputed",
)
_TALKS = line("A second round of talks is to begin in Belarus on Thursday morning.")
_KHERSON = line(
    "The Russian military claimed complete control of Kherson, but the situation there remained "
    "uncertain.",
    cite("complete control of Kherson", "tarpan:4", agency="tarpan"),
    status="disputed",
)
_BANKS = line("Seven Russian banks are shut out of the Swift system from 12 March, the EU said.")
_ARABIC = line(RIGHT_TO_LEFT, cite(RIGHT_TO_LEFT, "sahil:1", agency="sahil"))
_FRENCH = line(
    "« Il faut que les tirs cessent », a dit le maire.",
    cite("« Il faut que les tirs cessent »", "ouest:1", agency="ouest"),
)
_HOSTILE = line(
    f"A dispatch said {SCRIPT} and {ATTRIBUTE} of {LONG_WORD}, then {OVERRIDE}.",
    cite(f"said {SCRIPT}", f"bad:{ATTRIBUTE}", agency=f"agency {SCRIPT}", before=ATTRIBUTE),
)


def pin(name: str, number: int, lat: float, lon: float, kind: str, **given: object) -> Pin:
    """A pin in Ukraine, exact to five kilometres, about the landing in Kharkiv."""
    return replace(Pin(name, number, "UA", lat, lon, 5.0, kind, _LANDED), **given)


PINS = (
    pin("Kharkiv", 706483, 49.98, 36.25, "ASSAULT"),
    pin("Kyiv", 703448, 50.45, 30.52, "ASSAULT"),
    pin("Bucha", 711390, 50.55, 30.22, "ASSAULT"),
    pin("Hostomel", 707753, 50.58, 30.26, "ASSAULT"),
    pin("Zhytomyr", 686967, 50.26, 28.68, "killed"),
    pin("Kherson", 706448, 46.64, 32.61, "CONTROL", line=_KHERSON),
    pin("Mariupol", 701822, 47.07, 37.5, "ASSAULT"),
    pin("Belarus", 630336, 53.5, 27.97, "CONSULT", country="BY", precision_km=300.0, line=_TALKS),
    pin("Brussels", 2800866, 50.85, 4.35, "SANCTION", country="BE", line=_BANKS),
    pin("Moscow", 524901, 55.75, 37.62, "PROTEST", country="RU"),
    pin(f"<b>{LONG_WORD}</b>", 1, 48.5, 34.0, SCRIPT, line=_HOSTILE),
)


def edition(number: int = 3, story: str = "kharkiv-landing") -> Edition:
    """A report with everything in it."""
    return Edition(
        story=story,
        number=number,
        as_of=at(2, 20 + number) if number < 3 else AS_OF,
        headline=line("Russian airborne troops land in Kharkiv as talks are announced"),
        standfirst=(_SHELLING, _RIVALS, _TALKS),
        sections=(
            Section("Landing in Kharkiv", (_LANDED, _SHELLING, _ARABIC, _FRENCH)),
            Section("“Complete control” of Kherson", (_KHERSON,), (_KHERSON.citations[0],)),
            Section("Banks shut out of Swift", (_BANKS,)),
            Section(f"Hostile {SCRIPT}", (_HOSTILE,)),
        ),
        disputes=(Dispute(PRESIDENT.about, _RIVALS, (PRESIDENT, MINISTRY)),),
        figures=(PRESIDENT, MINISTRY, EARLIER, GOVERNOR, RESCUERS, HOSTILE_TOLL),
        agenda=(
            AgendaItem(
                "Second round of talks", datetime(2022, 3, 3, 6), datetime(2022, 3, 3, 12),
                "part-of-day", "Belarus", _TALKS,
            ),
            AgendaItem(
                "Banks leave Swift", datetime(2022, 3, 12), datetime(2022, 3, 12, 23, 59, 59),
                "day", None, _BANKS,
            ),
            AgendaItem(f"Undated {SCRIPT}", None, None, None, None, _HOSTILE),
            AgendaItem(
                "Meeting of ministers", datetime(2022, 3, 1), datetime(2022, 3, 2, 23, 59, 59),
                "range", "Brussels", _BANKS, past=True,
            ),
        ),
        measures=(
            MeasureItem("EU", "seven banks", "shut out of Swift", datetime(2022, 3, 12),
                        "announced", _BANKS),
        ),
        brief=(_SHELLING, _TALKS),
        full=(_LANDED, _SHELLING, _ARABIC, _FRENCH, _KHERSON, _BANKS, _HOSTILE),
        statements=(
            Spoken("the regional governor", ("norla",), "said", ("at least 21 people were killed",),
                   "indirect", "asserts", (), at(2, 6),
                   cite("at least 21 people were killed, the governor said", "norla:3", version=2),
                   "corroborated", 2),
            Spoken(FORMULA, ("bad",), None, ("+1", SCRIPT), "mixed", "denies", ("reportedly",),
                   None, cite(FORMULA, f"bad:{ATTRIBUTE}")),
            Spoken(None, (), None, ("=quiet",), "indirect", "asserts", (), at(2, 9),
                   cite(RIGHT_TO_LEFT, "sahil:1", agency="sahil")),
        ),
        pins=PINS,
        timeline=(
            Moment(datetime(2022, 3, 1), datetime(2022, 3, 1, 23, 59, 59), "day", _SHELLING),
            Moment(datetime(2022, 3, 2, 6), datetime(2022, 3, 2, 12), "part-of-day", _LANDED),
            Moment(datetime(2022, 3, 2, 17), datetime(2022, 3, 2, 18), "hour", _RIVALS),
        ),
        changes=(
            Change("raised", "Volodymyr Zelensky now says nearly 9,000 killed, was 5,710.",
                   (PRESIDENT.citation,)),
            Change("new", "The EU named seven banks.", (_BANKS.citations[0],)),
            Change("withdrawn", "A report by norla was withdrawn."),
        ),
        corrections=(
            Notice("correction", "norla", at(2, 16), "norla:3",
                   "norla corrected the toll of the shelling.", "12", "at least 21"),
            Notice("kill", "tarpan", at(2, 18), "tarpan:77", "tarpan withdrew a dispatch."),
        ),
        refused=(
            Refusal("SECRET refused words", "number", "9,001 is in no cited span", "norla:2"),
            Refusal("SECRET other words", "attribution", "no source is named", "norla:2"),
        ),
        sources=(
            SourceCount("norla", 3, at(2, 14, 5)),
            SourceCount("tarpan", 2, at(2, 19, 40)),
            SourceCount("sahil", 1, at(2, 9)),
            SourceCount("ouest", 1, None),
        ),
        dispatches=(
            DispatchRef("norla:1", 1, "norla", at(2, 14, 5), "lead", "en", "https://norla.invalid/1"),
            DispatchRef("norla:2", 1, "norla", at(2, 17), "update", "en"),
            DispatchRef("norla:3", 2, "norla", at(2, 6), "correction", "en"),
            DispatchRef("tarpan:4", 1, "tarpan", at(2, 19, 40), "lead", "en"),
            DispatchRef("tarpan:9", 1, "tarpan", at(2, 13), "lead", "en"),
            DispatchRef("sahil:1", 1, "sahil", at(2, 9), "lead", "ar"),
            DispatchRef("ouest:1", 1, "ouest", at(2, 10), "lead", "fr", "javascript:alert(1)"),
            DispatchRef(f"bad:{ATTRIBUTE}", 1, f"agency {SCRIPT}", at(2, 8), "lead", "en"),
        ),
        digest=f"digest-{number}",
    )  # fmt: skip


def brief(story: str, text: str, when: datetime, guid: str) -> Edition:
    """The least that an edition can be."""
    said = line(text, cite(text, guid, issued=when))
    return Edition(
        story=story,
        number=1,
        as_of=AS_OF,
        headline=said,
        standfirst=(),
        sections=(Section("Report", (said,)),),
        sources=(SourceCount("norla", 1, when),),
        dispatches=(DispatchRef(guid, 1, "norla", when, "lead", "en"),),
        digest=story,
    )


def site(**given: object) -> Site:
    """Three stories, one with earlier editions, and one story that was withdrawn."""
    made = Site(
        title="The Test Wire",
        as_of=AS_OF,
        editions=(
            edition(),
            brief("ferry-aground", "A ferry ran aground off Lindholm, the coast guard said.",
                  at(1, 8), "norla:50"),
            brief("../etc/passwd", "Aldery's council put off its vote.", at(28, 10), "norla:51"),
        ),
        archive=(edition(1), edition(2)),
        withdrawn=(("gone-story", at(2, 18)),),
        note="Test copy: nothing on these pages happened.",
        address="https://wire.invalid/desk/",
        notices=(Notice("kill", "norla", at(2, 18), None, "norla withdrew a dispatch."),),
        kept_back=2,
    )  # fmt: skip
    return replace(made, **given)
