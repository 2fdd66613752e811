"""Corrections and withdrawals, stated plainly; a kill never repeats what was killed."""

from dataclasses import replace

from dateline.records import Notice
from dateline.report.ground import Ground


def corrections(ground: Ground) -> tuple[Notice, ...]:
    """Notices that took effect, in order of time. Holds and releases are no reader's business."""
    shown = [n for n in ground.dossier.notices if n.kind in ("correction", "kill") and n.guid]
    shown.sort(key=lambda n: (n.at, n.by, n.guid or ""))
    return tuple(_safe(n) for n in shown)


def _safe(notice: Notice) -> Notice:
    return replace(notice, old=None, new=None) if notice.kind == "kill" else notice
