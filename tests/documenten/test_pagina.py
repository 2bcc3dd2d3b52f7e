"""The page in the browser: its links, its styles, and Dutch that people can read."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from msgspec import structs

from bot.advies.advies import Brief
from bot.documenten import STIJL_CSP, advies_html, plan_html, uitkomsten_html
from tests.documenten.conftest import Lezer


@pytest.fixture(scope="module", params=["plan", "advies", "concept", "uitkomsten"])
def html(request, maak_plan, groot_advies, uitkomst, meta):
    return {
        "plan": lambda: plan_html(maak_plan(uitkomsten=(uitkomst,), klaar=False), meta),
        "advies": lambda: advies_html(groot_advies(), meta),
        "concept": lambda: advies_html(groot_advies(klaar=False, lijsten=(), brief=Brief(gevraagd=False)), meta),
        "uitkomsten": lambda: uitkomsten_html([uitkomst], meta),
    }[request.param]()


def test_the_page_leads_to_the_pdf_and_back_to_the_conversation(html):
    assert '<a href="/document.pdf">Bewaren als PDF</a>' in html
    assert '<a href="/terug">Terug naar het gesprek</a>' in html
    assert re.search(r"@media print \{[^@]*\.knoppen \{ display: none; \}", html)


def test_a_link_to_the_odt_stands_on_the_page_when_there_is_one(maak_plan, meta):
    link = "Bewaren om zelf te bewerken (ODT)"
    assert link not in plan_html(maak_plan(), meta)
    assert f'<a href="/x.odt">{link}</a>' in plan_html(maak_plan(), structs.replace(meta, odt_url="/x.odt"))


def test_the_security_policy_allows_exactly_the_styles_of_the_page(html):
    stijlen = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert [f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in stijlen] == [STIJL_CSP]
    assert "style=" not in html
    assert not {"script", "link", "img", "iframe", "form"} & Lezer(html).tags


def test_the_page_is_dutch_with_one_title_and_one_main(html):
    pagina = Lezer(html)
    assert '<html lang="nl">' in html
    assert len(pagina.met_tag("main")) == len(pagina.met_tag("h1")) == 1
    assert pagina.met_tag("title")[0].endswith(", gemeente Het Hogeland")


def test_links_in_a_document_cannot_be_broken_by_their_address(maak_plan, meta):
    html = plan_html(maak_plan(), structs.replace(meta, pdf_url='/x"><script>1</script>', gemeente="<Oost & West>"))
    assert "script" not in Lezer(html).tags
    assert Lezer(html).met_tag("title") == ["Persoonlijk plan, gemeente <Oost & West>"]


def test_sentences_of_the_templates_are_short(html):
    for tekst in Lezer(html).met_tag("p", "li", "h2", "h3"):
        for zin in re.split(r"(?<=[.?:]) ", tekst):
            if not zin.startswith("Bron"):
                assert len(zin.split()) <= 20, zin
