"""Measures a running server by hand: how long a turn takes, whether that grows, and how many turns a second fit.

Usage: start the server with WMO_LIMIET=100000, then
    .venv/bin/python bench/beurten.py http://127.0.0.1:8080 --pid PID
"""

import argparse
import asyncio
import statistics
import time
from pathlib import Path

import aiohttp

GESPREK = "/api/v1/gesprekken/huidig/berichten"
PLAN = ["ik wil een persoonlijk plan maken", "voor mijn moeder", "begin maar", "vandaag", "wonen", "dat is alles",
        "de trap is te steil", "koken lukt nog", "traplopen lukt niet", "thuis blijven wonen"]  # fmt: skip
PRAATJE = ["wat is een pgb?", "wie beslist dat?", "wat is mantelzorg?", "hoe lang duurt een besluit?"]


class Mens:
    """One person with one browser."""

    def __init__(self, adres: str) -> None:
        self._adres = adres
        self.tijden: list[float] = []

    async def __aenter__(self) -> "Mens":
        self._sessie = aiohttp.ClientSession(self._adres, cookie_jar=aiohttp.CookieJar(unsafe=True))
        async with self._sessie.post("/api/v1/gesprekken", json={"rol": "inwoner"}) as antwoord:
            antwoord.raise_for_status()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._sessie.delete("/api/v1/gesprekken/huidig")
        await self._sessie.close()

    async def zeg(self, tekst: str) -> None:
        """One turn, timed."""
        begin = time.perf_counter()
        async with self._sessie.post(GESPREK, json={"tekst": tekst}) as antwoord:
            antwoord.raise_for_status()
            await antwoord.read()
        self.tijden.append(1000 * (time.perf_counter() - begin))


def percentiel(tijden: list[float], p: int) -> float:
    """The p-th percentile in milliseconds."""
    return statistics.quantiles(tijden, n=100)[p - 1]


async def alleen(adres: str) -> None:
    """One person, a plan: the time of a turn."""
    async with Mens(adres) as mens:
        for _ in range(5):
            for tekst in [*PLAN, *PRAATJE]:
                await mens.zeg(tekst)
        print(f"one user: {len(mens.tijden)} turns, p50 {percentiel(mens.tijden, 50):.0f} ms, "
              f"p95 {percentiel(mens.tijden, 95):.0f} ms")  # fmt: skip


async def groei(adres: str, beurten: int) -> None:
    """Turn 5 against turn 500 of one conversation."""
    async with Mens(adres) as mens:
        for i in range(beurten):
            await mens.zeg(PRAATJE[i % len(PRAATJE)])
        begin, eind = statistics.median(mens.tijden[3:23]), statistics.median(mens.tijden[-20:])
        print(
            f"growth: turns 4-23 {begin:.0f} ms, turns {beurten - 19}-{beurten} {eind:.0f} ms, {eind / begin:.2f} times"
        )


async def samen(adres: str, mensen: int) -> None:
    """Many people at once, without a pause."""

    async def praat() -> list[float]:
        async with Mens(adres) as mens:
            for tekst in [*PLAN, *PRAATJE]:
                await mens.zeg(tekst)
            return mens.tijden

    begin = time.perf_counter()
    tijden = [t for lijst in await asyncio.gather(*(praat() for _ in range(mensen))) for t in lijst]
    duur = time.perf_counter() - begin
    print(f"{mensen} users: {len(tijden) / duur:.0f} turns a second, p50 {percentiel(tijden, 50):.0f} ms, "
          f"p95 {percentiel(tijden, 95):.0f} ms")  # fmt: skip


def geheugen(pid: int) -> None:
    """Resident memory of the server."""
    regel = next(r for r in Path(f"/proc/{pid}/status").read_text().splitlines() if r.startswith("VmRSS"))
    print(f"memory: {int(regel.split()[1]) / 1024:.0f} MB")


async def main() -> None:
    """All measurements."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("adres")
    lezer.add_argument("--pid", type=int)
    lezer.add_argument("--beurten", type=int, default=500)
    keuze = lezer.parse_args()
    await alleen(keuze.adres)
    await groei(keuze.adres, keuze.beurten)
    await samen(keuze.adres, 16)
    if keuze.pid:
        geheugen(keuze.pid)


if __name__ == "__main__":
    asyncio.run(main())
