import pytest

from reportedly.parties.key import party_key


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ana Petrova", "Dr. ANA PETRÓVA", "person"),
        ("Sean O'Hale", "Sean O’Hale", "person"),
        ("Kim Jae-min", "Kim Jae Min", "person"),
        ("the Harbour Ministry", "Harbour Ministry", "organisation"),
        ("H.M.B.", "HMB", "organisation"),
        ("Ardania", "ARDANIA", "place"),
        ("Jon P. Hale", "Jon Hale", "person"),
        ("Jon P. Hale Jr.", "Jon Hale Jr.", "person"),
    ],
)
def test_one_name_is_one_key(one, other, kind):
    assert party_key(one, kind) == party_key(other, kind) is not None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Petrova", "person"),
        ("Minister Petrova", "person"),
        ("two officials", "unnamed"),
        ("the ministry", "organisation"),
    ],
)
def test_too_little_of_a_name_stays_alone(name, kind):
    assert party_key(name, kind) is None


def test_another_name_is_another_key():
    assert party_key("Ana Petrova", "person") != party_key("Ana Petrov", "person")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jon Hale Jr.", "Jon Hale"), ("Jon P. R. Hale", "Jon P. Hale"), ("J. P. Hale", "J. R. Hale")],
)
def test_namesakes_are_two_keys(one, other):
    assert party_key(one, "person") != party_key(other, "person")


def test_a_surname_with_a_suffix_is_too_little():
    assert party_key("Hale Jr.", "person") is None
