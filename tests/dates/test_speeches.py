import pytest

from tests.dates.acts import TUESDAY, WHO, day_of, days


def test_what_goes_on_has_the_day_of_the_speech():
    text = (
        "Pier to close\n\nIn a speech on Tuesday, Ana Petrova said the pier is unsafe.\n\n"
        "“We close it before somebody drowns,” she said. She added that the mole stays open."
    )
    found = days(text, WHO)
    assert day_of(found, "the pier is unsafe") == ("2021-06-01", "tense-weekday")
    assert day_of(found, "before somebody drowns") == TUESDAY
    assert day_of(found, "the mole stays open") == TUESDAY
    dating = next(day for words, day in found.items() if "mole" in words)
    assert dating is not None
    assert [span.words(text) for span in dating.evidence][:2] == ["Tuesday", "said"]


def test_a_long_answer_parts_no_two_of_a_speech():
    text = (
        "Pier to close\n\nIn a speech on Tuesday, Ana Petrova said the pier is unsafe.\n\n"
        "“We close it,” Petrova said. “It is old. It is rotten. Nobody mends it. Nobody ever did. It will fall.”\n\n"
        "She added that the mole stays open."
    )
    assert day_of(days(text, WHO), "mole stays open") == TUESDAY
    again = text.replace("She added", "Petrova said")
    assert day_of(days(again, WHO), "mole stays open") == TUESDAY
    assert day_of(days(again.replace("In a speech on", "On"), WHO), "mole stays open") is None


def test_a_day_to_come_is_no_other_time():
    text = (
        "Pier to close\n\nIn a speech on Tuesday, Ana Petrova said the pier is unsafe.\n\n"
        "It will reopen in October 2022. Petrova said that the mole stays open."
    )
    assert day_of(days(text, WHO), "mole stays open") == TUESDAY
    past = text.replace("It will reopen in October 2022", "It was mended in October 2020")
    assert day_of(days(past, WHO), "mole stays open") is None


@pytest.mark.parametrize(
    "then",
    [
        "Petrova has said that the mole stays open.",
        "Petrova had said that the mole stays open.",
        "Petrova previously said that the mole stays open.",
        "Petrova said in an interview that the mole stays open.",
        "Petrova wrote in a letter that the mole stays open.",
        "Hale said that the mole stays open.",
        "Petrova told the Harbour Herald that the mole stays open.",
        "“The mole stays open,” Petrova said on Twitter.",
        "“Well, the mole stays open,” Petrova said as she stood by the lock.",
    ],
)
def test_what_was_said_at_another_time_has_not(then):
    text = f"Pier to close\n\nIn a speech on Tuesday, Ana Petrova said the pier is unsafe.\n\n{then}"
    assert day_of(days(text, WHO), "mole stays open") is None


def test_the_same_words_are_one_utterance():
    text = (
        "Pier to close\n\nPetrova said the pier was “an accident that waits to happen”.\n\n"
        "The mole is old. The lock is older. The quay is the oldest of all. Nobody mends them.\n\n"
        "“It is an accident that waits to happen,” Petrova told the council on Tuesday."
    )
    assert day_of(days(text, WHO), "accident that waits to happen”") == TUESDAY


def test_a_word_quoted_alone_is_borne_out_by_the_whole():
    text = (
        "Pier to close\n\nPetrova on Tuesday called the pier “ruinous”.\n\n"
        "The mole is old. The lock is older. The quay is the oldest of all. Nobody mends them. Nobody ever did.\n\n"
        "“It is ruinous, and so is the weir,” Petrova said."
    )
    assert day_of(days(text, WHO), "so is the weir") == TUESDAY
    assert day_of(days(text.replace("It is ruinous", "It is old"), WHO), "so is the weir") is None


def test_what_is_added_to_a_letter_is_in_it():
    text = (
        "Pier to close\n\nPetrova wrote in a letter on Tuesday that the pier is unsafe.\n\n"
        "She added that the mole stays open."
    )
    assert day_of(days(text, WHO), "mole stays open") == TUESDAY
    assert day_of(days(text.replace("added", "said"), WHO), "mole stays open") is None


def test_an_occasion_dated_elsewhere_gives_its_day():
    text = (
        "Pier to close\n\nOn Tuesday the council held a meeting about the pier.\n\n"
        "The quay is old. Hale said during the meeting that the pier is unsafe."
    )
    assert day_of(days(text, WHO), "the pier is unsafe") == TUESDAY


@pytest.mark.parametrize(
    "speech",
    ["Petrova spoke to the council on Tuesday.", "Petrova gave an interview to the Courier on Tuesday."],
)
def test_a_speech_told_right_before_gives_its_day(speech):
    text = f"Pier to close\n\n{speech} “The pier is unsafe,” she said."
    assert day_of(days(text, WHO), "The pier is unsafe") == TUESDAY
    assert day_of(days(text.replace("she said", "Hale said"), WHO), "The pier is unsafe") is None
    assert day_of(days(text.replace("she said", "she has said"), WHO), "The pier is unsafe") is None
    later = text.replace("she said", "she said after the storm of Wednesday")
    assert day_of(days(later, WHO), "The pier is unsafe") is None


def test_an_occasion_with_two_days_gives_none():
    text = (
        "Pier to close\n\nOn Tuesday the council held a meeting about the pier. On Monday it held a meeting too.\n\n"
        "Hale said during the meeting that the pier is unsafe."
    )
    assert day_of(days(text, WHO), "the pier is unsafe") is None


def test_minutes_after_an_event_is_its_day():
    text = (
        "Pier to close\n\nThe council held a vote on Tuesday. The pier will close.\n\n"
        "Hale said minutes after the vote that the pier is unsafe."
    )
    assert day_of(days(text, WHO), "the pier is unsafe") == ("2021-06-01", "happening")


FAR = "The quay is old.\n\nThe lock is older.\n\nThe weir is the oldest of all.\n\nNobody mends them.\n\n"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Petrova said on 12 May 2021 that the pier is unsafe.", "Petrova said the mole stays open."),
        (
            "Petrova said on Tuesday that the pier is unsafe.",
            "Petrova told the Herald that the mole stays open.",
        ),
        (
            "Petrova said on Tuesday that the pier is unsafe.",
            "Petrova said in an interview the mole stays open.",
        ),
        ("Petrova said on Tuesday that the pier is unsafe.", "Petrova wrote that the mole stays open."),
        (
            "Petrova said on Wednesday that the pier is unsafe. Petrova said on Tuesday that it sinks.",
            "Petrova said the mole stays open.",
        ),
    ],
)
def test_what_is_no_part_of_the_news_has_not_its_day(first, then):
    assert day_of(days(f"Pier to close\n\n{first}\n\n{FAR}{then}", WHO), "the mole stays open") is None


def test_a_letter_has_the_day_it_was_sent():
    text = (
        f"Pier to close\n\nThe mayor sent a letter on Tuesday.\n\n{FAR}The letter said the mole stays open."
    )
    assert day_of(days(text, {}), "the mole stays open") == TUESDAY


def test_words_are_kept_where_the_day_is_open():
    text = (
        "Pier to close\n\nIn a speech on Tuesday, Ana Petrova said the pier is unsafe. "
        "She added that the mole stays open."
    )
    found = days(text, WHO, None)
    dating = next(day for words, day in found.items() if "mole" in words)
    assert dating is not None
    assert (dating.edtf, dating.text, dating.basis) == (None, "Tuesday", None)


def test_a_day_in_a_name_is_no_day():
    text = "Pier to close\n\nAna Petrova told COAST TODAY that the pier is unsafe."
    assert day_of(days(text, WHO), "the pier is unsafe") is None


def test_a_headline_has_the_day_of_what_it_tells():
    text = (
        "Petrova warns of a weak pier\n\nAna Petrova, the mayor, warned on Tuesday of a pier that may fall."
    )
    assert day_of(days(text, WHO), "a weak pier") == TUESDAY


def test_a_statement_that_a_dated_quotation_bears_out_has_its_day():
    text = (
        "Pier to close\n\nPetrova warned that the pier may fall.\n\n“It may fall,” Petrova said on Tuesday."
    )
    assert day_of(days(text, WHO), "the pier may fall") == TUESDAY


def test_nobody_known_shares_nothing():
    text = (
        "Pier to close\n\nIn a speech on Tuesday, Ana Petrova said the pier is unsafe. "
        "Petrova added that the mole stays open."
    )
    assert day_of(days(text, {}), "the mole stays open") is None


def test_the_day_on_which_an_outlet_cites_somebody_is_not_his():
    told = "The lock is closed, the Harbour Times reported on Tuesday"
    assert day_of(days(f"Pier to close\n\n{told}, citing Petrova.", WHO), "lock is closed") is None
    assert day_of(days(f"Pier to close\n\n{told}.", WHO), "lock is closed") is not None
