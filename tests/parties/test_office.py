import pytest

from reportedly.parties.office import office


@pytest.mark.parametrize(
    ("title", "of", "wanted"),
    [
        ("Danish foreign minister", None, ("foreign minister", "Denmark")),
        ("Foreign Minister", "the U.K.", ("Foreign Minister", "United Kingdom")),
        ("envoy", "Ports Council", ("envoy", "Ports Council")),
        ("former envoy", None, ("former envoy", None)),
        ("Dane", None, ("Dane", None)),
    ],
)
def test_a_title_has_its_state(title, of, wanted):
    assert office(title, of) == wanted
