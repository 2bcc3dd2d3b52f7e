"""The plan, the advice and the outcomes on paper: as an HTML page, as an accessible PDF, as an ODT and as JSON.

The HTML is both the page in the browser and the source of PDF and ODT. Its styles are inline: a Content-Security-Policy
allows exactly them with `STIJL_CSP`. Nothing is fetched and no clock is read: the same input gives the same bytes.
"""

from bot.documenten.advies import advies_html, advies_json, advies_odt, advies_pdf
from bot.documenten.controle import controleer_weasyprint
from bot.documenten.meta import Meta
from bot.documenten.plan import plan_html, plan_json, plan_odt, plan_pdf
from bot.documenten.sjabloon import STIJL, STIJL_CSP
from bot.documenten.uitkomsten import uitkomsten_html, uitkomsten_json, uitkomsten_odt, uitkomsten_pdf

__all__ = [
    "STIJL",
    "STIJL_CSP",
    "Meta",
    "advies_html",
    "advies_json",
    "advies_odt",
    "advies_pdf",
    "controleer_weasyprint",
    "plan_html",
    "plan_json",
    "plan_odt",
    "plan_pdf",
    "uitkomsten_html",
    "uitkomsten_json",
    "uitkomsten_odt",
    "uitkomsten_pdf",
]
