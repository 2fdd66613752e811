"""Fixed phrases that introduce a source as "according to" does, put in its shape for the models."""

WORDS = frozenset(("words", "view", "opinion", "account", "estimation", "estimate", "judgment"))
BEFORE = frozenset(("in", "by", "on"))


def reshape(
    word: list[str], lemma: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]
) -> None:
    """Rewrite "in the words of X" in the columns of an English parse, in place."""
    for i in range(2, len(word) - 1):
        if (
            word[i] in WORDS
            and word[i - 1] == "the"
            and word[i - 2] in BEFORE
            and word[i + 1] == "of"
            and head[i + 1] == i
        ):
            lemma[i], pos[i], tag[i], dep[i] = "accord", "VERB", "VBG", "prep"
            word[i + 1] = "to"
            first = i - 2
            if head[i] == first and head[first] != first:
                head[i], head[first] = head[first], i
                dep[first], dep[i - 1] = "advmod", "advmod"
