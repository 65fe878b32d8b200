"""Of frames that claim the same words, the likelier one stands."""

from reportedly.statements.choose import choose
from reportedly.statements.frame import Frame


def frame(
    cue: tuple[int, int],
    content: tuple[tuple[int, int], ...],
    held: float = 0.9,
    source: tuple[int, int] | None = None,
) -> Frame:
    return Frame(cue, source, content, 0.9, held, -0.1)


def likely(one: Frame) -> float:
    return one.held


def test_frames_apart_all_stand_in_the_order_of_their_cues():
    one, other = frame((5, 6), ((6, 9),), 0.8), frame((1, 2), ((2, 4),), 0.7)
    assert choose([one, other], likely, 0.5) == (other, one)


def test_an_unlikely_frame_falls():
    assert choose([frame((1, 2), ((2, 4),), 0.4)], likely, 0.5) == ()


def test_a_frame_without_a_content_falls():
    assert choose([frame((1, 2), ())], likely, 0.5) == ()


def test_a_frame_whose_cue_stands_in_a_likelier_content_falls():
    outer, inner = frame((1, 2), ((2, 9),), 0.9), frame((4, 5), ((5, 9),), 0.8)
    assert choose([inner, outer], likely, 0.5) == (outer,)


def test_a_content_ends_where_a_likelier_frame_begins():
    first, second = frame((1, 2), ((2, 9),), 0.8), frame((6, 7), ((7, 9),), 0.9, source=(5, 6))
    assert choose([first, second], likely, 0.5) == (frame((1, 2), ((2, 5),), 0.8), second)


def test_a_content_of_which_nothing_is_left_falls():
    first, second = frame((9, 10), ((2, 5),), 0.8), frame((1, 2), ((2, 9),), 0.9)
    assert choose([first, second], likely, 0.5) == (second,)
