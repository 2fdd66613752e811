"""Make ``src/dateline/publish/assets/outlines.json`` from the npm package world-atlas.

Run by hand when the package has a new version: ``python tools/vendor_map.py``. Needs npm. The
result is committed, so building or publishing needs no network.

world-atlas holds Natural Earth's country outlines (1:50m) as TopoJSON. We keep its shared arcs, so
that a border is drawn once, thin them (Douglas and Peucker, 1973) and round them to 0.01 degree.
"""

import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

PACKAGE = "world-atlas@2.0.2"
TARGET = Path(__file__).parents[1] / "src/dateline/publish/assets"
UNITS_PER_DEGREE = 100
TOLERANCE = 0.012  # degrees; about 1 km, below what a page-wide map of one country can show

# Natural Earth draws who holds a territory. The General Assembly's resolution 68/262 is what the
# United Nations' own maps follow, and so do we.
REASSIGNED = {("643", 34.1, 44.95): "804"}  # the Crimean peninsula, from Russia's outline

Point = tuple[float, float]


def fetch(folder: Path) -> tuple[dict[str, Any], str]:
    """The package's 1:50m countries and its licence text."""
    command = ["npm", "pack", PACKAGE, "--silent"]
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - fixed words, no input
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    package = folder / "package"
    countries = json.loads((package / "countries-50m.json").read_text())
    return countries, (package / "LICENSE").read_text()


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """Arcs in degrees. TopoJSON stores them as integer steps."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * kx + tx, y * ky + ty))
        arcs.append(arc)
    return arcs


def distance(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from a line segment, in degrees."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return float(((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2) ** 0.5)


def thinned(arc: list[Point]) -> list[Point]:
    """The arc without points that lie within the tolerance of the line through the others."""
    kept = {0, len(arc) - 1}
    work = [(0, len(arc) - 1)]
    while work:
        first, last = work.pop()
        if last - first < 2:
            continue
        far, at = max((distance(arc[i], arc[first], arc[last]), i) for i in range(first + 1, last))
        if far > TOLERANCE:
            kept.add(at)
            work += [(first, at), (at, last)]
    return [arc[i] for i in sorted(kept)]


def stepped(arc: list[Point]) -> list[int]:
    """First point and steps, flat, in hundredths of a degree, without steps of nothing."""
    flat: list[int] = []
    x = y = 0
    for lon, lat in arc:
        nx, ny = round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)
        if not flat or (nx, ny) != (x, y):
            flat += [nx - x, ny - y]
            x, y = nx, ny
    return flat


def ring_points(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Points of a ring; a negative number means that arc backwards."""
    points: list[Point] = []
    for number in ring:
        points += arcs[number] if number >= 0 else arcs[~number][::-1]
    return points


def holds(ring: list[Point], lon: float, lat: float) -> bool:
    """Whether a ring surrounds a point (even-odd rule)."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def countries(topology: dict[str, Any], arcs: list[list[Point]]) -> list[dict[str, Any]]:
    """Name and polygons of every country, after reassignment, in the order of their names."""
    found: dict[str, dict[str, Any]] = {}
    moved: list[tuple[str, Any]] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        kept = []
        for polygon in polygons:
            outer = ring_points(polygon[0], arcs)
            to = [
                new
                for (old, lon, lat), new in REASSIGNED.items()
                if old == shape.get("id") and holds(outer, lon, lat)
            ]
            moved += [(new, polygon) for new in to]
            kept += [] if to else [polygon]
        name = shape["properties"]["name"]
        found[name] = {"id": shape.get("id"), "name": name, "polygons": kept}
    for new, polygon in moved:
        next(country for country in found.values() if country["id"] == new)["polygons"] += [polygon]
    return [
        {"name": country["name"], "polygons": country["polygons"]}
        for _, country in sorted(found.items())
    ]


def main() -> None:
    """Fetch, thin, write."""
    with tempfile.TemporaryDirectory() as folder:
        topology, licence = fetch(Path(folder))
    arcs = decoded(topology)
    outlines = {
        "source": f"npm {PACKAGE}; Natural Earth 1:50m, public domain; see outlines.LICENSE.txt",
        "units_per_degree": UNITS_PER_DEGREE,
        "arcs": [stepped(thinned(arc)) for arc in arcs],
        "countries": countries(topology, arcs),
    }
    text = json.dumps(outlines, separators=(",", ":"), ensure_ascii=False)
    TARGET.joinpath("outlines.json").write_text(text.replace("],[", "],\n[") + "\n")
    TARGET.joinpath("outlines.LICENSE.txt").write_text(licence)


if __name__ == "__main__":
    main()
