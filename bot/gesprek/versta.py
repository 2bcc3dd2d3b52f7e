"""What the bot would take a sentence for, outside any dialogue."""

import json
from typing import Any, TextIO

from bot.gesprek.diensten import Diensten, diensten
from bot.gesprek.invoer import is_leeg, schoon, zonder_bsn
from bot.gesprek.motor import Motor
from bot.gesprek.taal import andere_taal

BUITEN_CATALOGUS = "buiten_bereik"


async def versta(motor: Motor, services: Diensten, tekst: str) -> dict[str, Any]:
    """`{"tekst", "onderwerp", "zekerheid"}`: danger first, then other languages, then the model."""
    gezegd, _ = zonder_bsn(schoon(tekst))
    if services.veiligheid.herken(gezegd):
        onderwerp, zekerheid = "crisis", 1.0
    elif is_leeg(gezegd):
        onderwerp, zekerheid = BUITEN_CATALOGUS, 0.0
    elif andere_taal(gezegd):
        onderwerp, zekerheid = "andere_taal", 1.0
    else:
        onderwerp, zekerheid = _uit_model(await motor.versta(services.trefwoorden.zonder_aanhef(gezegd)), services)
    return {"tekst": tekst, "onderwerp": onderwerp, "zekerheid": round(zekerheid, 4)}


def _uit_model(begrepen: dict[str, Any], services: Diensten) -> tuple[str, float]:
    """The model's first choice that stands in the catalogue; opdrachten of our own forms do not."""
    catalogus = services.kennis.keys() | services.algemeen.handelingen.keys() | services.algemeen.labels.keys()
    eigen = {
        "overslaan",
        "zo_laten",
        "terug",
        "waarom",
        "bedoeling",
        "verder",
        "meer",
        "stappen",
        "wie_beslist",
        "wijzigen",
        "nlu_fallback",
    }
    for gekozen in (begrepen["intent"], *begrepen.get("intent_ranking", [])):
        if gekozen["name"] in catalogus and gekozen["name"] not in eigen:
            return gekozen["name"], float(gekozen["confidence"])
    return BUITEN_CATALOGUS, 0.0


async def versta_regels(invoer: TextIO, uitvoer: TextIO) -> int:
    """A sentence a line in, a JSON line each out."""
    services = diensten()
    motor = Motor(services.instellingen.model, [])
    motor.start()
    try:
        for regel in invoer:
            if tekst := regel.rstrip("\n"):
                uitvoer.write(json.dumps(await versta(motor, services, tekst), ensure_ascii=False) + "\n")
                uitvoer.flush()
    finally:
        motor.stop()
    return 0
