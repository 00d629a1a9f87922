"""Words as two authors use them: which are the same word, and how a word is best shown."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA, Prefix

from argmap.model import Map, Node

_WORD = re.compile(r"[^\W_]{2,}")
_STEM = 4  # letters that two forms of a word share at least, at its beginning
_ENDING = 4  # letters of the longest ending: -able, -ness, -ment
_PLURAL = ("s", "es")  # which make forms of words shorter than a stem, too: bus, buses
_TYPO = 7  # letters from which on a slip of one letter is believed to be one
_MOST_HEADS = 200  # words of one beginning that are compared; the richest beginnings of English have some 150

FUNCTION_WORDS = frozenset(
    """
    a about above after again against all also although am among an and another any are around as at away back be
    because become been before being below between both but by can cannot could did do does down during each either else
    enough even ever every few first for from further get give given go had has have he her here him his how however if
    in instead into is it its itself just keep kept least less like made make many may me might more most much must my
    neither never no none nor not nothing now of off often on once one only onto or other our out over own per put quite
    rather same say see seen she should since so some still such take taken than that the their them then there these
    they this those though through thus till to together too toward towards two under until up upon us use used very was
    way we well were what when where whether which while who whom whose why will with within without would yet you your
    """.split()  # noqa: SIM905, a hundred quotes make nothing clearer
)
"""English words that name no topic."""


def words(text: str) -> list[str]:
    """The words of *text* from two letters on, in lower case; those in capitals stay, for ``US`` is not ``us``."""
    return [word if word.isupper() else word.casefold() for word in _tokens(text)]


def _tokens(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text))


def families(vocabulary: Iterable[str]) -> dict[str, str]:
    """Which words are forms of one word, or spellings of it.

    Each word joins the shortest one before it that is akin to it (leader clustering, Hartigan 1975, ch. 3), so that no
    chain of small steps makes one family of unlike words. It needs no dictionary and serves all languages that inflect
    at the end of words; abbreviations and words with digits stay alone.

    Args:
        vocabulary: The words.

    Returns:
        The head of each word's family.
    """
    heads: dict[str, list[str]] = defaultdict(list)
    family: dict[str, str] = {}
    for word in sorted(vocabulary, key=lambda word: (len(word), word)):
        if word.isupper() or not word.isalpha():
            family[word] = word
            continue
        beginning = heads[word[:_STEM]]
        singulars = (word.removesuffix(ending) for ending in _PLURAL if word.endswith(ending))
        head = next((family[singular] for singular in singulars if singular in family), None)
        head = head or next((head for head in islice(beginning, _MOST_HEADS) if _akin(word, head)), word)
        if head == word:
            beginning.append(word)
        family[word] = head
    return family


def _akin(word: str, head: str) -> bool:
    """Whether *word* is *head*, its last letter perhaps changed, with an ending; or differs from it by one slip."""
    shared = Prefix.similarity(word, head)
    if shared >= max(_STEM, len(head) - 1) and len(word) - shared <= min(_ENDING, shared * 2 // 3):
        return True
    return len(head) >= _TYPO and OSA.distance(word, head, score_cutoff=1) <= 1


class Wording(NamedTuple):
    """The words of some maps.

    *family* leads from each word to the head of its family. *capitals* leads from words in lower case to the
    abbreviation that the texts write for them, so that the ``us`` of an id is known for the ``US`` of a text. *spelt*
    leads from words in lower case to how the texts mostly write them: ``islamic`` to ``Islamic``. *next* holds the word
    that always follows another: ``Arabia`` after ``Saudi``.
    """

    family: Mapping[str, str]
    capitals: Mapping[str, str]
    spelt: Mapping[str, str]
    next: Mapping[str, str]

    def of_text(self, text: str) -> list[str]:
        """The heads of the families of the words of a sentence."""
        return [self.family[word] for word in words(text)]

    def of_name(self, name: str) -> list[str]:
        """The heads of the families of the words of an id or a tag."""
        return [self.family[word] for word in self._named(name)]

    def tag_title(self, tag: str) -> str:
        """A tag as a title: ``Islamic State``."""
        return _title(self.spelt.get(word, word) for word in self._named(tag))

    def word_title(self, head: str, nodes: Iterable[Node]) -> str:
        """A family of words as a title: the form that *nodes* mostly use, and what always follows it."""
        used = (word for node in nodes for word in (*words(node.text), *self._named(node.id)))
        forms = Counter(word for word in used if self.family[word] == head).most_common(1)
        form = forms[0][0] if forms else head  # it may stand in tags alone
        word = self.spelt.get(form, form)
        return _title([word, self.next[word]] if word in self.next else [word])

    def _named(self, name: str) -> list[str]:
        return [self.capitals.get(word, word) for word in words(name)]


def wording(maps: Sequence[Map]) -> Wording:
    """The words of *maps*: of the texts and ids of their nodes, and of their tags."""
    nodes = [node for map in maps for node in map.nodes.values()]
    texts = [_tokens(node.text) for node in nodes]
    capitals = {word.casefold(): word for text in texts for word in text if word.isupper() and word.isalpha()}
    names = {word for node in nodes for name in (node.id, *node.tags) for word in words(name)}
    in_texts = {word for node in nodes for word in words(node.text)}
    family = families(in_texts | {capitals.get(word, word) for word in names})
    return Wording(family, capitals, _spelt(texts), _next(texts))


def _spelt(texts: Iterable[Sequence[str]]) -> dict[str, str]:
    """How each word is mostly written where it does not begin a text."""
    counts = Counter(word for text in texts for word in text[1:])
    spelt: dict[str, str] = {}
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        spelt.setdefault(word.casefold(), word)
    return spelt


def _next(texts: Iterable[Sequence[str]]) -> dict[str, str]:
    """What always follows a word that occurs more than once, where both are names."""
    followers: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for word, after in pairwise([*text, ""]):
            followers[word][after] += 1
    return {
        word: after
        for word, following in followers.items()
        for after in following
        if len(following) == 1 and following[after] > 1 and word.istitle() and after.istitle()
    }


def _title(parts: Iterable[str]) -> str:
    text = " ".join(parts)
    return text[:1].upper() + text[1:]
