"""Delivery to a Documenten API (ZGW, VNG Realisatie): the plan as a PDF, registered as enkelvoudiginformatieobject."""

import asyncio
import base64
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import msgspec

from bot.bezorging import http
from bot.bezorging.instellingen import Zgw
from bot.bezorging.zending import Bezorgfout, Inhoud, Ontvangst, Zending

GEBRUIKER = "wmo-gesprekshulp"
AL_BEKEND = "identificatie-niet-uniek"


class Zgwbezorger:
    """Registers the document under our kenmerk as `identificatie`: the API refuses a second one.

    What is registered is an archive record of the municipality. Taking back a plan does not delete it there.
    """

    meldt_intrekking = False

    def __init__(self, instellingen: Zgw, klok: Callable[[], float] = time.time) -> None:
        self._instellingen, self._klok = instellingen, klok

    async def bezorg(self, zending: Zending) -> Ontvangst:
        """Registers the plan."""
        if zending.inhoud is None:
            raise Bezorgfout("geen_inhoud")
        pdf = await asyncio.to_thread(zending.inhoud.pdf)
        status, antwoord = await http.post(
            f"{self._instellingen.url}/enkelvoudiginformatieobjecten",
            json.dumps(self._document(zending.kenmerk, zending.inhoud, pdf)).encode(),
            {"Authorization": f"Bearer {self._token()}"},
        )
        if status == 201:
            return Ontvangst()
        if status == 400 and AL_BEKEND in _codes(antwoord):
            return Ontvangst(eerder=True)
        raise Bezorgfout(f"http_{status}")

    def _document(self, kenmerk: str, inhoud: Inhoud, pdf: bytes) -> dict[str, Any]:
        return {
            "identificatie": kenmerk,
            "bronorganisatie": self._instellingen.bronorganisatie,
            "creatiedatum": inhoud.gedeeld_op.isoformat(),
            "titel": "Persoonlijk plan Wmo",
            "vertrouwelijkheidaanduiding": "vertrouwelijk",
            "auteur": "Inwoner, met de Wmo-gesprekshulp",
            "status": "definitief",
            "formaat": "application/pdf",
            "taal": "nld",
            "bestandsnaam": "persoonlijk-plan.pdf",
            "inhoud": base64.b64encode(pdf).decode(),
            "bestandsomvang": len(pdf),
            "indicatieGebruiksrecht": False,
            "informatieobjecttype": self._instellingen.informatieobjecttype,
        }

    def _token(self) -> str:
        claims = {
            "iss": self._instellingen.client_id,
            "iat": int(self._klok()),
            "client_id": self._instellingen.client_id,
            "user_id": GEBRUIKER,
            "user_representation": "Wmo-gesprekshulp",
        }
        return jwt.encode(claims, self._instellingen.geheim, algorithm="HS256")


class _Veldfout(msgspec.Struct):
    code: str = ""


class _Probleem(msgspec.Struct):
    invalidParams: list[_Veldfout] = []


def _codes(antwoord: bytes) -> set[str]:
    try:
        return {fout.code for fout in msgspec.json.decode(antwoord, type=_Probleem).invalidParams}
    except msgspec.DecodeError:
        return set()
