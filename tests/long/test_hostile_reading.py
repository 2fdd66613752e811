"""Long hostile text through the whole reader: bounded time and memory."""

import resource
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

MOST_MIB = 1_200  # what a worker may take
SECONDS = 120  # of CPU, on a slow machine
READ = """
import sys
from dateline.reader import pipeline
from dateline.records import Dispatch, Reading
unit, size = sys.argv[1].encode().decode("unicode_escape"), int(sys.argv[2])
(made,) = pipeline.read([Dispatch(guid="long", text=(unit * size)[:size], language="en")])
assert isinstance(made, Reading), made
"""
LONG = [
    ("The army said three men were killed in Lima on Monday. ", 500_000),
    ("[", 100_000),
    ("1 ", 100_000),
    ("killed ", 100_000),
    ("\\u202e\\u2066a ", 100_000),
]


@pytest.mark.parametrize(("unit", "size"), LONG)
def test_long_text_in_bounded_time_and_memory(unit, size):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", READ, unit, str(size)], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < SECONDS
    assert after.ru_maxrss / 1024 < MOST_MIB
