import pytest

from tests.dates.acts import TUESDAY, WHO, day_of, days

FAR = "The quay is old.\n\nThe lock is older.\n\nThe weir is the oldest of all.\n\nNobody mends them.\n\n"
NEWS = f"Pier to close\n\nPetrova said on Tuesday that the pier is unsafe.\n\n{FAR}"


@pytest.mark.parametrize(
    "then",
    [
        "Petrova noted that the mole stays open.",
        "“It was a bad letter, but the mole stays open,” Petrova said.",
        "Petrova said when asked by reporters that the mole stays open.",
        f"Last year Petrova said that the weir is new.\n\n{FAR}Petrova said that the mole stays open.",
    ],
)
def test_the_news_of_a_speaker_is_of_one_day(then):
    assert day_of(days(NEWS + then, WHO), "mole stays open") == TUESDAY


@pytest.mark.parametrize(
    "then",
    [
        f"“The weir is new,” Petrova said on Wednesday.\n\n{FAR}Petrova said that the mole stays open.",
        "Petrova is warning that the mole stays open.",
        "When Petrova said that the mole stays open, prices rose.",
        "The pier, of which Petrova once spoke and said that the mole stays open, is old.",
    ],
)
def test_what_is_of_another_time_is_not(then):
    assert day_of(days(NEWS + then, WHO), "mole stays open") is None


@pytest.mark.parametrize(
    ("first", "day"),
    [("Jon Hale said on Tuesday that the quay is old.", TUESDAY), ("The quay is old.", None)],
)
def test_who_is_of_the_story_is_no_other_hearer(first, day):
    text = f"{NEWS.replace('Nobody mends them.', first)}“The mole stays open,” Petrova told Jon Hale."
    assert day_of(days(text, WHO), "mole stays open") == day
