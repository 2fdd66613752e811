"""What is done for form's sake, and is no news: names not given, questions answered, visitors seen
off, what a law demands, the hour of what has been told, inventories, that a report follows.
"""

import re

from dateline.report.lines import prefaces
from dateline.report.lines.drafts import Draft

EVENT = r"(?:attack|explosion|blast|incident|bombing|ambush|accident|murder|shooting)"
FORMS = (
    r"[^\"“]*\b(?:did|does|do|has|have|had|would) not (?:disclose|release|reveal|give|provide"
    r"|specify|identify) (?:the|their|his|her|any) (?:names?|identit\w+|nationalit\w+|details?)\b",
    r"[^\"“]*\banswered (?:\w+ )?questions\b",
    r"[^\"“,]{3,40} (?:talked|spoke|chatted) (?:with|to) (?:the )?(?:reporters|journalists|newsmen"
    r"|media|press)(?: (?:about|on|regarding) [^,]{3,40})?\.?$",
    r"[^\"“]*\b(?:information|statements?|interview|news|remarks?|text|communique) (?:was|were)"
    r" (?:made|published|released|delivered|read|carried|issued|broadcast)\b",
    r"[^\"“]*\b(?:was|were) (?:seen off|welcomed|greeted|received)"
    r" (?:at\b.*\bby\b|by\b.*\bairport\b)",
    r"\W*(?:the )?(?:\w+ )?(?:laws?|constitution|legislation|statutes?)\b[^,.]{0,40}?"
    r" (?:demands?|requires?|stipulates?|provides?|forbids?|allows?|establishes) that\b",
    r"[^;]*;[^;]*;[^;]*;",
    rf"\W*the (?:\w+ )?{EVENT} (?:occurred|took place|happened) at"
    r" (?:about |approximately |around |exactly )?\d[^,]{0,40}\.?$",
)
"""How such sentences run."""

FORM = re.compile("|".join(f"(?:{form})" for form in FORMS), re.IGNORECASE)


def is_form(draft: Draft) -> bool:
    """True for such a sentence after the opening of its dispatch."""
    text = " ".join(draft.sheet.shown[draft.span.start : draft.span.end].split())
    return not draft.opens and (FORM.match(text) is not None or prefaces.is_preface(text))
