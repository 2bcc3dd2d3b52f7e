"""Prometheus metrics on a port of their own: how much, how fast, how wrong. Labels come from closed lists."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from time import perf_counter

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from sqlalchemy.engine import Engine

from bot.opslag.uitbak import Uitbak

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
METHODEN = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
BEURTEN = frozenset({"/api/v1/gesprekken/huidig/berichten", "/gesprek/bericht"})
GRENZEN = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrieken:
    """What is counted. One for each application, with a registry of its own."""

    def __init__(self, engine: Engine) -> None:
        self.register = CollectorRegistry()
        self.verzoeken = Counter(
            "wmo_verzoeken", "Requests by route, method and status", ("route", "methode", "status"),
            registry=self.register,
        )  # fmt: skip
        self.duur = Histogram(
            "wmo_verzoek_seconden", "Time for an answer, by route", ("route",), buckets=GRENZEN, registry=self.register
        )
        self.beurten = Counter("wmo_beurten", "Turns of conversations by result", ("uitkomst",), registry=self.register)
        self.fouten = Counter("wmo_fouten", "Answers with a status of 500 or more", ("route",), registry=self.register)
        self.register.register(_Uitbakstand(Uitbak(engine)))

    def tel(self, route: str, methode: str, status: int, seconden: float) -> None:
        """Counts one request. `route` is the pattern of the route, never the address."""
        self.verzoeken.labels(route, methode if methode in METHODEN else "-", str(status)).inc()
        self.duur.labels(route).observe(seconden)
        if status >= 500:
            self.fouten.labels(route).inc()
        if route in BEURTEN and methode == "POST":
            self.beurten.labels("beantwoord" if status < 400 else "geweigerd" if status < 500 else "mislukt").inc()

    @web.middleware
    async def meet(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Counts every request."""
        begin, status = perf_counter(), 500
        try:
            antwoord = await handler(request)
            status = antwoord.status
            return antwoord
        except web.HTTPException as fout:
            status = fout.status
            raise
        finally:
            bron = request.match_info.route.resource
            self.tel(bron.canonical if bron else "-", request.method, status, perf_counter() - begin)

    def app(self) -> web.Application:
        """The application with /metrics alone."""

        async def toon(_: web.Request) -> web.Response:
            inhoud = await asyncio.to_thread(generate_latest, self.register)
            return web.Response(body=inhoud, headers={"Content-Type": CONTENT_TYPE_LATEST})

        app = web.Application()
        app.router.add_get("/metrics", toon)
        return app

    def luister(self, host: str, poort: int) -> Callable[[web.Application], AsyncIterator[None]]:
        """Serves /metrics on this port as long as the application lives."""

        async def leef(_: web.Application) -> AsyncIterator[None]:
            loper = web.AppRunner(self.app(), access_log=None)
            await loper.setup()
            await web.TCPSite(loper, host, poort).start()
            yield
            await loper.cleanup()

        return leef


class _Uitbakstand(Collector):
    """The outbox by state, read when it is asked for. A database that fails leaves it out."""

    def __init__(self, uitbak: Uitbak) -> None:
        self._uitbak = uitbak

    def collect(self) -> Iterator[Metric]:
        stand = GaugeMetricFamily("wmo_uitbak", "Deliveries in the outbox by state", labels=["stand"])
        try:
            aantallen = self._uitbak.standen()
        except Exception:
            return
        for naam, aantal in aantallen.items():
            stand.add_metric([naam], aantal)
        yield stand
