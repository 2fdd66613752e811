import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dateline.errors import TooLarge, Unreadable, Unsafe
from dateline.records import Failure
from dateline.wire import fetch as fetching
from dateline.wire import open_wire


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/secret")
            self.end_headers()
        elif self.path.startswith("/item"):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"NORD-0001\n\nALTHEIM (Nordlys) - The office said so.")
        else:
            self.send_error(404)

    def log_message(self, *_args: object) -> None:
        """Silence."""


@pytest.fixture
def server() -> Iterator[str]:
    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.fixture
def reachable(monkeypatch: pytest.MonkeyPatch, server: str) -> str:
    """The local server as if it were public, it alone."""
    own = int(server.rsplit(":", 1)[1])
    real = fetching.public_address
    monkeypatch.setattr(
        fetching,
        "public_address",
        lambda host, port: "127.0.0.1" if port == own else real(host, port),
    )
    return server


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104 (refused, not bound to)
        "::1",
        "::ffff:127.0.0.1",
        "fe80::1",
        "fd00::1",
        "2130706433",
    ],
)
def test_private_addresses_are_refused(host: str) -> None:
    with pytest.raises(Unsafe):
        fetching.public_address(host, 80)


def test_one_private_address_among_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [(2, 1, 6, "", (a, 80)) for a in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_args, **_kw: entries)
    with pytest.raises(Unsafe):
        fetching.public_address("two.example", 80)
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_args, **_kw: entries[:1])
    assert fetching.public_address("one.example", 80) == "93.184.216.34"


def test_fetches_a_body(reachable: str) -> None:
    assert fetching.fetch(f"{reachable}/item?é=1 2", 1000).startswith(b"NORD-0001")


def test_size_limit(reachable: str) -> None:
    with pytest.raises(TooLarge):
        fetching.fetch(f"{reachable}/item", 10)


def test_errors_and_redirects_into_private_networks(reachable: str) -> None:
    with pytest.raises(Unreadable, match="404"):
        fetching.fetch(f"{reachable}/none", 1000)
    with pytest.raises(Unsafe):
        fetching.fetch(f"{reachable}/away", 1000)


@pytest.mark.parametrize(
    "url", ["http://h:99999/", "http://[::1/", "ftp://a.example/", "http:///x"]
)
def test_bad_addresses(url: str) -> None:
    with pytest.raises((Unreadable, Unsafe)):
        fetching.fetch(url, 1000)


def test_the_wire_keeps_the_failure(server: str) -> None:
    (intake,) = open_wire([f"{server}/item"])
    (failure,) = intake.items
    assert isinstance(failure, Failure)
    assert "public internet" in failure.reason


def test_the_wire_reads_an_address(reachable: str) -> None:
    (intake,) = open_wire([f"{reachable}/item"])
    assert [i.guid for i in intake.items] == ["NORD-0001"]
