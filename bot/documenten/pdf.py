"""HTML to a PDF that everybody can read: tagged, PDF/UA-1, with its fonts inside. WeasyPrint is known here only."""

from typing import Any


def maak_pdf(html: str) -> bytes:
    """The document as PDF. Nothing that it refers to is fetched.

    Raises OSError when Pango is not installed; `controle.controleer_weasyprint` explains that at the start.
    """
    # Imported here because the import fails without Pango, and then the rest must still explain itself.
    from weasyprint import HTML

    pdf: bytes = HTML(string=html, url_fetcher=weiger).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def weiger(url: str, *_: Any, **__: Any) -> Any:
    """The fetcher of WeasyPrint: refuses every address, also files and data inside the text."""
    raise PermissionError("een document haalt niets op")
