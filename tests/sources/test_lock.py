"""The lock: what it attests, how it is written, and that it gives no words away."""

import json
import re
from hashlib import sha256

import pytest
from articles import article
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Anchor, Map, Node, NodeType
from argmap.sources import LockError, SourceText, State, receipts
from argmap.sources.changes import changes, said
from argmap.sources.lock import FEWEST_UNKNOWN, NORMALISER, attest, dump, parse, spelled

TEXT = article(7, sentences=60)
SOURCE = SourceText("paper", TEXT)


def some_anchors(source: SourceText) -> list[Anchor]:
    """Short anchors all over the source, and long passages of which the ends are quoted."""
    words = source.text.split(" ")
    short = [Anchor(start=" ".join(words[at : at + 4])) for at in range(0, len(words) - 40, 31)]
    long = [
        Anchor(start=" ".join(words[at : at + 3]), end=" ".join(words[at + 3 + gap : at + 5 + gap]))
        for at, gap in zip(range(5, len(words) - 60, 47), [0, 1, 2, 5, 12, 19, 20, 21, 30, 45] * 9, strict=False)
    ]
    return [*short, *long]


ANCHORS = some_anchors(SOURCE)
LOCK = attest(SOURCE, ANCHORS, "2024-03-09")


def map_of(*anchors: Anchor) -> Map:
    nodes = {
        f"n{at}": Node(id=f"n{at}", type=NodeType.CLAIM, text="One.", at=(each,)) for at, each in enumerate(anchors)
    }
    return Map(id="m", source="paper", nodes=nodes)


def states(source, lock, *anchors):
    return [receipt.state for receipt in receipts(map_of(*anchors), source, lock)]


def test_a_lock_is_written_and_read_without_loss():
    locks = {"paper": LOCK, 'odd "key" [x]': attest(SOURCE, [Anchor(start='"', end="]")])}
    assert parse(dump(locks)) == locks
    assert dump(parse(dump(locks))) == dump(locks)


def test_every_fact_has_a_line_of_its_own_and_lines_are_sorted():
    text = dump({"b": LOCK, "a": LOCK})
    assert text.index("[a]") < text.index("[b]")
    anchors = [json.loads(line.partition(" = ")[0]) for line in text.split("\n") if " word = " in line]
    assert anchors == sorted(LOCK.anchors) * 2


@pytest.mark.parametrize(
    "text",
    [
        "", "version = 2", "version = 1\n[a]\nwords = 3", "version = 1\na = 3", "version = 1\n[a", "version = true",
        dump({"a": LOCK}).replace('sha256 = "', 'sha256 = "x', 1),
        dump({"a": LOCK}).replace("words = ", "words = -", 1),
        dump({"a": LOCK}).replace("word = ", "word = 1.5", 1), "version = 1\n" + "[" * 9000,
    ],
)  # fmt: skip
def test_what_is_no_lock_is_refused(text):
    with pytest.raises(LockError):
        parse(text)


words = st.text("ab -,&%#é", min_size=1).filter(str.strip)
parts = st.builds(
    Anchor, start=words, end=st.none() | words, prefix=st.none() | words, suffix=st.none() | words,
    paragraph=st.none() | st.integers(1, 9),
)  # fmt: skip


@given(parts, parts)
def test_anchors_that_differ_are_spelled_differently(one, other):
    def normal(anchor):
        return {
            key: value if isinstance(value, int) else " ".join(value.split())
            for key, value in anchor.model_dump(exclude_none=True).items()
        }

    assert (spelled(one) == spelled(other)) == (normal(one) == normal(other))


def test_each_state_is_told():
    there, gone = ANCHORS[0], Anchor(start="no such words")
    other = SourceText("paper", TEXT.replace(" ", " changed ", 1).replace(ANCHORS[0].start.split()[1], "removed"))
    assert states(SOURCE, None, there, gone) == [State.VERIFIED, State.MISSING]
    assert states(SOURCE, LOCK, there, gone) == [State.VERIFIED, State.MISSING]
    assert states(None, LOCK, there, gone) == [State.ATTESTED, State.STALE]
    assert states(None, LOCK._replace(normaliser=NORMALISER + 1), there) == [State.STALE]
    assert states(None, None, there) == [State.UNVERIFIED]
    assert states(other, LOCK, there, gone) == [State.SOURCE_CHANGED, State.MISSING]


def test_an_attested_anchor_is_where_the_text_has_it():
    for receipt, attested in zip(
        receipts(map_of(*ANCHORS), SOURCE, None), receipts(map_of(*ANCHORS), None, LOCK), strict=True
    ):
        assert attested._replace(state=receipt.state) == receipt


def test_changes_are_localised_by_paragraph():
    paragraphs = TEXT.split("\n\n")
    assert changes(LOCK, SourceText("paper", TEXT.replace("\n\n", "\n \n\n"))) is None
    changed = [*paragraphs[:2], "A new one.", *paragraphs[2:6], paragraphs[6] + " It ends otherwise.", *paragraphs[7:]]
    found = changes(LOCK, SourceText("paper", "\n\n".join(changed)))
    assert found is not None
    assert found.gone == (7,)
    assert set(found.moved) == {(at, at + 1) for at in range(3, len(paragraphs) + 1) if at != 7}
    last = len(paragraphs)
    moved = f"moved: 3 to 6 (now 4 to 7), 8 to {last} (now 9 to {last + 1})"
    assert said(found) == f"paragraphs changed or gone: 7; {moved}"


def test_a_text_that_is_quoted_almost_whole_is_not_locked():
    short = SourceText("note", " ".join(f"word{at}" for at in range(30)))
    with pytest.raises(LockError, match="give them away"):
        attest(short, [Anchor(start=" ".join(f"word{at}" for at in range(11)))])
    assert attest(short, [Anchor(start=" ".join(f"word{at}" for at in range(10)))]).words == 30


# The attack: whoever holds the lock and the map tries to learn words that the anchors do not quote.


def vocabulary(source: SourceText) -> list[str]:
    """All that stands between the spaces of the source: more than an attacker would know of it."""
    return sorted(set(source.text.split(" ")))


def recovered(digests: set[str], known: list[list[str]], candidates: list[str], most: int = 2) -> set[str]:
    """The texts that a chain of guesses finds: known words, and up to *most* more before, after and between them."""

    def grown(words: list[str]) -> list[list[str]]:
        return [[*words, word] for word in candidates] + [[word, *words] for word in candidates]

    found: set[str] = set()
    for words in known:
        border = [words]
        for _ in range(most):
            hits = [
                new for old in border for new in grown(old) if sha256(" ".join(new).encode()).hexdigest() in digests
            ]
            found.update(" ".join(hit) for hit in hits)
            # What fits is built upon; that is how a chain of overlapping digests gives away a whole text.
            border = hits or (grown(words) if border == [words] and len(candidates) < 60 else [])
    return found


def filled(digests: set[str], ends: list[tuple[list[str], list[str]]], candidates: list[str]) -> set[str]:
    """The passages that are found by filling in one or two words between two quoted ends."""
    found = set()
    for start, end in ends:
        for one in candidates:
            for gap in ([], [one], *([one, two] for two in candidates)):
                text = " ".join([*start, *gap, *end])
                if gap and sha256(text.encode()).hexdigest() in digests:
                    found.add(text)
    return found


def all_digests(text: str) -> set[str]:
    return set(re.findall(r"[0-9a-f]{64}", text))


def test_the_chain_attack_recovers_no_word_from_the_lock():
    digests, candidates = all_digests(dump({"paper": LOCK})), vocabulary(SOURCE)
    short = [anchor.start.split(" ") for anchor in ANCHORS if anchor.end is None]
    ends = [(anchor.start.split(" "), anchor.end.split(" ")) for anchor in ANCHORS if anchor.end]
    assert recovered(digests, short, candidates) == set()
    assert filled(digests, ends[:12], candidates[:150]) == set()


def test_the_chain_attack_recovers_words_from_digests_of_overlapping_runs_and_of_short_gaps():
    """It works where there is something to find: the lock resists, and not a feeble attack."""
    words = SOURCE.text.split(" ")
    shingles = {sha256(" ".join(words[at : at + n]).encode()).hexdigest() for n in (5, 6) for at in range(len(words))}
    start = words[40:44]
    assert recovered(shingles, [start], vocabulary(SOURCE)) >= {" ".join(words[40:45]), " ".join(words[40:46])}
    passage = sha256(" ".join(words[40:48]).encode()).hexdigest()
    candidates = sorted({*words[40:48], *vocabulary(SOURCE)[:100]})
    assert filled({passage}, [(words[40:43], words[45:48])], candidates) == {" ".join(words[40:48])}


@given(st.integers(0, 40))
def test_a_digest_stands_for_no_words_that_could_be_guessed(seed):
    source = SourceText("paper", article(seed, sentences=24))
    anchors = some_anchors(source)
    lock = attest(source, anchors)
    known = source.quoted(anchors, everywhere=True)
    by_digest = {source.digest(start, end): (start, end) for start, end in source.paragraphs}
    for anchor in anchors:
        for start, end in source.occurrences(anchor):
            by_digest[source.digest(start, end)] = (start, end)
    for digest in [*lock.digests.values(), *(each.sha256 for each in lock.anchors.values() if each.sha256)]:
        start, end = by_digest[digest]
        unknown = set(range(source.words_before(start), source.words_before(end))) - known
        assert len(unknown) == 0 or len(unknown) >= FEWEST_UNKNOWN
    assert any(each.sha256 is None for each in lock.anchors.values())
