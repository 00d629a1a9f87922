"""Words of one family."""

from argmap.compare.wording import families


def test_families_of_words():
    words = (
        "iraq iraqi iraqis iran iranian bus buses militia militias military region regional tax taxes US us UN unite"
    )
    heads = families([*words.split(), "transport", "transports", "transit", "organisation", "organization", "b2b"])
    of = {word: {each for each, head in heads.items() if head == heads[word]} for word in heads}
    assert of["iraq"] == {"iraq", "iraqi", "iraqis"}
    assert of["iran"] == {"iran"}
    assert of["bus"] == {"bus", "buses"}
    assert of["militia"] == {"militia", "militias"}
    assert of["region"] == {"region", "regional"}
    assert of["tax"] == {"tax", "taxes"}
    assert of["US"] == {"US"}
    assert of["UN"] == {"UN"}
    assert of["transport"] == {"transport", "transports"}
    assert of["organisation"] == {"organisation", "organization"}
