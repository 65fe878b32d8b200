"""Running a command as a user would, and what it cost."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"


@dataclass(frozen=True, slots=True)
class Run:
    """What a command cost: processor seconds of it and its children, and the most memory it held."""

    cpu_seconds: float
    peak_mb: float
    output: str


def run(command: Sequence[str | Path]) -> Run:
    """Run a Python command to its end; raises SystemExit with its output where it fails."""
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}\n{output}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def words_in(folder: Path) -> int:
    """Count the words of a folder's texts, split at white space."""
    return sum(len(path.read_text(encoding="utf-8").split()) for path in folder.glob("*.txt"))


def fingerprint(folder: Path) -> str:
    """Name a corpus by its files' bytes, so that a figure says what it was measured on."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]
