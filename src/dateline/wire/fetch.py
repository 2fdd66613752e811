"""Inputs by address: size limit, timeouts, and no way into private networks."""

import http.client
import ipaddress
import socket
import ssl
import time
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from dateline.errors import TooLarge, Unreadable, Unsafe

TIMEOUT = 20.0  # seconds, for connecting and for each read
REDIRECTS = 5
DEADLINE = 120.0  # seconds for a whole body
CHUNK = 65536  # bytes
HEADERS = {"User-Agent": "dateline (automated wire desk)"}
ALLOWED = "/%:@&=+$,;~*'()!-._?[]"


def fetch(url: str, limit: int) -> bytes:
    """The bytes at an ``http(s)`` address, redirects followed.

    Raises:
        Unsafe: the address, or one it redirects to, is not on the public internet.
        TooLarge: the body is longer than ``limit`` bytes.
        Unreadable: the server cannot be reached, or answers with an error.

    """
    for _ in range(REDIRECTS + 1):
        answer = _get(url, limit)
        if isinstance(answer, bytes):
            return answer
        url = urljoin(url, answer)
    raise Unreadable(f"{url} redirects too often.", "Give the final address.")


def _get(url: str, limit: int) -> bytes | str:
    """The body, or the address that the server redirects to."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Unreadable(f"{url} is no valid address: {error}.", "Check the address.") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unsafe(f"{url} is no http or https address.", "Save the file and give its path.")
    connection = _connect(parts, public_address(parts.hostname, port), port)
    try:
        connection.request("GET", _target(parts), headers={"Host": _host(parts), **HEADERS})
        reply = connection.getresponse()
        if 300 <= reply.status < 400 and reply.getheader("Location"):
            return str(reply.getheader("Location"))
        if reply.status != 200:
            raise Unreadable(f"{url} answered {reply.status} {reply.reason}.", "Check the address.")
        body = _body(reply, limit)
    except (OSError, http.client.HTTPException) as error:
        raise Unreadable(f"{url} could not be fetched: {error}.", "Try again later.") from error
    finally:
        connection.close()
    if len(body) > limit:
        raise TooLarge(f"{url} is longer than {limit:,} bytes.", "Fetch a smaller part of it.")
    return body


def _body(reply: http.client.HTTPResponse, limit: int) -> bytes:
    """At most one byte more than ``limit``, within ``DEADLINE``, however slowly it drips."""
    end, parts, size = time.monotonic() + DEADLINE, [], 0
    while size <= limit and (piece := reply.read1(CHUNK)):
        parts.append(piece)
        size += len(piece)
        if time.monotonic() > end:
            raise TimeoutError(f"not all of it came within {DEADLINE:.0f} seconds")
    return b"".join(parts)


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=ALLOWED)
    return path + (f"?{quote(parts.query, safe=ALLOWED)}" if parts.query else "")


def _host(parts: SplitResult) -> str:
    """The host without user and password."""
    return parts.netloc.rpartition("@")[2].encode("idna").decode("ascii")


def public_address(host: str, port: int) -> str:
    """The first public address of a host; all must be public.

    Raises:
        Unsafe: one of its addresses is private, local or reserved.
        Unreadable: the host has no address.

    """
    try:
        found = socket.getaddrinfo(host, port or None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"The host {host} was not found.", "Check the address.") from error
    addresses = [str(entry[4][0]).split("%")[0] for entry in found]
    for address in addresses:
        if not ipaddress.ip_address(address).is_global:
            raise Unsafe(
                f"{host} is at {address}, which is not on the public internet.",
                "Save the file and give its path.",
            )
    return addresses[0]


def _connect(parts: SplitResult, address: str, port: int) -> http.client.HTTPConnection:
    """A connection to the very address that was checked: the name is not resolved again."""
    connection = http.client.HTTPConnection(address, port, timeout=TIMEOUT)
    try:
        connection.sock = socket.create_connection((address, port), TIMEOUT)
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=parts.hostname)
    except OSError as error:
        connection.close()
        raise Unreadable(f"{parts.hostname} cannot be reached: {error}.", "Try again.") from error
    return connection
