"""What is missing or does not fit in the plan for a dialoogsessie. Advice of the source is a `let_op`, never a ban."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from msgspec import Struct

from bot.dialoogsessie.gegevens import Ernst, Gegevens, Veld
from bot.dialoogsessie.invoer import Invoer
from bot.dialoogsessie.verdelen import spreid
from bot.vragen.datums import datum_voluit
from bot.vragen.woorden import normaal

Gevonden = Iterator[tuple[str, dict[str, object]]]


class Bevinding(Struct, frozen=True):
    """What to look at, in the words for the secretaris. A `fout` keeps the planning from being right."""

    veld: Veld
    ernst: Ernst
    tekst: str


def controleer(invoer: Invoer, gegevens: Gegevens, vandaag: date) -> list[Bevinding]:
    """Everything that is missing or does not fit, in the order of the form."""
    gevonden = (
        *_doel_en_leider(invoer, gegevens),
        *_deelnemers(invoer, gegevens),
        *_themas(invoer, gegevens),
        *_wanneer(invoer, gegevens, vandaag),
        *_plaats(invoer),
    )
    teksten = gegevens.teksten.bevindingen
    return [Bevinding(teksten[id].veld, teksten[id].ernst, teksten[id].tekst.format(**met)) for id, met in gevonden]


def gekozen(invoer: Invoer, gegevens: Gegevens) -> tuple[str, ...]:
    """The ids of the themes that exist, each once, in the order in which they were chosen."""
    return tuple(id for id in dict.fromkeys(invoer.themas) if gegevens.thema(id))


def _doel_en_leider(invoer: Invoer, gegevens: Gegevens) -> Gevonden:
    if not invoer.doel.strip():
        yield "doel_leeg", {}
    leider = normaal(invoer.gespreksleider)
    if not leider:
        yield "gespreksleider_leeg", {}
        return
    zelfde = next((d for d in invoer.mensen if normaal(d.naam) == leider), None)
    if zelfde:
        yield "gespreksleider_deelnemer", {"naam": invoer.gespreksleider.strip()}
    kant = gegevens.kant(zelfde.kant) if zelfde else None
    heeft_woord = not {normaal(w) for w in gegevens.teksten.woorden_met_belang}.isdisjoint(leider.split())
    if heeft_woord or (kant is not None and kant.perspectief == "gemeente"):
        yield "gespreksleider_belang", {"naam": invoer.gespreksleider.strip()}


def _deelnemers(invoer: Invoer, gegevens: Gegevens) -> Gevonden:
    mensen, getallen = invoer.mensen, gegevens.teksten.getallen
    minst, meest = getallen.deelnemers_minst.waarde, getallen.deelnemers_meest.waarde
    tel: dict[str, object] = {"aantal": len(mensen), "minst": minst, "meest": meest}
    if not mensen:
        yield "deelnemers_geen", tel
        return
    if len(mensen) < minst:
        yield "deelnemers_te_weinig", tel | {"nog": minst - len(mensen)}
    if len(mensen) > meest:
        yield "deelnemers_te_veel", tel | {"over": len(mensen) - meest}
    gezien: dict[str, list[str]] = {}
    for naam in (d.naam.strip() for d in mensen):
        gezien.setdefault(normaal(naam), []).append(naam)
    for zelfde, namen in gezien.items():
        if zelfde and len(namen) > 1:
            yield "deelnemer_dubbel", {"naam": namen[0]}
    yield from _kanten(invoer, gegevens)


def _kanten(invoer: Invoer, gegevens: Gegevens) -> Gevonden:
    mensen = invoer.mensen
    kanten = [gegevens.kant(d.kant) for d in mensen]
    if zonder := sum(not d.kant.strip() for d in mensen):
        yield "kant_leeg", {"aantal": zonder}
    if any(d.kant.strip() and kant is None for d, kant in zip(mensen, kanten, strict=True)):
        yield "kant_onbekend", {}
    er_zijn = {kant.perspectief for kant in kanten if kant}
    for perspectief in gegevens.teksten.perspectieven:
        if perspectief not in er_zijn:
            yield f"mist_{perspectief}", {}
    for kant, aantal in Counter(kant for kant in kanten if kant).items():
        if aantal > len(mensen) - aantal + 1:
            yield "meerderheid", {"kant": kant.meervoud, "aantal": aantal, "samen": len(mensen)}


def _themas(invoer: Invoer, gegevens: Gegevens) -> Gevonden:
    if any(gegevens.thema(id) is None for id in invoer.themas):
        yield "thema_onbekend", {}
    ids, hoogstens = gekozen(invoer, gegevens), gegevens.teksten.getallen.themas_per_sessie.waarde
    if not ids:
        yield "thema_geen", {"hoogstens": hoogstens}
    elif len(ids) > hoogstens:
        sessies = spreid(ids, hoogstens)
        namen = [thema.naam for sessie in sessies[1:] for id in sessie if (thema := gegevens.thema(id))]
        wat = {"aantal": len(ids), "hoogstens": hoogstens, "sessies": len(sessies)}
        yield "themas_te_veel", {**wat, "later": "; ".join(namen)}


def _wanneer(invoer: Invoer, gegevens: Gegevens, vandaag: date) -> Gevonden:
    dag, tijd, getallen = invoer.dag, invoer.tijd, gegevens.teksten.getallen
    weken = getallen.dagen_voor_huiswerk.waarde // 7
    if not invoer.datum.strip():
        yield "datum_leeg", {}
    elif dag is None:
        yield "datum_onleesbaar", {}
    elif dag < vandaag:
        yield "datum_voorbij", {"dag": datum_voluit(dag)}
    elif dag < (eerst := vandaag + timedelta(days=getallen.dagen_voor_huiswerk.waarde)):
        yield "datum_te_vroeg", {"weken": weken, "eerst": datum_voluit(eerst)}
    if not invoer.begintijd.strip():
        yield "begintijd_leeg", {}
    elif tijd is None:
        yield "begintijd_onleesbaar", {}
    else:
        begin = datetime.combine(vandaag, tijd)
        if (begin + timedelta(minutes=getallen.sessie_minuten.waarde)).date() > vandaag:
            yield "begintijd_te_laat", {"uren": getallen.sessie_minuten.waarde // 60}


def _plaats(invoer: Invoer) -> Gevonden:
    if not invoer.plaats.strip():
        yield "plaats_leeg", {}
