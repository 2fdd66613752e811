"""A small story in an invented country, told by three invented agencies, for the report's tests."""
# ruff: noqa: E501 (agency copy has long lines)

from datetime import UTC, datetime

from .factory import Copy, dossier

NORTH = """ARLO, 2 March (Northwire) --

Army shells Port Arlo as talks are set for Thursday

Government artillery shelled the harbour of Port Arlo on Wednesday, killing at least 21 people and wounding nine others, the regional governor, Marta Oldane, said.

"The city is holding and will hold," Oldane told reporters. She added that the hospital had not received medicine since Monday.

The defence ministry denied that its guns had fired on the harbour. "We do not shell our own people," the ministry's spokesman, Tomas Wern, said.

About 400 families fled the old town yesterday, according to the Relief Union. The union's director, Inge Salt, warned that "hunger will follow within days" if the coast road stays closed.

Talks

Envoys of both sides will meet in Kelm on Thursday morning, President Aldo Rime announced. He said the government was ready to discuss a ceasefire.

Talks

The rebels demanded the release of 312 prisoners. Three previous rounds of talks had failed.
"""

SOUTH = """KELM, 2 March (Southline) --

Rebel commander Jan Brock claimed that nearly 9,000 soldiers had been killed in the past week, a figure that could not be verified.

The defence ministry put its losses at 498 dead and 1,597 injured.

Seven banks will be shut out of the clearing system from 12 March, Finance Minister Ruth Amsel said. The state bank has lost more than a third of its reserves.

The United Council voted on Wednesday by 141 votes to five for a resolution which "demands an immediate end to the shelling". Thirty-five members abstained, including Varland.

Police arrested dozens of protesters in the capital, Velden, on Tuesday night. The mayor, Otto Lind, called the arrests "a disgrace". The column is 50 km from the border, the border guard said.

Rebel forces may have taken the airport at Sund, but the army said it still held the runway.
"""

TELEX = """KELM, 2 MAR 22 (COASTAL PRESS) -- [TEXT] THE RELIEF UNION TODAY SENT
TWO THOUSAND TONS OF FLOUR TO PORT ARLO, ITS DIRECTOR INGE SALT
REPORTED.

A CONVOY OF 34 TRUCKS LEFT KELM THIS MORNING. "THE ROAD IS OPEN," SHE
SAID.

COLONEL PETR HASK SAID THAT TWO BRIDGES WERE DESTROYED YESTERDAY AND
THAT NO CIVILIANS WERE KILLED.
"""

TELEX_CASED = """Kelm, 2 mar 22 (coastal press) -- [text] The Relief Union today sent
two thousand tons of flour to Port Arlo, its director Inge Salt
reported.

A convoy of 34 trucks left Kelm this morning. "The road is open," she
said.

Colonel Petr Hask said that two bridges were destroyed yesterday and
that no civilians were killed.
""".replace("\n", " ")

AT = datetime(2022, 3, 2, 20, tzinfo=UTC)


def north() -> Copy:
    copy = Copy(NORTH, "north-1", "Northwire", AT)
    copy.name("Marta Oldane", role="regional governor").name("Oldane", canonical="Marta Oldane",
        after='hold," ').name("Tomas Wern", role="spokesman").name("Inge Salt", role="director")  # fmt: skip
    copy.name("Aldo Rime", role="President").name("Relief Union", "organisation")
    copy.place("Port Arlo", 101, 51.0, 4.0, after="harbour of ").place("Kelm", 102, 51.5, 4.4)
    copy.date("Wednesday", "2022-03-02").date("Monday", "2022-02-28")
    copy.date("yesterday", "2022-03-01")
    copy.date("Thursday morning", "2022-03-03", precision="part-of-day", hours=(6, 12))
    copy.said(
        "the regional governor, Marta Oldane,", "said",
        "Government artillery shelled the harbour of Port Arlo on Wednesday, killing at least 21 "
        "people and wounding nine others", name="Marta Oldane",
    )  # fmt: skip
    copy.said("Oldane", "told", "The city is holding and will hold", name="Marta Oldane",
              mode="direct", after="others, the regional governor, Marta ")  # fmt: skip
    copy.statements.pop()
    copy.said("Oldane", "told", "The city is holding and will hold", name="Marta Oldane",
              mode="direct", after="Oldane, said.")  # fmt: skip
    copy.said("She", "added", "the hospital had not received medicine since Monday",
              name="Marta Oldane")  # fmt: skip
    copy.said("The defence ministry", "denied", "its guns had fired on the harbour",
              polarity="denies")  # fmt: skip
    copy.said("the ministry's spokesman, Tomas Wern,", "said", "We do not shell our own people",
              name="Tomas Wern", mode="direct", after="harbour. ")  # fmt: skip
    copy.said("the Relief Union", "according to", "About 400 families fled the old town yesterday")
    copy.said("The union's director, Inge Salt,", "warned",
              '"hunger will follow within days" if the coast road stays closed',
              name="Inge Salt", mode="mixed", polarity="predicts")  # fmt: skip
    copy.said("President Aldo Rime", "announced",
              "Envoys of both sides will meet in Kelm on Thursday morning", name="Aldo Rime")  # fmt: skip
    copy.said("He", "said", "the government was ready to discuss a ceasefire", name="Aldo Rime",
              after="announced. ")  # fmt: skip
    copy.said("The rebels", "demanded", "the release of 312 prisoners", polarity="demands")
    copy.figure("at least 21 people", "killed", 21, low=21, hedge="at least",
                population="people", by="Marta Oldane", place="Port Arlo")  # fmt: skip
    copy.figure("nine others", "injured", 9, population="people", by="Marta Oldane")
    copy.figure("About 400 families", "displaced", 400, hedge="about", population="families",
                by="the Relief Union")  # fmt: skip
    copy.figure("312 prisoners", "held", 312, population="prisoners", by="The rebels")
    copy.event("shelled", "ASSAULT", place="Port Arlo")
    copy.plan("will meet in Kelm on Thursday morning",
              "Envoys of both sides will meet in Kelm", "Thursday morning")  # fmt: skip
    return copy


def south() -> Copy:
    copy = Copy(SOUTH, "south-1", "Southline", AT)
    copy.name("Jan Brock", role="commander").name("Ruth Amsel", role="Finance Minister")
    copy.name("Otto Lind", role="mayor").name("Varland", "place").name(
        "United Council", "organisation"
    )
    copy.place("Velden", 103, 52.0, 4.9).place("Sund", 104, 52.3, 5.1)
    copy.date("12 March", "2022-03-12").date("Wednesday", "2022-03-02")
    copy.date("Tuesday night", "2022-03-01", precision="part-of-day", hours=(18, 24))
    copy.said("Rebel commander Jan Brock", "claimed",
              "nearly 9,000 soldiers had been killed in the past week", name="Jan Brock")  # fmt: skip
    copy.said("The defence ministry", "put", "its losses at 498 dead and 1,597 injured")
    copy.said("Finance Minister Ruth Amsel", "said",
              "Seven banks will be shut out of the clearing system from 12 March",
              name="Ruth Amsel")  # fmt: skip
    copy.said("The mayor, Otto Lind,", "called", 'the arrests "a disgrace"', name="Otto Lind",
              mode="mixed", polarity="condemns")  # fmt: skip
    copy.said("the border guard", "said", "The column is 50 km from the border")
    copy.said("the army", "said", "it still held the runway")
    copy.figure("nearly 9,000 soldiers", "killed", 9000, hedge="nearly", population="soldiers",
                by="Jan Brock", scope="cumulative",
                verification="a figure that could not be verified")  # fmt: skip
    copy.figure("498 dead", "killed", 498, population="soldiers", by="The defence ministry",
                scope="cumulative")  # fmt: skip
    copy.figure("1,597 injured", "injured", 1597, by="The defence ministry", scope="cumulative")
    copy.figure("dozens of protesters", "arrested", None, low=24, hedge="dozens",
                population="protesters")  # fmt: skip
    copy.measure("Seven banks will be shut out of the clearing system", "Finance Minister",
                 "seven banks", "shut out of the clearing system")  # fmt: skip
    copy.event("voted", "VOTE").event("arrested", "COERCE", place="Velden")
    return copy


def telex() -> Copy:
    copy = Copy(TELEX, "coast-1", "Coastal Press", AT, cased=TELEX_CASED)
    copy.mask("KELM, 2 MAR 22 (COASTAL PRESS) --", "header").mask("[TEXT]")
    copy.name("INGE SALT", role="DIRECTOR").name("PETR HASK", role="COLONEL")
    copy.place("KELM", 102, 51.5, 4.4, after="LEFT ")
    copy.date("TODAY", "2022-03-02").date("YESTERDAY", "2022-03-01")
    copy.date("THIS MORNING", "2022-03-02", precision="part-of-day", hours=(6, 12))
    copy.said("ITS DIRECTOR INGE SALT", "REPORTED",
              "THE RELIEF UNION TODAY SENT\nTWO THOUSAND TONS OF FLOUR TO PORT ARLO",
              name="INGE SALT")  # fmt: skip
    copy.said("SHE", "SAID", "THE ROAD IS OPEN", name="INGE SALT", mode="direct")
    copy.said("COLONEL PETR HASK", "SAID",
              "THAT TWO BRIDGES WERE DESTROYED YESTERDAY AND\nTHAT NO CIVILIANS WERE KILLED",
              name="PETR HASK")  # fmt: skip
    return copy


CONTRADICTION = (("south-1-1-0", "south-1-1-1"),)


def story(**options):
    return dossier([telex(), north(), south()], contradictions=CONTRADICTION, **options)
