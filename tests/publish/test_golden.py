"""Files whose exact bytes other programs rely on, against copies that a person has read.

After a wanted change, write them anew with ``python -m tests.publish.test_golden`` and read the
difference.
"""

from pathlib import Path

import pytest

from dateline.publish.story_files import story_files
from dateline.records import Edition

from .factory import edition, site

GOLDEN = Path(__file__).parents[1] / "data/publish"
NAMES = (
    "edition.json", "agenda.ics", "figures.csv", "statements.csv", "map.geojson",
    "item.ninjs.json",
    "item.newsml.xml",
)  # fmt: skip


def made() -> dict[str, bytes]:
    """The rich story's data files by name."""
    whole: Edition = edition()
    files = story_files(site(), whole, (edition(1), edition(2), whole))
    return {path.rpartition("/")[2]: data for path, data in files.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_data_file_is_as_agreed(name: str):
    assert made()[name] == (GOLDEN / name).read_bytes()


if __name__ == "__main__":
    for golden in NAMES:
        (GOLDEN / golden).write_bytes(made()[golden])
