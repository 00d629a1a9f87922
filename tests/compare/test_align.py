"""Rows of a comparison: positions, relations, the count."""

from hypothesis import given
from strategies import comparisons, maps

from argmap.compare import Judgement, Relation, align
from argmap.model import Comparison, Map, Node, NodeType, Topic, Verdict, VerdictKind
from argmap.render.scene.words import summary, words


def _map(map_id: str, *nodes: str) -> Map:
    return Map(id=map_id, nodes={node: Node(id=node, type=NodeType.CLAIM, text=node) for node in nodes})


MAPS = {"a": _map("a", "x", "y"), "b": _map("b", "z")}


def _rows(positions: dict[str, tuple[str, ...]], *verdicts: Verdict, maps: tuple[str, ...] = ("a", "b")):
    topic = Topic(id="t", title="T", positions=positions, verdicts=verdicts)
    return align(Comparison(id="c", maps=maps, topics={"t": topic}), MAPS)


def test_positions_follow_the_order_of_the_maps_and_skip_unknown_ids():
    (row,) = _rows({"b": ("z",), "a": ("y", "ghost", "x", "y")}, Verdict(kind=VerdictKind.AGREE))
    assert [(place.map_id, [node.id for node in place.nodes]) for place in row.positions] == [
        ("a", ["y", "x"]),
        ("b", ["z"]),
    ]
    assert row.judgements == (Judgement(Relation.AGREE, None, ("a", "b")),)


def test_one_speaker_is_derived_whatever_the_verdict():
    (row,) = _rows({"a": ("x",), "b": ("ghost",)}, Verdict(kind=VerdictKind.AGREE))
    assert [(one.relation, one.maps) for one in row.judgements] == [(Relation.ONLY, ("a",))]


def test_silence_and_lack_of_a_verdict():
    silent, opened, only = (
        _rows({"a": (), "b": ()}),
        _rows({"a": ("x",), "b": ("z",)}),
        _rows({"a": ("x",)}, maps=("a", "missing")),
    )
    found = [judgement.relation for rows in (silent, opened, only) for judgement in rows[0].judgements]
    assert found == [Relation.SILENT, Relation.OPEN, Relation.ONLY]


def test_several_verdicts():
    verdicts = (Verdict(kind=VerdictKind.AGREE, about="p"), Verdict(kind=VerdictKind.EVOLVED, about="q"))
    (row,) = _rows({"a": ("x",), "b": ("z",)}, *verdicts)
    assert [(one.relation, one.about) for one in row.judgements] == [(Relation.AGREE, "p"), (Relation.EVOLVED, "q")]
    assert summary((row,), words("en")) == "1 topic, 2 aspects: 1 agreed, 1 evolved"


def test_summary_counts_the_topics_and_their_relations():
    kinds = (VerdictKind.AGREE, VerdictKind.DIFFER, VerdictKind.DIFFER, VerdictKind.PARTLY)
    topics = {
        str(at): Topic(id=str(at), title="T", positions={"a": ("x",), "b": ("z",)}, verdicts=(Verdict(kind=kind),))
        for at, kind in enumerate(kinds)
    }
    topics["only"] = Topic(id="only", title="T", positions={"a": ("x",)})
    rows = align(Comparison(id="c", maps=("a", "b"), topics=topics), MAPS)
    assert summary(rows, words("en")) == "5 topics: 1 agreed, 1 partly, 2 differ, 1 raised by one side only"
    assert summary(rows[:1], words("en")) == "1 topic: 1 agreed"
    assert summary((), words("en")) == "0 topics"


@given(comparisons(), maps())
def test_every_topic_gives_a_row_with_a_judgement(comparison: Comparison, map: Map):
    rows = align(comparison, dict.fromkeys(comparison.maps[:1], map))
    assert [row.id for row in rows] == [topic.id for topic in comparison.topics.values()]
    assert all(row.judgements for row in rows)
    assert summary(rows, words("en"))
