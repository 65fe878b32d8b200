"""Exporting: the trained networks as ONNX with 8-bit weights, and the numbers beside them."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import PARTS, WIDTH
from training.train import Model

_OPSET = 17


class _Likely(nn.Module):
    """The encoder with likelihoods in place of logits."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, marks: Tensor, cases: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        meanings, parts = self.encoder(pieces, marks, cases, firsts)
        return meanings, parts.softmax(-1)


def export(model: Model, base: Path, home: Path) -> None:
    """Write `encoder.onnx`, `frames.onnx`, `tokenizer.json` and `settings.json` into a folder."""
    model = model.eval()
    pieces = torch.randint(1000, 9000, (1, 40))
    flat = torch.zeros_like(pieces)
    words = {0: "one", 1: "words"}
    _write(
        _Likely(model.encoder), (pieces, flat, flat, torch.arange(1, 31)[None]), home / "encoder.onnx",
        {**{key: {1: "pieces"} for key in ("pieces", "marks", "cases")}, "firsts": {1: "words"}},
        {"meanings": words, "parts": words},
    )  # fmt: skip
    within = torch.zeros(3, 30, dtype=torch.long)
    within[:, 4:6] = 1
    _write(
        model.frames,
        (torch.randn(1, 30, WIDTH), torch.rand(1, 30, PARTS), within, torch.randint(0, 65, (3, 30))),
        home / "frames.onnx",
        {
            "meanings": {1: "words"},
            "parts": {1: "words"},
            **{key: {0: "cues", 1: "words"} for key in ("within", "distances")},
        },
        {"scores": {0: "cues", 1: "words"}},
    )
    (home / "tokenizer.json").write_bytes((base / "tokenizer.json").read_bytes())
    moves, starts = (part.detach().tolist() for part in model.frames.moves())
    rounded = {
        "transitions": [[round(x, 4) for x in row] for row in moves],
        "starts": [round(x, 4) for x in starts],
    }
    (home / "settings.json").write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def _write(
    network: nn.Module,
    given: tuple[Tensor, ...],
    path: Path,
    takes: dict[str, dict[int, str]],
    gives: dict[str, dict[int, str]],
) -> None:
    """Export with free lengths; weights as 8-bit integers, of 7 bits' range for processors without VNNI."""
    with TemporaryDirectory() as folder:
        whole = Path(folder, "whole.onnx")
        torch.onnx.export(
            network, given, whole, input_names=list(takes), output_names=list(gives),
            dynamic_axes={**takes, **gives}, opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
