"""What kind of thing a sentence does besides telling news: it exhorts, judges, thanks, receives
visitors, says where a place lies or how something came to be known. Signs for a linear model.
"""

import re

from dateline.report.lines import direct

KINDS = {
    "judges": r"coward\w*|treacher\w*|heroic|glorious|noble|brutal|savage|barbar\w*|genocid\w*"
    r"|ruthless|vile|shameful|unfortunate\w*|regrett\w+|deplorable|infamous|sinister|so-called"
    r"|monstrous|wicked|despicable|irresponsible|blackmail\w*|great leader|imperialis\w+|puppet\w*"
    r"|fascist\w*|lackey\w*|honou?r|dignity|indignation|pain|sorrow|grief",
    "stresses": r"stress\w*|emphasi\w+|underlin\w+|reiterat\w+|reaffirm\w*|highlight\w*|assert\w*"
    r"|assur\w+|insist\w*|maintain\w*|point\w* out|noted|recalled|not(?:es|ing) that",
    "hopes": r"hop(?:e|es|ed|ing)|wish\w*|trust(?:s|ed)?|willing\w*|desir\w+|determin\w+|resolv\w+"
    r"|committed|confiden\w+|expect\w*",
    "appeals": r"call(?:s|ed|ing)? (?:on|upon|for)|urg\w+|appeal\w*|ask(?:s|ed)?|request\w*"
    r"|exhort\w*|demand\w*",
    "thanks": r"thank\w*|grat\w+|welcom\w+|greet\w*|congratulat\w+|tribute|homage|prais\w+"
    r"|solidarity|sympath\w+|condolence\w*|salut\w+|farewell",
    "meets": r"meeting|met with|held talks|news conference|press conference|attended|presided"
    r"|ceremony|visit\w*|arriv\w+|received|tour|accompanied|lunch\w*|interview\w*|delegation",
    "papers": r"communique|statement|document|letter|report|message|leaflet\w*|article|speech"
    r"|declaration|note|text",
    "goes-on": r"continu\w+|under way|investigat\w+|searching|carrying out|are working|being held"
    r"|proceed\w*|measures|steps|duties|efforts|process",
    "lies": r"located|situated|\d+ (?:km|kilomet\w+|miles)|known as|consider\w+|called|named"
    r"|owned|belong\w*|founded|formed|composed|consist\w*|largest|oldest|exclusive|middle class",
    "who": r"identified|years? old|aged|was born|married|son of|daughter of|brother|relatives"
    r"|father of|, \d\d,",
    "means": r"m-\d+|ak-47|rifle\w*|pistol\w*|caliber|grenade\w*|dynamite|kg of|machine ?gun\w*"
    r"|mortar\w*|rockets?|motorcycle|pickup|vehicle|truck|red|blue|yellow",
    "heard": r"was heard|were heard|witness\w*|residents|neighbou?rs|according to reports"
    r"|it is said|sources close|it was learned|reportedly|apparently|supposedly",
    "telephone": r"telephon\w*|by phone|told (?:efe|afp|reuters?|acan\S*|dpa|upi|ap|notimex)"
    r"|told (?:reporters|newsmen|journalists|the press)|newspaper|radio|television",
    "first": r"for the first time|first|new|never before|record|unprecedented",
    "ends": r"ended|stopp\w+|suspend\w+|cancel\w+|resign\w*|dismiss\w+|revok\w+|clos\w+|lift\w+"
    r"|released?|freed|expel\w*|extradit\w+",
    "begins": r"began|start\w+|launch\w+|declar\w+|announc\w+|decree\w*|approv\w+|sign(?:ed|ing)"
    r"|appoint\w*|order(?:ed|s)?|adopt\w+|impos\w+|elected|agreed",
    "hurts": r"kill\w*|murder\w*|assassinat\w+|died|dead|wound\w+|injur\w+|kidnap\w+|hostage\w*"
    r"|bomb\w*|explo\w+|attack\w*|ambush\w*|shot|destroy\w+|burn\w+|arrest\w+|captur\w+|seiz\w+",
    "claims": r"claim\w*|responsib\w+|accus\w+|blam\w+|charg\w+|den(?:y|ied|ies)|reject\w*"
    r"|confirm\w*|admit\w*|threat\w*|warn\w*|condemn\w*",
    "counts": r"percent|million|billion|\$|tons?|votes?",
    "why": r"because|due to|in order to|aimed at|so that|in retaliation|reprisal|protest\w*",
    "general": r"always|never|every|all of|everyone|nobody|the people|humanity|history|mankind"
    r"|in general|society|world|country's|struggle",
    "after": r"after|following|when|while|during",
}
"""Words of each kind."""

PATTERNS = {
    name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in KINDS.items()
}
SPOKEN = {"muses": direct.MUSED, "exhorts": direct.RHETORIC, "declares": direct.DECLARED}
"""Words of one who is quoted."""


def signs(text: str, *, opens: bool, spoken: bool) -> dict[str, float]:
    """Which kinds of words a sentence has, and whether it opens with them or its dispatch."""
    found = {name for name, words in PATTERNS.items() if words.search(text)}
    own = {name for name, words in SPOKEN.items() if spoken and words.search(text)}
    return {
        **{f"tone-{name}": 1.0 for name in found | own},
        **{f"opening-tone-{name}": 1.0 for name in found if opens},
        **{f"tone-{name}-alone": 1.0 for name in found if not found - {name}},
        "toneless": float(not found),
    }
