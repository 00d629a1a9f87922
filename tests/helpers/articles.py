"""Invented articles."""

import random

WORDS = [
    *("river", "bridge", "council", "market", "ferry", "lamps", "engineer", "school", "winter", "harvest", "letter"),
    *("village", "doctor", "orchard", "railway", "first", "office", "findings", "flowing", "budget", "treaty"),
    *("minister", "quarrel", "harbour", "soldier", "witness", "report", "figure", "decree", "archive"),
]
SMALL = [
    "the",
    "a",
    "of",
    "in",
    "and",
    "to",
    "for",
    "with",
    "that",
    "from",
    "by",
    "at",
    "on",
    "it",
    "was",
    "not",
    "had",
]


def article(seed: int, sentences: int = 120) -> str:
    """An invented article with numbers, quotes, hyphens and dashes in it."""
    chance = random.Random(seed)
    paragraphs = []
    for _ in range(sentences // 4):
        lines = []
        for _ in range(4):
            words = [chance.choice(WORDS if at % 2 else SMALL) for at in range(chance.randrange(9, 22))]
            words[3] = f"{chance.randrange(2, 990)}"
            words[5] = f"{words[5]}-{chance.choice(WORDS)}"
            words[7] = f'"{words[7]}"'
            lines.append(f"{' '.join(words).capitalize()}.")
        paragraphs.append(" ".join(lines))
    return "\n\n".join(paragraphs)
