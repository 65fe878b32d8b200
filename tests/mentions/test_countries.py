import pytest

from reportedly.mentions.countries import (
    owner_and_rest,
    state_governed,
    state_named,
    state_of_people,
    state_seated,
)


@pytest.mark.parametrize(
    "name", ["US", "the U.S.", "America", "United States", "the United States of America"]
)
def test_a_state_has_many_names(name):
    assert state_named(name) == "United States"


@pytest.mark.parametrize(
    "name",
    [
        "the British government",
        "UK government",
        "Britain's government",
        "the government of the UK",
        "the British regime",
    ],
)
def test_a_government_is_a_states(name):
    assert state_governed(name) == "United Kingdom"


def test_a_people_and_a_seat_tell_their_state():
    assert state_of_people("Danes") == "Denmark"
    assert state_seated("Oslo") == "Norway"
    assert state_seated("Bergen") is None


def test_a_ministry_is_parted_from_its_state():
    assert owner_and_rest("the Norwegian Foreign Ministry") == ("Norway", "foreign ministry")
    assert owner_and_rest("Ports Ministry") == (None, "ports ministry")
