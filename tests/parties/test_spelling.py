import pytest

from reportedly.parties.spelling import alike, misspelt, slips, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tarkovsky", "tarkovskyi"),
        ("muller", "mueller"),
        ("orlov", "orlow"),
        ("orloff", "orlov"),
        ("khadin", "hadin"),
    ],
)
def test_spellings_of_one_name_sound_alike(one, other):
    assert sound(one) == sound(other)


def test_short_names_must_be_the_same():
    assert not alike("li", "lee")
    assert alike("li", "li")


@pytest.mark.parametrize(
    ("one", "other"), [("marlowe", "malrowe"), ("marlowe", "marlove"), ("marlowe", "marowe")]
)
def test_a_slip_is_one_letter(one, other):
    assert misspelt(one, other)
    assert slips(one) & slips(other)


@pytest.mark.parametrize(("one", "other"), [("petrov", "petrova"), ("hale", "hall"), ("marlowe", "barrow")])
def test_another_name_is_no_slip(one, other):
    assert not misspelt(one, other)
