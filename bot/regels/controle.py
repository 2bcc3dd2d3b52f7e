"""Checks plain data (JSON or YAML, already parsed) against a msgspec type and names every fault at once.

msgspec itself stops at the first fault and speaks English. The models stay the only description of the shape:
types, bounds, Literals and `uniqueItems` are read from them with `msgspec.inspect`. What passes here without
a fault and without a missing field is accepted by `msgspec.convert`.
"""

from functools import cache

from msgspec import Struct, inspect

from bot.regels.keuring import Bevinding, Keurder, datum, getal, ja_of_nee, keuze, kort, tekst, verkeerd


def controleer(waarde: object, soort: type[Struct], *, diep: bool = True) -> Bevinding:
    """Every fault and every absent required field of `waarde` as a `soort`. Never raises."""
    uit = Bevinding(diep)
    _keurder(soort)(waarde, "", uit)
    return uit


@cache
def _keurder(soort: type[Struct]) -> Keurder:
    return _maak(inspect.type_info(soort), {})


def _maak(soort: inspect.Type, extra: dict[str, object]) -> Keurder:
    match soort:
        case inspect.Metadata():
            return _maak(soort.type, {**extra, **(soort.extra_json_schema or {}), **(soort.extra or {})})
        case inspect.StructType():
            return _groep(soort)
        case inspect.ListType() | inspect.VarTupleType():
            return _lijst(soort, bool(extra.get("uniqueItems")))
        case inspect.DictType():
            return _tabel(soort)
        case inspect.IntType():
            return getal(soort)
        case inspect.BoolType():
            return ja_of_nee
        case inspect.StrType():
            return tekst(soort)
        case inspect.LiteralType():
            return keuze(soort)
        case inspect.DateType():
            return datum(extra)
    raise TypeError(f"controle knows no {soort!r}")


def _lijst(soort: inspect.ListType | inspect.VarTupleType, uniek: bool) -> Keurder:
    keur_item = _maak(soort.item_type, {})
    hooguit, minstens = soort.max_length, soort.min_length or 0

    def keur(waarde: object, veld: str, uit: Bevinding) -> None:
        if type(waarde) is not list:
            uit.fout(veld, verkeerd("een lijst", waarde))
            return
        if hooguit is not None and len(waarde) > hooguit:
            uit.fout(veld, f"Deze lijst is te lang. Er mogen hooguit {hooguit} dingen in staan.")
            return
        if len(waarde) < minstens:
            uit.fout(veld, f"Deze lijst is te kort. Er hoort minstens {minstens} ding in.")
        gezien: set[str] = set()
        for nummer, item in enumerate(waarde):
            plek = f"{veld}.{nummer}"
            keur_item(item, plek, uit)
            if uniek and isinstance(item, str):
                if item in gezien:
                    uit.fout(plek, f"'{kort(item)}' staat er dubbel in. Laat het één keer staan.")
                gezien.add(item)

    return keur


def _tabel(soort: inspect.DictType) -> Keurder:
    keur_sleutel, keur_waarde = _maak(soort.key_type, {}), _maak(soort.value_type, {})

    def keur(waarde: object, veld: str, uit: Bevinding) -> None:
        if type(waarde) is not dict:
            uit.fout(veld, verkeerd("een groep velden", waarde))
            return
        for sleutel, item in waarde.items():
            plek = _onder(veld, sleutel)
            keur_sleutel(sleutel, plek, uit)
            keur_waarde(item, plek, uit)

    return keur


def _groep(soort: inspect.StructType) -> Keurder:
    velden = tuple((v.encode_name, v.required, _is_groep(v.type), _maak(v.type, {})) for v in soort.fields)
    bekend = frozenset(naam for naam, *_ in velden)
    kies = f"Bekende velden: {', '.join(naam for naam, *_ in velden)}." if velden else "Hier horen geen velden."

    def keur(waarde: object, veld: str, uit: Bevinding) -> None:
        if type(waarde) is not dict:
            uit.fout(veld, verkeerd("een groep velden", waarde))
            return
        for sleutel in waarde:
            if sleutel not in bekend:
                uit.fout(_onder(veld, sleutel), f"Dit veld bestaat niet. {kies}")
        for naam, verplicht, groep, keur_veld in velden:
            if naam in waarde:
                keur_veld(waarde[naam], _onder(veld, naam), uit)
            elif verplicht:
                _afwezig(_onder(veld, naam), keur_veld if groep and uit.diep else None, uit)

    return keur


def _afwezig(veld: str, keur_groep: Keurder | None, uit: Bevinding) -> None:
    aantal = len(uit.ontbreekt)
    if keur_groep:
        keur_groep({}, veld, uit)
    if len(uit.ontbreekt) == aantal:
        uit.ontbreekt.append(veld)


def _is_groep(soort: inspect.Type) -> bool:
    return isinstance(soort.type if isinstance(soort, inspect.Metadata) else soort, inspect.StructType)


def _onder(veld: str, sleutel: object) -> str:
    naam = kort(str(sleutel))
    return f"{veld}.{naam}" if veld else naam
