"""What a sub-editor may do with a sentence, and the falsehoods that come nearest to it."""

import pytest

from dateline.report.gate import check_text

from .factory import Copy, dossier

SOURCES = {
    "ferry": "A ferry carrying about 150 passengers capsized on Friday. It went down half an hour "
             "after leaving Port Arlo. Police questioned the captain.",
    "units": "Varlish airborne units landed in Port Arlo on Wednesday, the Tembrian army said.",
    "hurt": "Another 12 soldiers were wounded on Friday, two of them seriously.",
    "sale": "The bank said a sale of its ships was being considered.",
    "visit": "President Aldo Rime is expected to meet relatives of the victims on Sunday.",
    "court": "A court sentenced Marek Wern to nine years in prison for having taken large bribes, "
             "but acquitted him of money laundering.",
    "cuts": "Ruth Amsel said that compulsory redundancies could not be excluded.",
    "freed": "Armed men kidnapped two engineers near Kelm. The driver, who was released after two "
             "hours, told police that they wore uniforms.",
    "shelled": "Marek Wern accused the army of having shelled two villages. The army denied this.",
    "granted": "Jan Brock was granted immunity. The figures could not be verified independently.",
    "initials": "Rebels of the Popular Liberation Army [ELP] attacked a convoy. The ELP has not "
                "claimed responsibility for the raid.",
    "talks": "Inge Salt ruled out negotiations. Employers in Kelm declined to comment.",
    "age": "The police arrested a beekeeper of 57.",
    "joined": "The army denied that its men had fired on the town. It said a missile had gone "
              "astray.",
    "united": "The United Nations has recorded 5,514 civilian deaths.",
    "nobody": "A bomb exploded near the harbour, but no one was injured.",
    "assam": "In Assam floods killed 85 people, authorities there said.",
    "rise": "Dockers voted for a strike after rejecting a pay rise of 6 percent.",
    "homes": "The battle has displaced 75,000 people since April, the Relief Union said.",
    "systems": "Nine radar systems have been destroyed since Friday, three of them at Kelm.",
    "families": "More than 400 peasant families have fled the area, according to the Relief Union.",
    "neither": "The opposition leader, Rolf Amsel, has neither welcomed nor condemned the coup.",
    "whether": "The minister did not say whether the owner had been arrested.",
    "aside": "Soldiers seized power in Tembria on Sunday, as neighbouring states threatened "
             "sanctions.",
    "leaving": "Rockets struck the port, prompting the government to walk out of the talks.",
    "weapons": "Among the weapons left behind were four missiles, the army said.",
    "burst": "A dam burst in the south of Tembria on Sunday night. Heavy rain hampered the search, "
             "Inge Salt, its director, said. President Aldo Rime declared three days of mourning "
             "and promised that those responsible would be punished.",
    "moved": "About 2,300 people have been moved to schools.",
    "swap": "Inge Salt ruled out any exchange of prisoners.",
    "fever": "The fever has spread beyond the capital, Minister Ruth Amsel said on Monday. The "
             "disease has killed 412 people since March and infected 10,413.",
    "prices": "Inflation stood at 39.6 percent in May, down from a peak of 85.5 percent in April.",
    "couple": "An elderly couple were found dead near Kelm. Two planes had been out of service.",
    "planes": "Dravia is sending four planes, which should arrive on Thursday.",
    "blamed": "No group has claimed responsibility, but Interior Minister Ruth Amsel blamed the "
              "Northern Front.",
    "admitted": "Dravia admitted that its forces had shot down a helicopter over Kelm.",
    "water": "The water supply was cut off on Sunday and not restored until Monday afternoon.",
    "until": "Dockers in Kelm want to work. The port will not open until the strike ends.",
    "oil": "Crude rose 3.9 percent. Analysts doubted the agreement, since demand has fallen.",
    "names": "Ilona Brecht won the election. She beat Karel Dums by a wide margin.",
    "vessel": "Water levels fell overnight, but heavy rain may return on Tuesday. A navy vessel "
              "with drinking water is due on Monday.",
}  # fmt: skip
TRUE = [
    ("burst", "A dam collapsed in southern Tembria late on Sunday."),
    ("burst", "The president announced three days of national mourning."),
    ("burst", "Inge Salt said heavy rain was hindering the search."),
    ("moved", "About 2,300 residents have been evacuated to schools."),
    ("swap", "Inge Salt ruled out a swap of prisoners."),
    ("fever", "The fever has killed 412 people and infected 10,413 since March."),
    ("prices", "In May, inflation was running at 39.6 percent, compared with a peak of 85.5."),
    ("couple", "Two people were found dead near Kelm."),
    ("planes", "Dravia's four planes are expected on Thursday."),
    ("blamed", "Interior Minister Ruth Amsel holds the Northern Front responsible."),
    ("admitted", "A helicopter was shot down over Kelm."),
    ("water", "The water supply was restored on Monday afternoon."),
    ("ferry", "The vessel sank 30 minutes after it left Port Arlo."),
    ("ferry", "The captain was questioned by police."),
    ("sale", "The bank said it was considering selling its ships."),
    ("visit", "President Aldo Rime is due to meet relatives of the victims on Sunday."),
    ("court", "The court cleared Wern of money laundering."),
    ("shelled", "Marek Wern accused the army of shelling two villages, which the army denied."),
    ("granted", "Jan Brock received immunity."),
    ("granted", "It was not possible to verify the figures independently."),
    ("initials", "The Popular Liberation Army has not claimed responsibility for the raid."),
    ("talks", "Inge Salt rejected negotiations."),
    ("talks", "Employers in Kelm would not comment."),
    ("age", "A 57-year-old beekeeper was arrested by the police."),
    ("joined", "The army denied its men had fired on the town and said a missile had gone astray."),
    ("united", "The UN has recorded 5,514 civilian deaths."),
    ("nobody", "No one was injured when a bomb exploded near the harbour."),
    (
        "assam",
        "Eighty-five people were killed by floods in the state of Assam, according to "
        "authorities there.",
    ),
    ("rise", "Dockers turned down a 6% pay rise."),
    (
        "homes",
        "The battle has driven 75,000 people from their homes since April, according to the "
        "Relief Union.",
    ),
    ("systems", "Three of the nine systems were destroyed at Kelm."),
    ("neither", "Opposition leader Rolf Amsel has not condemned the coup."),
    ("aside", "Soldiers seized power in Tembria on Sunday."),
    ("leaving", "The government walked out of the talks."),
    ("weapons", "Four missiles were among the weapons left behind, according to the army."),
]
FALSE = [
    ("vessel", "A navy vessel with drinking water is due on Tuesday."),
    ("burst", "A dam collapsed in northern Tembria late on Sunday."),
    ("burst", "Those responsible have been punished, the president said."),
    ("burst", "Heavy rain hampered the president, Inge Salt said."),
    ("moved", "About 2,300 residents have been arrested."),
    ("swap", "Inge Salt agreed to a swap of prisoners."),
    ("fever", "The fever has killed 10,413 people and infected 412 since March."),
    ("prices", "In May, inflation was running at 85.5 percent, compared with a peak of 39.6."),
    ("couple", "Two people were out of service near Kelm."),
    ("planes", "Four planes promised by Dravia arrived on Thursday."),
    ("blamed", "The Northern Front holds Interior Minister Ruth Amsel responsible."),
    ("admitted", "Dravia shot down two helicopters over Kelm."),
    ("water", "The water supply was restored on Sunday."),
    ("until", "The port will open."),
    ("oil", "Crude fell 3.9 percent."),
    ("names", "Ilona Dums won the election."),
    ("ferry", "Police questioned the passengers."),
    ("ferry", "The vessel sank an hour after it left Port Arlo."),
    ("units", "Tembrian airborne units landed in Port Arlo on Wednesday, the Varlish army said."),
    ("hurt", "Another 12 soldiers were seriously wounded on Friday."),
    ("sale", "The bank said it will sell its ships."),
    ("visit", "President Aldo Rime will meet relatives of the victims on Sunday."),
    ("court", "Marek Wern was acquitted of having taken large bribes."),
    ("cuts", "Ruth Amsel said that there would be compulsory redundancies."),
    ("freed", "The engineers were released after two hours."),
    ("shelled", "The army shelled two villages."),
    ("granted", "Jan Brock granted immunity."),
    ("initials", "The Popular Liberation Army has claimed responsibility for the raid."),
    ("talks", "Inge Salt did not rule out negotiations."),
    ("talks", "Employers in Kelm commented."),
    ("age", "A 75-year-old beekeeper was arrested by the police."),
    ("joined", "The army said its men had fired on the town and denied a missile had gone astray."),
    ("united", "The EU has recorded 5,514 civilian deaths."),
    ("nobody", "No bomb exploded near the harbour."),
    ("rise", "Dockers turned down a 16% pay rise."),
    ("homes", "The battle has killed 75,000 people since April, according to the Relief Union."),
    ("systems", "Nine of the three systems were destroyed at Kelm."),
    ("families", "More than 400 peasants have fled the area, according to the Relief Union."),
    ("whether", "The minister said that the owner had been arrested."),
    ("neither", "Opposition leader Rolf Amsel has condemned the coup."),
]


def passes(name, text):
    on = dossier([Copy(SOURCES[name])])
    return all(v.refusal is None for v in check_text(text, on))


@pytest.mark.parametrize(("name", "text"), TRUE)
def test_what_says_the_same_passes(name, text):
    assert passes(name, text)


@pytest.mark.parametrize(("name", "text"), FALSE)
def test_what_says_something_else_is_refused(name, text):
    assert not passes(name, text)
