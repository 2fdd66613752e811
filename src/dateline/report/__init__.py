"""The report room: from a dossier to an edition. Pure: no I/O, no database, no language model."""

from dateline.report.compose import compose

__all__ = ["compose"]
