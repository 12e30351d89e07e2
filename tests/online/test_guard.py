"""Where requests may go."""

from __future__ import annotations

import pytest

from ptlint.online.guard import is_public, refusal


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::6810:84e5", True),
        ("127.0.0.1", False),
        ("10.0.0.7", False),
        ("172.16.3.4", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("239.255.255.250", False),
        ("255.255.255.255", False),
        ("198.18.0.1", False),
        ("192.0.2.10", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a9fe:a9fe", False),
        ("2002:7f00:1::", False),
        ("2001:db8::1", False),
        ("no address", False),
    ],
)
def test_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("https://www.nhs.uk/conditions/", False),
        ("http://www.nhs.uk:8080/", False),
        ("file:///etc/passwd", True),
        ("ftp://ftp.ncbi.nlm.nih.gov/", True),
        ("gopher://old.org/", True),
        ("data:text/html,x", True),
        ("javascript:alert(1)", True),
        ("https://user:secret@host.org/", True),
        ("https://", True),
        ("https://host.org:99999/", True),
        ("https://host.org:0/", True),
        ("https://[::1", True),
        ("", True),
    ],
)
def test_schemes_hosts_and_ports(url: str, refused: bool) -> None:
    assert bool(refusal(url)) is refused
