"""The arithmetic of `gebruikelijke-hulp` (hogeland bijlage 2 §1.1.3, §1.2, §1.2.1, §1.3, §1.4)."""

from typing import Any

from bot.regels.gebruikelijke_hulp.invoer import GebruikelijkeHulpInvoer, Huisgenoot, Situatie
from bot.regels.gebruikelijke_hulp.regeling import GebruikelijkeHulp, Redenen
from bot.regels.regeling import Gemeld, Vindplaats
from bot.regels.uitkomst import Berekening, Reden, Stap, stap

# In the order that decides the bijdrage; the contract fixes order and meaning.
GEEN_BIJDRAGE = ("geen_leefeenheid", "beperking", "overbelasting", "langdurig_afwezig")
MENS_BESLIST = frozenset({"overbelasting", "afwezig_korter", "levensverwachting"})
VAN_DE_SITUATIE = frozenset({"levensverwachting"})
ALLES = "alles"


def bereken(invoer: GebruikelijkeHulpInvoer, regeling: GebruikelijkeHulp) -> Berekening:
    """`per_huisgenoot` (bijdrage, taken, redenen), `terreinen` and `conclusie`."""
    terreinen, duur_stap = _terreinen(invoer.situatie, regeling)
    uit = Berekening({"per_huisgenoot": [], "terreinen": terreinen, "conclusie": "geen"}, [duur_stap])
    gevonden: set[str] = {"levensverwachting"} if invoer.situatie.terminaal else set()
    for nummer, huisgenoot in enumerate(invoer.huisgenoten):
        codes = _codes(huisgenoot, invoer.situatie, regeling.redenen)
        gevonden.update(codes)
        uit.waarde["per_huisgenoot"].append(_huisgenoot(nummer, huisgenoot, codes, regeling, uit.stappen))
    uit.waarde["conclusie"] = conclusie = _conclusie([deel["bijdrage"] for deel in uit.waarde["per_huisgenoot"]])
    slot: Gemeld = regeling.conclusies[conclusie]
    uit.stappen.append(stap("conclusie", slot.tekst, slot.bron))
    uit.redenen = [_reden(code, regeling.redenen) for code in Redenen.__struct_fields__ if code in gevonden]
    if gevonden & MENS_BESLIST:
        uit.status = "menselijk_oordeel"
    return uit


def _codes(h: Huisgenoot, situatie: Situatie, redenen: Redenen) -> list[str]:
    """Every code that applies, in the order that decides."""
    weg = h.weg_verplicht_door_werk and h.weg_etmalen_aaneen > 0
    lang_weg = h.weg_etmalen_aaneen >= redenen.langdurig_afwezig.etmalen
    geldt = {
        "geen_leefeenheid": not (h.inwonend and h.leefeenheid),
        "beperking": h.aantoonbare_beperking,
        "overbelasting": h.overbelast != "nee",
        "langdurig_afwezig": weg and lang_weg,
        "afwezig_korter": weg and not lang_weg,
        "aanleren_max_6_weken": h.niet_gewend,
        "weigering_telt_niet": h.weigert,
        "levensverwachting": situatie.terminaal,
    }
    return [code for code in Redenen.__struct_fields__ if geldt[code]]


def _huisgenoot(
    nummer: int, h: Huisgenoot, codes: list[str], regeling: GebruikelijkeHulp, stappen: list[Stap]
) -> dict[str, Any]:
    band = regeling.band(h.leeftijd)
    wie = regeling.huisgenoot.format(nummer=nummer + 1)
    onderdeel = f"per_huisgenoot.{nummer}"
    geen = bool(codes) and codes[0] in GEEN_BIJDRAGE
    if not geen:
        stappen.append(stap(onderdeel, band.tekst.format(wie=wie, leeftijd=h.leeftijd), band.bron))
    for code in codes:
        if code not in VAN_DE_SITUATIE:
            reden = _reden(code, regeling.redenen)
            stappen.append(Stap(onderdeel=onderdeel, tekst=f"{wie}. {reden.tekst}", bron=reden.bron))
    return {
        "bijdrage": "geen" if geen else band.bijdrage,
        "taken": [] if geen else regeling.taken(band),
        "redenen": codes,
    }


def _terreinen(situatie: Situatie, regeling: GebruikelijkeHulp) -> tuple[list[str], Stap]:
    duur = regeling.duur
    kort = situatie.duur_maanden <= duur.maanden
    tekst, bron = (duur.kort, duur.bron) if kort else (duur.lang, duur.bron_lang)
    terreinen = [ALLES] if kort else [terrein.id for terrein in duur.terreinen]
    vindplaats: Vindplaats = bron
    return terreinen, stap("terreinen", tekst.format(maanden=duur.maanden, duur=situatie.duur_maanden), vindplaats)


def _conclusie(bijdragen: list[str]) -> str:
    if "volledig" in bijdragen:
        return "overname"
    return "deels" if any(bijdrage != "geen" for bijdrage in bijdragen) else "geen"


def _reden(code: str, redenen: Redenen) -> Reden:
    gemeld: Gemeld = getattr(redenen, code)
    waarden = {naam: getattr(gemeld, naam) for naam in ("etmalen", "weken") if hasattr(gemeld, naam)}
    return Reden.met_code(code, gemeld, **waarden)
