"""Reading on several cores: each worker process loads the model once and reads whole batches."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice

from dateline.reader import pipeline
from dateline.records import Dispatch, Failure, Reading

WORTH = 2 * pipeline.BATCH
"""Below this many dispatches, starting workers costs more than it saves (a model loads in 3 s)."""

AHEAD = 3  # batches waiting per worker: enough to keep it busy, few enough to bound memory


def _work(batch: list[Dispatch]) -> list[Reading | Failure]:
    return list(pipeline.read(batch))


def read_many(dispatches: Iterable[Dispatch], workers: int) -> Iterator[Reading | Failure]:
    """One reading (or failure) per dispatch, in order, by ``workers`` processes if worth it."""
    rest = iter(dispatches)
    first = list(islice(rest, WORTH))
    if workers < 2 or len(first) < WORTH:
        yield from pipeline.read(chain(first, rest))
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[list[Reading | Failure]]] = deque()
        for batch in pipeline.batches(chain(first, rest)):
            waiting.append(pool.submit(_work, batch))
            if len(waiting) >= AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
