"""How long something takes, so that a busy machine does not decide whether a test passes."""

import gc
from collections.abc import Callable
from time import process_time

ROUNDS = 3


def cpu_seconds(work: Callable[[], object]) -> float:
    """The least CPU time of a few runs, in seconds: no neighbour and no rubbish collection counts.

    A full collection walks every object alive, the language model's included, and may fall into
    any run that makes rubbish: tens of milliseconds that have nothing to do with the work.
    """
    gc.collect()
    gc.disable()
    try:
        return min(_once(work) for _ in range(ROUNDS))
    finally:
        gc.enable()


def _once(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun
