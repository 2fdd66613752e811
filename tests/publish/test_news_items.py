import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from dateline.config import data_dir
from dateline.publish.newsml import NAR

STANDARDS = data_dir().parent / "standards"
GEOJSON = "https://geojson.org/schema/GeoJSON.json"

needs_standards = [
    pytest.mark.data,
    pytest.mark.skipif(not STANDARDS.is_dir(), reason=f"the IPTC schemas are not in {STANDARDS}"),
]
pytestmark = needs_standards


def stories(published: Path) -> list[Path]:
    return sorted(path.parent for path in published.glob("*/edition.json"))


@pytest.fixture(scope="module")
def ninjs() -> Draft202012Validator:
    schema = json.loads((STANDARDS / "ninjs-schema_3.1.json").read_text())
    # the schema of geometries is not among the files and must not be fetched; see test_geojson
    anything = Resource.from_contents({}, default_specification=DRAFT202012)
    registry = Registry().with_resource(GEOJSON, anything)
    return Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())


@pytest.fixture(scope="module")
def newsml() -> etree.XMLSchema:
    class Beside(etree.Resolver):
        """The XML namespace's schema from the folder, not from the network."""

        def resolve(self, url: str, _id: str, context: object) -> object:
            if url.endswith("xml.xsd"):
                return self.resolve_filename(str(STANDARDS / "xml.xsd"), context)
            return None

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside())
    return etree.XMLSchema(etree.parse(STANDARDS / "NewsML-G2_2.35-spec-All-Power.xsd", parser))


def test_ninjs_items_fit_the_schema(published: Path, ninjs: Draft202012Validator):
    for folder in stories(published):
        item = json.loads((folder / "item.ninjs.json").read_text())
        assert [error.message for error in ninjs.iter_errors(item)] == []


def test_the_ninjs_check_can_fail(ninjs: Draft202012Validator):
    assert list(ninjs.iter_errors({"uri": "urn:x", "pubstatus": "usable"}))


def test_newsml_items_fit_the_schema(published: Path, newsml: etree.XMLSchema):
    for folder in stories(published):
        item = etree.parse(folder / "item.newsml.xml")
        newsml.assertValid(item)


def test_the_newsml_check_can_fail(story: Path, newsml: etree.XMLSchema):
    item = etree.parse(story / "item.newsml.xml")
    etree.SubElement(item.getroot(), f"{{{NAR}}}headlines")
    assert not newsml.validate(item)


def test_both_name_the_same_item_and_version(story: Path):
    ninjs_item = json.loads((story / "item.ninjs.json").read_text())
    newsml_item = etree.parse(story / "item.newsml.xml").getroot()
    assert ninjs_item["uri"] == newsml_item.get("guid")
    assert ninjs_item["version"] == newsml_item.get("version") == "3"
    assert ninjs_item["firstCreated"] == "2022-03-02T21:00:00Z"
