"""Delivery as JSON in the shape of a productaanvraag (docs/schemas/productaanvraag.schema.json), signed."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

from bot.bezorging import http
from bot.bezorging.instellingen import Webhook
from bot.bezorging.zending import Bezorgfout, Ontvangst, Zending

BRON = "Wmo-gesprekshulp"
INGETROKKEN = "wmo-persoonlijk-plan-ingetrokken"


class Webhookbezorger:
    """POSTs to one address. 2xx is received; 409 says that this reference was received before."""

    meldt_intrekking = True

    def __init__(self, instellingen: Webhook, klok: Callable[[], float] = time.time) -> None:
        self._instellingen, self._klok = instellingen, klok

    async def bezorg(self, zending: Zending) -> Ontvangst:
        """Sends the plan, or the word that it was taken back."""
        inhoud = json.dumps(self._aanvraag(zending), ensure_ascii=False).encode()
        tijdstip = str(int(self._klok()))
        status, _ = await http.post(
            self._instellingen.url,
            inhoud,
            {
                "Idempotency-Key": zending.referentie,
                "X-Wmo-Gebeurtenis": zending.gebeurtenis,
                "X-Wmo-Tijdstip": tijdstip,
                "X-Wmo-Handtekening": handtekening(self._instellingen.geheim, tijdstip, inhoud),
            },
        )
        if status == 409:
            return Ontvangst(eerder=True)
        if not 200 <= status < 300:
            raise Bezorgfout(f"http_{status}")
        return Ontvangst()

    def _aanvraag(self, zending: Zending) -> dict[str, Any]:
        bron = {"naam": BRON, "kenmerk": zending.kenmerk}
        if zending.inhoud is None:
            return {"bron": bron, "type": INGETROKKEN}
        return {**zending.inhoud.aanvraag, "bron": bron, "pdf": self._instellingen.adres + zending.inhoud.pad}


def handtekening(geheim: str, tijdstip: str, inhoud: bytes) -> str:
    """`sha256=` and the HMAC-SHA-256, in hex, of the seconds in `X-Wmo-Tijdstip`, a point and the body."""
    return "sha256=" + hmac.new(geheim.encode(), tijdstip.encode() + b"." + inhoud, hashlib.sha256).hexdigest()
