"""Texts read up to where it is asked whom other words mean."""

from reportedly.language.parse import read_language
from reportedly.mentions.find import open_scene
from reportedly.mentions.scene import Scene
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.find import find_statements


def scene_of(text: str) -> Scene:
    passages = [Passage("body", Span(0, len(text)))]
    reading = read_language(text, passages)
    return open_scene(text, passages, reading, find_statements(text, passages, reading))
