"""Number words from the rules of Dutch spelling (Taaladvies, "Getallen in letters"), apart from the code under test."""

_TOT_TWINTIG = (
    "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien"
).split()
_TIENTALLEN = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def voluit(getal: int) -> str:
    """`voluit(22)` is `tweeëntwintig`; 0 to 9999, with the space after `duizend`."""
    if getal >= 1000:
        duizend = f"{_voor(getal // 1000)}duizend"
        return f"{duizend} {_zonder_accent(getal % 1000)}" if getal % 1000 else duizend
    if getal >= 100:
        return f"{_voor(getal // 100)}honderd" + (_zonder_accent(getal % 100) if getal % 100 else "")
    if getal < 20:
        return _TOT_TWINTIG[getal]
    tiental, eenheid = _TIENTALLEN[getal // 10 - 2], getal % 10
    if not eenheid:
        return tiental
    woord = _TOT_TWINTIG[eenheid].replace("é", "e")
    return f"{woord}{'ën' if woord.endswith('e') else 'en'}{tiental}"


def in_honderdtallen(getal: int) -> str:
    """`in_honderdtallen(1250)` is `twaalfhonderdvijftig`; 1100 to 9999, without whole thousands."""
    return f"{_voor(getal // 100)}honderd" + (_zonder_accent(getal % 100) if getal % 100 else "")


def _voor(aantal: int) -> str:
    return "" if aantal == 1 else voluit(aantal)


def _zonder_accent(getal: int) -> str:
    return voluit(getal).replace("é", "e")
