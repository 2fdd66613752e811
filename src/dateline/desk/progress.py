"""Progress bars on stderr: for people at a terminal, silent otherwise."""

from collections.abc import Iterable, Iterator
from threading import RLock

from tqdm import tqdm

# tqdm's own lock is shared with child processes, and one that is killed keeps it for ever.
tqdm.set_lock(RLock())


def bar[T](items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The items, with a progress bar while they are consumed if stderr is a terminal."""
    yield from tqdm(items, desc=what, total=total, disable=None, leave=False, unit="")
