"""A proposed comparison: what it finds on real maps, on small ones, on odd ones; and how long it takes."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from types import SimpleNamespace

import pytest
from depth import at_most
from hypothesis import given
from hypothesis import strategies as st
from needs import REPOSITORY
from strategies import maps

from argmap.compare.likeness import profiles, vectors
from argmap.compare.propose import LEAST_CONFIDENCE, MOST_NODES, MOST_TOPICS, propose
from argmap.compare.wording import wording
from argmap.formats.native import load
from argmap.formats.native.write.proposal import proposal_text
from argmap.model import Actor, Citation, Comparison, Map, Node, NodeType, Step, StepKind, Topic

MAPS = REPOSITORY / "maps"

FOR = """\
argmap: 1
map: city-for-charging
title: Why the centre needs a congestion charge
thesis: charge-drivers
actors:
  council: {name: City council}
nodes:
  charge-drivers:
    recommendation: The council should charge cars that enter the centre at peak hours.
    addressee: council
    supported_by: [pricing-cuts-traffic, air-gets-cleaner, revenue-for-buses]
    attacked_by: {premises: shops-fear-losses, outweighed: true}
    tags: charge
  pricing-cuts-traffic:
    claim: A price on scarce road space cuts traffic jams.
    supported_by: [stockholm-traffic-fell, london-speeds]
    tags: congestion
  stockholm-traffic-fell:
    evidence: In Stockholm traffic across the cordon fell by a fifth and stayed down.
    cite: eliasson2014
    tags: congestion
  london-speeds: {evidence: In London buses ran faster in the first year of the charge., tags: buses}
  air-gets-cleaner:
    claim: Fewer cars mean cleaner air and fewer children with asthma.
    supported_by: asthma-visits
    tags: health
  asthma-visits: {evidence: Hospital visits of children for asthma went down after the Stockholm trial., tags: health}
  revenue-for-buses:
    claim: The revenue can pay for buses that those without cars depend on.
    supported_by: poor-take-buses
    tags: [revenue, buses]
  poor-take-buses: {evidence: Households with low incomes seldom own a car and mostly take the bus., tags: fairness}
  shops-fear-losses: {claim: Shopkeepers in the centre fear that customers stay away., stance: conceded, tags: shops}
  approved-by-voters: {evidence: Stockholm's voters approved the charge in a referendum., tags: democracy}
"""
AGAINST = """\
argmap: 1
map: chamber-against-charging
title: No toll on our high street
thesis: no-toll
actors:
  city-council: {name: The City Council}
nodes:
  no-toll:
    recommendation: The council must drop its plan to toll drivers in the centre.
    addressee: city-council
    supported_by: [retail-suffers, unfair-to-commuters, money-wasted, jams-only-move]
  retail-suffers:
    claim: Shops lose customers to malls on the ring road when parking and driving cost more.
    supported_by: turnover
  turnover: {evidence: Retail turnover inside London's zone sank by several percent in the first year.}
  unfair-to-commuters:
    claim: Nurses and cleaners on low incomes who start before the first bus have no choice.
    supported_by: night-buses-missing
  night-buses-missing: {evidence: No bus runs to the hospital before six in the morning.}
  money-wasted: {claim: A third of the revenue goes into cameras and collection.}
  jams-only-move:
    claim: Congestion does not disappear but moves to the roads around the cordon.
    supported_by: orbital-traffic
  orbital-traffic: {evidence: Traffic on orbital roads rose after the cordon came., cite: eliasson2014}
  electric-cars-soon: {claim: Electric cars will clean the air without a toll.}
  no-mandate: {claim: The voters were not asked and a referendum is refused.}
  trees: {recommendation: The council should rather plant trees in the streets., addressee: city-council}
"""
# What a person would put together, by the one node that has to be there on either side.
EXPECTED = {
    ("charge-drivers", "no-toll"),
    ("stockholm-traffic-fell", "orbital-traffic"),
    ("pricing-cuts-traffic", "jams-only-move"),
    ("revenue-for-buses", "money-wasted"),
    ("poor-take-buses", "unfair-to-commuters"),
    ("air-gets-cleaner", "electric-cars-soon"),
    ("shops-fear-losses", "retail-suffers"),
    ("approved-by-voters", "no-mandate"),
}


def read(text: str) -> Map:
    document = load(text, "a.yaml")
    assert document.faults == ()
    assert isinstance(document.content, Map)
    return document.content


def node(id: str, text: str = "", **fields) -> Node:
    return Node(id=id, type=NodeType.CLAIM, text=text, **fields)


def a_map(id: str, *nodes: Node, **fields) -> Map:
    return Map(id=id, nodes={each.id: each for each in nodes}, **fields)


def share(topic: Topic, other: Topic, sides: Iterable[str]) -> bool:
    """Whether both topics have a node in common on each side."""
    return all(set(topic.positions.get(side, ())) & set(other.positions.get(side, ())) for side in sides)


def matched(wanted: Sequence[Topic], proposed: Sequence[Topic], sides: Sequence[str]) -> int:
    """How many of *wanted* can each have a proposed topic of its own (a greatest matching, by augmenting paths)."""
    holder: dict[str, Topic] = {}

    def place(topic: Topic, tried: set[str]) -> bool:
        for each in proposed:
            if each.id not in tried and share(topic, each, sides):
                tried.add(each.id)
                if each.id not in holder or place(holder[each.id], tried):
                    holder[each.id] = topic
                    return True
        return False

    return sum(place(topic, set()) for topic in wanted)


@pytest.fixture(scope="module")
def real():
    first, second = (read((MAPS / f"{id}.yaml").read_text()) for id in ("al-monitor-2015", "washington-institute-2024"))
    by_hand = load((MAPS / "iraq-2015-2024.yaml").read_text(), "a").content
    assert isinstance(by_hand, Comparison)
    return SimpleNamespace(maps=[first, second], by_hand=by_hand, proposal=propose([first, second]))


def test_at_least_ten_topics_of_the_real_comparison_are_found_each_by_another_proposed_one(real):
    sides = [map.id for map in real.maps]
    wanted = [topic for topic in real.by_hand.topics.values() if len(topic.speakers) == 2]
    topics = list(real.proposal.comparison.topics.values())
    found = matched(wanted, topics, sides)
    alone = [topic.id for topic in topics if not any(share(topic, each, sides) for each in wanted)]
    print(f"{found} of {len(wanted)} topics found; {len(alone)} of {len(topics)} proposed match none: {alone}")
    assert found >= 10
    assert len(alone) <= len(topics) / 4


def test_surer_topics_are_more_often_right(real):
    sides = [map.id for map in real.maps]
    topics = sorted(real.proposal.comparison.topics.values(), key=lambda each: -real.proposal.confidence[each.id])
    right = [any(share(topic, each, sides) for each in real.by_hand.topics.values()) for topic in topics]
    half = len(right) // 2
    assert all(right[: half // 2])
    assert sum(right[:half]) > sum(right[half:])


def test_a_proposal_is_a_comparison_to_judge(real):
    comparison, confidence = real.proposal
    assert comparison.maps == ("al-monitor-2015", "washington-institute-2024")
    assert comparison.lang == "en"
    assert 0 < len(comparison.topics) <= MOST_TOPICS
    assert list(confidence) == list(comparison.topics)
    assert all(LEAST_CONFIDENCE <= each <= 1 for each in confidence.values())
    for topic in comparison.topics.values():
        assert topic.verdicts == ()
        assert len(topic.speakers) == 2
        for map in real.maps:
            nodes = topic.positions[map.id]
            assert len(set(nodes)) == len(nodes) <= MOST_NODES
            assert set(nodes) <= map.nodes.keys()


def test_topics_are_named_by_what_both_sides_say_and_stand_in_the_order_of_the_first_article(real):
    titles = [topic.title for topic in real.proposal.comparison.topics.values()]
    assert {"Balance of power", "Islamic State", "Saudi Arabia", "Withdrawal"} <= set(titles)
    assert len(set(titles)) == len(titles)
    order = list(real.maps[0].nodes)
    places = [order.index(each.positions["al-monitor-2015"][0]) for each in real.proposal.comparison.topics.values()]
    assert places == sorted(places)


def test_the_same_maps_give_the_same_proposal(real):
    assert propose(real.maps) == real.proposal


def test_small_maps_of_another_matter():
    topics = propose([read(FOR), read(AGAINST)]).comparison.topics.values()
    positions = [list(topic.positions.values()) for topic in topics]
    together = {(a, b) for first, second in positions for a in first for b in second}
    assert together >= EXPECTED
    assert {a for a, b in together if b == "trees"} <= {"charge-drivers"}  # what else the council is asked to do
    assert {"Buses", "Traffic", "Revenue", "Shops", "The source eliasson2014"} <= {topic.title for topic in topics}


def test_maps_of_different_matters_have_little_in_common(real):
    for other in (FOR, AGAINST):
        for map in real.maps:
            confidence = sorted(propose([read(other), map]).confidence.values(), reverse=True)
            assert len(confidence) <= 8
            assert [each for each in confidence[1:] if each > 0.25] == []


def test_nothing_in_common_is_an_empty_comparison():
    comparison, confidence = propose([a_map("a", node("x", "Bees fly.")), a_map("b", node("y", "Iron rusts."))])
    assert (comparison.id, comparison.topics, confidence) == ("a-and-b", {}, {})
    assert propose([a_map("a"), a_map("b")]).comparison.topics == {}


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ({"tags": ("light-rail",)}, {"tags": ("light-rail",)}, "Light rail"),
        ({"cite": (Citation(key="smith2015"),)}, {"cite": (Citation(key="smith2015"),)}, "The source smith2015"),
        ({"text": "Militias attack."}, {"text": "A militia withdrew."}, "Militias"),
        ({"text": "NATO grows."}, {"text": "NATO shrinks."}, "NATO"),
        ({"text": "Good neighbours."}, {"text": "Our neighbors."}, "Neighbours"),
        ({"tags": ("budgets",)}, {"text": "No budget."}, "Budget"),
    ],
)
def test_what_both_sides_share_is_a_topic(first, second, title):
    others = [node(f"n{at}", f"Word{at}a and word{at}b.") for at in range(6)]
    maps = [a_map("a", node("x", **first), *others[:3]), a_map("b", node("y", **second), *others[3:])]
    (topic,) = propose(maps).comparison.topics.values()
    assert (topic.title, topic.positions) == (title, {"a": ("x",), "b": ("y",)})


@pytest.mark.parametrize(
    ("first", "second"),
    [("What should they do?", "Others should."), ("Let us go.", "The US left."), ("In 2014.", "2014!")],
)
def test_words_that_name_nothing_are_no_topic(first, second):
    others = [node(f"n{at}", f"Word{at}a and word{at}b.") for at in range(6)]
    maps = [a_map("a", node("x", first), *others[:3]), a_map("b", node("y", second), *others[3:])]
    assert propose(maps).comparison.topics == {}


def test_what_the_whole_map_is_about_is_no_topic():
    maps = [a_map(id, *(node(f"{id}{at}", f"Iraq {id}word{at}x") for at in range(9))) for id in "ab"]
    assert propose(maps).comparison.topics == {}


def test_the_words_of_a_shared_tag_are_no_topic_of_their_own():
    maps = [a_map(id, node(f"{id}1", f"{id}x", tags=("regional-actors",)), node(f"{id}2", f"{id}y")) for id in "ab"]
    assert [topic.title for topic in propose(maps).comparison.topics.values()] == ["Regional actors"]


def test_a_tag_is_surer_than_ids_and_ids_than_texts():
    def confidence(id: str, **fields) -> float:
        maps = [a_map(each, node(f"{id}{each}", **fields), *(node(f"{each}{at}") for at in range(8))) for each in "ab"]
        (found,) = propose(maps).confidence.values()
        return found

    assert confidence("", tags=("tax",)) > confidence("tax-") > confidence("", text="Tax.")


def likeness(first: Map, second: Map) -> float:
    """How alike the nodes 'x' of two maps are."""
    both = [first, second]
    one, other = vectors(both, profiles(both, wording(both)))
    return sum(weight * other["y"].get(trait, 0) for trait, weight in one["x"].items())


def test_shared_actors_make_statements_alike_by_id_and_by_name():
    def of(by, **actors):
        return {"by": by}, {id: Actor(name=name) for id, name in actors.items()}

    def alike(first, second):
        (one, actors), (other, others) = first, second
        rest = [node(f"n{at}", f"word{at}x", by=(f"p{at}",)) for at in range(4)]
        return likeness(
            a_map("a", node("x", "bees fly", **one), *rest[:2], actors=actors),
            a_map("b", node("y", "iron rusts", **other), *rest[2:], actors=others),
        )

    nobody = alike(of(("abadi",), abadi="Haider al-Abadi"), of(("rice",), rice="Susan Rice"))
    same_id = alike(of(("abadi",), abadi="Haider al-Abadi"), of(("abadi",), abadi="Prime Minister"))
    same_name = alike(of(("abadi",), abadi="Haider al-Abadi"), of(("pm",), pm="Al-Abadi, Haidar"))
    assert 0 == nobody < same_id
    assert nobody < same_name


def test_a_statement_is_like_what_it_argues_for():
    def alike(*steps: Step) -> float:
        return likeness(
            a_map("a", node("x", "bees fly"), node("z", "iron rusts"), steps={step.id: step for step in steps}),
            a_map("b", node("y", "iron melts"), node("w", "gold shines")),
        )

    assert alike() == 0
    assert alike(Step(id="s", kind=StepKind.SUPPORT, premises=("x",), conclusion="z")) > 0


def test_up_to_four_maps_and_one_that_is_silent():
    tagged = [a_map(id, node(f"{id}x", f"{id}one", tags=("tax",)), node(f"{id}y", f"{id}two")) for id in "abd"]
    silent = a_map("c", node("cx", "cone"), node("cy", "ctwo"))
    comparison = propose([tagged[0], silent, *tagged[1:]]).comparison
    assert comparison.maps == ("a", "c", "b", "d")
    (topic,) = comparison.topics.values()
    assert topic.positions == {"a": ("ax",), "b": ("bx",), "d": ("dx",)}


@given(st.lists(maps(), min_size=2, max_size=4, unique_by=lambda each: each.id))
def test_any_maps_give_a_comparison_whose_file_loads(several: list[Map]):
    comparison, confidence = propose(several)
    marks = {id: f"proposed, confidence {each:.0%}" for id, each in confidence.items()}
    texts = {f"{map.id}:{node.id}": node.text for map in several for node in map.nodes.values()}
    document = load(proposal_text(comparison, marks, texts), "a.yaml")
    assert document.faults == ()
    assert document.content == comparison


def large(id: str, nodes: int, seed: int) -> Map:
    """A map of many statements that use words as often as languages do (Zipf's law)."""
    numbers = random.Random(seed)
    letters = random.Random(0)
    words = ["".join(letters.choices("abdeiklmnoprstu", k=letters.randint(4, 9))) for _ in range(20_000)]

    def text(count: int) -> list[str]:
        return [words[int(len(words) ** numbers.random()) - 1] for _ in range(count)]

    made = [
        node(f"{'-'.join(text(2))}-{at}", " ".join(text(16)), tags=(f"tag-{numbers.randrange(40)}",))
        for at in range(nodes)
    ]
    steps = {
        f"s{at}": Step(id=f"s{at}", kind=StepKind.SUPPORT, premises=(made[at].id,), conclusion=made[at // 3].id)
        for at in range(1, nodes)
    }
    return a_map(id, *made, steps=steps)


def test_large_maps_have_topics_too():
    maps = [large("a", 1000, 1), large("b", 1000, 2)]
    with at_most(10):
        topics = propose(maps).comparison.topics
    assert 0 < len(topics) <= MOST_TOPICS
