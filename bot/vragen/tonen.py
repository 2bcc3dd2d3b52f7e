"""Says an answer back in words: what is stored is not always what a person would say."""

from datetime import date
from typing import Any

from bot.regels.bedragen import euro
from bot.vragen.datums import datum_voluit, iso_datum
from bot.vragen.duur import duur_voluit
from bot.vragen.keren import keren_voluit
from bot.vragen.model import Vraag


def toon(vraag: Vraag, waarde: Any) -> str:
    """The answer as a person would say it: the label of a choice, `€ 12,50`, `6 weken`, `dinsdag 7 maart 2023`."""
    if vraag.soort != "bedrag" and (label := next((k.label for k in vraag.keuzes if k.waarde == str(waarde)), "")):
        return label
    if isinstance(waarde, int):
        match vraag.soort:
            case "bedrag":
                return euro(waarde)
            case "duur":
                return duur_voluit(waarde, vraag.eenheid)
            case "keren":
                return keren_voluit(waarde, vraag.per)
            case "leeftijd":
                return f"{waarde} jaar"
    dag: date | None = iso_datum(waarde) if vraag.soort == "datum" else None
    return datum_voluit(dag) if dag else str(waarde)
