"""The networks: an encoder of words, and a reader of frames on top of it."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, INNER, DEPTH = 384, 12, 1536, 6
VOCABULARY, LONGEST = 30_522, 512
FRAME_WIDTH, FRAME_HEADS, FRAME_DEPTH = 192, 4, 2
PARTS, TAGS, BUCKETS = 7, 5, 65
NEVER = -1e4


class Layer(nn.Module):
    """One layer of a transformer (Vaswani et al., 2017), normalised after each half as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)

    def forward(self, x: Tensor, hidden: Tensor | None) -> Tensor:
        """`x` is rows, words, width; `hidden` is added to the weights of words not to be looked at."""
        rows, words, width = x.shape
        size = width // self.heads
        query, key, value = self.qkv(x).view(rows, words, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        weights = (query * size**-0.5) @ key.transpose(-1, -2)
        weights = weights if hidden is None else weights + hidden
        seen = weights.softmax(-1).to(value.dtype) @ value
        x = self.norm1(x + self.out(seen.transpose(1, 2).reshape(rows, words, width)))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + functional.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Reads word pieces, with their place to quotation marks and their capitals, into meanings and likely
    parts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(LONGEST, WIDTH)
        self.marks, self.cases = nn.Embedding(4, WIDTH), nn.Embedding(3, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER) for _ in range(DEPTH))
        self.parts = nn.Linear(WIDTH, PARTS)
        nn.init.zeros_(self.marks.weight)
        nn.init.zeros_(self.cases.weight)

    def forward(
        self, pieces: Tensor, marks: Tensor, cases: Tensor, firsts: Tensor, hidden: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Give, for the first piece of each word, its meaning and the logits of its parts."""
        x = (
            self.pieces(pieces)
            + self.places.weight[: pieces.shape[1]]
            + self.marks(marks)
            + self.cases(cases)
        )
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, hidden)
        meanings = x.gather(1, firsts[..., None].expand(-1, -1, WIDTH))
        return meanings, self.parts(meanings)

    def load_base(self, path: Path) -> None:
        """Begin with the weights of MiniLM-L6 (Wang et al., 2020), in safetensors' form."""
        base = load_file(path)

        def fill(part: nn.Module, name: str) -> None:
            part.weight.data.copy_(base[f"{name}.weight"])
            part.bias.data.copy_(base[f"{name}.bias"])

        self.pieces.weight.data.copy_(base["embeddings.word_embeddings.weight"])
        kinds = base["embeddings.token_type_embeddings.weight"]
        self.places.weight.data.copy_(base["embeddings.position_embeddings.weight"] + kinds[0])
        fill(self.norm, "embeddings.LayerNorm")
        for at, layer in enumerate(self.layers):
            name = f"encoder.layer.{at}."
            for side in ("weight", "bias"):
                three = [base[f"{name}attention.self.{part}.{side}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, side).data.copy_(torch.cat(three))
            fill(layer.out, name + "attention.output.dense")
            fill(layer.norm1, name + "attention.output.LayerNorm")
            fill(layer.up, name + "intermediate.dense")
            fill(layer.down, name + "output.dense")
            fill(layer.norm2, name + "output.LayerNorm")


class Frames(nn.Module):
    """Scores each word around a cue for each tag: no part, source or content of that cue's statement."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.cue = nn.Linear(WIDTH, FRAME_WIDTH), nn.Linear(WIDTH, FRAME_WIDTH)
        self.parts, self.distance = nn.Linear(PARTS, FRAME_WIDTH), nn.Embedding(BUCKETS, FRAME_WIDTH)
        self.within, self.norm = nn.Embedding(2, FRAME_WIDTH), nn.LayerNorm(FRAME_WIDTH)
        self.layers = nn.ModuleList(
            Layer(FRAME_WIDTH, FRAME_HEADS, 2 * FRAME_WIDTH) for _ in range(FRAME_DEPTH)
        )
        self.tags = nn.Linear(FRAME_WIDTH, TAGS)
        self.transitions, self.starts = nn.Parameter(torch.zeros(TAGS, TAGS)), nn.Parameter(torch.zeros(TAGS))
        barred = torch.zeros(TAGS, TAGS)
        for before, after in ((0, 2), (0, 4), (1, 4), (2, 4), (3, 2), (4, 2)):
            barred[before, after] = NEVER
        self.register_buffer("barred", barred)
        self.register_buffer("barred_first", torch.tensor([0, 0, NEVER, 0, NEVER]))
        self.register_buffer("no_part", torch.tensor([0, NEVER, NEVER, NEVER, NEVER]))

    def forward(
        self, meanings: Tensor, parts: Tensor, within: Tensor, distances: Tensor, hidden: Tensor | None = None
    ) -> Tensor:
        """`meanings` and `parts` may have one row for all cues; `within` and `distances` have one for
        each.
        """
        share = within.to(meanings.dtype)
        cue = (share / share.sum(1, keepdim=True))[:, None] @ meanings
        x = self.words(meanings) + self.parts(parts) + self.cue(cue) + self.distance(distances)
        x = self.norm(x + self.within(within))
        for layer in self.layers:
            x = layer(x, hidden)
        return self.tags(x).float() + within[..., None] * self.no_part

    def moves(self) -> tuple[Tensor, Tensor]:
        """Give the scores of tags after tags, and of first tags; impossible ones are `NEVER`."""
        return self.transitions + self.barred, self.starts + self.barred_first


def log_total(scores: Tensor, there: Tensor, moves: Tensor, starts: Tensor) -> Tensor:
    """Sum over all paths in logarithms, by halving: products of matrices, in place of a step for each
    word.
    """
    still = torch.full_like(moves, NEVER).fill_diagonal_(0)
    steps = torch.where(there[:, 1:, None, None], moves + scores[:, 1:, None, :], still)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, still.expand(len(steps), 1, -1, -1)], 1)
        steps = torch.logsumexp(steps[:, 0::2, :, :, None] + steps[:, 1::2, None, :, :], -2)
    sums = starts + scores[:, 0]
    if steps.shape[1]:
        sums = torch.logsumexp(sums[:, :, None] + steps[:, 0], 1)
    return torch.logsumexp(sums, 1)


def log_path(scores: Tensor, tags: Tensor, there: Tensor, moves: Tensor, starts: Tensor) -> Tensor:
    """Score one path."""
    words = (scores.gather(2, tags[..., None])[..., 0] * there).sum(1)
    steps = (moves[tags[:, :-1], tags[:, 1:]] * there[:, 1:]).sum(1)
    return words + steps + starts[tags[:, 0]]


def hide(there: Tensor, dtype: torch.dtype) -> Tensor:
    """Turn a mask of what is there into what is added to attention's weights."""
    return torch.zeros(there.shape, dtype=dtype).masked_fill(~there, NEVER)[:, None, None]
