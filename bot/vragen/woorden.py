"""Dutch words that answers are made of, and the normal form in which they are compared."""

import re
import unicodedata

_LEESTEKENS = re.compile(r"[^\w\s]|_")
_SPATIES = re.compile(r"\s+")

JA = frozenset(
    "ja jawel jazeker jaja joh jo yes yep klopt inderdaad zeker graag prima goed oke ok okay akkoord "
    "ja_hoor ja_graag ja_klopt ja_dat_klopt dat_klopt ja_zeker ja_dat_kan dat_kan doe_maar ja_doe_maar "
    "tuurlijk natuurlijk ja_natuurlijk altijd vaak is_goed dat_is_goed het_klopt ja_prima ja_goed "
    "zeker_wel zeker_weten absoluut dat_denk_ik_wel ik_denk_het_wel ik_denk_van_wel "
    "volgens_mij_wel jaa jaaa jawel_hoor".split()
)
NEE = frozenset(
    "nee neen nope no nee_joh nee_hoor nee_dank_u nee_bedankt nee_dank_je niet liever_niet nooit "
    "helemaal_niet nee_niet nee_dat_klopt_niet klopt_niet dat_klopt_niet nee_dat_kan_niet dat_kan_niet "
    "nee_niemand nee_begin_maar geen nee_geen nee_nooit helaas_niet zeker_niet absoluut_niet echt_niet "
    "dat_denk_ik_niet ik_denk_het_niet ik_denk_van_niet volgens_mij_niet neee nee_nee".split()
)
WEET_NIET = frozenset(
    "weet_niet weet_ik_niet weet_ik_niet_meer dat_weet_ik_niet_meer weet_niet_meer "
    "ik_weet_het_niet dat_weet_ik_niet geen_idee weetniet wist_ik_het "
    "ik_weet_niet weet_ik_nog_niet geen_flauw_idee ik_heb_geen_idee daar_weet_ik_niets_van "
    "ik_weet_het_echt_niet weet_ik_echt_niet dat_weet_ik_echt_niet "
    "zou_ik_niet_weten dat_zou_ik_niet_weten onbekend twijfel ik_twijfel moeilijk_te_zeggen "
    "ik_zou_het_niet_weten weet_k_niet".split()
)
TELWOORDEN = {
    "nul": 0, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30,
    "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90,
}  # fmt: skip
_ONDER_HONDERD = {w: n for w, n in TELWOORDEN.items() if n} | {
    f"{eenheid}{tussen}{tiental}": e + t
    for eenheid, e in TELWOORDEN.items()
    if 1 <= e <= 9
    for tiental, t in TELWOORDEN.items()
    if t >= 20
    for tussen in (("en", "n") if eenheid.endswith("ee") or eenheid.endswith("ie") else ("en",))
}
_LOS = "|".join(sorted(_ONDER_HONDERD, key=len, reverse=True))
# `twaalfhonderd`, `tweeduizend driehonderd`, `honderd en een`; never `honderden`.
_GETALWOORD = re.compile(
    rf"(?:(?P<duizend>{_LOS})?(?P<d>duizend)(?:en(?=.))?)?"
    rf"(?:(?P<honderd>{_LOS})?(?P<h>honderd)(?:en(?=.))?)?(?P<rest>{_LOS})?"
)
MET_ZIJN = {"tweetjes": 2, "drietjes": 3, "tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7}
MEESTE_CIJFERS = 30
LIDWOORD = "een"


def plat(tekst: str) -> str:
    """Lower case without diacritics; punctuation stays."""
    return "".join(c for c in unicodedata.normalize("NFKD", tekst.casefold()) if not unicodedata.combining(c))


def normaal(tekst: str) -> str:
    """Lower case, no diacritics, no punctuation, single spaces: the form in which texts are compared."""
    return _SPATIES.sub(" ", _LEESTEKENS.sub(" ", plat(tekst))).strip()


def is_een_van(tekst: str, woorden: frozenset[str]) -> bool:
    """Whether the whole text is one of the words or phrases (phrases written with `_`)."""
    gezegd = normaal(tekst).replace(" ", "_")
    return gezegd in woorden or gezegd.replace("niks", "niets") in woorden


def getal_van(woord: str) -> int | None:
    """The number that normalised words stand for together, or None: `3`, `tweeentwintig`, `twee en twintig`."""
    if woord.isdecimal():
        return int(woord) if len(woord) <= MEESTE_CIJFERS else None
    if woord in MET_ZIJN:
        return MET_ZIJN[woord]
    aaneen = woord.replace(" ", "")
    if aaneen == "nul":
        return 0
    m = _GETALWOORD.fullmatch(aaneen)
    if not aaneen or not m:
        return None
    honderden = _ONDER_HONDERD.get(m["honderd"] or "een", 0) if m["h"] else 0
    if m["d"] and honderden > 9:
        return None
    duizenden = _ONDER_HONDERD.get(m["duizend"] or "een", 0) if m["d"] else 0
    return 1000 * duizenden + 100 * honderden + _ONDER_HONDERD.get(m["rest"] or "", 0)
