"""The settings of the delivery, from `WMO_BEZORGING` and `WMO_BEZORGING_*`. A mistake stops the start."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

VOORVOEGSEL = "WMO_BEZORGING_"
KORTSTE_GEHEIM = 32
_LOKAAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Email(Struct, frozen=True):
    """A message with a link to a mailbox of the municipality. `ca` is a file with an own certificate authority."""

    host: str
    poort: int
    van: str
    naar: str
    adres: str
    gebruiker: str | None = None
    wachtwoord: str | None = None
    ca: Path | None = None

    def __repr__(self) -> str:
        return f"Email(host={self.host!r}, poort={self.poort})"


class Webhook(Struct, frozen=True):
    """A POST of JSON, signed with a shared secret. `adres` is our own site, for the link to the plan."""

    url: str
    geheim: str
    adres: str

    def __repr__(self) -> str:
        return f"Webhook(url={self.url!r})"


class Zgw(Struct, frozen=True):
    """The Documenten API of the municipality's registration. `url` is its root, which ends in `/documenten/api/v1`."""

    url: str
    client_id: str
    geheim: str
    bronorganisatie: str
    informatieobjecttype: str

    def __repr__(self) -> str:
        return f"Zgw(url={self.url!r})"


class Bezorginstellingen(Struct, frozen=True):
    """`soort` is `geen`, `email`, `webhook` or `zgw`; `kanaal` its settings, None for `geen`."""

    soort: str = "geen"
    kanaal: Email | Webhook | Zgw | None = None
    opgeven_na: timedelta = timedelta(hours=72)


NAMEN: dict[str, tuple[str, ...]] = {
    "geen": (),
    "email": ("SMTP_HOST", "SMTP_POORT", "SMTP_GEBRUIKER", "SMTP_WACHTWOORD", "SMTP_CA", "VAN", "NAAR"),
    "webhook": ("WEBHOOK_URL", "WEBHOOK_GEHEIM"),
    "zgw": ("ZGW_URL", "ZGW_CLIENT_ID", "ZGW_GEHEIM", "ZGW_BRONORGANISATIE", "ZGW_INFORMATIEOBJECTTYPE"),
}


def lees_url(naam: str, waarde: str) -> str:
    """An address with https (http on this machine alone), without the last slash. Raises ValueError."""
    delen = urlsplit(waarde)
    veilig = delen.scheme == "https" or (delen.scheme == "http" and delen.hostname in _LOKAAL)
    if not veilig or not delen.hostname or delen.username or delen.query or delen.fragment:
        raise ValueError(f"{naam} must be an address that begins with https://, without a password")
    return waarde.rstrip("/")


def uit_omgeving(omgeving: Mapping[str, str], adres: str = "") -> Bezorginstellingen:
    """The settings; `adres` is our own site. Raises ValueError with the name of the variable, never a secret."""
    soort = omgeving.get("WMO_BEZORGING") or "geen"
    if soort not in NAMEN:
        raise ValueError(f"WMO_BEZORGING={soort!r} is not known: choose one of {', '.join(NAMEN)}")
    bekend = {"OPGEVEN_UREN", *(naam for namen in NAMEN.values() for naam in namen)}
    vreemd = sorted(n for n in omgeving if n.startswith(VOORVOEGSEL) and n.removeprefix(VOORVOEGSEL) not in bekend)
    if vreemd:
        raise ValueError(f"{vreemd[0]} is not known: a typing error? The settings stand in docs/nl/bezorgen.md")
    lees = _Lezer(omgeving, soort, adres)
    uren = lees.getal("OPGEVEN_UREN", 72, 1, 24 * 30)
    kanaal = {"geen": lambda _: None, "email": _email, "webhook": _webhook, "zgw": _zgw}[soort](lees)
    return Bezorginstellingen(soort, kanaal, timedelta(hours=uren))


class _Lezer:
    """Reads one variable and says what is wrong with it."""

    def __init__(self, omgeving: Mapping[str, str], soort: str, adres: str) -> None:
        self._omgeving, self._soort, self._adres = omgeving, soort, adres

    def eigen_adres(self) -> str:
        if not self._adres:
            raise ValueError(f"WMO_ADRES is missing: WMO_BEZORGING={self._soort} needs it for the link to the plan")
        return self._adres

    def mag(self, naam: str) -> str | None:
        return self._omgeving.get(VOORVOEGSEL + naam) or None

    def moet(self, naam: str) -> str:
        waarde = self.mag(naam)
        if waarde is None:
            raise ValueError(f"{VOORVOEGSEL}{naam} is missing: WMO_BEZORGING={self._soort} needs it")
        return waarde

    def getal(self, naam: str, standaard: int, van: int, tot: int) -> int:
        waarde = self.mag(naam) or str(standaard)
        if not waarde.isascii() or not waarde.isdigit() or not van <= int(waarde) <= tot:
            raise ValueError(f"{VOORVOEGSEL}{naam}={waarde!r} must be a whole number from {van} to {tot}")
        return int(waarde)

    def url(self, naam: str) -> str:
        return lees_url(VOORVOEGSEL + naam, self.moet(naam))

    def geheim(self, naam: str) -> str:
        waarde = self.moet(naam)
        if len(waarde.encode()) < KORTSTE_GEHEIM:
            raise ValueError(f"{VOORVOEGSEL}{naam} is too short: a secret has {KORTSTE_GEHEIM} characters at least")
        return waarde

    def mailadres(self, naam: str) -> str:
        waarde = self.moet(naam)
        naam_, apenstaart, domein = waarde.partition("@")
        if not (naam_ and apenstaart and "." in domein) or not waarde.isprintable() or set(waarde) & set(' ,;<>"'):
            raise ValueError(f"{VOORVOEGSEL}{naam} must be one e-mail address, without a name")
        return waarde


def _email(lees: _Lezer) -> Email:
    ca = Path(lees.moet("SMTP_CA")) if lees.mag("SMTP_CA") else None
    if ca and not ca.is_file():
        raise ValueError(f"{VOORVOEGSEL}SMTP_CA: this file is missing")
    gebruiker, wachtwoord = lees.mag("SMTP_GEBRUIKER"), lees.mag("SMTP_WACHTWOORD")
    if (gebruiker is None) != (wachtwoord is None):
        raise ValueError(f"{VOORVOEGSEL}SMTP_GEBRUIKER and {VOORVOEGSEL}SMTP_WACHTWOORD belong together")
    return Email(
        host=lees.moet("SMTP_HOST"),
        poort=lees.getal("SMTP_POORT", 587, 1, 65535),
        van=lees.mailadres("VAN"),
        naar=lees.mailadres("NAAR"),
        adres=lees.eigen_adres(),
        gebruiker=gebruiker,
        wachtwoord=wachtwoord,
        ca=ca,
    )


def _webhook(lees: _Lezer) -> Webhook:
    return Webhook(url=lees.url("WEBHOOK_URL"), geheim=lees.geheim("WEBHOOK_GEHEIM"), adres=lees.eigen_adres())


def _zgw(lees: _Lezer) -> Zgw:
    rsin = lees.moet("ZGW_BRONORGANISATIE")
    if not is_rsin(rsin):
        raise ValueError(f"{VOORVOEGSEL}ZGW_BRONORGANISATIE must be the RSIN of the municipality: nine digits")
    return Zgw(
        url=lees.url("ZGW_URL"),
        client_id=lees.moet("ZGW_CLIENT_ID"),
        geheim=lees.geheim("ZGW_GEHEIM"),
        bronorganisatie=rsin,
        informatieobjecttype=lees.url("ZGW_INFORMATIEOBJECTTYPE"),
    )


def is_rsin(cijfers: str) -> bool:
    """Nine digits that pass the elfproef: an RSIN is checked as a BSN is."""
    if len(cijfers) != 9 or not cijfers.isascii() or not cijfers.isdigit():
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(int(c) * w for c, w in zip(cijfers, gewichten, strict=True))
    return som % 11 == 0 and int(cijfers) > 0
