import pytest

from tests.dates.acts import TUESDAY, WHO, day_of, days

FAR = "The quay is old.\n\nThe lock is older.\n\nThe weir is the oldest of all.\n\nNobody mends them.\n\n"
HEARING = "Pier to close\n\nThe committee held a hearing on Tuesday about the pier.\n\n"


@pytest.mark.parametrize(
    "told", ["Petrova testified before the committee.", "The committee questioned Hale and Petrova."]
)
def test_a_witness_spoke_on_the_day_of_the_hearing(told):
    found = days(f"{HEARING}{told}\n\n{FAR}Petrova said the mole stays open.", WHO)
    assert day_of(found, "mole stays open") == TUESDAY


def test_so_did_who_told_lawmakers():
    found = days(f"{HEARING}{FAR}Petrova told lawmakers that the weir is new.", WHO)
    assert day_of(found, "weir is new") == TUESDAY


@pytest.mark.parametrize(
    ("report", "then"),
    [
        (HEARING, "Petrova said the mole stays open."),
        (f"{HEARING}Petrova testified.\n\n", "Petrova told Sund Radio the mole stays open."),
        (
            f"{HEARING}Petrova testified.\n\n",
            f"Petrova said on Wednesday the weir is new.\n\n{FAR}Petrova said the mole stays open.",
        ),
        (f"{HEARING}Another hearing was held on Monday.\n\n", "Petrova testified that the mole stays open."),
        ("Pier to close\n\nPetrova testified before the committee.\n\n", "Petrova said the mole stays open."),
        (f"{HEARING}Petrova will testify.\n\n", "Petrova said the mole stays open."),
    ],
)
def test_who_is_no_witness_or_spoke_elsewhere_did_not(report, then):
    assert day_of(days(f"{report}{FAR}{then}", WHO), "mole stays open") is None
