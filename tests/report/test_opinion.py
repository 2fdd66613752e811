"""What only somebody's statement or commentary says has its source in every line and headline."""

import pytest

from dateline.records import DatelineHead, Span
from dateline.report import compose
from dateline.report.ground import ground
from dateline.report.lines.drafts import drafts

from .factory import Copy, dossier

WORDS = (
    "Tarvia has failed the farmers of Kelm. "
    "Orlo in the south of Tarvia deserves a better road. "
    "Down with the toll gates of Tarvia for all time!"
)


def printed(copy):
    """Every line of a report, its headline first."""
    made = compose(dossier([copy]), None)
    assert made is not None
    body = (*made.standfirst, *(x for s in made.sections for x in s.lines))
    return [x.text for x in (made.headline, *body, *made.brief, *made.full)]


@pytest.mark.parametrize(
    ("note", "source"),
    [
        ("STATEMENT", "a statement"),
        ("COMMENTARY", "a commentary"),
        ("LETTER", "a letter"),
        ("EDITORIAL REPORT", "an editorial report"),
        ("APPEAL BY FARMERS", "an appeal"),
    ],
)
def test_a_text_that_nobody_is_named_for_is_named_itself(note, source):
    found = printed(Copy(f"[{note}] {WORDS}", agency=None))
    assert len(found) >= 3
    assert all(source in text for text in found)


def test_an_opinion_never_heads_a_report_as_a_fact():
    text = "[STATEMENT] Gunmen of the north killed six farmers in Kelm on a road. "
    copy = Copy(text + WORDS, agency="Radio Orlo", options={"headline": "Gunmen kill farmers"})
    copy.place("Kelm", 1).figure("six farmers", "killed", 6, place="Kelm").event("killed", "ATTACK")
    assert all("Radio Orlo" in text for text in printed(copy))


def test_a_paper_that_writes_of_itself_is_still_the_one_who_says_it():
    text = "[EDITORIAL] Kelm Courier has always stood with the farmers of Kelm. "
    found = printed(Copy(text + WORDS, agency="Kelm Courier"))
    ends = ("Kelm Courier said", "Kelm Courier says", "Kelm Courier")
    assert all(text.rstrip(".").endswith(ends) for text in found)


def test_a_retold_commentary_is_an_opinion_from_its_first_sentence():
    text = "The farmers of Kelm have every right on their side. "
    text += "A commentary written by Ana Ruiz notes that Orlo needs a road. " + WORDS
    found = printed(Copy(text, agency="Radio Orlo"))
    assert all("Radio Orlo" in text or "commentary" in text for text in found)


def test_news_of_a_statement_is_no_opinion():
    text = "The army issued a statement on the road to Kelm. The road is open to all trucks."
    assert next(iter(ground(dossier([Copy(text)])))).opinion is None


LOSSES = (
    "[1-SECOND BREAK IN RECEPTION]",
    "[WORDS INDISTINCT]",
    "[PASSAGE OMITTED]",
    "[few words indistinct]",
    "[two words missing]",
    "[...]",
)
LOSSY = "The army of Tarvia opened the gates of Kelm {} for the trucks of Orlo. "
SOUND = "Six ships of Orlo left for the islands of the south."


@pytest.mark.parametrize("masked", [True, False])
@pytest.mark.parametrize("note", LOSSES)
def test_no_line_closes_a_gap_in_what_was_heard(note, masked):
    copy = Copy(LOSSY.format(note) + SOUND, options={"headline": f"Army opens {note} for trucks"})
    found = printed(copy.mask(note) if masked else copy)
    assert found
    assert all("gates" not in text and "trucks" not in text for text in found)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{SOUND} [PASSAGE OMITTED] The road to Kelm is shut for the night.", 2),
        (f"{SOUND} [WORDS INDISTINCT] Six men of Kelm were found on the road.", 1),
        (f"{SOUND}\n\nThe army opened the gates of the [WORDS INDISTINCT]\n\nKelm is calm.", 1),
        (f"{SOUND} The army holds the bridge [over the Orlo] for the trucks of Kelm.", 2),
    ],
)
def test_what_stands_beside_a_loss(text, kept):
    copy = Copy(text)
    for note in (n for n in LOSSES if n in text):
        copy.mask(note)
    every, _ = drafts(ground(dossier([copy])))
    assert len(every) == kept


@pytest.mark.parametrize(
    ("agency", "title"),
    [("Tarvian General Command", ""), ("Kelm Defence Ministry Press Office", ""),
     (None, "Evening summary of the General Staff of Tarvia. ")],
)  # fmt: skip
def test_what_a_staff_reports_of_itself_has_it_in_every_line(agency, title):
    text = f"{title}Air defences shot down six drones over Kelm. "
    found = printed(Copy(text + WORDS, agency=agency))
    source = agency or "a statement"  # a headline has it without its article
    assert len(found) >= 3
    assert all(source in text for text in found)


def test_an_agency_of_a_ministrys_name_that_reports_is_a_reporter():
    text = "A road was closed in Kelm by snow, and six lorries were stuck. "
    found = printed(Copy(text + WORDS, agency="Government and Army News Agency"))
    assert not any("News Agency" in text for text in found)


def test_who_calls_others_mercenaries_is_named():
    text = "The mercenaries of Orlo burnt six barns in Kelm on a Tuesday. "
    copy = Copy(text + WORDS, agency="Tarvia News").place("Kelm", 1).event("burnt", "ASSAULT")
    told = [text for text in printed(copy) if "mercenaries" in text]
    assert told
    assert all("Tarvia News" in text for text in told[1:])


def test_who_is_quoted_as_calling_them_so_needs_no_agency():
    text = "The mayor of Kelm said that mercenaries of Orlo burnt six barns on a Tuesday. "
    copy = Copy(text + WORDS, agency="Tarvia News").place("Kelm", 1)
    assert not any("Tarvia News" in text for text in printed(copy))


@pytest.mark.parametrize(
    ("note", "title", "source"),
    [
        ("[COMMUNIQUE] [TARVIAN FARMERS' FRONT, TFF] ", None, "the Tarvian Farmers' Front"),
        ("[STATEMENT BY THE MINISTRY OF PORTS IN KELM] ", None, "the Ministry of Ports"),
        ('[COMMUNIQUE] [THE "HARBOURMASTERS"] ', None, "the Harbourmasters"),
        ("[SPEECH] [TARVIAN PRESIDENT ANA RUIZ] ", None, "Tarvian President Ana Ruiz"),
        ("", "Text of letter from the Tarvian Farmers' Front", "the Tarvian Farmers' Front"),
        ("", "Statement by Defence Minister Ana Ruiz", "Defence Minister Ana Ruiz"),
    ],
)
def test_what_a_station_only_carries_is_said_by_its_author(note, title, source):
    copy = Copy(note + WORDS, agency="Radio Orlo", options={"headline": title})
    found = [text for text in printed(copy) if text != title]
    assert len(found) >= 3
    bare = source.removeprefix("the ")  # a headline has it without its article
    assert all(bare in text for text in found)
    assert all("Radio Orlo" not in text for text in found)
    assert any(f"{source} said in a" in text for text in found)


def test_a_title_of_news_is_no_author():
    copy = Copy(WORDS, options={"headline": "Statement by minister angers farmers"})
    assert next(iter(ground(dossier([copy])))).author is None


def test_a_further_part_of_a_text_opens_nothing():
    head = "[COMMUNIQUE] [TARVIAN FARMERS' FRONT] [TEXT] [CONTINUED] "
    copy = Copy(f"{head}The farmers of Kelm gave these reasons to the army of Tarvia. {SOUND}")
    for note in ("[COMMUNIQUE]", "[TARVIAN FARMERS' FRONT]", "[TEXT]", "[CONTINUED]"):
        copy.mask(note)
    every, _ = drafts(ground(dossier([copy])))
    assert not any(d.opens for d in every)


@pytest.mark.parametrize("note", ["[SPEECH] [RUIZ]", "[NEWS CONFERENCE WITH REPORTERS]"])
def test_a_speech_of_nobody_known_is_no_line_of_its_station(note):
    assert compose(dossier([Copy(f"{note} {WORDS}", agency="Radio Orlo")]), None) is None


@pytest.mark.parametrize(
    ("agency", "name"),
    [
        ("Domestic Service", "Kelm Domestic Service"),
        ("NATIONAL RADIO NETWORK", "Kelm National Radio Network"),
        ("Radio Orlo", "Radio Orlo"),
    ],
)
def test_a_station_of_no_name_has_its_town(agency, name):
    head = DatelineHead(Span(0, 4), "Kelm", None, agency)
    copy = Copy(f"[EDITORIAL] {WORDS}", agency=agency, options={"dateline": head})
    found = printed(copy)
    assert all(name in text for text in found)
    assert all("Kelm Radio Orlo" not in text for text in found)


@pytest.mark.parametrize("agency", ["EL CORREO DE KELM", "Television Nacional de Tarvia"])
def test_a_paper_may_have_a_town_in_its_name(agency):
    found = printed(Copy(f"[EDITORIAL] {WORDS}", agency=agency))
    assert all(agency.casefold() in text.casefold() for text in found)
