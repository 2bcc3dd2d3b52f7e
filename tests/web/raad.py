"""Members of a Wmo-raad over HTTP: what the tests of its workplace share."""

import io
import re
from collections.abc import Iterable
from typing import Any

from aiohttp import FormData
from aiohttp.test_utils import TestClient

Client = TestClient[Any, Any]
WERKBLAD, API = "/raad/advies", "/api/v1/advies"
REGIE = f"{WERKBLAD}/deel/regie"
Velden = dict[str, str] | list[tuple[str, str]]


async def pagina(client: Client, pad: str, status: int = 200) -> str:
    """A page."""
    antwoord = await client.get(pad)
    tekst = await antwoord.text()
    assert antwoord.status == status, (pad, antwoord.status, tekst)
    assert antwoord.headers["Cache-Control"] == "no-store"
    return tekst


async def stuur(client: Client, pad: str, velden: Velden | FormData | None = None, status: int = 200) -> str:
    """A form; the page that it leads to."""
    antwoord = await client.post(pad, data=velden or {})
    tekst = await antwoord.text()
    assert antwoord.status == status, (pad, antwoord.status, tekst)
    return tekst


async def zeg_punt(client: Client, punt: str, oordeel: str, status: int = 200, **meer: str) -> str:
    """A member's own answer at a point of the part `regie`."""
    velden = {f"{punt}.{veld}": w for veld, w in {"oordeel": oordeel, **meer}.items()}
    return await stuur(client, REGIE, velden | {"actie": f"bewaar.{punt}"}, status)


async def neem_terug(client: Client, punt: str) -> str:
    """Takes the own answer back."""
    return await stuur(client, REGIE, {"actie": f"wis.{punt}"})


async def leg_vast(client: Client, punt: str, velden: dict[str, str], status: int = 200, pad: str = "") -> str:
    """What the raad settles at a point; `actie` open opens it again."""
    inhoud = {f"b.{punt}.{veld}": w for veld, w in velden.items() if veld != "actie"}
    return await stuur(client, pad or REGIE, inhoud | {"actie": f"{velden.get('actie', 'vast')}.{punt}"}, status)


async def begin(client: Client, naam: str) -> None:
    """A secretaris with an advice."""
    await stuur(client, f"{WERKBLAD}/begin")
    await stuur(client, f"{WERKBLAD}/naam", {"naam": naam})


async def link_van(client: Client) -> str:
    """A new link of the secretaris."""
    return gevonden(r"/raad/mee/[\w-]+", await stuur(client, f"{WERKBLAD}/link"))


async def stand(client: Client) -> dict[str, Any]:
    """The whole advice as this member sees it."""
    antwoord = await client.get(API)
    assert antwoord.status == 200
    return dict(await antwoord.json())


def punt_uit(stand_: dict[str, Any], punt: str) -> dict[str, Any]:
    """One point of it."""
    return next(p for d in stand_["delen"] for p in d["punten"] if p["id"] == punt)


def bestand(inhoud: bytes, naam: str, veld: str = "bestand") -> FormData:
    """A form with a file."""
    form = FormData(quote_fields=False)
    form.add_field(veld, io.BytesIO(inhoud), filename=naam)
    return form


def gevonden(patroon: str, tekst: str) -> str:
    """The first match."""
    m = re.search(patroon, tekst)
    assert m, patroon
    return m.group()


def zonder_wit(teksten: Iterable[str]) -> str:
    """In one line, for text that a PDF broke into lines."""
    return " ".join(" ".join(teksten).split())
