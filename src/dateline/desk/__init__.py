"""The desk: the only code that joins rooms."""

from dateline.desk.desk import Desk
from dateline.desk.newsroom import Publication
from dateline.desk.single import read

__all__ = ["Desk", "Publication", "read"]
