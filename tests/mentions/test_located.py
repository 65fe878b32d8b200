from reportedly.mentions.located import ACTS, part_places
from tests.mentions.scenes import scene_of


def places_in(text: str) -> list[tuple[int, bool]]:
    """Give for each party of a place how often it is named, and whether it acts."""
    scene = scene_of(text)
    part_places(scene)
    places = [one for one in scene.members if one.type == "place"]
    return sorted(
        (len(one.mentions), any(mention.reason == ACTS for mention in one.mentions)) for one in places
    )


def test_a_town_is_parted_from_the_government_that_acts_by_its_name():
    assert places_in("Moscow rejected the plan on Monday. Robert Hale lives in Moscow.") == [
        (1, False),
        (1, True),
    ]


def test_a_town_where_things_happen_stays_one_party():
    assert places_in("Robert Hale lives in Moscow. He was born in Moscow.") == [(2, False)]
