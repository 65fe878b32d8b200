"""Progress: what a long build shows while it works, on the terminal and nowhere else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from reportedly.building.build import Progress
from reportedly.cli.layout import clean


@contextmanager
def bar() -> Iterator[Callable[[Progress], None]]:
    """Show a bar on standard error, gone at the end; nothing where that is no terminal."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task("looking", total=None)

        def watch(now: Progress) -> None:
            shown.update(task, completed=now.done, total=now.total, description=escape(clean(now.name)))

        yield watch
