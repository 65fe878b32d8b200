import pytest

from tests.dates.acts import TUESDAY, WHO, day_of, days

FAR = "The quay is old.\n\nThe lock is older.\n\nThe weir is the oldest of all.\n\nNobody mends them.\n\n"


@pytest.mark.parametrize(
    "met",
    [
        "Petrova said on Tuesday during a meeting with Hale that the pier is unsafe.",
        "Receiving Hale at the town hall on Tuesday, Petrova said the pier is unsafe.",
        "On Tuesday, Petrova held a meeting with Hale about the pier.",
        "Petrova welcomed Hale to the town hall on Tuesday.",
    ],
)
def test_who_was_met_spoke_on_that_day(met):
    text = f"Pier to close\n\n{met}\n\n{FAR}Hale said the mole stays open.\n\n{FAR}Hale said the weir is new."
    found = days(text, WHO)
    assert day_of(found, "the mole stays open") == TUESDAY
    assert day_of(found, "the weir is new") == TUESDAY


@pytest.mark.parametrize(
    ("met", "then"),
    [
        (
            "Petrova said on Tuesday, ahead of a meeting with Hale, that the pier is unsafe.",
            "Hale said the mole stays open.",
        ),
        ("Petrova will hold a meeting with Hale on Tuesday.", "Hale said the mole stays open."),
        ("Petrova held a meeting with Hale on 12 May 2021.", "Hale said the mole stays open."),
        ("Petrova held a private meeting with Hale on Tuesday.", "Hale said the mole stays open."),
        ("Petrova held a meeting with Hale on Tuesday.", "Hale said before the meeting the mole stays open."),
        ("Petrova held a meeting with Hale on Tuesday.", "Hale wrote that the mole stays open."),
        ("Petrova held a meeting with Hale on Tuesday.", "Hale said in an interview the mole stays open."),
        (
            "Petrova held a meeting with Hale on Tuesday.",
            "“The weir is new,” Hale said in an interview. Hale said the mole stays open.",
        ),
        (
            "Petrova held a meeting with Hale on Tuesday. Hale said on Wednesday that the weir is new.",
            f"{FAR}Hale said the mole stays open.",
        ),
        ("Petrova held a meeting with Okoro on Tuesday.", "Hale said the mole stays open."),
        (
            "Petrova held a meeting with Hale on Tuesday.",
            "Hale has mocked the quay as a ruin, called the lock a wreck and said the mole stays open.",
        ),
    ],
)
def test_who_was_not_met_or_spoke_elsewhere_did_not(met, then):
    text = f"Pier to close\n\n{met}\n\n{FAR}{then}"
    assert day_of(days(text, WHO), "the mole stays open") is None


@pytest.mark.parametrize("place", ["a fireside chat", "a debate"])
def test_what_is_told_whom_one_met_is_of_that_day(place):
    text = f"Pier to close\n\nThe pier is unsafe, Petrova said Tuesday in {place} with Hale.\n\n{FAR}"
    found = days(
        f"{text}“The mole stays open,” Petrova told Hale.\n\n{FAR}Petrova said the weir is new.", WHO
    )
    assert day_of(found, "mole stays open") == TUESDAY
    assert day_of(found, "the weir is new") == TUESDAY


def test_who_spoke_at_no_talk_or_on_two_days_has_no_day_for_the_rest():
    first = "Pier to close\n\nThe pier is unsafe, Petrova said Tuesday"
    rest = f"{FAR}Petrova said the weir is new."
    assert day_of(days(f"{first}.\n\n{rest}", WHO), "the weir is new") is None
    two = f"{first} in a chat with Hale.\n\nPetrova said on Wednesday that the mole stays open.\n\n{rest}"
    assert day_of(days(two, WHO), "the weir is new") is None
