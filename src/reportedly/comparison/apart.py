"""Whether two numbers of one thing cannot both hold."""

from reportedly.assertions.assertion import Count

CHANGING = "rise"
"""What a number does over time: another later is no contradiction."""

_TIMES_APART = 4.0


def are_apart(here: Count, there: Count) -> bool:
    """Tell whether two numbers are neither one number roughly told nor numbers of quite other things."""
    if here.low <= there.high and there.low <= here.high:
        return False
    if CHANGING in (here.verb, there.verb) or 1.0 in (here.low, there.low):
        return False
    low, high = sorted((here, there), key=lambda count: count.low)
    return high.low <= _TIMES_APART * low.high
