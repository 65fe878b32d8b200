"""One command from GAP's texts to the weights for pronouns: `python -m training.pronouns TABLE OUT`.

Goes after the training of the encoder, whose meanings the weights take.
"""

import argparse
import json
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import torch
from torch import Tensor, nn

from benchmarks.pronouns import Case, read_cases
from reportedly.language.parse import read_language
from reportedly.mentions.antecedents import Antecedent, find_antecedents
from reportedly.mentions.find import open_scene
from reportedly.mentions.pronouns import asked_of
from reportedly.mentions.weigh import inputs
from reportedly.passages.find import find_passages
from reportedly.reports.read import read
from reportedly.reports.report import Original, Place
from reportedly.statements.find import find_statements

NETWORKS, ROUNDS, BATCH, RATE, DECAY = 4, 8, 32, 2e-3, 0.3
WIDTH, DIRECTIONS, DROPOUT, SHRINK = 64, 24, 0.4, 8.0
_HELD_OUT, _OPSET = 7, 17
_TENTHS = range(5, 31)

Inputs = dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class Example:
    """A text as the product reads it: what the weights are given of it, and whom its pronoun means.

    `asked` has each pronoun with its options, `parties` the number of each antecedent's party. Of the
    parties the pronoun `target` means one of `right`, or, where that is empty, none of `wrong`.
    """

    given: Inputs
    asked: tuple[tuple[int, tuple[int, ...]], ...]
    parties: tuple[int, ...]
    target: int
    right: frozenset[int]
    wrong: frozenset[int]


class Weigher(nn.Module):
    """Scores each pair of a pronoun and an option: their signs, and their meanings in a few directions."""

    def __init__(self, centre: Tensor, directions: Tensor, mean: Tensor, spread: Tensor) -> None:
        super().__init__()
        for name, part in (
            ("centre", centre),
            ("directions", directions),
            ("mean", mean),
            ("spread", spread),
        ):
            self.register_buffer(name, part)
        size = len(mean) + 3 * directions.shape[1]
        self.inner, self.deeper = nn.Linear(size, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.out, self.straight = nn.Linear(WIDTH, 1), nn.Linear(size, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, meanings: Tensor, pronouns: Tensor, options: Tensor, signs: Tensor) -> Tensor:
        """Give a score for each pair; that nobody is meant has the score 0."""
        short = (meanings - self.centre) @ self.directions / SHRINK
        here, there = short[pronouns], short[options]
        x = torch.cat([(signs - self.mean) / self.spread, here * there, there, here], 1)
        inner = self.dropout(torch.relu(self.inner(x)))
        inner = self.dropout(torch.relu(self.deeper(inner))) + inner
        return (self.out(inner) + self.straight(x))[:, 0]


class Weighers(nn.Module):
    """The mean of several networks, made less sure by a temperature (Guo et al., 2017)."""

    def __init__(self, networks: Sequence[Weigher], temperature: float = 1.0) -> None:
        super().__init__()
        self.networks, self.temperature = nn.ModuleList(networks), temperature

    def forward(self, meanings: Tensor, pronouns: Tensor, options: Tensor, signs: Tensor) -> Tensor:
        """Give a score for each pair."""
        scores = [network(meanings, pronouns, options, signs) for network in self.networks]
        return torch.stack(scores).mean(0) / self.temperature


def main() -> None:
    """Train on six texts of seven to fit the temperature, then on all, and add `pronouns.onnx`."""
    parser = argparse.ArgumentParser(prog="python -m training.pronouns", description=main.__doc__)
    parser.add_argument("table", type=Path, help="GAP's texts to train on: gap-development.tsv")
    parser.add_argument("out", type=Path, help="where the weights go: english/reportedly_english")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    found = [example for case in read_cases(given.table) if (example := make_example(case))]
    learnt = [one for at, one in enumerate(found) if at % _HELD_OUT]
    most, held_out = Weighers(trained(learnt)), found[::_HELD_OUT]
    most.temperature = min(_TENTHS, key=lambda tenths: _mean_loss(most, held_out, tenths / 10)) / 10
    right = sum(_is_right(most, one) for one in held_out) / len(held_out)
    export(Weighers(trained(found), most.temperature), found[0].given, given.out / "pronouns.onnx")
    _add_to_manifest(given.out, given.table, right)


def make_example(case: Case) -> Example | None:
    """Read a text as the product does; None where it finds no such pronoun, or nothing to tell by."""
    report = read(Original(Place(case.name), "text", case.text.encode()))
    passages = find_passages(report)
    reading = read_language(report.text, passages)
    statements = find_statements(report.text, passages, reading)
    scene = open_scene(report.text, passages, reading, statements)
    antecedents = find_antecedents(scene)
    target = next((i for i, one in enumerate(antecedents) if one.words.span == case.pronoun), None)
    asked = tuple((i, tuple(found)) for i, found in asked_of(scene, antecedents))
    if target is None or not any(i == target and found for i, found in asked):
        return None
    number: dict[object, int] = {}
    parties = tuple(number.setdefault(one.words.party, len(number)) for one in antecedents)
    right, wrong = (frozenset(_parties(antecedents, parties, case, gold)) for gold in (True, False))
    given = {name: torch.from_numpy(part) for name, part in inputs(scene, antecedents, asked).items()}
    return Example(given, asked, parties, target, right, wrong) if right or wrong else None


def _parties(
    antecedents: Sequence[Antecedent], parties: Sequence[int], case: Case, gold: bool
) -> Iterator[int]:
    for one, party in zip(antecedents, parties, strict=True):
        is_named = one.words.kind != "pronoun"
        if is_named and any(one.words.span.holds(name) for name, meant in case.names if meant == gold):
            yield party


def trained(found: Sequence[Example]) -> list[Weigher]:
    """Train several networks from different beginnings: together they err less."""
    return [_trained(found, seed) for seed in range(NETWORKS)]


def _trained(found: Sequence[Example], seed: int) -> Weigher:
    torch.manual_seed(seed)
    chance = random.Random(seed)
    meanings = torch.cat([one.given["meanings"] for one in found])
    signs = torch.cat([one.given["signs"] for one in found])
    centre = meanings.mean(0)
    directions = torch.linalg.svd((meanings - centre)[::5], full_matrices=False).Vh[:DIRECTIONS].T
    model = Weigher(centre, directions, signs.mean(0), signs.std(0).clamp(min=0.1))
    optimiser = torch.optim.AdamW(model.parameters(), weight_decay=DECAY)
    steps = ROUNDS * math.ceil(len(found) / BATCH)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
    for _ in range(ROUNDS):
        for batch in _batches(found, chance):
            loss = torch.stack([_loss(likely, one) for likely, one in _meant(model, batch)]).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            rate.step()
    print(f"network {seed + 1} of {NETWORKS}: last loss {loss.item():.3f}", flush=True)
    return model.eval()


def _batches(found: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    order = list(found)
    chance.shuffle(order)
    for at in range(0, len(order), BATCH):
        yield order[at : at + BATCH]


def _meant(model: nn.Module, batch: Sequence[Example]) -> Iterator[tuple[Tensor, Example]]:
    """Give how likely each text's pronoun means each of its parties, and last nobody."""
    sizes = [len(one.given["meanings"]) for one in batch]
    shifts = [sum(sizes[:at]) for at in range(len(batch))]
    scores = model(
        torch.cat([one.given["meanings"] for one in batch]),
        *(
            torch.cat([one.given[name] + by for one, by in zip(batch, shifts, strict=True)])
            for name in ("pronouns", "options")
        ),
        torch.cat([one.given["signs"] for one in batch]),
    )
    for one, own in zip(batch, scores.split([len(one.given["signs"]) for one in batch]), strict=True):
        yield _of_target(own, one), one


def _of_target(scores: Tensor, example: Example) -> Tensor:
    """Follow earlier pronouns to what they mean, as the product does, but so that all of it can learn."""
    meant: dict[int, Tensor] = {}
    parties, at = max(example.parties) + 1, 0
    for pronoun, options in example.asked:
        likely = torch.cat([scores[at : at + len(options)], scores.new_zeros(1)]).softmax(0)
        at += len(options)
        places = [i for i, option in enumerate(options) if option not in meant]
        to = torch.tensor([example.parties[options[i]] for i in places] + [parties])
        found = scores.new_zeros(parties + 1).index_add(0, to, likely[[*places, -1]])
        meant[pronoun] = found + sum(
            likely[i] * meant[option] for i, option in enumerate(options) if option in meant
        )
        if pronoun == example.target:
            break
    return meant[example.target]


def _loss(likely: Tensor, example: Example) -> Tensor:
    told = likely[sorted(example.right)].sum() if example.right else 1 - likely[sorted(example.wrong)].sum()
    return -told.clamp(1e-4, 1).log()


@torch.no_grad()
def _mean_loss(model: Weighers, found: Sequence[Example], temperature: float) -> float:
    tempered = Weighers(list(model.networks), temperature)
    return sum(_loss(*pair).item() for pair in _meant(tempered, found)) / len(found)


@torch.no_grad()
def _is_right(model: Weighers, example: Example) -> bool:
    ((likely, _),) = _meant(model, [example])
    best = int(likely.argmax())
    return best in example.right if example.right else best not in example.wrong


def export(model: Weighers, given: Inputs, path: Path) -> None:
    """Write the networks as one, whose numbers of antecedents and of pairs are free."""
    torch.onnx.export(
        model.eval(), tuple(given.values()), path, input_names=list(given), output_names=["scores"],
        dynamic_axes={
            "meanings": {0: "antecedents"},
            **{name: {0: "pairs"} for name in ("pronouns", "options", "signs", "scores")},
        },
        opset_version=_OPSET, dynamo=False,
    )  # fmt: skip


def _add_to_manifest(home: Path, table: Path, right: float) -> None:
    path = home / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"]["pronouns.onnx"] = sha256((home / "pronouns.onnx").read_bytes()).hexdigest()
    manifest["files"] = dict(sorted(manifest["files"].items()))
    manifest["data of the pronouns"] = f"{table.name}, SHA-256 {sha256(table.read_bytes()).hexdigest()[:12]}"
    manifest["scores"]["Pronouns right, of the seventh of their texts that was held out"] = round(right, 3)
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
