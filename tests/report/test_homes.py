"""Lines whose section lacks what they rest on."""

from dataclasses import replace

from dateline.report.ground import ground
from dateline.report.headlines.borne import Heading
from dateline.report.lines.drafts import drafts
from dateline.report.sections.homes import homed

from .factory import Copy, dossier

NOBODY = frozenset()
FIRST, SECOND = Heading("The mill", ()), Heading("The rest", ())


def made():
    text = (
        "Gunmen burnt the mill of Orlo near Kelm on Wednesday. The mayor of Sund opened a school "
        "in Kelm. The gunmen left Kelm in two boats."
    )
    burnt, opened, left = drafts(ground(dossier([Copy(text)])))[0]
    rests = frozenset([frozenset([("line", burnt.place)])])
    return burnt, replace(opened, needs=NOBODY), replace(left, needs=rests, leans=False)


def test_a_line_stands_below_the_one_that_it_rests_on():
    burnt, opened, left = made()
    parts = homed([(FIRST, (burnt,)), (SECOND, (opened, left))], (burnt, opened, left), NOBODY)
    assert parts == ((FIRST, (burnt, left)), (SECOND, (opened,)))


def test_a_line_that_rests_on_nothing_printed_stays_out():
    _, opened, left = made()
    assert homed([(SECOND, (opened, left))], (opened, left), NOBODY) == ((SECOND, (opened,)),)
