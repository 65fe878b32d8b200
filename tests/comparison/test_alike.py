import pytest

from reportedly.comparison.alike import same_words
from reportedly.comparison.content import content_of


def alike(one: str, other: str) -> str | None:
    return same_words(content_of([one], _quoted(one)), content_of([other], _quoted(other)))


def _quoted(words: str) -> list[str]:
    return [words.split("“")[1].split("”")[0]] if "“" in words else []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("that the harbour would close at noon on Friday", "that the harbour would close at noon"),
        (
            "“We came as neighbours, with shovels in our hands”",
            "“We have come as neighbours, shovel in hand”",
        ),
        ("the “outrageous” fee", "“It is an outrageous fee and nobody will pay it”"),
        (
            "the ferry, the pier and the lighthouse would be sold together, as the council had wanted since the war",
            "pier, lighthouse and ferry to be sold together",
        ),
    ],
)
def test_two_renderings_of_one_act_are_told_with_a_reason(one, other):
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("that the harbour would close at noon", "that the ferry would leave at noon"),
        ("the pier is safe", "nobody has paid for the pier"),
        ("“it is so”", "“it is so because it has always been”"),
        ("that Ardania would sign the water treaty", "that Ardania would not sign the water treaty"),
        ("“We will pay 1.8 million for the pier”", "“We won’t pay 18 million for the pier”"),
        ("the nuclear accord with Ardania and Ilvania", "trade with Ardania and Ilvania by the spring"),
        ("“the fee”", "“the fee and the pier and the lighthouse”"),
    ],
)
def test_what_only_shares_a_topic_is_not_told(one, other):
    assert alike(one, other) is None


def test_the_reason_holds_the_words():
    assert alike("the harbour would close at noon", "that the harbour would close at noon") == (
        "both have in a row: the harbour would close at noon"
    )
