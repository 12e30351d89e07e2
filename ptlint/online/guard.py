"""Where requests may go: public addresses by http and https, nothing else.

A page or a redirect must not make the checker speak to machines inside the network it runs in
(server-side request forgery, OWASP). The address of every connection is judged, not its name.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

#: 64:ff9b::/96 (RFC 6052) and 2002::/16 (RFC 3056) carry an IPv4 address inside.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_PORTS = range(1, 65536)


def is_public(address: str) -> bool:
    """May this IP address be spoken to? False for private, local, multicast and reserved ones."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def refusal(url: str) -> str:
    """Why an address is not asked at all, "" if it may be."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "the address cannot be read"
    if parts.scheme not in ("http", "https"):
        return f"the address leads to '{parts.scheme}:', which is no web page"
    if not parts.hostname:
        return "the address names no host"
    if parts.username is not None or parts.password is not None:
        return "the address carries a name or password"
    if port is not None and port not in _PORTS:
        return "the address names no valid port"
    return ""
