"""The e-mail, against a real SMTP server with STARTTLS and a certificate of an own authority."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from msgspec import structs

from bot.bezorging import Bezorgfout, Mailbezorger, laad_teksten
from bot.bezorging.instellingen import Email
from tests.bezorging.ontvangers import REFERENTIE, WOORDEN, gedeeld
from tests.conftest import WORTEL

TEKST = laad_teksten(WORTEL / "data" / "dialogen").email
GEBRUIKER, WACHTWOORD = "hulp", "wachtwoord-van-de-mailserver"


class Postbus:
    """Keeps what arrives; 451 while it is full."""

    def __init__(self) -> None:
        self.post: list[Any] = []
        self.over_tls: list[bool] = []
        self.vol = False

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.vol:
            return "451 try later"
        self.over_tls.append(session.ssl is not None)
        self.post.append((envelope, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that signs itself, with its key, in one file."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    nu = datetime.now(UTC)
    bewijs = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(1)
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    pad = tmp_path_factory.mktemp("tls") / "ca.pem"
    pem = serialization.Encoding.PEM
    geheim = sleutel.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    pad.write_bytes(bewijs.public_bytes(pem) + geheim)
    return pad


@pytest.fixture
def postbus() -> Postbus:
    return Postbus()


def mag_erin(server: Any, session: Any, envelope: Any, soort: str, gegevens: Any) -> AuthResult:
    goed = (gegevens.login, gegevens.password) == (GEBRUIKER.encode(), WACHTWOORD.encode())
    return AuthResult(success=goed)


@pytest.fixture
def server(postbus: Postbus, certificaat: Path, unused_tcp_port: int) -> Iterator[Email]:
    """A server that takes mail over TLS only, after a password."""
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificaat)
    controller = Controller(
        postbus, hostname="127.0.0.1", port=unused_tcp_port, tls_context=tls, require_starttls=True,
        authenticator=mag_erin, auth_required=True,
    )  # fmt: skip
    controller.start()
    yield Email(
        "localhost", unused_tcp_port, "hulp@hulp.example", "wmo@gemeente.example", "https://hulp.example",
        GEBRUIKER, WACHTWOORD, certificaat,
    )  # fmt: skip
    controller.stop()


async def test_the_mailbox_gets_a_link_over_tls_and_nothing_of_the_plan(server: Email, postbus: Postbus) -> None:
    await Mailbezorger(server, TEKST).bezorg(gedeeld())
    ((envelop, bericht),) = postbus.post
    assert postbus.over_tls == [True]
    assert envelop.rcpt_tos == ["wmo@gemeente.example"]
    tekst = bericht.get_content()
    assert "https://hulp.example/consulent/plan/1" in tekst
    assert "10-03-2026" in tekst
    alles = bericht.as_string()
    assert not [woord for woord in (WOORDEN, "knieën", "moeder", "wonen", "wlz") if woord in alles]
    assert not list(bericht.iter_attachments())


async def test_a_repeat_has_the_same_message_id(server: Email, postbus: Postbus) -> None:
    for _ in range(2):
        await Mailbezorger(server, TEKST).bezorg(gedeeld())
    assert [bericht["Message-ID"] for _, bericht in postbus.post] == [f"<{REFERENTIE}@hulp.example>"] * 2


async def test_a_server_that_is_full_or_refuses_is_a_failure_without_its_words(server: Email, postbus: Postbus) -> None:
    postbus.vol = True
    with pytest.raises(Bezorgfout, match=r"^smtp_451$"):
        await Mailbezorger(server, TEKST).bezorg(gedeeld())
    with pytest.raises(Bezorgfout, match=r"^smtp_\w+$"):
        await Mailbezorger(structs.replace(server, wachtwoord="fout"), TEKST).bezorg(gedeeld())
    assert postbus.post == []


async def test_a_certificate_of_a_stranger_gets_nothing(server: Email, postbus: Postbus) -> None:
    with pytest.raises((Bezorgfout, OSError)):
        await Mailbezorger(structs.replace(server, ca=None), TEKST).bezorg(gedeeld())
    assert postbus.post == []


async def test_a_server_without_starttls_gets_nothing(postbus: Postbus, server: Email, unused_tcp_port_factory) -> None:  # type: ignore[no-untyped-def]
    poort = unused_tcp_port_factory()
    kaal = Controller(postbus, hostname="127.0.0.1", port=poort)
    kaal.start()
    try:
        with pytest.raises(Bezorgfout, match="smtp_"):
            await Mailbezorger(structs.replace(server, poort=poort), TEKST).bezorg(gedeeld())
    finally:
        kaal.stop()
    assert postbus.post == []


async def test_nobody_home_is_a_failure(server: Email, unused_tcp_port_factory) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Bezorgfout, match="smtp_connect"):
        await Mailbezorger(structs.replace(server, poort=unused_tcp_port_factory()), TEKST).bezorg(gedeeld())
