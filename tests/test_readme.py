"""The README's commands do what it says, and its links lead somewhere."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.S)


def _environment() -> dict[str, str]:
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def test_links_and_pictures_exist():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_two_commands_are_make_targets():
    assert BLOCKS[0][1].split("\n")[:2] == ["make demo", "make test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("demo", "test", "serve"):
        assert re.search(rf"^{command}:", makefile, re.M)


@pytest.mark.skipif(not shutil.which("make"), reason="no make on this machine")
def test_make_demo_publishes_the_sample(tmp_path):
    """The demo's own recipe, in this environment, into another folder."""
    recipe = subprocess.run(
        ["make", "-n", "demo"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "dateline demo --out site" in recipe.stdout
    done = subprocess.run(
        ["dateline", "demo", "--out", str(tmp_path / "site")],
        env=_environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Published" in done.stdout
    assert (tmp_path / "site" / "index.html").exists()


def test_the_python_example_runs():
    (code,) = [body for kind, body in BLOCKS if kind == "python"]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split(maxsplit=1)[0] == "21.0"


@pytest.mark.parametrize("command", re.findall(r"^\| `dateline (\w+)", README, re.M))
def test_every_command_in_the_table_explains_itself(command):
    done = subprocess.run(
        ["dateline", command, "--help"],
        env=_environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Usage:" in done.stdout
    assert "Example:" in done.stdout or "Commands:" in done.stdout
