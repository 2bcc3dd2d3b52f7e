"""Each kind of document gives its passages, with the place where they stand."""

import textwrap

import pytest

from bot.stukken import Passage, Stuk, lees_stuk
from bot.stukken.regels import verbind, voeg_regels_samen
from tests.stukken import maken
from tests.stukken.maken import ALINEA, ANDER


def alles(stuk: Stuk) -> str:
    return " ".join(passage.tekst for passage in stuk.passages)


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (maken.docx(ALINEA, ANDER), "docx"),
        (maken.odt(ALINEA, ANDER), "odt"),
        (maken.html(ALINEA, ANDER), "html"),
    ],
    ids=["docx", "odt", "html"],
)
def test_a_document_with_headings_gives_paragraph_and_nearest_heading(inhoud: bytes, soort: str) -> None:
    stuk = lees_stuk(f"beleid.{soort}", inhoud)
    assert (stuk.naam, stuk.soort, stuk.bladzijden) == (f"beleid.{soort}", soort, None)
    assert [p.tekst for p in stuk.passages] == [ALINEA, ANDER]
    assert all(p.plaats.startswith("alinea ") and p.plaats.endswith(", onder 'Klachten'") for p in stuk.passages)


def test_a_pdf_gives_the_page() -> None:
    breuk = "<div style='page-break-before: always'></div>"
    stuk = lees_stuk("beleid.pdf", maken.pdf(f"<p>{ALINEA}</p>{breuk}<p>{ANDER}</p>"))
    assert stuk == Stuk("beleid.pdf", "pdf", 2, (Passage("bladzijde 1", ALINEA), Passage("bladzijde 2", ANDER)))


def test_words_broken_at_the_end_of_a_line_are_mended_in_a_pdf() -> None:
    opmaak = "width: 6cm; hyphens: auto; text-align: justify"
    tekst = "De mantelzorgondersteuning en de cliëntenparticipatieverordening staan in het kwaliteitsbeleid. " * 6
    stuk = lees_stuk("beleid.pdf", maken.pdf(f"<p style='{opmaak}'>{tekst}</p>"))
    assert alles(stuk) == tekst.strip()


def test_a_header_and_footer_on_every_page_are_dropped() -> None:
    onderwerpen = "klachten inkoop toezicht veiligheid vervoer wonen".split()
    html = "".join(
        f"<div style='page-break-after: always'><p>Gemeente Voorbeeld, beleidsplan</p>"
        f"<p>{' '.join(f'Over {onderwerp} zegt dit stuk iets, zin {zin}.' for zin in 'abcdefghijkl')}</p>"
        f"<p>Versie 2, bladzijde {i} van 6</p></div>"
        for i, onderwerp in enumerate(onderwerpen, start=1)
    )
    stuk = lees_stuk("beleid.pdf", maken.pdf(html))
    assert stuk.bladzijden == 6
    assert "Gemeente Voorbeeld" not in alles(stuk)
    assert "Versie 2" not in alles(stuk)
    assert [p.plaats for p in stuk.passages] == [f"bladzijde {i}" for i in range(1, 7)]


def test_pages_that_all_say_the_same_are_kept() -> None:
    assert ALINEA in alles(lees_stuk("vijf keer.pdf", maken.pdf_van_bladzijden(5)))


def test_a_paragraph_that_goes_on_upon_the_next_page_is_one() -> None:
    regels = "; ".join(f"de cliënt krijgt voorbeeld nummer {i} uitgelegd" for i in range(140))
    stuk = lees_stuk("beleid.pdf", maken.pdf(f"<p>Hier staat dat {regels}.</p>"))
    assert len(stuk.passages) > 1
    assert stuk.bladzijden != 1
    assert alles(stuk) == f"Hier staat dat {regels}."


def test_a_file_of_300_pages_is_read() -> None:
    stuk = lees_stuk("dik.pdf", maken.pdf_van_bladzijden(300))
    assert stuk.bladzijden == 300
    assert len({p.plaats for p in stuk.passages}) == 300


def test_tables_are_read_cell_by_cell() -> None:
    stuk = lees_stuk("tabel.docx", maken.docx_met_tabel())
    assert [p.tekst for p in stuk.passages] == [ALINEA, ANDER]
    assert stuk.passages[0].plaats == "alinea 2, onder 'Toezicht'"


def test_text_with_an_empty_line_after_every_line_keeps_its_paragraphs() -> None:
    alineas = [textwrap.wrap(alinea, 60) for alinea in (ALINEA, ANDER)]
    tekst = "\n\n \n\n".join("\n\n".join(regels) for regels in alineas)
    assert [p.tekst for p in lees_stuk("beleid.txt", tekst.encode()).passages] == [ALINEA, ANDER]


@pytest.mark.parametrize("tussen", ["\n", "\n\n", "\r\n\r\n"])
def test_text_with_a_paragraph_on_each_line_keeps_its_paragraphs(tussen: str) -> None:
    tekst = tussen.join([ALINEA, ANDER, ALINEA])
    assert [p.tekst for p in lees_stuk("beleid.txt", tekst.encode()).passages] == [ALINEA, ANDER, ALINEA]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_every_usual_encoding(codering: str) -> None:
    stuk = lees_stuk("beleid.txt", ALINEA.encode(codering))
    assert (stuk.soort, stuk.passages) == ("txt", (Passage("alinea 1", ALINEA),))


def test_text_with_a_stray_control_sign_is_read() -> None:
    stuk = lees_stuk("beleid.txt", ALINEA.replace(". Geen", ".\x0bGeen").encode() + b"\x1a")
    assert alles(stuk) == ALINEA


def test_a_heading_in_text_gives_the_place() -> None:
    tekst = f"Hoofdstuk 3 Kwaliteit\n\n3.1 Klachten\n{ALINEA}\n\n3.2 Inkoop\n{ANDER}\n"
    stuk = lees_stuk("beleid.txt", tekst.encode())
    assert [p.plaats.split(", ")[1] for p in stuk.passages] == ["onder '3.1 Klachten'", "onder '3.2 Inkoop'"]


def test_a_guessed_heading_is_named_for_what_follows_soon() -> None:
    tekst = "\n\n".join(["3.1 Klachten", *[ALINEA] * 20])
    plaatsen = [p.plaats for p in lees_stuk("beleid.txt", tekst.encode()).passages]
    assert plaatsen[0] == "alinea 2, onder '3.1 Klachten'"
    assert plaatsen[-1] == "alinea 21"


@pytest.mark.parametrize(
    "regels",
    [
        ["2.1 Voor de professionals gelden voor", "een aantal producten eisen."],
        ["Zie bijlage 6) voor de punten", "Die staan daar."],
        ["1. Het plan is samen met de cliënt gemaakt.", "Dat blijkt."],
    ],
)
def test_a_line_that_goes_on_is_no_heading(regels: list[str]) -> None:
    assert not any(is_kop for _, is_kop in voeg_regels_samen(regels))


def test_a_web_page_gives_no_menu_script_or_style() -> None:
    tekst = alles(lees_stuk("beleid.html", maken.html()))
    assert tekst == ALINEA


def test_short_paragraphs_go_together_and_long_ones_are_cut_at_sentences() -> None:
    kort = [f"Punt {i} gaat over de hulp thuis." for i in range(20)]
    lang = "Deze zin gaat over de kwaliteit van de hulp die de gemeente geeft. " * 40
    stuk = lees_stuk("beleid.docx", maken.docx(*kort, lang))
    aantallen = [len(p.tekst.split()) for p in stuk.passages]
    assert all(35 <= aantal <= 120 for aantal in aantallen), aantallen
    assert all(p.tekst.endswith(".") for p in stuk.passages)
    assert alles(stuk) == " ".join([*kort, lang.strip()])


def test_a_text_without_any_point_is_cut_too() -> None:
    stuk = lees_stuk("beleid.txt", ("woord " * 1000).encode())
    assert max(len(p.tekst.split()) for p in stuk.passages) <= 120


@pytest.mark.parametrize(
    "muur", ["a" * 4_000_000, "a-\n" * 100_000, "beleid\n" * 500_000], ids=["one word", "broken words", "short lines"]
)
def test_a_wall_of_letters_gives_small_passages(muur: str) -> None:
    stuk = lees_stuk("muur.txt", muur.encode())
    assert max(len(p.tekst) for p in stuk.passages) <= 120 * 201


@pytest.mark.parametrize(
    ("regels", "tekst"),
    [
        (["de mantelzorg-", "ondersteuning"], "de mantelzorgondersteuning"),
        (["cliënten-", "en wijkraden"], "cliënten- en wijkraden"),
        (["de Wmo-", "consulent"], "de Wmo-consulent"),
        (["een risico-", "inventarisatie"], "een risico-inventarisatie"),
        (["de situ-", "atie"], "de situatie"),
        (["de pgb-", "houder"], "de pgb-houder"),
        (["de wmo-", "consulent"], "de wmo-consulent"),
        (["een GGZ-", "instelling"], "een GGZ-instelling"),
        (["de be-", "weging"], "de beweging"),
        (["Mantelzorg-", "ondersteuning"], "Mantelzorgondersteuning"),
        (["cliënt-", "Centraal"], "cliënt- Centraal"),
        (["hulp -", "en meer"], "hulp - en meer"),
    ],
)
def test_lines_are_joined_as_a_reader_would(regels: list[str], tekst: str) -> None:
    assert verbind(regels) == tekst


@pytest.mark.parametrize("naam", ["beleid.docx", "beleid", "beleid.exe", "beleid.pdf.html", ""])
def test_a_wrong_extension_is_read_all_the_same(naam: str) -> None:
    assert lees_stuk(naam, maken.pdf(f"<p>{ALINEA}</p>")).soort == "pdf"


def test_a_pdf_that_only_the_owner_may_change_is_read() -> None:
    assert alles(lees_stuk("a.pdf", maken.pdf_met_wachtwoord(""))) == ALINEA


def test_text_that_looks_like_code_stays_text() -> None:
    kwaad = "<script>alert(1)</script> {{ 7 * 7 }} '; drop table adviezen; -- " + ALINEA
    assert alles(lees_stuk("a.docx", maken.docx(kwaad))) == kwaad


@pytest.mark.parametrize(
    ("naam", "schoon"),
    [
        ("C:\\Users\\jan\\beleid 2024.pdf", "beleid 2024.pdf"),
        ("../../etc/passwd", "passwd"),
        ("<img src=x onerror=alert(1)>plan.pdf", "plan.pdf"),
        ("<script>alert(1)</script>.pdf", "alert(1).pdf"),
        ("a<b>c.pdf", "ac.pdf"),
        ("twee\nregels\x00\u202egpj.pdf", "tweeregelsgpj.pdf"),
        ("", "document"),
        ("...", "document"),
        ("<>", "document"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_the_name_is_cleaned(naam: str, schoon: str) -> None:
    stuk = lees_stuk(naam, ALINEA.encode())
    assert stuk.naam == schoon
