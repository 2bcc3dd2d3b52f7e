"""HTML to a PDF that everybody can read: tagged, PDF/UA-1, with its fonts inside. WeasyPrint is known here only.

WeasyPrint is imported late: without Pango the import fails, and `controle` must be able to say so.
"""

import logging
import warnings
from threading import Lock

_EEN_TEGELIJK = Lock()
"""Pango is not made for two layouts at once in one process, and a second one would only slow down the first."""


def laad_weasyprint() -> None:
    """Imports WeasyPrint. Raises OSError without Pango, and UserWarning without a font: Pango would crash later."""
    with warnings.catch_warnings():
        warnings.filterwarnings("error", "No fonts configured|FontConfig cannot load", UserWarning)
        import weasyprint  # noqa: F401


def maak_pdf(html: str) -> bytes:
    """The document as PDF. Every address in it is refused: http, files and data inside the text alike."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    # Its warnings quote letters that no font has, and a person's text never goes to a log.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    niets = URLFetcher(allowed_protocols=(), allow_redirects=False)
    with _EEN_TEGELIJK:
        pdf: bytes = HTML(string=html, url_fetcher=niets).write_pdf(pdf_variant="pdf/ua-1")
    return pdf
