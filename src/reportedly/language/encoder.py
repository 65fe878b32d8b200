"""The encoder's weights: found, checked against their manifest, and loaded once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.errors import ModelError
from reportedly.language.model import wrong_files

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

PACKAGE = "reportedly_english"


@dataclass(frozen=True, slots=True)
class Encoder:
    """A small encoder of English news, and what was learnt with it about statements.

    `encoder` gives each word of a stretch its meaning there and its likely parts in statements; `frames`
    gives, for one cue, each word's part in that cue's statement; `settings` are the numbers that are learnt
    but no network's.
    """

    tokenizer: "Tokenizer"
    encoder: "InferenceSession"
    frames: "InferenceSession"
    settings: Mapping[str, Any]


@cache
def load_encoder() -> Encoder:
    """Load the encoder, once in a process, after its files were checked. ModelError where one is not as it
    was.
    """
    return open_encoder(checked_home(weights_home()))


@cache
def load_weigher() -> "InferenceSession":
    """Load what weighs a pronoun's options, once in a process, after its file was checked."""
    return _session(checked_home(weights_home()) / "pronouns.onnx")


def open_encoder(home: Path) -> Encoder:
    """Open the weights in a folder as they stand."""
    return Encoder(
        tokenizer=load_tokenizer(home / "tokenizer.json"),
        encoder=_session(home / "encoder.onnx"),
        frames=_session(home / "frames.onnx"),
        settings=json.loads((home / "settings.json").read_text(encoding="utf-8")),
    )


@cache
def weights_version() -> str:
    """Name the weights, as rows made with them do."""
    return str(_manifest(weights_home())["version"])


def weights_home() -> Path:
    """Find where the weights are installed. ModelError where they are not."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            "The weights for English (reportedly-english) are not installed. Install them from the folder "
            "`english` beside reportedly's own: pip install ./english"
        )
    return Path(spec.origin).parent


def checked_home(home: Path) -> Path:
    """Give back a folder of weights whose every file has the SHA-256 that its manifest names."""
    wrong = wrong_files(home, _manifest(home)["files"])
    if wrong:
        raise ModelError(
            f"The weights for English in {home} are not the ones that were measured: "
            f"{', '.join(wrong)} missing or altered. Install reportedly-english again."
        )
    return home


def _manifest(home: Path) -> Mapping[str, Any]:
    try:
        manifest: Mapping[str, Any] = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ModelError(
            f"The weights for English in {home} have no readable manifest. Install reportedly-english again."
        ) from fault
    return manifest


def load_tokenizer(path: Path) -> "Tokenizer":
    """Load the cutter of words into pieces; a text of any length is cut whole."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _session(path: Path) -> "InferenceSession":
    """Open a network on one thread: more would cost more in all, and workers share the machine."""
    # onnxruntime takes a moment to import, and most commands never read a report.
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # A sum joined with its normalisation takes four times as long as the two by themselves.
    return InferenceSession(
        path, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
