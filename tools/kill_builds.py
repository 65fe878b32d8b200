"""Kill builds at random moments and see whether each record is whole and finished by the same command.

    python tools/kill_builds.py FOLDER --times 100

Each round starts `reportedly build` anew, kills it (SIGKILL) after a random part of the time a whole build
takes, checks with `verify` what is left, gives the same command again, and compares every export with
those of a build that nobody disturbed. Ends with 1 at the first difference.
"""

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import reportedly
from reportedly.exports.rows import KINDS

PRODUCT = [sys.executable, "-m", "reportedly"]


def main() -> None:
    """Run the rounds and say how they went."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as room:
        began = time.monotonic()
        undisturbed = _built(asked.folder, Path(room, "whole.reportedly"))
        seconds = time.monotonic() - began
        stages = [
            _round(asked.folder, Path(room, f"{turn}.reportedly"), chance.uniform(0, seconds), undisturbed)
            for turn in range(asked.times)
        ]
    for stage in sorted(set(stages)):
        print(f"{stages.count(stage):4} killed {stage}")
    print(f"{len(stages)} rounds of a build of {seconds:.1f} s: every export equal, every record verified")


def _round(folder: str, record: Path, after: float, undisturbed: str) -> str:
    """Kill one build after some seconds and finish it; gives the stage it was killed at."""
    process = subprocess.Popen(
        [*PRODUCT, "build", folder, "--record", record, "--json"], stdout=subprocess.DEVNULL
    )
    try:
        process.wait(timeout=after)
        stage = "too late: the build had ended"
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        stage = "before the record was there"
    if record.exists():
        if process.returncode:
            stage = f"with {len(reportedly.reports(record)):3} reports written"
        _hold(not reportedly.verify(record), f"{record} does not verify after {after:.2f} s")
    _hold(_built(folder, record) == undisturbed, f"{record} differs after a kill at {after:.2f} s")
    return stage


def _built(folder: str, record: Path) -> str:
    subprocess.run(
        [*PRODUCT, "build", folder, "--record", record, "--json"], check=True, stdout=subprocess.DEVNULL
    )
    digest = hashlib.sha256()
    for what in KINDS:
        target = record.with_suffix(f".{what}.jsonl")
        reportedly.export(record, what, target)
        digest.update(target.read_bytes())
        target.unlink()
    return digest.hexdigest()


def _hold(holds: bool, what: str) -> None:
    if not holds:
        raise SystemExit(what)


if __name__ == "__main__":
    main()
