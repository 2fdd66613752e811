"""Progress bars: what one process does with them, no other has to wait for."""

import os
import signal

from tqdm import tqdm

from dateline.desk.progress import bar


def test_a_killed_child_leaves_no_lock_behind():
    child = os.fork()
    if not child:
        tqdm.get_lock().acquire()
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert tqdm.get_lock().acquire(blocking=False)
    tqdm.get_lock().release()
    assert list(bar([1, 2], "counting")) == [1, 2]
