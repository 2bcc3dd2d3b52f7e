"""Whom somebody speaks for: `mijn moeder krijgt bezoek` is about `mijn moeder`."""

import re

from bot.vragen.personen import WIE
from bot.vragen.woorden import JA, NEE, WEET_NIET, normaal

_MIJN = r"(?:mijn|m n|mn|me|onze|ons)\s+"
# A parent who is named is who needs help; a partner, child or neighbour only where it says "voor".
_NAASTE = re.compile(
    rf"\b{_MIJN}(moeder|vader|ma|pa|oma|opa|schoonmoeder|schoonvader|tante|oom)\b|"
    rf"\bvoor {_MIJN}(zus|broer|buurvrouw|buurman|vriendin|vriend|man|vrouw|partner|zoon|dochter|kind|client)\b"
)
_IEDEREEN = re.compile(rf"\b{_MIJN}(\w+)\b")
_ROEPNAAM = {"ma": "moeder", "pa": "vader"}


def genoemde_naaste(tekst: str) -> str | None:
    """`mijn moeder`, or None when nobody or more than one person is named."""
    namen = {_ROEPNAAM.get(n, n) for paar in _NAASTE.findall(normaal(tekst)) for n in paar if n}
    allen = {_ROEPNAAM.get(n, n) for n in _IEDEREEN.findall(normaal(tekst))}
    return f"mijn {namen.pop()}" if len(namen) == 1 and len(allen) == 1 else None


# -- the answer to: for whom? ---------------------------------------------------------------------------------------

MIJZELF = "mijzelf"
MEESTE_WOORDEN = 4
_ZELF = frozenset("ik ikzelf ikke mij mijzelf mezelf me mijeigen meeigen mezelven zelf".split())
_INLEIDING = re.compile(
    r"^\s*(?:(?:het|dat|dit|'t|(?:het |dit )?plan) (?:is|gaat|wordt) (?=voor|om|over))?", re.IGNORECASE
)
_VAN_IEMAND = frozenset("mijn m mn me onze ons haar zijn een de het".split())
_VERWANT = re.compile(
    rf"(?:{WIE.pattern})|\b(?:mama|papa|mam|pap|mamma|pappa|buurman|buurvrouw|client|schoonzus|zwager)\b"
)
_AANSPREEK = frozenset("mevrouw mevr mw meneer mijnheer dhr heer tante oom oma opa".split())
_TUSSEN = frozenset("van de der den ten ter te het op".split())
# What people type in a chat that begins with a capital and is nobody's name.
_GEEN_NAAM = (
    JA
    | NEE
    | WEET_NIET
    | frozenset(
        "hallo hoi hey dag goedendag goedemorgen goedemiddag goedenavond moi help hulp stop stoppen klaar verder terug "
        "bedankt dank doei wat wie waar wanneer waarom hoe hoeveel welke welk wmo pgb plan gemeente consulent vraag "
        "iemand niemand iedereen allemaal alles niets niks iets anders beide beiden allebei geld huis test sorry "
        "misschien eigenlijk snap begrijp weet wil kan moet mag heb ben is zijn mens medewerker computer bot wij we "
        "ons jullie jij u hij zij ze hem haar hen die deze dit dat er het een de ik mij me mijn en of maar want dus "
        "niet geen wel nog overslaan opnieuw pauze uitleg hulpmiddel rolstoel scootmobiel traplift eten koken vandaag "
        "gisteren morgen later straks nu eerst goh huh pardon oeps kies keuze knop optie nummer zorg "
        "eerste tweede derde vierde vijfde zesde tiende laatste vorige volgende ander andere "
        "ouderen trap rollator vervoer wonen huishouden mantelzorg familie ouders kinderen buren".split()
    )
)


def is_zelf(tekst: str) -> bool:
    """`ik zelf`, `voor mij`, `mezelf`: the person who types."""
    gezegd = re.sub(r"^(?:(?:het|dat|dit) (?:is|gaat) )?(?:alleen )?(?:(?:voor|om|over) )?", "", normaal(tekst))
    return gezegd.replace(" ", "") in _ZELF


def iemand(tekst: str) -> str | None:
    """Somebody in a few words, as they were typed: `voor mijn tante`, `Jan de Vries`; `oma` is `mijn oma`.

    None for a whole story, for more than the other person (`mijn man en ik`), and for a word that may be anything.
    """
    naam = _INLEIDING.sub("", tekst.strip().replace("’", "'").replace("‘", "'"), count=1).strip().rstrip(".!,")
    woorden = normaal(naam).split()
    voor = woorden[:1] == ["voor"]
    kern = woorden[1:] if voor else woorden
    meer_dan_naam = {"ik", "mij", "me", "mezelf", "niet", "geen", "nooit"} & set(kern[1:])
    if not 0 < len(kern) <= MEESTE_WOORDEN or meer_dan_naam or "?" in naam:
        return None
    if kern[0] in _VAN_IEMAND:
        genoeg = len(kern) > (2 if kern[:2] == ["m", "n"] else 1)
        return naam if genoeg and not set(kern[1:]) <= _GEEN_NAAM else None
    if _VERWANT.fullmatch(" ".join(kern)):
        return f"mijn {naam.split()[-1].lower()}"
    if set(kern) & _GEEN_NAAM - _TUSSEN or any(w.isdecimal() for w in kern):
        return None
    return naam if voor or _is_naam(naam) else None


def _is_naam(naam: str) -> bool:
    """Every word begins with a capital, but for `de`, `van der` and `mevrouw`."""
    woorden = [w.strip(".") for w in naam.split()]
    los = [w for w in woorden if normaal(w) not in _TUSSEN | _AANSPREEK]
    return bool(los) and all(w[:1].isupper() and len(w) > 1 for w in los)
