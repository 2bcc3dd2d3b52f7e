"""A web page that was saved: its text, without scripts, styles and menus. Nothing in it is fetched."""

from lxml import etree  # type: ignore[import-untyped]

from bot.stukken.passages import Alinea, schone_kop, schoon
from bot.stukken.stuk import Weigering

_WEG = frozenset("head script style nav template noscript svg math iframe object embed select button".split())
_KOPPEN = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOKKEN = _KOPPEN | frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form "
    "header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)


def lees_html(tekst: str) -> list[Alinea]:
    """The paragraphs, numbered, each under the nearest heading."""
    ontleder = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    wortel = etree.fromstring(tekst.encode("utf-8"), ontleder)
    if wortel is None:
        raise Weigering("kapot")
    alineas: list[Alinea] = []
    stukjes: list[str] = []
    kop = ""
    nummer = 0

    def sluit_af(als_kop: bool) -> None:
        nonlocal kop, nummer
        alinea = schoon("".join(stukjes))
        stukjes.clear()
        if not alinea:
            return
        nummer += 1
        if als_kop:
            kop = schone_kop(alinea)
        else:
            alineas.append(Alinea(alinea, nummer=nummer, kop=kop))

    loper = etree.iterwalk(wortel, events=("start", "end"))
    for gebeurtenis, element in loper:
        if element.tag in _BLOKKEN:
            sluit_af(als_kop=gebeurtenis == "end" and element.tag in _KOPPEN)
        if gebeurtenis == "end":
            stukjes.append(element.tail or "")
        elif element.tag in _WEG:
            loper.skip_subtree()
        else:
            stukjes.append(element.text or "")
    sluit_af(als_kop=False)
    return alineas
