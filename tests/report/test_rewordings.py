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
}  # fmt: skip
TRUE = [
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
