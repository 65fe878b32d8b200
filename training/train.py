"""Training: the encoder and the frames together, saved after each round so that it can be resumed."""

import math
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.statements.mark import distance_bucket, runs, window
from training.examples import CUE, Example, Gold
from training.network import Encoder, Frames, hide, log_path, log_total

ROUNDS, BATCH = 5, 8
ENCODER_RATE, FRAMES_RATE, WARM_UP = 1.2e-4, 1e-3, 100
PARTS_WEIGHT, FRAMES_WEIGHT = 2.0, 0.3
LONGEST_AVERAGE = 0.998
_NEGATIVES, _LIKELY = 4, 0.08
_GROUPS = 4

Asked = tuple[int, tuple[int, int], Gold | None]


class Model(nn.Module):
    """The encoder and the frames, as they are trained together."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder, self.frames = Encoder(), Frames()
        self.encoder.load_base(base / "model.safetensors")
        # What the base knows of words stays as it is: a third of the time, and of the memory.
        self.encoder.pieces.weight.requires_grad_(False)


def train(
    found: Sequence[Example],
    base: Path,
    out: Path,
    rounds: int = ROUNDS,
    begin: Model | None = None,
    seed: int = 1,
) -> Model:
    """Train on examples and give the average of the last weights; `out` takes the state after each round.

    Begins with the base, or goes on at half the rate from a model that was trained before.
    """
    random.seed(seed)
    torch.manual_seed(seed)
    model, pace = (Model(base), 1.0) if begin is None else (begin, 0.5)
    learnt = {name: part for name, part in model.named_parameters() if part.requires_grad}
    optimiser = _optimiser(model)
    last = rounds * math.ceil(len(found) / BATCH)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: pace * min(step / WARM_UP, 1) * max(0.02, 1 - step / last)
    )
    average = {name: part.detach().clone() for name, part in learnt.items()}
    state = {"model": model, "optimiser": optimiser, "rate": rate}
    done, step = _resume(out, state, average)
    for at in range(done, rounds):
        model.train()
        started, losses = time.monotonic(), []
        for batch in _batches(found, random.Random(100 * seed + at)):
            loss = _loss(model, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learnt.values(), 1.0)
            optimiser.step()
            rate.step()
            step += 1
            keep = min(LONGEST_AVERAGE, (step + 1) / (step + 20))
            with torch.no_grad():
                for name, part in learnt.items():
                    average[name].lerp_(part, 1 - keep)
            losses.append(loss.item())
            if step % 50 == 0:
                print(
                    f"round {at + 1} of {rounds}, step {step} of {last}: loss {sum(losses[-50:]) / 50:.3f}",
                    flush=True,
                )
        print(f"round {at + 1} took {time.monotonic() - started:.0f} s", flush=True)
        saved = {name: part.state_dict() for name, part in state.items()}
        torch.save({**saved, "average": average, "round": at + 1, "step": step}, out)
    model.load_state_dict({**model.state_dict(), **average})
    return model.eval()


def averaged(one: Mapping[str, Tensor], other: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Average two states of one training, which does better on new texts than either (Wortsman et al.,
    2022).
    """
    return {name: (part + other[name]) / 2 for name, part in one.items()}


def _resume(out: Path, state: dict[str, nn.Module], average: dict[str, Tensor]) -> tuple[int, int]:
    if not out.exists():
        return 0, 0
    saved = torch.load(out)
    for name, part in state.items():
        part.load_state_dict(saved[name])
    average.update(saved["average"])
    return saved["round"], saved["step"]


def _optimiser(model: Model) -> torch.optim.Optimizer:
    fresh = {id(part) for part in (*model.frames.parameters(), *model.encoder.parts.parameters())}
    fresh |= {id(model.encoder.marks.weight), id(model.encoder.cases.weight)}
    learnt = [part for part in model.parameters() if part.requires_grad]
    groups = [
        {"params": [part for part in learnt if id(part) not in fresh], "lr": ENCODER_RATE},
        {"params": [part for part in learnt if id(part) in fresh], "lr": FRAMES_RATE},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def _batches(found: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Shuffle, and put examples of one length together, so that little is padded."""
    order = list(found)
    chance.shuffle(order)
    batches = []
    for at in range(0, len(order), BATCH * 16):
        near = sorted(order[at : at + BATCH * 16], key=lambda one: len(one.stretch.words))
        batches += [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
    chance.shuffle(batches)
    yield from batches


def _padded(rows: Sequence[Sequence[int]], fill: int = 0) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in rows])


def _loss(model: Model, batch: Sequence[Example]) -> Tensor:
    given = [one.stretch.arrays() for one in batch]
    pieces, marks, cases, firsts = (_padded([row[i] for row in given]) for i in range(4))
    with torch.autocast("cpu", torch.bfloat16):
        meanings, logits = model.encoder(pieces, marks, cases, firsts, hide(pieces != 0, torch.bfloat16))
    gold = _padded([one.parts for one in batch], -100)
    logits = logits.float()
    of_parts = functional.cross_entropy(
        logits.flatten(0, 1), gold.flatten(), ignore_index=-100, label_smoothing=0.02
    )
    parts = logits.softmax(-1).detach()
    asked = sorted(_asked(batch, parts), key=lambda one: _length(batch, one))
    size = math.ceil(len(asked) / _GROUPS)
    lost = [
        _frames_loss(model.frames, batch, meanings, parts, asked[at : at + size])
        for at in range(0, len(asked), size)
    ]
    return PARTS_WEIGHT * of_parts + FRAMES_WEIGHT * sum(lost) / max(len(asked), 1)


def _asked(batch: Sequence[Example], parts: Tensor) -> Iterator[Asked]:
    """Ask for the frame of each cue, and of some words that are none: those taken for one, and any."""
    likely = parts[..., CUE : CUE + 2].sum(-1)
    for row, one in enumerate(batch):
        taken = {at for gold in one.gold for at in gold.cue}
        for gold in one.gold:
            seen = [at for at in gold.cue if likely[row, at] > 0.3]
            as_found = (seen[0], seen[-1] + 1) if seen and random.random() < 0.25 else None
            yield row, as_found or (gold.cue.start, gold.cue.stop), gold
        words = one.stretch.words
        sides = (likely[row, : len(words)], parts[row, : len(words), CUE])
        found = [
            run
            for run in runs(words, *(side.numpy() for side in sides), _LIKELY)
            if not taken.intersection(range(*run))
        ]  # fmt: skip
        for run in random.sample(found, min(_NEGATIVES, len(found))):
            yield row, run, None
        any_word = random.randrange(2 * len(words))
        if any_word < len(words) and any_word not in taken:
            yield row, (any_word, any_word + 1), None


def _length(batch: Sequence[Example], asked: Asked) -> int:
    first, last = window(batch[asked[0]].stretch.words, asked[1])
    return last - first


def _frames_loss(
    frames: Frames, batch: Sequence[Example], meanings: Tensor, parts: Tensor, asked: Sequence[Asked]
) -> Tensor:
    windows = [window(batch[row].stretch.words, cue) for row, cue, _ in asked]
    rows = torch.tensor([row for row, _, _ in asked])[:, None]
    firsts, lasts = (torch.tensor(side)[:, None] for side in zip(*windows, strict=True))
    starts, ends = (torch.tensor(side)[:, None] for side in zip(*(cue for _, cue, _ in asked), strict=True))
    places = firsts + torch.arange(int((lasts - firsts).max()))
    there = places < lasts
    within = ((places >= starts) & (places < ends)).long()
    away = (places - starts).clamp(max=0) + (places - ends + 1).clamp(min=0)
    at = places.clamp(max=meanings.shape[1] - 1)
    with torch.autocast("cpu", torch.bfloat16):
        scores = frames(
            meanings[rows, at], parts[rows, at].to(torch.bfloat16), within,
            torch.from_numpy(distance_bucket(away.numpy())), hide(there, torch.bfloat16),
        )  # fmt: skip
    tags = torch.tensor(
        [_tags(gold, first, places.shape[1]) for (_, _, gold), (first, _) in zip(asked, windows, strict=True)]
    )
    tags = tags * (1 - within) * there
    moves, opens = frames.moves()
    lost = log_total(scores, there, moves, opens) - log_path(scores, tags, there, moves, opens)
    return lost.clamp(max=60).sum()


def _tags(gold: Gold | None, first: int, length: int) -> list[int]:
    """Write a gold frame as a tag for each word: 1, 2 for its source, 3, 4 for its content."""
    tags = [0] * length
    if gold is not None:
        for begins, found in ((1, gold.source), (3, gold.content)):
            for run in found:
                last = None
                for at in run:
                    if 0 <= at - first < length and at not in gold.cue:
                        tags[at - first] = begins if last != at - 1 else begins + 1
                        last = at
    return tags
