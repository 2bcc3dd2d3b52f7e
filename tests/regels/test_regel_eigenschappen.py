"""What must hold for every input, tried on many."""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, get_args

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.regels import Fout, Invoerfout
from bot.regels.huishoudelijke_hulp import invoer as hh

VEEL = settings(deadline=None, database=None, max_examples=150)

Reken = Callable[[str, Any], dict[str, Any]]
ZELF = {
    "boodschappen": get_args(hh.DeelBoodschappen),
    "broodmaaltijd": get_args(hh.DeelBroodmaaltijd),
    "warme_maaltijd": get_args(hh.DeelWarmeMaaltijd),
    "licht_huishoudelijk_werk": get_args(hh.DeelLicht),
    "zwaar_huishoudelijk_werk": get_args(hh.DeelZwaar),
    "wasverzorging": get_args(hh.DeelWas),
}
ZORG = ("bed", "wassen_kleden", "broodmaaltijd", "warme_maaltijd", "voeding", "luier", "brengen_halen")


def deel(waarden: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(waarden), unique=True, max_size=len(waarden))


@st.composite
def hulpvragen(draw: st.DrawFn) -> dict[str, Any]:
    kinderen = draw(st.lists(st.integers(0, 20), max_size=4))
    taken: dict[str, Any] = {}
    for naam, delen in ZELF.items():
        if draw(st.booleans()):
            taken[naam] = {"zelf": draw(deel(delen))}
    if "broodmaaltijd" in taken:
        taken["broodmaaltijd"] |= {"keer_per_dag": draw(st.integers(1, 2)), "dagen_per_week": draw(st.integers(1, 7))}
    if "warme_maaltijd" in taken:
        wijze = draw(st.sampled_from(["koken", "opwarmen"]))
        taken["warme_maaltijd"] |= {"wijze": wijze, "dagen_per_week": draw(st.integers(1, 7))}
    if draw(st.booleans()):
        kind = st.fixed_dictionaries({"leeftijd": st.integers(0, 17), **{naam: st.integers(0, 40) for naam in ZORG}})
        taken["kinderverzorging"] = draw(st.lists(kind, max_size=3))
    if draw(st.booleans()):
        taken["organisatie"] = {}
    return {
        "huishouden": {"personen": 1 + len(kinderen) + draw(st.integers(0, 3)), "kinderen": kinderen},
        "taken": taken,
        "omstandigheden": draw(deel(get_args(hh.Omstandigheid))),
    }


huisgenoten = st.fixed_dictionaries(
    {
        "leeftijd": st.integers(0, 130),
        "inwonend": st.booleans(),
        "leefeenheid": st.booleans(),
        "aantoonbare_beperking": st.booleans(),
        "overbelast": st.sampled_from(["ja", "dreigt", "nee"]),
        "weg_etmalen_aaneen": st.integers(0, 20),
        "weg_verplicht_door_werk": st.booleans(),
        "niet_gewend": st.booleans(),
        "weigert": st.booleans(),
    }
)
situaties = st.fixed_dictionaries({"duur_maanden": st.integers(0, 24), "terminaal": st.booleans()})
gezinnen = st.fixed_dictionaries({"situatie": situaties, "huisgenoten": st.lists(huisgenoten, max_size=4)})
antwoorden = st.fixed_dictionaries({"antwoorden": st.fixed_dictionaries({str(n): st.booleans() for n in range(1, 14)})})
dagen = st.dates(date(2015, 1, 1), date(2090, 1, 1)).map(date.isoformat)
datums = st.fixed_dictionaries({}, optional={"melding": dagen, "aanvraag": dagen, "beschikking_verzonden": dagen})


@VEEL
@given(hulpvragen())
def test_de_minuten_zijn_de_som_van_de_stappen_per_taak_en_samen(reken: Reken, vraag: dict[str, Any]) -> None:
    uit = reken("huishoudelijke-hulp", vraag)
    per_taak: dict[str, int] = dict.fromkeys(vraag["taken"], 0)
    for stap in uit["stappen"]:
        per_taak[stap["onderdeel"]] += stap["minuten"]
        assert stap["minuten"] != 0
        assert stap["bron"]["document"]
        assert stap["bron"]["plaats"]
    assert per_taak == uit["waarde"]["per_taak"]
    assert uit["waarde"]["minuten_per_week"] == sum(per_taak.values())
    assert all(minuten >= 0 for minuten in per_taak.values())


@VEEL
@given(hulpvragen(), st.data())
def test_meer_hulp_thuis_geeft_nooit_meer_minuten(reken: Reken, vraag: dict[str, Any], data: st.DataObject) -> None:
    gevraagd = vraag["taken"]
    nog = [(t, d) for t, delen in ZELF.items() if t in gevraagd for d in delen if d not in gevraagd[t]["zelf"]]
    assume(nog)
    taak, wat = data.draw(st.sampled_from(nog))
    meer = copy.deepcopy(vraag)
    meer["taken"][taak]["zelf"].append(wat)
    minuten = [reken("huishoudelijke-hulp", v)["waarde"]["minuten_per_week"] for v in (vraag, meer)]
    assert minuten[1] <= minuten[0]


@VEEL
@given(hulpvragen())
def test_wie_alles_van_een_taak_doet_krijgt_er_niets_voor(reken: Reken, vraag: dict[str, Any]) -> None:
    for taak in ZELF:
        if taak in vraag["taken"]:
            vraag["taken"][taak]["zelf"] = list(ZELF[taak])
    per_taak = reken("huishoudelijke-hulp", vraag)["waarde"]["per_taak"]
    assert all(per_taak[taak] == 0 for taak in ZELF if taak in per_taak)


@VEEL
@given(hulpvragen())
def test_de_volgorde_van_lijsten_maakt_niet_uit(reken: Reken, vraag: dict[str, Any]) -> None:
    om = copy.deepcopy(vraag)
    om["huishouden"]["kinderen"].reverse()
    om["omstandigheden"].reverse()
    for taak in set(ZELF) & set(om["taken"]):
        om["taken"][taak]["zelf"].reverse()
    assert reken("huishoudelijke-hulp", om) == reken("huishoudelijke-hulp", vraag)


@VEEL
@given(antwoorden)
def test_de_score_is_de_som_van_de_stappen(reken: Reken, vraag: dict[str, Any]) -> None:
    uit = reken("overbelasting", vraag)
    assert uit["waarde"]["score"] == sum(stap["punten"] for stap in uit["stappen"])
    assert uit["waarde"]["overbelast"] == (uit["waarde"]["score"] >= 7)


@VEEL
@given(datums)
def test_een_laatste_dag_is_de_eerste_dag_plus_de_dagen_van_de_stappen(reken: Reken, vraag: dict[str, Any]) -> None:
    uit = reken("termijnen", vraag)
    begin = {
        "persoonlijk_plan": "melding",
        "onderzoek": "melding",
        "besluit": "aanvraag",
        "bezwaar": "beschikking_verzonden",
    }
    for naam, laatste in uit["waarde"].items():
        dagen = sum(stap["dagen"] for stap in uit["stappen"] if stap["onderdeel"] == naam)
        eerste = date.fromisoformat(vraag[begin[naam.removesuffix("_uiterlijk")]])
        assert eerste + timedelta(days=dagen) == date.fromisoformat(laatste)
        assert date.fromisoformat(laatste).weekday() < 5


@VEEL
@given(gezinnen)
def test_een_gezin_heeft_voor_ieder_een_bijdrage_en_voor_elke_code_een_tekst(
    reken: Reken, vraag: dict[str, Any]
) -> None:
    uit = reken("gebruikelijke-hulp", vraag)
    ieder = uit["waarde"]["per_huisgenoot"]
    assert len(ieder) == len(vraag["huisgenoten"])
    codes = {code for iemand in ieder for code in iemand["redenen"]}
    met_tekst = {reden["code"] for reden in uit["redenen"] if reden["tekst"] and reden["bron"]["plaats"]}
    assert codes <= met_tekst
    mens = {"overbelasting", "afwezig_korter", "levensverwachting"}
    assert (uit["status"] == "menselijk_oordeel") == bool(met_tekst & mens)
    assert all(bool(iemand["taken"]) == (iemand["bijdrage"] != "geen") for iemand in ieder)


def plekken(deel: Any, pad: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every named field, groups too."""
    items = deel.items() if isinstance(deel, dict) else enumerate(deel) if isinstance(deel, list) else ()
    for naam, item in items:
        if isinstance(deel, dict):
            yield (*pad, naam)
        yield from plekken(item, (*pad, naam))


HERKENNING = {"huishouden": "huishoudelijke-hulp", "situatie": "gebruikelijke-hulp", "antwoorden": "overbelasting"}
MAG_WEG = {("taken", taak) for taak in hh.Taken.__struct_fields__}


@VEEL
@given(st.one_of(hulpvragen(), gezinnen, antwoorden), st.data())
def test_een_onbekend_gegeven_is_nooit_nee(reken: Reken, vraag: dict[str, Any], data: st.DataObject) -> None:
    regel = next(regel for veld, regel in HERKENNING.items() if veld in vraag)
    pad = data.draw(st.sampled_from([p for p in plekken(vraag) if p not in MAG_WEG]))
    weg = vraag
    for naam in pad[:-1]:
        weg = weg[naam]
    del weg[pad[-1]]
    uit = reken(regel, vraag)
    assert uit["status"] == "ontbrekende_gegevens"
    assert uit["waarde"] == {}
    assert uit["stappen"] == []
    veld = ".".join(map(str, pad))
    assert all(mist == veld or mist.startswith(f"{veld}.") for mist in uit["ontbreekt"])
    assert uit["ontbreekt"]


def uitkomst_of_fouten(reken: Reken, regel: str, vraag: Any) -> dict[str, Any] | list[Fout]:
    try:
        return reken(regel, vraag)
    except Invoerfout as fout:
        return list(fout.fouten)


rommel = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda kern: st.lists(kern, max_size=4) | st.dictionaries(st.text(max_size=10), kern, max_size=4),
    max_leaves=15,
)


@VEEL
@given(st.sampled_from(["huishoudelijke-hulp", "gebruikelijke-hulp", "overbelasting", "termijnen"]), rommel)
def test_rommel_geeft_een_fout_of_ontbreekt_maar_nooit_een_getal(reken: Reken, regel: str, vraag: Any) -> None:
    uit = uitkomst_of_fouten(reken, regel, vraag)
    if isinstance(uit, dict):
        assert uit["status"] == "ontbrekende_gegevens"
    else:
        assert uit
        assert all(reden.endswith(".") for _, reden in uit)


@VEEL
@given(st.one_of(hulpvragen(), gezinnen, antwoorden, datums), rommel, st.data())
def test_rommel_op_een_plek_in_een_goede_vraag_laat_niets_omvallen(
    reken: Reken, vraag: dict[str, Any], vuil: Any, data: st.DataObject
) -> None:
    alle = list(plekken(vraag))
    assume(alle)
    pad = data.draw(st.sampled_from(alle))
    doel = vraag
    for naam in pad[:-1]:
        doel = doel[naam]
    doel[pad[-1]] = vuil
    for regel in ("huishoudelijke-hulp", "gebruikelijke-hulp", "overbelasting", "termijnen"):
        json.dumps(uitkomst_of_fouten(reken, regel, vraag), allow_nan=False)
