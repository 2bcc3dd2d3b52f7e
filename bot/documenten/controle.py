"""Whether this machine can make PDFs, asked once when the server starts."""

from bot.documenten.pdf import laad_weasyprint, maak_pdf

_PROEF = "<!DOCTYPE html><html lang=nl><title>Proef</title><p>proef</p>"
_UITLEG = (
    "Documenten maken lukt op deze computer niet: {reden}. Installeer op Debian of Ubuntu de pakketten "
    "libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0 en fonts-dejavu-core, en start opnieuw."
)


def controleer_weasyprint() -> None:
    """Makes a small PDF. Raises RuntimeError, with the packages to install, without Pango or without a font."""
    try:
        laad_weasyprint()
        maak_pdf(_PROEF)
    except OSError as fout:
        raise RuntimeError(_UITLEG.format(reden=f"Pango ontbreekt of laadt niet ({fout})")) from fout
    except UserWarning as fout:
        raise RuntimeError(_UITLEG.format(reden=f"er is geen lettertype ({fout})")) from fout
