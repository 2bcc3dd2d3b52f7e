"""The session cookie of staff."""

from aiohttp import web


class Medewerkerkoek:
    """The cookie of staff: its own, only for this site, gone when the browser closes."""

    def __init__(self, https: bool) -> None:
        self.https = https
        self.naam = "__Host-wmo-medewerker" if https else "wmo-medewerker"

    def lees(self, request: web.Request) -> str | None:
        """The session token, or None."""
        return request.cookies.get(self.naam)

    def zet(self, antwoord: web.StreamResponse, token: str) -> None:
        """Starts a session."""
        antwoord.set_cookie(self.naam, token, path="/", secure=self.https, httponly=True, samesite="Strict")

    def wis(self, antwoord: web.StreamResponse) -> None:
        """Ends it."""
        antwoord.del_cookie(self.naam, path="/", secure=self.https, httponly=True, samesite="Strict")
