"""Runs the gold sets' own scorers and takes their figures by name.

The scorers come with the gold (``score/`` beside ``DATELINE_DATA``): running them, not a copy of
them, is what makes our figures theirs.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from dateline.config import data_dir
from dateline.errors import ConfigError

PRF = re.compile(r"^(\w+)\s+P ([\d.]+)\s+R ([\d.]+)\s+F ([\d.]+)", re.M)
NEAR = re.compile(r"within 161 km\s+([\d.]+) of recognised, ([\d.]+) of all gold")


def _run(scorer: str, *arguments: str) -> str:
    script = data_dir().parent / "score" / scorer
    if not script.exists():
        raise ConfigError(f"No scorer at {script}.", "Set DATELINE_DATA to the folder of the gold.")
    done = subprocess.run(  # noqa: S603 (our interpreter, the gold's own scorer)
        [sys.executable, str(script), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ConfigError(f"{scorer} failed: {done.stderr.strip()[-300:]}", "Check the gold.")
    return done.stdout


def attribution(gold: Path, readings: Path) -> dict[str, float]:
    """F1 by ``SUBSET METRIC F``."""
    scores = json.loads(_run("attribution.py", str(gold), str(readings), "--json"))
    return {f"{s} {m} F": prf[2] for s, metrics in scores.items() for m, prf in metrics.items()}


def prf(scorer: str, gold: Path, readings: Path) -> dict[str, float]:
    """``NAME P``, ``NAME R`` and ``NAME F`` as printed; for toponyms the shares too."""
    out = _run(scorer, str(gold), str(readings))
    found: dict[str, float] = {}
    for name, *values in PRF.findall(out):
        found |= {f"{name} {x}": float(v) for x, v in zip("PRF", values, strict=True)}
    if near := NEAR.search(out):
        found |= {"within 161 km": float(near[1]), "end to end": float(near[2])}
    return found
