"""Settings from the environment."""

import pytest

from dateline import config
from dateline.errors import ConfigError


def test_a_site_without_settings_has_none(monkeypatch):
    for name in ("DATELINE_ADDRESS", "DATELINE_DESK", "DATELINE_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    assert config.web() == config.Web()


def test_settings_of_a_site_are_taken(monkeypatch):
    monkeypatch.setenv("DATELINE_ADDRESS", "https://wire.example/")
    monkeypatch.setenv("DATELINE_DESK", "http://127.0.0.1:8700")
    monkeypatch.setenv("DATELINE_CONTACT", "desk@wire.example")
    assert config.web() == config.Web(
        "https://wire.example/", "http://127.0.0.1:8700", "desk@wire.example"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATELINE_DESK", "javascript:alert(1)"),
        ("DATELINE_DESK", "https://desk.example; script-src *"),
        ("DATELINE_ADDRESS", "wire.example"),
        ("DATELINE_CONTACT", "desk@wire.example?cc=all@wire.example"),
    ],
)
def test_a_setting_that_is_no_address_is_refused(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError, match=name):
        config.web()
