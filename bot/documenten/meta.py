"""What every document needs besides its contents."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct


class Meta(Struct, frozen=True, kw_only=True):
    """Whose document it is and where it belongs.

    `gemeente` is the name as people write it, `datum` the day on which the document is made, `kenmerk` an opaque id.
    `documentnamen` gives the title for the short name of a source: up to its first comma beside each point, whole in
    the list of sources. A source that it does not know is shown by its own name. `clientondersteuning` and
    `medewerker` are sentences that say where to go. `pdf_url`, `odt_url` (left out when empty) and `terug_url` are the
    links of the page in the browser; they do not show on paper. `gedeeld_tot` is the last day of a
    shared plan, which somebody else reads than who made it.
    """

    gemeente: str
    datum: date
    kenmerk: str
    pdf_url: str
    documentnamen: Mapping[str, str]
    clientondersteuning: str
    medewerker: str
    terug_url: str = "/"
    terug_naam: str = "Terug naar het gesprek"
    odt_url: str = ""
    gedeeld_tot: date | None = None
