"""The one place that turns errors into answers: problem+json for programs, a page for people."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from multidict import MultiDictProxy
from sqlalchemy.exc import SQLAlchemyError

from bot.gesprek.host import OnbekendeKeuze, Onbeschikbaar
from bot.gesprek.regelloket import probleem
from bot.opslag import AdviesWeg

log = logging.getLogger(__name__)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

TEKSTEN: dict[int, tuple[str, str]] = {
    400: ("Dit klopt niet", "Ik kan dit niet lezen. Ga terug en probeer het opnieuw."),
    401: ("Er is geen gesprek", "Uw gesprek is afgelopen of gewist. U kunt een nieuw gesprek beginnen."),
    403: ("Dit mag niet", "Dit verzoek kwam van een andere website. Ga naar de beginpagina en probeer het opnieuw."),
    404: ("Deze pagina is er niet", "Controleer het adres, of ga naar de beginpagina."),
    405: ("Dit kan hier niet", "Ga naar de beginpagina en probeer het opnieuw."),
    409: ("Uw bericht kwam twee keer tegelijk", "Wacht even en kijk of uw antwoord er al staat."),
    413: ("Uw bericht is te lang", "Ik kan 1000 tekens lezen. Maak uw bericht korter, of stuur het in delen."),
    415: ("Dit klopt niet", "Stuur JSON."),
    412: ("Er loopt al een gesprek", "Ga verder met het gesprek dat op dit apparaat loopt, of wis het eerst."),
    422: ("Ik kan dit niet gebruiken", "Deze keuze hoort bij een eerdere vraag. Kies opnieuw, of typ uw antwoord."),
    429: ("Dat ging te snel", "Wacht een paar tellen en probeer het opnieuw. Wat u typte, is niet weg."),
    500: ("Er ging iets mis", "Dat ligt niet aan u. Probeer het opnieuw, of bel de gemeente."),
    503: ("De hulp kan nu even niet antwoorden", "Wacht een halve minuut en probeer het opnieuw, of bel de gemeente."),
}
RAADTEKSTEN: dict[int, tuple[str, str]] = {
    409: ("Iemand was u voor", "Ga terug in uw browser. Daar staat nog wat u typte. Kijk daarna wat er nu staat."),
    413: (
        "Dit is te veel in één keer",
        "Ga terug in uw browser. Daar staat nog wat u typte. Maak uw teksten korter en bewaar opnieuw.",
    ),
    422: ("Ik kan dit niet gebruiken", "Ga terug in uw browser. Daar staat nog wat u typte. Probeer het opnieuw."),
    429: (
        "Dat ging te snel",
        "Er is niets bewaard. Wacht een paar tellen en ga terug in uw browser. Daar staat nog wat u typte.",
    ),
}
CONSULENTTEKSTEN = {
    **{status: RAADTEKSTEN[status] for status in (413, 422, 429)},
    403: ("Dat mag niet met dit account", "Meld u aan met een account dat dit mag, of vraag het uw beheerder."),
    404: ("Dit is er niet", "Ga terug naar uw uitnodigingen en kijk wat er staat."),
    409: ("Dat kan nu niet", "Ga terug naar uw uitnodigingen en kijk wat er staat."),
}
EIGEN_TEKSTEN = {"/raad/": RAADTEKSTEN, "/consulent": CONSULENTTEKSTEN}
"""What other pages than the conversation say, where its texts would be about something else, by how the path begins."""

WACHT = {429: "3", 503: "10"}
FORMULIER: web.RequestKey[Any] = web.RequestKey("formulier", object)
KAPOT = (ValueError, LookupError, AssertionError, HttpProcessingError)
"""What aiohttp raises for a form that cannot be read: charset, boundary, headers of a part, bytes that are no text."""

VERBROKEN = (ConnectionError, web.RequestPayloadError)
"""What is raised when the visitor is gone before all of a request came in."""


class Fout(Exception):
    """An answer with a status and, where the standard text does not fit, its own explanation."""

    def __init__(self, status: int, uitleg: str | None = None) -> None:
        super().__init__(status)
        self.status, self.uitleg = status, uitleg


class Getoond(Exception):
    """A page that is the answer, whoever found out that it is."""

    def __init__(self, antwoord: web.Response) -> None:
        super().__init__(antwoord.status)
        self.antwoord = antwoord


async def lees_formulier(request: web.Request, meeste: int | None = None) -> MultiDictProxy[Any]:
    """The fields of a form; `meeste` bytes where more may come in than usual. Raises Fout 400 and 413."""
    if FORMULIER not in request:
        ruim = request if meeste is None else request.clone(client_max_size=meeste)
        try:
            request[FORMULIER] = await ruim.post()
        except KAPOT:
            raise Fout(400) from None
    velden: MultiDictProxy[Any] = request[FORMULIER]
    return velden


def als_json(status: int, uitleg: str | None = None, **meer: Any) -> web.Response:
    """A problem object with the headers that belong to it."""
    titel, standaard = TEKSTEN.get(status, TEKSTEN[500])
    antwoord = web.json_response(
        {**probleem(status, titel, uitleg or standaard), **meer},
        status=status,
        content_type="application/problem+json",
    )
    if status in WACHT:
        antwoord.headers["Retry-After"] = WACHT[status]
    return antwoord


def _status_van(fout: Exception) -> tuple[int, str | None]:
    if isinstance(fout, Fout):
        return fout.status, fout.uitleg
    if isinstance(fout, OnbekendeKeuze):
        return 422, None
    if isinstance(fout, Onbeschikbaar | SQLAlchemyError):
        return 503, None
    if isinstance(fout, AdviesWeg):
        return 409, "Dit advies is intussen gewist."
    if isinstance(fout, VERBROKEN):
        return 400, None
    if isinstance(fout, web.HTTPException):
        return fout.status, None
    return 500, None


def middleware(pagina: Callable[[web.Request, int, str, str], web.Response]) -> Any:
    """Catches everything; `pagina(request, status, titel, uitleg)` makes the page for people."""

    @web.middleware
    async def vang_op(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPRedirection:
            raise
        except Getoond as klaar:
            return klaar.antwoord
        except Exception as fout:
            status, uitleg = _status_van(fout)
            if status >= 500:
                log.error("%s %s: %s", request.method, _pad(request), type(fout).__name__)
            if request.path.startswith("/api/") or status == 401:
                return als_json(status, uitleg)
            eigen = next((t for voor, t in EIGEN_TEKSTEN.items() if request.path.startswith(voor)), {})
            teksten = TEKSTEN | eigen
            titel, standaard = teksten.get(status, TEKSTEN[500])
            antwoord = pagina(request, status, titel, uitleg or standaard)
            if status in WACHT:
                antwoord.headers["Retry-After"] = WACHT[status]
            return antwoord

    return vang_op


def _pad(request: web.Request) -> str:
    """The route, not the address: an address can hold what somebody typed."""
    route = request.match_info.route.resource
    return route.canonical if route else "-"
