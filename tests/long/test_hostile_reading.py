"""Long hostile text through the whole reader: time that goes with its length, bounded memory."""

import json
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

MOST_MIB = 1_200  # what a worker may take
TIMES = 4  # how much longer the long text is
SLACK = 1.5  # a quadratic step that takes a sixth of the short time fails
FIXED = 0.5  # seconds of CPU in which nothing is told
READ = """
import gc, json, resource, sys
from time import process_time
from dateline.reader import pipeline
from dateline.records import Dispatch, Reading

def read(text):
    begun = process_time()
    (made,) = pipeline.read([Dispatch(guid="long", text=text, language="en")])
    assert isinstance(made, Reading), made
    return process_time() - begun

unit, sizes = json.loads(sys.stdin.read())
read("The army said three men were killed in Lima on Monday 3 May.")
gc.disable()
seconds = [read((unit * size)[:size]) for size in sizes]
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
SENTENCE = "The army said three men were killed in Lima on Monday. "
UNITS = {
    "sentences": SENTENCE,
    "brackets": "[",
    "brackets apart": "[ ",
    "brackets with letters": "[a ",
    "digits": "1",
    "numbers": "1 ",
    "killed": "killed ",
    "quotation marks": '" “ ',
    "bidi marks": "\u202e\u2066a ",
    "emoji": "😀",
    "emoji with words": "😀 killed ",
    "words without spaces": "a",
}


def read(unit: str, *sizes: int) -> tuple[list[float], float]:
    """CPU seconds for a unit repeated to each of some sizes, and the peak of memory in MiB."""
    given = json.dumps([unit, sizes])
    done = subprocess.run(
        [sys.executable, "-c", READ], input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-1000:]
    seconds, peak = json.loads(done.stdout)
    return seconds, peak


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_time_goes_with_length_and_memory_is_bounded(unit):
    (short, long), peak = read(unit, 25_000, 25_000 * TIMES)
    assert long < short * TIMES * SLACK + FIXED
    assert peak < MOST_MIB


@pytest.mark.parametrize("unit", [SENTENCE, "[", "[ ", "1"])
def test_a_million_characters_are_read_in_bounded_memory(unit):
    _, peak = read(unit, 1_000_000)
    assert peak < MOST_MIB
