import pytest

from reportedly.dates.dating import Dating
from tests.dates.acts import TUESDAY, WHO, day_of, days

FAR = "The quay is old.\n\nThe lock is older.\n\nThe weir is the oldest of all.\n\nNobody mends them.\n\n"


@pytest.mark.parametrize(
    ("made", "then"),
    [
        ("The league filed a lawsuit on Tuesday.", "The lawsuit says the mole stays open."),
        ("The league sued the port on Tuesday.", "According to the complaint, the mole stays open."),
        ("The memo, written on Tuesday, is long.", "In the memo, Petrova wrote that the mole stays open."),
        ("Petrova spoke in an interview on Tuesday.", "“The mole stays open,” she said in the interview."),
        ("Petrova testified on Tuesday.", "Petrova said during her testimony that the mole stays open."),
        ("On Tuesday the league gave a dinner.", "Petrova said at the dinner that the mole stays open."),
    ],
)
def test_what_is_named_again_has_the_day_on_which_it_was_made(made, then):
    text = f"Pier to close\n\n{made}\n\n{FAR}{then}"
    assert day_of(days(text, WHO), "mole stays open") == TUESDAY


@pytest.mark.parametrize(
    ("made", "then"),
    [
        ("The council released the memo on Tuesday.", "The memo said the mole stays open."),
        ("The council received the letter on Tuesday.", "The letter said the mole stays open."),
        ("The league filed a lawsuit on Tuesday.", "A lawsuit says the mole stays open."),
        (
            "The league filed a lawsuit on Tuesday. It filed another lawsuit on Monday.",
            "The lawsuit says the mole stays open.",
        ),
    ],
)
def test_what_somebody_only_had_on_a_day_has_not_its_day(made, then):
    text = f"Pier to close\n\n{made}\n\n{FAR}{then}"
    assert day_of(days(text, WHO), "mole stays open") is None


def test_the_same_meeting_is_that_of_the_sentence_before():
    text = (
        "Pier to close\n\nPetrova said on Wednesday that the pier is unsafe.\n\n"
        "In May 2020 the two met by the lock. In the same meeting, Petrova said that the mole stays open."
    )
    assert day_of(days(text, WHO), "mole stays open") == ("2020-05", "utterance")


def test_a_dated_announcement_dates_what_was_announced():
    text = (
        f"Pier to close\n\nPetrova announced that the mole stays open.\n\n{FAR}"
        "Tuesday’s announcement is a step forward."
    )
    assert day_of(days(text, WHO), "mole stays open") == TUESDAY
    two = text.replace("The quay is old.", "Hale announced that the quay is closed.")
    assert day_of(days(two, WHO), "mole stays open") is None


@pytest.mark.parametrize("told", ["early Friday", "Friday morning", "Friday local time"])
def test_a_clock_elsewhere_may_be_ahead(told):
    text = f"Pier to close\n\nPetrova announced {told} that the mole stays open."
    assert day_of(days(text, WHO), "mole stays open") == ("2021-06-04", "tense-weekday")


def test_tomorrow_is_else_no_day_gone_by():
    text = "Pier to close\n\nPetrova announced Friday that the mole stays open."
    assert day_of(days(text, WHO), "mole stays open") == (None, None)
    unknown = days(text.replace("Friday", "early Friday"), WHO, Dating(None, None, None))
    assert day_of(unknown, "mole stays open") == (None, None)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The council held a vote on Tuesday.\n\nAt the end of the vote Petrova said {}.", "utterance"),
        ("The council held a vote on Tuesday.\n\n“Today’s vote is no good: {},” Petrova said.", "utterance"),
        ("Petrova tweeted soon after the council closed the lock on Tuesday: “{}.”", "happening"),
    ],
)
def test_what_is_said_at_or_right_after_something_has_its_day(text, basis):
    words = "the mole stays open"
    found = days(f"Pier to close\n\n{text.format(words)}", WHO)
    assert day_of(found, words) == (TUESDAY[0], basis)


def test_what_is_said_a_day_after_it_has_not():
    text = "Petrova said the day after the council closed the lock on Tuesday that the mole stays open."
    assert day_of(days(f"Pier to close\n\n{text}", WHO), "the mole stays open") != TUESDAY
