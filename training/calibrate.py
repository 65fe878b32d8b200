"""Calibration: how likely a frame must be, and what its likelihoods are worth, on texts not trained on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from reportedly.language.encoder import Encoder, open_encoder
from reportedly.passages.find import find_passages
from reportedly.statements.choose import choose
from reportedly.statements.confidence import features, likelihood
from reportedly.statements.decode import decode
from reportedly.statements.draft import Draft, draft
from reportedly.statements.frame import Frame
from reportedly.statements.mark import candidates
from reportedly.statements.quotes import Quotation, find_quotations
from reportedly.statements.read import understand
from reportedly.statements.whole import completed, with_following
from reportedly.statements.words import Word, stretches
from training.corpus import Text
from training.match import matches

Likely = Callable[[Frame, Sequence[Word]], float]

_THRESHOLDS = np.arange(0.2, 0.61, 0.05)
# Any frame that has a content likelier than this is fitted on.
_BARELY = 0.3


@dataclass(frozen=True, slots=True)
class Read:
    """A held-out text as the networks read it, before anything is chosen."""

    text: Text
    quotations: tuple[Quotation, ...]
    words: tuple[Word, ...]
    frames: tuple[Frame, ...]

    def chosen(self, likely: Likely, enough: float) -> tuple[Frame, ...]:
        """Give the frames that stand, in the order of the drafts."""
        return choose(self.frames, lambda frame: likely(frame, self.words), enough)

    def drafts(self, likely: Likely, enough: float) -> tuple[Draft, ...]:
        """Give the drafts that the product would, were `enough` its threshold."""
        text = self.text.report.text
        chosen = tuple(draft(text, self.words, frame, 0.5) for frame in self.chosen(likely, enough))
        whole = completed(text, chosen, self.quotations)
        return with_following(text, find_passages(self.text.report), whole, self.quotations)


def calibrate(home: Path, texts: Sequence[Text]) -> Mapping[str, Any]:
    """Give the settings `content`, `enough` and `whole`, fitted on texts that the networks in a folder have
    not seen.

    `content` tells how likely a frame's content is right, which decides whether it stands; `whole` how
    likely all of it is, which is the confidence that a reader sees.
    """
    encoder = open_encoder(home)
    read = [_read(encoder, text) for text in texts]
    content = _fitted(_judged(read, lambda frame, _: frame.held, _BARELY), 1)

    def likely(frame: Frame, words: Sequence[Word]) -> float:
        return likelihood(frame, words, content)

    enough = float(max(_THRESHOLDS, key=lambda threshold: f1(read, likely, threshold)))
    whole = _fitted(_judged(read, likely, enough), 2)
    scores = {"content": f1(read, likely, enough, 1, 0), "whole": f1(read, likely, enough, 0, 1)}
    return {"content": content, "enough": round(enough, 2), "whole": whole, "scores": scores}


def _read(encoder: Encoder, text: Text) -> Read:
    passages = find_passages(text.report)
    quotations = find_quotations(text.report.text, passages)
    found = tuple(stretches(text.report.text, passages, quotations, encoder.tokenizer))
    moves, starts = (np.array(encoder.settings[name]) for name in ("transitions", "starts"))
    read = tuple(understand(encoder, stretch) for stretch in found)
    frames = decode(tuple(candidates(encoder, read)), moves, starts)
    return Read(text, quotations, tuple(word for stretch in found for word in stretch.words), frames)


def f1(
    read: Sequence[Read], likely: Likely, enough: float, contents: float = 0.5, wholes: float = 0.5
) -> float:
    """Give the F1 of contents and of whole statements, weighed."""
    right = found = gold = 0.0
    for one in read:
        drafts = one.drafts(likely, enough)
        right += sum(contents + wholes * pair.whole for pair in matches(one.text.attributions, drafts))
        found += len(drafts)
        gold += len(one.text.attributions)
    return round(2 * right / (found + gold), 3)


def _judged(
    read: Sequence[Read], likely: Likely, enough: float
) -> Iterator[tuple[Sequence[float], bool, bool]]:
    """Give the features of each frame that stands, whether its content is right, and whether all of it is."""
    for one in read:
        drafts = one.drafts(likely, enough)
        pairs = {pair.found: pair.whole for pair in matches(one.text.attributions, drafts)}
        for n, frame in enumerate(one.chosen(likely, enough)):
            yield features(frame, one.words), n in pairs, pairs.get(n, False)


def _fitted(judged: Iterable[tuple[Sequence[float], bool, bool]], column: int) -> Mapping[str, Any]:
    rows = [(row[0], float(row[column])) for row in judged]
    if not rows:
        raise SystemExit("No statement was found in the held-out texts: train on more texts, or for longer.")
    weights, bias = _fit(torch.tensor([row for row, _ in rows]), torch.tensor([right for _, right in rows]))
    return {"weights": [round(weight, 4) for weight in weights], "bias": round(bias, 4)}


def _fit(rows: torch.Tensor, right: torch.Tensor) -> tuple[list[float], float]:
    """Fit a logistic regression, with a little weight decay."""
    weights, bias = torch.zeros(rows.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=200)

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        lost = torch.nn.functional.binary_cross_entropy_with_logits(rows @ weights + bias, right)
        lost = lost + 1e-4 * weights.square().sum()
        lost.backward()
        return lost

    optimiser.step(step)
    return weights.tolist(), bias.item()
