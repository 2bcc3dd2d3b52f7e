"""Number words from the rules of Dutch spelling (Taaladvies, "Getallen in letters"), apart from the code under test."""

_TOT_TWINTIG = (
    "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien"
).split()
_TIENTALLEN = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def voluit(getal: int) -> str:
    """`voluit(22)` is `tweeëntwintig`; 0 to 120."""
    if getal >= 100:
        return "honderd" + (voluit(getal - 100).replace("é", "e") if getal > 100 else "")
    if getal < 20:
        return _TOT_TWINTIG[getal]
    tiental, eenheid = _TIENTALLEN[getal // 10 - 2], getal % 10
    if not eenheid:
        return tiental
    woord = _TOT_TWINTIG[eenheid].replace("é", "e")
    return f"{woord}{'ën' if woord.endswith('e') else 'en'}{tiental}"
